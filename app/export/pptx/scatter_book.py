"""The workbook behind ways along a scale. Names, starts, ends and places are for editing; discs and lines follow by formula.

All columns are read as far down as the lines need, three rows each: LibreOffice drops points of series that differ in their number."""

from collections.abc import Mapping
from io import BytesIO
from typing import Final

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from app.export.pptx.workbook import SHEET, Book, Sheet, open_book
from app.language.catalogue import Words
from app.layout.charts import ScatterAt, ScatterRow
from app.layout.frames import ScatterItem

#: Columns by what stands in them.
START: Final = 1
END: Final = 2
_PLACE: Final = 3
LINE_X: Final = 7
LINE_Y: Final = 8
#: The column of places of each kind of disc.
DISC_Y: Final[Mapping[ScatterAt, int]] = {"start": 4, "end": 5, "still": 6}
#: The column of values of each kind of disc.
DISC_X: Final[Mapping[ScatterAt, int]] = {"start": START, "end": END, "still": END}
#: Rows that a line takes: its start, its end, and a gap.
PER_LINE: Final = 3
_NAMES_W: Final = 40.0
#: What a formula gives where there is no disc or line.
_NONE: Final = "#N/A"


def scatter_workbook(item: ScatterItem) -> bytes:
    """One sheet, a row of it for each of the chart."""
    data = BytesIO()
    book = open_book(data)
    sheet = book.add_worksheet(SHEET)
    words = Words("pptx", item.lang)
    corner, start, end = item.heads
    way = words("chart.way")
    sheet.write_row(0, 0, [corner, start, end, words("chart.row"), *disc_names(item).values(), way, way])
    sheet.set_column(0, 0, _NAMES_W)
    sheet.write_column(1, 0, [row.name for row in item.rows])
    for index, row in enumerate(item.rows, start=1):
        _write_row(sheet, book, index, row)
    book.close()
    return data.getvalue()


def _write_row(sheet: Sheet, book: Book, index: int, row: ScatterRow) -> None:
    form = book.add_format({"num_format": "General"})
    for column, value in ((START, row.start), (END, row.end), (_PLACE, index)):
        if value is not None:
            sheet.write_number(index, column, value, form)
    start, end, place = (xl_rowcol_to_cell(index, column) for column in (START, END, _PLACE))
    whole = f"COUNT({start}:{end})=2"
    known = row.start is not None and row.end is not None
    shown = {
        "start": (f"ISNUMBER({start})", row.start is not None),
        "end": (f"ISNUMBER({end})", row.end is not None),
        "still": (f"AND({whole},{start}={end})", known and row.start == row.end),
    }
    for at, column in DISC_Y.items():
        condition, holds = shown[at]
        sheet.write_formula(index, column, f"=IF({condition},{place},NA())", form, index if holds else _NONE)
    first = 1 + PER_LINE * (index - 1)
    for step, (cell, value) in enumerate(((start, row.start), (end, row.end))):
        sheet.write_formula(first + step, LINE_X, f"={cell}", form, value or 0)
        sheet.write_formula(first + step, LINE_Y, f"=IF({whole},{place},NA())", form, index if known else _NONE)


def disc_names(item: ScatterItem) -> Mapping[ScatterAt, str]:
    """What each kind of disc is called, in the order of their columns."""
    _, start, end = item.heads
    return {"start": start, "end": end, "still": f"{start} = {end}"}


def column_range(column: int, rows: int) -> str:
    """Where a series' values stand in a chart of so many rows."""
    return f"{SHEET}!{xl_range_abs(1, column, PER_LINE * rows, column)}"


def head_cell(column: int) -> str:
    """Where a series' name stands."""
    return f"{SHEET}!{xl_rowcol_to_cell(0, column, row_abs=True, col_abs=True)}"
