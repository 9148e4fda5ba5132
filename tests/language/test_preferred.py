"""The computer's language is followed."""

import pytest

from app.language.preferred import preferred_language
from app.model.base import Lang


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({"LANG": "sv_SE.UTF-8"}, "sv"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "sv_FI"}, "sv"),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "en_GB"}, "en"),
    ],
)
def test_swedish_where_the_computer_is_set_to_it_else_english(environment: dict[str, str], lang: Lang) -> None:
    assert preferred_language(environment) == lang
