"""A summary of too many sentences."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Project


def _find(project: Project, look: Look) -> Iterator[Hit]:
    count = len(project.matter.statements)
    if count > look.limits["statements"]:
        yield Hit("matter/statements", values={"n": count})


RULE = Rule(
    id="length.statements",
    severity="note",
    title=text("För många påståenden i sammanfattningen", "Too many statements in the summary"),
    says=text(
        "Sammanfattningen bärs av {n} påståenden. Tre till fem räcker.",
        "The summary rests on {n} statements. Three to five are enough.",
    ),
    why=text(
        "Fler än fem skäl minns ingen, och de svaga försvagar de starka.",
        "Nobody remembers more than five reasons, and the weak ones weaken the strong.",
    ),
    source=PRACTICE,
    scope=PROJECT,
    find=_find,
    reads=("matter",),
    limits={"statements": Decimal(5)},
    fires={
        "matter/statements": tuple(
            {"id": f"{n:032x}", "text": text(f"Skäl {n} bär beslutet", f"Reason {n} bears the decision")}
            for n in range(6)
        )
    },
)
