"""Too few ways were weighed."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import GREEN_BOOK
from app.model.base import text
from app.model.project import Project


def _find(project: Project, look: Look) -> Iterator[Hit]:
    fewest, weighed = int(look.limits["fewest"]), len(project.alternatives)
    if project.decisions and weighed < fewest:
        yield Hit("alternatives", values={"weighed": weighed, "fewest": fewest})


RULE = Rule(
    id="decision.few-alternatives",
    severity="warning",
    title=text("För få alternativ", "Too few alternatives"),
    says=text(
        "Alternativ som har vägts: {weighed}. Visa minst {fewest}, med ”som i dag” bland dem.",
        "Alternatives weighed: {weighed}. Show at least {fewest}, “as today” among them.",
    ),
    why=text(
        "Den som bara får se ett förslag kan inte bedöma om det är det bästa.",
        "Those who see only one proposal cannot judge whether it is the best.",
    ),
    source=GREEN_BOOK,
    scope=PROJECT,
    find=_find,
    reads=("decisions", "alternatives"),
    limits={"fewest": Decimal(3)},
    fires={"alternatives": ()},
    silent={"alternatives": (), "decisions": (), "criteria": ()},
)
