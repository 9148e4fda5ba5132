"""An amount of money without its year or price level."""

from collections.abc import Iterator

from app.checks.example import FIGURE
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import FIGURES
from app.checks.sources import GREEN_BOOK
from app.model.base import text
from app.model.figure import Figure


def _find(figure: Figure, _: Look) -> Iterator[Hit]:
    if figure.value is None or figure.kind == "other":
        return
    if figure.year is None or figure.price_level is None:
        name = "year" if figure.year is None else "price_level"
        yield Hit(f"figures/{figure.id}/{name}", values={"figure": figure.label})


RULE = Rule(
    id="money.figure-no-year",
    severity="note",
    title=text("Belopp utan år eller prisnivå", "Amount without year or price level"),
    says=text("”{figure}” saknar år eller prisnivå.", "“{figure}” lacks its year or price level."),
    why=text(
        "Belopp från olika år går inte att jämföra utan samma prisnivå.",
        "Amounts of different years cannot be compared without one price level.",
    ),
    source=GREEN_BOOK,
    scope=FIGURES,
    find=_find,
    fires={f"figures/{FIGURE}/price_level": None},
)
