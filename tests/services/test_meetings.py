"""The meeting that an export is for, as one names it."""

import pytest

from app.files.errors import UserError
from app.services.meetings import meeting_asked
from tests.sample import KF, KS, sample_project


@pytest.mark.parametrize("asked", ["Kommunfullmäktige", "kommunf", "municipal council", "2027-06-28", KF])
def test_a_meeting_is_named_by_its_body_in_either_language_or_by_its_day(asked: str) -> None:
    assert meeting_asked(sample_project(), asked) == KF


def test_a_name_as_a_whole_comes_before_others_that_begin_so() -> None:
    project = sample_project()
    board, council = project.matter.route
    longer = board.model_copy(
        update={"id": "a" * 32, "body": board.body.writing("sv", "Kommunstyrelsens arbetsutskott")}
    )
    matter = project.matter.model_copy(update={"route": (longer, board, council)})
    assert meeting_asked(project.model_copy(update={"matter": matter}), "kommunstyrelsen") == KS


@pytest.mark.parametrize("asked", ["kommun", "byggnadsnämnden", " "])
def test_one_there_is_not_and_several_are_told_with_those_there_are(asked: str) -> None:
    with pytest.raises(UserError) as told:
        meeting_asked(sample_project(), asked)
    assert "Kommunfullmäktige / Municipal Council 2027-06-28" in told.value.told("en")
