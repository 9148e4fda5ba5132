"""The starters are in order: rules on language, length and form find nothing in them."""

from datetime import date

import pytest

from app.library import load_packs
from app.model.base import LANGS, Lang
from app.services.checks import check
from app.services.export import Choices
from app.services.starters import start
from tests.bench.projects import numbered_ids

TODAY = date(2027, 1, 11)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["municipality", "company"])
def test_the_starters_read_well_in_either_language(name: str, lang: Lang) -> None:
    project = start(name, lang, TODAY, load_packs(), numbered_ids())

    found = [finding for spoken in LANGS for finding in check(project, {}, Choices(spoken, TODAY))]

    about_texts = [finding for finding in found if finding.rule.group in ("language", "length", "form")]
    assert [(finding.rule.id, finding.told("en")) for finding in about_texts] == []
    assert not [finding.told("en") for finding in found if finding.severity == "error"]
