"""Two copies of a project come together: what one of them changed is there, what both changed is shown, nothing is lost."""

from datetime import date
from decimal import Decimal
from random import Random

import pytest

from app.model.base import text
from app.model.money import Origin
from app.model.project import Action, Evidence, Project, Risk, SlideChoice
from app.project import edits
from app.project.attachments import swept
from app.project.merge import Conflict, Typed, merge
from app.project.references import mended
from tests.edits_drawn import drawn_edits, edited
from tests.generated import generated_project
from tests.sample import sample_project

SAMPLE = sample_project()
FIRST, SECOND, *_ = SAMPLE.actions
PATTERN = SAMPLE.patterns[0]


def key(number: int) -> str:
    return f"{number:032x}"


def own(number: int, title: str) -> Action:
    return Action(id=key(number), title=text(title))


def conflict(found: tuple[Conflict, ...]) -> Conflict:
    (only,) = found
    return only


def different_fields_never_conflict(seed: int) -> None:
    random = Random(seed)
    base = swept(mended(generated_project(seed, most=6)))
    drawn = drawn_edits(base, random, 2 * random.randint(1, 8))
    ours, others = drawn[::2], drawn[1::2]
    merged = merge(base, edited(base, ours), edited(base, others))
    assert merged.conflicts == ()
    assert merged.project == edited(base, drawn)


def the_same_field_shows_both(seed: int) -> None:
    random = Random(seed)
    base = swept(mended(generated_project(seed, most=6)))
    ours = drawn_edits(base, random, 6)
    others = [each for each in drawn_edits(base, Random(seed + 1), 10_000) if each.path in {one.path for one in ours}]
    mine, theirs = edited(base, ours), edited(base, others)
    both = {path for path, _ in others if edits.get(mine, path) != edits.get(theirs, path)}
    merged = merge(base, mine, theirs)
    told = {each.path: (each.mine, each.theirs) for each in merged.conflicts}
    assert told == {path: (edits.get(mine, path), edits.get(theirs, path)) for path in both}
    assert merged.project == edited(theirs, ours)
    settled = merge(base, mine, theirs, dict.fromkeys(both, "theirs"))
    assert settled.project == edited(mine, others)


def test_different_fields_never_conflict_and_never_get_lost() -> None:
    for seed in range(50):
        different_fields_never_conflict(seed)


def test_the_same_field_always_shows_both() -> None:
    for seed in range(50):
        the_same_field_shows_both(seed)


@pytest.mark.soak
def test_a_thousand_pairs_of_edits() -> None:
    for seed in range(500):
        different_fields_never_conflict(seed)
        the_same_field_shows_both(seed)


def test_what_both_added_is_there_in_the_order_in_which_each_put_it() -> None:
    mine = edits.add(edits.add(SAMPLE, "actions", own(1, "Min först"), 0), "actions", own(2, "Min sist"))
    theirs = edits.add(SAMPLE, "actions", own(3, "Deras sist"))
    merged = merge(SAMPLE, mine, theirs)
    titles = [action.title.said("sv").text for action in merged.project.actions]
    assert merged.conflicts == ()
    assert [titles[0], *titles[-2:]] == ["Min först", "Min sist", "Deras sist"]


def test_one_moves_and_the_other_edits() -> None:
    mine = edits.move(SAMPLE, "actions", FIRST.id, 2)
    theirs = edits.put(SAMPLE, f"actions/{FIRST.id}/owner", "Ny ägare")
    merged = merge(SAMPLE, mine, theirs)
    assert merged.conflicts == ()
    assert merged.project.actions[2].id == FIRST.id
    assert merged.project.actions[2].owner == "Ny ägare"


def test_two_orders_are_a_conflict() -> None:
    mine, theirs = (edits.move(SAMPLE, "actions", FIRST.id, at) for at in (1, 2))
    only = conflict(merge(SAMPLE, mine, theirs).conflicts)
    assert (only.path, only.kind) == ("actions", "order")
    assert merge(SAMPLE, mine, theirs, {"actions": "theirs"}).project.actions[2].id == FIRST.id


def test_what_one_removed_goes_unless_the_other_wrote_in_it() -> None:
    mine = edits.remove(SAMPLE, f"actions/{FIRST.id}")
    merged = merge(SAMPLE, mine, edits.put(SAMPLE, f"actions/{SECOND.id}/owner", "Ny"))
    assert merged.conflicts == ()
    assert merged.project.action(FIRST.id) is None


@pytest.mark.parametrize("mine_removes", [True, False])
def test_an_edit_against_a_removal_is_a_conflict_and_stands(mine_removes: bool) -> None:
    path = f"patterns/{PATTERN.id}"
    removed = edits.remove(SAMPLE, path)
    written = edits.put(SAMPLE, f"{path}/meaning", text("Nytt ord"))
    sides = (removed, written) if mine_removes else (written, removed)
    only = conflict(merge(SAMPLE, *sides).conflicts)
    assert (only.path, only.kind, only.choices) == (path, "removal", ("mine", "theirs"))
    assert merge(SAMPLE, *sides).project == written, "with what referred to it"
    gone = merge(SAMPLE, *sides, {path: "mine" if mine_removes else "theirs"}).project
    assert gone == removed


