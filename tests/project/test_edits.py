"""A change at a path changes that place alone, and what is taken away is referred to no more."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.base import FieldPath, text
from app.model.money import Origin, Reconciled
from app.model.project import Asset, Kpi, Project, Risk, SlideChoice, StorylineChoices
from app.project import edits
from app.project.edits import InvalidValue, NoSuchPlace
from tests.sample import COST, EXCHANGE, FUNDS, KF, PHASES, RISKS, key, sample_project

PROJECT = sample_project()
INVENTORY, EXPAND = (action.id for action in PROJECT.actions[:2])
LINE = PROJECT.actions[0].lines[0].id

PLACES: tuple[tuple[FieldPath, object], ...] = (
    ("matter/title", text("Nytt", "New")),
    ("matter/title/sv", "Ny titel"),
    (f"matter/route/{KF}/on", date(2027, 9, 20)),
    (f"patterns/{EXCHANGE}/meaning/en", "What it means"),
    (f"patterns/{EXCHANGE}/assessment/relevance/step", 2),
    (f"patterns/{EXCHANGE}/evidence/{key(0x71)}/statement/sv", "ett nytt belägg"),
    (f"actions/{INVENTORY}/due", date(2028, 3, 31)),
    (f"actions/{INVENTORY}/due", None),
    (f"actions/{INVENTORY}/lines/{LINE}/amounts/2027", Decimal("250000.50")),
    (f"actions/{INVENTORY}/lines/{LINE}/amounts/2035", Decimal(1)),
    (f"alternatives/{PHASES}/scores/{COST}/step", 1),
    (f"risks/{RISKS[0]}/title/sv", "En risk"),
    (f"decisions/{FUNDS}/amount", Decimal(9_500_000)),
    ("organisation/name", "Ljungby"),
    ("recommended", None),
)


@pytest.mark.parametrize(("path", "value"), PLACES)
def test_what_is_put_is_what_one_gets_and_nothing_else_changes(path: FieldPath, value: object) -> None:
    changed = edits.put(PROJECT, path, value)
    assert edits.get(changed, path) == value
    assert edits.put(changed, path, edits.get(PROJECT, path)) == PROJECT
    first = path.partition("/")[0]
    assert all(getattr(changed, name) is getattr(PROJECT, name) for name in Project.model_fields if name != first)


@pytest.mark.parametrize("path", [path for path, _ in PLACES])
def test_putting_what_is_there_already_gives_the_same_project(path: FieldPath) -> None:
    assert edits.put(PROJECT, path, edits.get(PROJECT, path)) is PROJECT


@given(st.text())
def test_any_text_can_be_put_and_is_kept_clean(typed: str) -> None:
    changed = edits.put(PROJECT, f"patterns/{EXCHANGE}/meaning/sv", typed)
    assert (
        edits.put(changed, f"patterns/{EXCHANGE}/meaning/sv", changed.patterns[0].meaning.root.get("sv", "")) == changed
    )


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        (f"decisions/{FUNDS}/amount", Decimal(-1), "Skriv ett värde som inte är mindre än noll. En kostnad skrivs utan minus."),
        (f"actions/{INVENTORY}/lines/{LINE}/amounts/2027", -5, "Skriv ett värde som inte är mindre än noll. En kostnad skrivs utan minus."),
        (f"actions/{INVENTORY}/lines/{LINE}/amounts/2027", Decimal("0.123"), "Skriv högst 2 decimaler."),
        (f"patterns/{EXCHANGE}/assessment/target/step", 6, "Värdet får inte vara högre än 5."),
        (f"patterns/{EXCHANGE}/assessment/target/step", 0, "Värdet får inte vara lägre än 1."),
        (f"actions/{INVENTORY}/due", "2027-02-31", "Skriv ett datum, till exempel 2027-09-01."),
        (f"actions/{INVENTORY}/status", "kanske", "Välj något av det som finns i listan."),
        (f"decisions/{FUNDS}/amount", "mycket", "Skriv ett tal."),
        ("storyline/minutes", 2.5, "Skriv ett helt tal."),
        ("organisation/currency", "kronor", "Värdet passar inte här."),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused_in_words(path: FieldPath, value: object, sentence: str) -> None:
    with pytest.raises(InvalidValue) as said:
        edits.put(PROJECT, path, value)
    assert said.value.told("sv") == sentence
    assert said.value.path == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "nowhere",
        "matter/nowhere",
        f"actions/{key(0x999)}/due",
        "matter/title/fi",
        "organisation/name/sv",
        "actions//due",
    ],
)
def test_a_path_that_leads_nowhere_says_so(path: FieldPath) -> None:
    with pytest.raises(NoSuchPlace):
        edits.get(PROJECT, path)
    with pytest.raises(NoSuchPlace):
        edits.put(PROJECT, path, "x")


def test_a_year_without_amount_is_none_and_goes_by_none() -> None:
    path = f"actions/{INVENTORY}/lines/{LINE}/amounts/2027"
    without = edits.put(PROJECT, path, None)
    assert edits.get(without, path) is None
    assert 2027 not in without.actions[0].lines[0].amounts
    with pytest.raises(InvalidValue):
        edits.put(PROJECT, f"actions/{INVENTORY}/lines/{LINE}/amounts/soon", 5)


def test_an_alternative_can_be_scored_by_a_criterion_for_the_first_time() -> None:
    bare = edits.put(PROJECT, f"alternatives/{PHASES}/scores", {})
    scored = edits.put(bare, f"alternatives/{PHASES}/scores/{COST}/step", 4)
    assert edits.get(scored, f"alternatives/{PHASES}/scores/{COST}/step") == 4
    assert edits.get(bare, f"alternatives/{PHASES}/scores/{COST}/reason/sv") == ""


def test_members_are_added_moved_and_removed_in_place() -> None:
    risk = Risk(id=key(0x900), title=text("Ny"))
    added = edits.add(PROJECT, "risks", risk, at=1)
    assert added.risks[1] == risk
    assert edits.add(PROJECT, "risks", risk).risks[-1] == risk
    assert edits.move(added, "risks", risk.id, 0).risks[0] == risk
    assert edits.remove(added, f"risks/{risk.id}") == PROJECT
    kpi = Kpi(id=key(0x901), name=text("Andel"))
    assert edits.add(PROJECT, f"actions/{INVENTORY}/kpis", kpi).actions[0].kpis[-1] == kpi


def test_nothing_is_added_twice_or_taken_from_nowhere() -> None:
    with pytest.raises(ValueError, match="already"):
        edits.add(PROJECT, "risks", PROJECT.risks[0])
    for change in _FROM_NOWHERE:
        with pytest.raises(NoSuchPlace):
            change(PROJECT)


_FROM_NOWHERE: tuple[Callable[[Project], Project], ...] = (
    lambda project: edits.remove(project, f"risks/{key(0x999)}"),
    lambda project: edits.remove(project, "matter/title"),
    lambda project: edits.move(project, "risks", key(0x999), 0),
)


def test_what_is_not_yet_valid_is_kept_and_the_field_is_empty_meanwhile() -> None:
    path = f"actions/{INVENTORY}/due"
    typing = edits.put_draft(PROJECT, path, "31 februari")
    assert typing.drafts[path] == "31 februari"
    assert typing.actions[0].due is None
    done = edits.put(typing, path, date(2027, 2, 28))
    assert path not in done.drafts
    assert edits.clear_draft(typing, path).drafts == {}
    cost = f"actions/{INVENTORY}/lines/{LINE}/amounts/2027"
    assert 2027 not in edits.put_draft(PROJECT, cost, "-5").actions[0].lines[0].amounts


def test_a_removed_pattern_leaves_its_actions_as_the_organisations_own() -> None:
    draft = edits.put_draft(PROJECT, f"patterns/{EXCHANGE}/assessment/relevance/step", "7")
    choices = (SlideChoice(slide=f"pattern/{EXCHANGE}", on=False), SlideChoice(slide="decisions", on=False))
    settled = draft.model_copy(
        update={"storyline": StorylineChoices(slides=choices, order=(f"pattern/{EXCHANGE}", "risks"))}
    )
    without = edits.remove(settled, f"patterns/{EXCHANGE}")
    assert without.chosen(EXCHANGE) is None
    assert len(without.actions) == len(PROJECT.actions)
    assert not without.actions_of(EXCHANGE)
    assert without.drafts == {}
    assert without.storyline.slides == (choices[1],)
    assert without.storyline.order == ("risks",)


def test_a_removed_action_is_waited_for_no_more_and_its_risks_stay() -> None:
    waiting = edits.put(PROJECT, f"actions/{EXPAND}/depends_on", (INVENTORY,))
    risky = edits.put(waiting, f"risks/{RISKS[0]}/action", INVENTORY)
    without = edits.remove(risky, f"actions/{INVENTORY}")
    assert edits.get(without, f"actions/{EXPAND}/depends_on") == ()
    assert without.risks[0].action is None


def test_a_removed_criterion_takes_its_scores_along() -> None:
    without = edits.remove(PROJECT, f"criteria/{COST}")
    assert all(COST not in alternative.scores for alternative in without.alternatives)


def test_a_removed_alternative_meeting_or_picture_is_referred_to_no_more() -> None:
    assert edits.remove(PROJECT, f"alternatives/{PHASES}").recommended is None
    assert all(decision.meeting != KF for decision in edits.remove(PROJECT, f"matter/route/{KF}").decisions)
    digest = "a" * 64
    pictured = edits.add(PROJECT, "assets", Asset(sha256=digest, name="logo.png", media_type="image/png"))
    branded = edits.put(pictured, "organisation/logo", digest)
    assert edits.remove(branded, f"assets/{digest}") == PROJECT


def test_a_slides_choice_is_found_by_an_id_that_holds_a_slash() -> None:
    choice = SlideChoice(slide=f"pattern/{EXCHANGE}")
    settled = edits.add(PROJECT, "storyline/slides", choice)
    titled = edits.put(settled, f"storyline/slides/pattern/{EXCHANGE}/title/sv", "Egen titel")
    assert titled.storyline.slides[0].title == text("Egen titel")
    assert edits.remove(titled, f"storyline/slides/pattern/{EXCHANGE}").storyline.slides == ()


def test_the_longest_of_keys_that_hold_a_slash_is_meant() -> None:
    choices = (SlideChoice(slide="free"), SlideChoice(slide="free/1"))
    project = edits.put(sample_project(), "storyline/slides", choices)
    after = edits.put(project, "storyline/slides/free/1/title", text("Ny"))
    assert [choice.title.said("sv").text for choice in after.storyline.slides] == ["", "Ny"]


def fetched_project() -> tuple[Project, FieldPath]:
    """The sample with a row whose first year was read from a cell and reconciled, and the row's path."""
    row = f"actions/{INVENTORY}/lines/{LINE}"
    cell = Origin(file="Kalkyl.xlsx", sheet="Drift", place="B4", read=date(2027, 6, 1), sha256="0" * 64)
    project = edits.put(PROJECT, f"{row}/amounts/2027", Decimal(1200))
    project = edits.put(project, f"{row}/origins/2027", cell)
    return edits.put(project, f"{row}/reconciled", Reconciled(by="Ekonomichef")), row


@pytest.mark.parametrize("typed", [Decimal(1300), None])
def test_an_amount_that_is_typed_over_comes_from_no_cell_and_is_preliminary(typed: Decimal | None) -> None:
    project, row = fetched_project()
    after = edits.type_over(project, f"{row}/amounts/2027", typed)
    assert edits.get(after, f"{row}/amounts/2027") == typed
    assert edits.get(after, f"{row}/origins/2027") is None
    assert edits.get(after, f"{row}/reconciled") is None


def test_what_is_typed_as_it_stands_or_elsewhere_leaves_the_cell() -> None:
    project, row = fetched_project()
    assert edits.type_over(project, f"{row}/amounts/2027", Decimal(1200)) == project
    other = edits.type_over(project, f"{row}/what/sv", "Licenser")
    assert edits.get(other, f"{row}/origins/2027") is not None
    assert edits.get(other, f"{row}/reconciled") is not None
