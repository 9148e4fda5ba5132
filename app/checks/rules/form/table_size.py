"""A table with more rows or columns than can be read on a slide."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.deck import ShownSlide
from app.checks.example import COST, FIRST
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import SLIDES
from app.checks.sources import PRACTICE
from app.checks.standing import flat
from app.layout.frames import TableItem
from app.model.base import text


def _find(shown: ShownSlide, look: Look) -> Iterator[Hit]:
    for table in (item for page in shown.pages for item in flat(page.items) if isinstance(item, TableItem)):
        rows, columns = len(table.rows), len(table.widths)
        if rows > look.limits["rows"] or columns > look.limits["columns"]:
            yield Hit(slide=shown.slide.id, values={"rows": rows, "columns": columns})
            return


RULE = Rule(
    id="form.table-size",
    severity="note",
    title=text("För stor tabell", "Too large a table"),
    says=text(
        "Tabellen på bilden har {rows} rader och {columns} kolumner. Visa det som avgör och lägg resten i rapporten.",
        "The table on this slide has {rows} rows and {columns} columns. Show what decides and put the rest into the report.",
    ),
    why=text(
        "En stor tabell läses på papper. På en bild letar var och en för sig, medan du talar om något annat.",
        "A large table is read on paper. On a slide everybody searches it alone while you talk about something else.",
    ),
    source=PRACTICE,
    scope=SLIDES,
    find=_find,
    limits={"rows": Decimal(16), "columns": Decimal(10)},
    fires={
        f"actions/{FIRST}/lines/{COST}/amounts": {year: Decimal(100_000) for year in range(2028, 2046)},
    },
)
