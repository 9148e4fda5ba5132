"""The floors: what bare python-pptx and bare reportlab take for as many slides, shapes, pages and lines.

As a program: `python -m tests.bench.bare deck.json out.pptx` builds a deck from its description in JSON."""

import json
import sys
from collections.abc import Sequence
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.pdfgen.canvas import Canvas


class BareChart(NamedTuple):
    """A chart's categories, and its series' values."""

    categories: Sequence[str]
    series: Sequence[Sequence[float]]


class BareSlide(NamedTuple):
    """A slide's shapes by their texts ("" for a shape without), its tables by rows of texts, its charts."""

    shapes: Sequence[str]
    tables: Sequence[Sequence[Sequence[str]]]
    charts: Sequence[BareChart]


def bare_deck(slides: Sequence[BareSlide]) -> bytes:
    """A deck of python-pptx's own template with so many shapes, tables and charts."""
    # python-pptx has no types: what comes out of it is taken as it is.
    pptx: Any = import_module("pptx")
    presentation: Any = pptx.Presentation()
    for each in slides:
        shapes: Any = presentation.slides.add_slide(presentation.slide_layouts[6]).shapes
        for text in each.shapes:
            _add_shape(shapes, text)
        for rows in each.tables:
            _add_table(shapes, rows)
        for chart in each.charts:
            _add_chart(shapes, chart)
    out = BytesIO()
    presentation.save(out)
    return out.getvalue()


def _add_shape(shapes: Any, text: str) -> None:
    if text:
        shapes.add_textbox(914400, 914400, 3657600, 457200).text_frame.text = text
    else:
        rectangle = import_module("pptx.enum.shapes").MSO_SHAPE.RECTANGLE
        shapes.add_shape(rectangle, 914400, 914400, 3657600, 457200)


def _add_table(shapes: Any, rows: Sequence[Sequence[str]]) -> None:
    columns = max(len(row) for row in rows)
    table: Any = shapes.add_table(len(rows), columns, 914400, 914400, 9144000, 3657600).table
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = text


def _add_chart(shapes: Any, chart: BareChart) -> None:
    data: Any = import_module("pptx.chart.data").CategoryChartData()
    data.categories = chart.categories
    for number, values in enumerate(chart.series):
        data.add_series(f"Series {number}", values)
    kind: Any = import_module("pptx.enum.chart").XL_CHART_TYPE.COLUMN_STACKED
    shapes.add_chart(kind, 914400, 914400, 9144000, 3657600, data)


def bare_pdf(pages: Sequence[Sequence[str]], size: tuple[float, float]) -> bytes:
    """Pages with a line of text each below the other, in a font that needs no embedding."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=size)
    for lines in pages:
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(lines):
            canvas.drawString(50, size[1] - 50 - 12 * number, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def main(description: str, target: str) -> None:
    """Builds the deck that a file describes."""
    read: list[Any] = json.loads(Path(description).read_text(encoding="utf-8"))
    slides = [BareSlide(shapes, tables, [BareChart(*chart) for chart in charts]) for shapes, tables, charts in read]
    Path(target).write_bytes(bare_deck(slides))


if __name__ == "__main__":
    main(*sys.argv[1:])
