"""Going on as today was not weighed."""

from collections.abc import Iterator

from app.checks.example import AS_TODAY
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import GREEN_BOOK
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    if project.alternatives and not any(way.as_today for way in project.alternatives):
        yield Hit("alternatives")


RULE = Rule(
    id="decision.no-as-today",
    severity="warning",
    title=text("”Som i dag” har inte vägts", "“As today” was not weighed"),
    says=text(
        "Inget av alternativen är att fortsätta som i dag. Lägg till det, med vad det kostar.",
        "None of the alternatives is to carry on as today. Add it, with what it costs.",
    ),
    why=text(
        "Valet börjar i en jämförelse med att fortsätta som förut.",
        "The choice starts from comparison with business as usual.",
    ),
    source=GREEN_BOOK,
    scope=PROJECT,
    find=_find,
    reads=("alternatives",),
    fires={f"alternatives/{AS_TODAY}/as_today": False},
)
