"""What a deck of ours is made of, so that a bare library can be asked for the same."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, cast

import pypdfium2

from app.layout.frames import ChartItem, GroupItem, Item, PlacedDeck, ScatterItem, ShapeItem, TableItem, TextItem
from tests.bench.bare import BareChart, BareSlide

_pdfium: Final = cast(Any, pypdfium2)


def described(deck: PlacedDeck) -> tuple[BareSlide, ...]:
    """The slides of a deck: as many shapes with the same texts, tables of the same cells, charts of the same values."""
    return tuple(_slide(tuple(_leaves(slide.items))) for slide in deck.slides)


def _leaves(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if isinstance(item, GroupItem):
            yield from _leaves(item.items)
        else:
            yield item


def _slide(items: Sequence[Item]) -> BareSlide:
    tables = [item for item in items if isinstance(item, TableItem)]
    charts = [item for item in items if isinstance(item, ChartItem | ScatterItem)]
    others = [item for item in items if not isinstance(item, TableItem | ChartItem | ScatterItem)]
    return BareSlide(
        [_text(item) for item in others],
        [[[cell.body.plain for cell in row.cells] for row in table.rows] for table in tables],
        [_chart(chart) for chart in charts],
    )


def _text(item: Item) -> str:
    body = item.body if isinstance(item, TextItem | ShapeItem) else None
    return body.plain if body else ""


def _chart(chart: ChartItem | ScatterItem) -> BareChart:
    if isinstance(chart, ScatterItem):
        ends = [[float(row.start or 0) for row in chart.rows], [float(row.end or 0) for row in chart.rows]]
        return BareChart(tuple(row.name for row in chart.rows), ends)
    return BareChart(chart.categories, [[float(value or 0) for value in series.values] for series in chart.series])


def lines_of(pdf: bytes) -> tuple[tuple[str, ...], ...]:
    """The lines of text on each page of a PDF."""
    document: Any = _pdfium.PdfDocument(pdf)
    pages: list[tuple[str, ...]] = []
    for number in range(len(document)):
        text = str(document[number].get_textpage().get_text_range())
        pages.append(tuple(line for line in text.splitlines() if line.strip()))
    return tuple(pages)
