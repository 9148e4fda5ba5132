"""The decisions' ledger: what was asked of which body, what it had before it, what it decided, and what became of that."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from app.files.errors import UserError
from app.model.base import Id
from app.model.editions import Edition
from app.model.project import Action, Decision, Meeting, OutcomeKind, Project
from app.project.earlier import day_of
from app.project.editions import content_of


class Entry(NamedTuple):
    """A decision and the state of the project that tells of it, the meeting of the body that it was asked of, the edition that the body
    had before it, and the actions by which it is carried out, as they stand now."""

    decision: Decision
    project: Project
    meeting: Meeting | None
    before: Edition | None
    actions: tuple[Action, ...]

    @property
    def day(self) -> date | None:
        """The day on which it was decided, else that of the meeting."""
        outcome = self.decision.outcome
        return (outcome.on if outcome else None) or (self.meeting.on if self.meeting else None)


def ledger(project: Project, contents: Mapping[str, bytes]) -> tuple[Entry, ...]:
    """Every decision that is asked or was taken, those of this project in its order, then what only its editions know, the latest first:
    decisions that are gone from it, and how one was put off before it was taken. An edition that is missing or damaged tells nothing
    here."""
    own = tuple(_entry(project, project, decision) for decision in project.decisions)
    known = {(one.id, one.outcome.kind) for one in project.decisions if one.outcome}
    earlier: dict[tuple[Id, OutcomeKind], Entry] = {}
    for then in _states(project, contents):
        for one in then.decisions:
            if one.outcome and (one.id, one.outcome.kind) not in known:
                earlier[one.id, one.outcome.kind] = _entry(project, then, one)
    return (*own, *sorted(earlier.values(), key=lambda entry: entry.day or date.min, reverse=True))


def before_the_body(project: Project, decision: Decision, meeting: Meeting | None) -> Edition | None:
    """The edition that a body had before it when it decided: the last presented at that meeting, else the last sent out to it."""
    outcome = decision.outcome
    if meeting is None or outcome is None:
        return None
    until = outcome.on or meeting.on or date.max
    found = [one for one in project.editions if one.meeting == meeting.id and day_of(one) <= until]
    return max(found, key=lambda one: (one.kind == "presented", day_of(one)), default=None)


def grounded_on(project: Project, edition: Edition) -> tuple[Decision, ...]:
    """The project's decisions that were taken with an edition before the body."""
    entries = (_entry(project, project, decision) for decision in project.decisions)
    return tuple(entry.decision for entry in entries if entry.before is not None and entry.before.id == edition.id)


def _entry(now: Project, then: Project, decision: Decision) -> Entry:
    """A decision of a state of the project, its actions as they stand now; one that is no longer there as it stood then."""
    meeting = next((one for one in then.matter.route if one.id == decision.meeting), then.matter.meeting)
    actions = (now.action(key) or then.action(key) for key in decision.actions)
    return Entry(decision, then, meeting, before_the_body(now, decision, meeting), tuple(one for one in actions if one))


def _states(project: Project, contents: Mapping[str, bytes]) -> list[Project]:
    """The project as its editions hold it, oldest first."""
    states: list[Project] = []
    for edition in project.editions:
        try:
            states.append(content_of(edition, contents))
        except UserError:
            continue
    return states