def test_something_new_that_refers_to_what_was_removed_is_a_conflict() -> None:
    mine = edits.remove(SAMPLE, f"actions/{FIRST.id}")
    theirs = edits.add(SAMPLE, "risks", Risk(id=key(7), title=text("Ny risk"), action=FIRST.id))
    merged = merge(SAMPLE, mine, theirs)
    assert conflict(merged.conflicts).path == f"actions/{FIRST.id}"
    assert merged.project.action(FIRST.id) == FIRST
    assert merged.project.risks[-1].action == FIRST.id


def test_texts_meet_language_by_language_and_may_both_stand() -> None:
    path = f"patterns/{PATTERN.id}/meaning"
    base = edits.put(SAMPLE, path, text("Vår mening", "Our view"))
    mine, theirs = edits.put(base, f"{path}/sv", "Min"), edits.put(base, f"{path}/en", "Theirs")
    assert edits.get(merge(base, mine, theirs).project, path) == text("Min", "Theirs")
    theirs = edits.put(base, f"{path}/sv", "Deras")
    both = merge(base, mine, theirs, {f"{path}/sv": "both"}).project
    assert edits.get(both, f"{path}/sv") == "Min / Deras"


def test_what_was_typed_and_is_not_valid_meets_what_is() -> None:
    path = f"actions/{FIRST.id}/due"
    mine, theirs = edits.put_draft(SAMPLE, path, "31 februari"), edits.put(SAMPLE, path, "2028-03-01")
    only = conflict(merge(SAMPLE, mine, theirs).conflicts)
    assert only.mine == Typed("31 februari")
    assert merge(SAMPLE, mine, theirs).project == mine
    assert merge(SAMPLE, mine, theirs, {path: "theirs"}).project == theirs
    assert merge(SAMPLE, mine, SAMPLE).project == mine
    assert merge(SAMPLE, SAMPLE, mine).project == mine


def test_both_settle_the_same_slide() -> None:
    def settled(choice: SlideChoice) -> Project:
        return edits.put(SAMPLE, "storyline/slides", (*SAMPLE.storyline.slides, choice))

    mine, theirs = SlideChoice(slide="risks", on=False), SlideChoice(slide="risks", title=text("Riskerna"))
    merged = merge(SAMPLE, settled(mine), settled(theirs))
    assert merged.conflicts == ()
    assert merged.project.storyline.slides[-1] == SlideChoice(slide="risks", on=False, title=text("Riskerna"))


def test_without_a_common_state_nothing_counts_as_removed() -> None:
    mine = edits.remove(SAMPLE, f"actions/{FIRST.id}")
    theirs = edits.put(SAMPLE, "matter/title", text("Deras rubrik"))
    merged = merge(None, mine, theirs)
    assert merged.project.action(FIRST.id) is not None
    title = next(each for each in merged.conflicts if each.path == "matter/title/sv")
    assert (title.mine, title.theirs) == (SAMPLE.matter.title.said("sv").text, "Deras rubrik")


def test_members_within_members_meet() -> None:
    path = f"patterns/{PATTERN.id}/evidence"
    mine = edits.add(SAMPLE, path, Evidence(id=key(8), statement=text("Mitt belägg")))
    theirs = edits.add(SAMPLE, path, Evidence(id=key(9), statement=text("Deras belägg")))
    merged = merge(SAMPLE, mine, theirs)
    assert merged.conflicts == ()
    assert {key(8), key(9)} <= {each.id for each in merged.project.patterns[0].evidence}


ROW = f"actions/{SAMPLE.actions[0].id}/lines/{SAMPLE.actions[0].lines[0].id}"
AMOUNT, ORIGIN = f"{ROW}/amounts/2027", f"{ROW}/origins/2027"
CELL = Origin(file="Kalkyl.xlsx", sheet="Drift", place="B4", read=date(2027, 6, 1), sha256="0" * 64)


def fetched(project: Project, amount: int, **changed: object) -> Project:
    project = edits.put(project, AMOUNT, Decimal(amount))
    return edits.put(project, ORIGIN, CELL.model_copy(update=changed))


@pytest.mark.parametrize("typed_by_mine", [True, False])
def test_where_an_amount_was_read_goes_with_the_amount_that_is_chosen(typed_by_mine: bool) -> None:
    for base in (SAMPLE, fetched(SAMPLE, 1)):
        typed, read = edits.type_over(base, AMOUNT, Decimal(5)), fetched(base, 7, place="B5")
        mine, theirs = (typed, read) if typed_by_mine else (read, typed)
        (conflict,) = merge(base, mine, theirs).conflicts
        assert conflict.path == AMOUNT
        assert merge(base, mine, theirs, {AMOUNT: "mine"}).project == mine
        assert merge(base, mine, theirs, {AMOUNT: "theirs"}).project == theirs


def test_the_same_amount_comes_from_where_it_was_read_last() -> None:
    base = fetched(SAMPLE, 1)
    later = fetched(base, 2, place="B5", read=date(2027, 9, 1))
    assert merge(base, fetched(base, 2), later) == merge(base, later, fetched(base, 2))
    assert merge(base, fetched(base, 2), later).project == later


def test_an_amount_that_one_typed_comes_from_no_cell_that_the_other_read_again() -> None:
    base = fetched(SAMPLE, 1)
    typed, again = edits.type_over(base, AMOUNT, Decimal(5)), fetched(base, 1, read=date(2027, 9, 1))
    for mine, theirs in ((typed, again), (again, typed)):
        assert merge(base, mine, theirs) == (typed, ())
