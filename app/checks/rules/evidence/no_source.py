"""Evidence that does not say where it comes from."""

from collections.abc import Iterator

from app.checks.example import CHOSEN, EVIDENCE
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PATTERNS
from app.checks.sources import FAR
from app.model.base import text
from app.model.project import ChosenPattern


def _find(chosen: ChosenPattern, _: Look) -> Iterator[Hit]:
    for item in chosen.evidence:
        if (item.value or item.statement) and not item.source:
            path = f"patterns/{chosen.id}/evidence/{item.id}/source"
            yield Hit(path, values={"statement": item.statement})


RULE = Rule(
    id="evidence.no-source",
    severity="warning",
    title=text("Belägg utan källa", "Evidence without a source"),
    says=text("”{statement}” saknar källa.", "“{statement}” has no source."),
    why=text(
        "Ett tal som ingen kan spåra går inte att lita på, och frågan om källan kommer alltid.",
        "A number that nobody can trace cannot be trusted, and somebody always asks for the source.",
    ),
    source=FAR,
    scope=PATTERNS,
    find=_find,
    fires={f"patterns/{CHOSEN}/evidence/{EVIDENCE}/source": text()},
)
