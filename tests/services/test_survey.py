"""What is told before an export."""

from datetime import date

from app.checks.example import DECISION, TODAY, example_project
from app.model.base import Lang, text
from app.model.checks import Ignored
from app.project.edits import put
from app.services.export import Choices
from app.services.survey import survey

LANG: Lang = "sv"
CHOICES = Choices(LANG, TODAY, theme="fjard")


def test_a_project_in_order_has_no_remarks() -> None:
    assert survey(example_project(), {}, CHOICES).remarks == ()


def test_the_gravest_remark_comes_first_and_is_said_in_both_languages() -> None:
    project = put(example_project(), f"decisions/{DECISION}/funding", text("Medlen tas i syfte att nå målen", "TBD"))

    remarks = survey(project, {}, CHOICES).remarks

    assert [remark.severity for remark in remarks] == ["note"]
    assert "i syfte att" in remarks[0].told.said("sv").text
    assert set(remarks[0].told.root) == {"sv", "en"}


def test_what_somebody_left_is_no_remark() -> None:
    path = f"decisions/{DECISION}/funding"
    project = put(example_project(), path, text("Medlen tas i syfte att nå målen"))
    left = Ignored(
        id="e" * 32, rule="language.stiff", at=f"{path}/sv", reason="Så står det i lagen", on=date(2027, 6, 1)
    )
    checks = project.checks.model_copy(update={"ignored": (left,)})

    assert survey(project.model_copy(update={"checks": checks}), {}, CHOICES).remarks == ()
