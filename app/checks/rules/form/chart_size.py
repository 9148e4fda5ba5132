"""A chart with more columns or series than can be taken in."""

from collections.abc import Iterator
from decimal import Decimal

from app.checks.deck import ShownSlide
from app.checks.example import COST, FIRST
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import SLIDES
from app.checks.sources import PRACTICE
from app.checks.standing import flat
from app.layout.charts import ChartItem
from app.model.base import text


def _find(shown: ShownSlide, look: Look) -> Iterator[Hit]:
    for chart in (item for page in shown.pages for item in flat(page.items) if isinstance(item, ChartItem)):
        columns, series = len(chart.categories), len(chart.series)
        if columns > look.limits["columns"] or series > look.limits["series"]:
            yield Hit(slide=shown.slide.id, values={"columns": columns, "series": series})


RULE = Rule(
    id="form.chart-size",
    severity="note",
    title=text("För mycket i diagrammet", "Too much in the chart"),
    says=text(
        "Diagrammet har {columns} staplar i {series} färger. Räkna på färre år, eller visa bara det som avgör.",
        "The chart has {columns} columns in {series} colours. Reckon with fewer years, or show only what decides.",
    ),
    why=text(
        "Ett diagram ska säga en sak. När staplarna blir smala försvinner talen på dem, och ingen ser skillnaden.",
        "A chart should say one thing. Narrow columns lose their figures, and nobody sees the difference.",
    ),
    source=PRACTICE,
    scope=SLIDES,
    find=_find,
    limits={"columns": Decimal(12), "series": Decimal(5)},
    fires={
        f"actions/{FIRST}/lines/{COST}/amounts": {year: Decimal(100_000) for year in range(2028, 2046)},
    },
)
