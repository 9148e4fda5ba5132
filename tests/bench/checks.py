"""The checks on a large project: all of it, and again after an edit."""

from collections.abc import Iterator

from app.model.base import text
from app.model.project import Project
from app.project import edits
from app.services.checks import check, checker_of
from tests.bench.projects import CHOICES
from tests.bench.table import Line
from tests.bench.timing import compared

_ROUNDS = 12


def checks(project: Project) -> Iterator[Line]:
    """A whole run, and what one keystroke in an action's text asks for."""
    (whole,) = compared((lambda: check(project, {}, CHOICES),), _ROUNDS)
    yield Line("all rules", whole, goal="under 500")
    checker, state = checker_of(project, CHOICES), [project]
    checker.check(project)

    def typed() -> None:
        action = state[0].actions[len(state[0].actions) // 2]
        said = action.what.said("sv").text
        state[0] = edits.put(state[0], f"actions/{action.id}/what", text(f"{said} x"))
        checker.check(state[0])

    (after,) = compared((typed,), _ROUNDS)
    yield Line("again after an edit", after, goal="under 50")
