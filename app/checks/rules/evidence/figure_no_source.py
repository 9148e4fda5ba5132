"""A figure that does not say where it comes from."""

from collections.abc import Iterator

from app.checks.example import FIGURE
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import FIGURES
from app.checks.sources import FAR
from app.model.base import text
from app.model.figure import Figure


def _find(figure: Figure, _: Look) -> Iterator[Hit]:
    if figure.value is not None and not figure.source and figure.origin is None:
        yield Hit(f"figures/{figure.id}/source", values={"figure": figure.label})


RULE = Rule(
    id="evidence.figure-no-source",
    severity="warning",
    title=text("Siffra utan källa", "Figure without a source"),
    says=text("Siffran ”{figure}” saknar källa.", "The figure “{figure}” has no source."),
    why=text(
        "Ett tal som ingen kan spåra går inte att lita på, och frågan om källan kommer alltid.",
        "A number that nobody can trace cannot be trusted, and somebody always asks for the source.",
    ),
    source=FAR,
    scope=FIGURES,
    find=_find,
    fires={f"figures/{FIGURE}/source": text()},
)
