"""A figure that many texts mention is changed: until the storyline, the slide that is shown and the report's text say it anew."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from app.compose import Composer, compose_report
from app.model.base import text
from app.model.mentions import mention, mention_of
from app.model.project import Figure, Project
from app.project.edits import put
from tests.bench.projects import LANG, TODAY
from tests.bench.table import Line
from tests.bench.timing import Times, once, together

_FIGURE: Final = f"{7:032x}"
_FIRST: Final = 41_000
_GOAL: Final = "50"


def mentioning(project: Project) -> Project:
    """The project with a figure that its answer and every pattern and action mention, beside figures that are computed."""
    figure = Figure(id=_FIGURE, label=text("Samtal"), value=Decimal(_FIRST))
    project = project.model_copy(update={"figures": (figure,)})
    said, net = mention(_FIGURE), mention("net")
    patterns = (one.model_copy(update={"meaning": text(f"Här ger det {said} och {net}.")}) for one in project.patterns)
    actions = (
        one.model_copy(update={"what": text(f"{said} för {mention(mention_of(one.id, 'cost'))}.")})
        for one in project.actions
    )
    project = project.model_copy(update={"patterns": tuple(patterns), "actions": tuple(actions)})
    return put(project, "matter/answer", text(f"Vi får {said} för {mention('cost')}"))


def changes(project: Project, rounds: int) -> Iterator[Line]:
    """The figure itself is changed, then an amount that sums come of."""
    project = mentioning(project)
    line = project.actions[0].lines[0]
    amounts = f"actions/{project.actions[0].id}/lines/{line.id}/amounts/{min(line.amounts)}"
    yield from _changed(project, "a figure", f"figures/{_FIGURE}/value", _FIRST, rounds)
    yield from _changed(project, "an amount", amounts, 10_000_000, rounds)


def _changed(project: Project, what: str, path: str, first: int, rounds: int) -> Iterator[Line]:
    before = Composer(project, lang=LANG, today=TODAY)
    once(lambda: (before.titles, before.slide("summary")))
    shown: list[Times] = []
    told: list[Times] = []
    for value in range(first, first + rounds * 100_000, 100_000):
        changed = put(project, path, Decimal(value))
        fresh = Composer(changed, lang=LANG, today=TODAY)
        shown.append(once(lambda fresh=fresh, before=before: _storyline(fresh, before)))
        told.append(once(lambda changed=changed: compose_report(changed, lang=LANG, today=TODAY, kind="memo")))
        before = fresh
    yield Line(f"{what} is changed, to the storyline and the slide", together(shown), goal=_GOAL)
    yield Line(f"{what} is changed, to the report's text", together(told), goal=_GOAL)


def _storyline(fresh: Composer, before: Composer) -> object:
    """Every title of the storyline, and the slide that is shown."""
    fresh.take_over(before)
    return fresh.titles, fresh.slide("summary")
