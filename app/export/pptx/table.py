"""Native tables: exact rows and columns, no style, each edge written into both cells that share it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Final

from app.export.pptx.canvas import Canvas, place
from app.export.pptx.text import ANCHOR
from app.export.pptx.xml import A, Element, P, sub
from app.layout.frames import Border, TableCell, TableItem, TableRow, TextBody
from app.model.units import emu

_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"
#: PowerPoint's own "No Style, No Grid".
_NO_STYLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_EMPTY: Final = TextBody((), ())


@dataclass(frozen=True, slots=True)
class _Edges:
    """A cell's four borders after asking its neighbours."""

    left: Border
    right: Border
    top: Border
    bottom: Border


def draw_table(item: TableItem, parent: Element, canvas: Canvas) -> None:
    """A table in its graphic frame. Raises ValueError when a row's cells do not fill the columns, or a column has no width."""
    _check(item)
    frame = sub(parent, f"{P}graphicFrame")
    naming = sub(frame, f"{P}nvGraphicFramePr")
    canvas.identify(naming, item, alt=item.alt)
    sub(sub(naming, f"{P}cNvGraphicFramePr"), f"{A}graphicFrameLocks", {"noGrp": "1"})
    sub(naming, f"{P}nvPr")
    place(frame, f"{P}xfrm", item.box)
    table = sub(sub(sub(frame, f"{A}graphic"), f"{A}graphicData", {"uri": _URI}), f"{A}tbl")
    head = {"firstRow": "1"} if item.rows and item.rows[0].head else {}
    sub(sub(table, f"{A}tblPr", head), f"{A}tableStyleId", text=_NO_STYLE)
    grid = sub(table, f"{A}tblGrid")
    for width in steps(item.widths):
        sub(grid, f"{A}gridCol", {"w": str(width)})
    heights = steps([row.height for row in item.rows])
    for index, (row, height) in enumerate(zip(item.rows, heights, strict=True)):
        element = sub(table, f"{A}tr", {"h": str(height)})
        above = item.rows[index - 1] if index else None
        below = item.rows[index + 1] if index + 1 < len(item.rows) else None
        for cell, edges in zip(row.cells, _edges(row, above, below), strict=True):
            _write_cell(element, cell, edges, canvas)


def _check(item: TableItem) -> None:
    """PowerPoint repairs, or refuses, tables whose rows and columns disagree; validators do not see all of it."""
    if min(item.widths, default=0.0) <= 0 or min((row.height for row in item.rows), default=0.0) <= 0:
        raise ValueError(f"table {item.block}: a column or row without extent")
    if any(sum(cell.columns for cell in row.cells) != len(item.widths) for row in item.rows):
        raise ValueError(f"table {item.block}: a row's cells do not fill the columns")


def steps(lengths: Sequence[float]) -> list[int]:
    """Lengths in EMU that add up to their sum in EMU: each edge is rounded, not each length."""
    edges = [emu(edge) for edge in accumulate(lengths, initial=0.0)]
    return [after - before for before, after in pairwise(edges)]


def _edges(row: TableRow, above: TableRow | None, below: TableRow | None) -> Iterator[_Edges]:
    column = 0
    for index, cell in enumerate(row.cells):
        before = row.cells[index - 1].right if index else Border()
        after = row.cells[index + 1].left if index + 1 < len(row.cells) else Border()
        over = _at(above, column).bottom if above else Border()
        under = _at(below, column).top if below else Border()
        yield _Edges(
            _heavier(cell.left, before),
            _heavier(cell.right, after),
            _heavier(cell.top, over),
            _heavier(cell.bottom, under),
        )
        column += cell.columns


def _at(row: TableRow, column: int) -> TableCell:
    """The cell of a row that covers a column."""
    reached = 0
    for cell in row.cells:
        reached += cell.columns
        if column < reached:
            return cell
    return row.cells[-1]


def _heavier(one: Border, other: Border) -> Border:
    return other if one.color is None or (other.color is not None and other.width > one.width) else one


def _write_cell(parent: Element, cell: TableCell, edges: _Edges, canvas: Canvas) -> None:
    element = sub(parent, f"{A}tc", {"gridSpan": str(cell.columns)} if cell.columns > 1 else None)
    canvas.deck.text.cell(element, cell.body, canvas.link)
    left, top, right, bottom = (str(emu(inset)) for inset in cell.body.insets)
    anchor = ANCHOR[cell.body.anchor]
    attributes = {"marL": left, "marR": right, "marT": top, "marB": bottom, "anchor": anchor}
    _write_look(sub(element, f"{A}tcPr", attributes), cell, edges, canvas)
    for _ in range(cell.columns - 1):
        covered = sub(parent, f"{A}tc", {"hMerge": "1"})
        canvas.deck.text.cell(covered, _EMPTY, canvas.link)
        _write_look(sub(covered, f"{A}tcPr", attributes), cell, edges, canvas)


def _write_look(properties: Element, cell: TableCell, edges: _Edges, canvas: Canvas) -> None:
    """Borders in the schema's order, before the fill."""
    palette = canvas.deck.palette
    sides = {"lnL": edges.left, "lnR": edges.right, "lnT": edges.top, "lnB": edges.bottom}
    for tag, border in sides.items():
        palette.outline(properties, border.color, border.width, f"{A}{tag}")
    palette.fill(properties, cell.fill)
