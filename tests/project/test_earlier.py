"""Which edition a project is compared with: the last one presented before the meeting, another that was chosen, or none."""

from datetime import date

from app.model.editions import Edition, EditionKind
from app.model.project import Project
from app.project import edits
from app.project.earlier import NONE, chosen_edition, earlier_of
from app.project.editions import Occasion, keep
from app.project.ids import new_id
from app.project.references import mended
from tests.sample import TODAY, sample_project
from tests.sample_actions import key

MEETING = sample_project().matter.meeting
BEFORE, LONG_BEFORE = date(2027, 3, 9), date(2026, 12, 1)


def edition(number: int, kind: EditionKind, on: date) -> Edition:
    return Edition(
        id=key(0xE00 + number), kind=kind, on=on, kept=on, program="1", lang="sv", content=f"{number:064x}"
    )  # fmt: skip


def with_editions(*editions: Edition, since: str = "") -> Project:
    project = sample_project().model_copy(update={"editions": editions})
    return edits.put(project, "storyline/since", since)


def test_it_is_the_last_one_that_was_presented() -> None:
    old, new, sent = edition(1, "presented", LONG_BEFORE), edition(2, "presented", BEFORE), edition(3, "sent", TODAY)
    assert chosen_edition(with_editions(old, new, sent), MEETING) == new
    assert chosen_edition(with_editions(sent), MEETING) is None


def test_what_was_presented_at_this_very_meeting_is_no_earlier_one() -> None:
    assert MEETING is not None
    assert MEETING.on is not None
    assert chosen_edition(with_editions(edition(1, "presented", MEETING.on)), MEETING) is None


def test_a_later_meeting_is_compared_with_what_an_earlier_one_saw() -> None:
    board, council = sample_project().matter.route
    assert board.on is not None
    shown = edition(1, "presented", board.on)
    assert chosen_edition(with_editions(shown), council) == shown


def test_another_may_be_chosen_and_none() -> None:
    sent, shown = edition(1, "sent", BEFORE), edition(2, "presented", BEFORE)
    assert chosen_edition(with_editions(sent, shown, since=sent.id), MEETING) == sent
    assert chosen_edition(with_editions(sent, shown, since=NONE), MEETING) is None


def test_a_choice_whose_edition_is_gone_is_the_usual_one() -> None:
    shown = edition(2, "presented", BEFORE)
    assert chosen_edition(mended(with_editions(shown, since=key(0xEFF))), MEETING) == shown


def test_it_is_unpacked_once_and_the_same_from_then_on() -> None:
    kept = keep(sample_project(), Occasion("presented", None, "sv", "memo"), BEFORE, "1", new_id)
    first, again = (earlier_of(kept.project, kept.contents, MEETING) for _ in range(2))
    assert first is not None
    assert again is not None
    assert first.project == sample_project()
    assert first.project is again.project


def test_a_damaged_edition_is_compared_with_nothing() -> None:
    kept = keep(sample_project(), Occasion("presented", None, "sv", "memo"), BEFORE, "1", new_id)
    (digest,) = kept.contents
    assert earlier_of(kept.project, {digest: b"x"}, MEETING) is None
    assert earlier_of(kept.project, {}, MEETING) is None
