"""Edits drawn at random, each with the one path that it changes."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from app.model.base import FieldPath, text
from app.model.project import Action, Decision, Project, Risk
from app.project import edits

Edit = Callable[[Project], Project]


def drawn(project: Project, rng: Random, count: int) -> tuple[Project, frozenset[FieldPath]]:
    """The project after so many edits in different places, and the paths of those."""
    offered = dict(_offered(project, rng))
    paths = rng.sample(sorted(offered), count)
    for path in paths:
        project = offered[path](project)
    return project, frozenset(paths)


def _offered(project: Project, rng: Random) -> Iterator[tuple[FieldPath, Edit]]:
    """An edit for each place that may be edited without another's being so too."""
    number = rng.randrange(10**6)
    for chosen in project.patterns:
        yield _worded(f"patterns/{chosen.id}/meaning", number)
        for score in ("relevance", "readiness", "target"):
            yield _stepped(project, f"patterns/{chosen.id}/assessment/{score}/step")
            yield _worded(f"patterns/{chosen.id}/assessment/{score}/reason", number)
    for action in project.actions:
        yield from _of_action(project, action, number)
    for risk in project.risks:
        yield _worded(f"risks/{risk.id}/treatment", number)
        yield _stepped(project, f"risks/{risk.id}/consequence")
        yield _put(f"risks/{risk.id}/owner", f"Ägare {number}")
    for decision in project.decisions:
        yield _worded(f"decisions/{decision.id}/text", number)
        yield _put(f"decisions/{decision.id}/amount", Decimal(number))
    yield _worded("matter/title", number)
    yield _worded("matter/answer", number)
    yield from _added(rng)


def _of_action(project: Project, action: Action, number: int) -> Iterator[tuple[FieldPath, Edit]]:
    path = f"actions/{action.id}"
    yield _worded(f"{path}/what", number)
    yield _put(f"{path}/owner", f"Ansvarig {number}")
    yield _put(f"{path}/status", "ongoing" if edits.get(project, f"{path}/status") != "ongoing" else "done")
    yield _put(f"{path}/due", (action.due or date(2027, 1, 1)) + timedelta(days=1 + number % 200))
    for line in action.lines:
        yield _put(f"{path}/lines/{line.id}/amounts/{max(line.amounts, default=2027)}", Decimal(number + 1))
    for kpi in action.kpis:
        yield _put(f"{path}/kpis/{kpi.id}/target", Decimal(number) / 7 if number % 7 == 0 else Decimal(number))


def _added(rng: Random) -> Iterator[tuple[FieldPath, Edit]]:
    risk = Risk(id=f"{rng.getrandbits(128):032x}", title=text("Ny risk"))
    decision = Decision(id=f"{rng.getrandbits(128):032x}", text=text("Nytt förslag"))
    yield f"risks/{risk.id}", lambda project: edits.add(project, "risks", risk)
    yield f"decisions/{decision.id}", lambda project: edits.add(project, "decisions", decision, at=0)


def _worded(path: FieldPath, number: int) -> tuple[FieldPath, Edit]:
    return path, lambda project: edits.put(project, f"{path}/sv", f"Skrivet om {number}")


def _stepped(project: Project, path: FieldPath) -> tuple[FieldPath, Edit]:
    step = edits.get(project, path)
    return _put(path, 1 if step == 5 else 5)


def _put(path: FieldPath, value: object) -> tuple[FieldPath, Edit]:
    return path, lambda project: edits.put(project, path, value)
