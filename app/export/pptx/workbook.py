"""The workbook behind a chart: what opens on "Edit data"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Final, Protocol, cast

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range, xl_range_abs, xl_rowcol_to_cell

from app.model.base import Lang

SHEET: Final = "Sheet1"
#: Windows' numbers of languages: they make number formats keep the deck's comma or point.
_LOCALES: Final[Mapping[Lang, str]] = {"sv": "41D", "en": "809"}
#: XlsxWriter stamps the time of writing unless told another.
_CREATED: Final = datetime(2000, 1, 1)


class Sheet(Protocol):
    """What is used of XlsxWriter's sheets, which carry no types."""

    def write_row(self, row: int, column: int, data: Sequence[str]) -> int: ...
    def write_column(self, row: int, column: int, data: Sequence[str]) -> int: ...
    def write_number(self, row: int, column: int, number: float, form: object) -> int: ...
    def write_formula(self, row: int, column: int, formula: str, form: object, value: float | str) -> int: ...
    def set_column(self, first: int, last: int, width: float) -> int: ...


class Book(Protocol):
    """What is used of its workbooks."""

    def set_properties(self, properties: dict[str, object]) -> None: ...
    def add_format(self, properties: dict[str, str]) -> object: ...
    def add_worksheet(self, name: str) -> Sheet: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class ValueColumn:
    """A series as a column: its name, its values by category. A `total` is a formula over the columns before it, with these values."""

    name: str
    values: tuple[Decimal | None, ...]
    total: bool = False


def workbook(corner: str, categories: Sequence[str], columns: Sequence[ValueColumn], number_format: str) -> bytes:
    """One sheet: categories down the first column, series in the others, names in the first row. Totals add up what lies above zero."""
    data = BytesIO()
    book = open_book(data)
    form = book.add_format({"num_format": number_format})
    sheet = book.add_worksheet(SHEET)
    sheet.write_row(0, 0, [corner, *(column.name for column in columns)])
    sheet.write_column(1, 0, categories)
    for place, column in enumerate(columns, start=1):
        for row, value in enumerate(column.values, start=1):
            if value is None:
                continue
            if column.total:
                added = xl_range(row, 1, row, place - 1)
                sheet.write_formula(row, place, f'=SUMIF({added},">0")', form, float(value))
            else:
                sheet.write_number(row, place, float(value), form)
    book.close()
    return data.getvalue()


def open_book(data: BytesIO) -> Book:
    """An empty workbook that is written to `data` when it is closed."""
    book = cast(Book, Workbook(data, {"in_memory": True}))
    book.set_properties({"created": _CREATED})
    return book


def categories_range(count: int) -> str:
    """Where the categories stand, as charts refer to them."""
    return f"{SHEET}!{xl_range_abs(1, 0, count, 0)}"


def values_range(place: int, count: int) -> str:
    """Where the values of the series at `place` (from 0) stand."""
    return f"{SHEET}!{xl_range_abs(1, place + 1, count, place + 1)}"


def name_cell(place: int) -> str:
    """Where the name of the series at `place` (from 0) stands."""
    return f"{SHEET}!{xl_rowcol_to_cell(0, place + 1, row_abs=True, col_abs=True)}"


def localized(number_format: str, lang: Lang) -> str:
    """A number format that shows numbers as the language writes them, in each of its sections."""
    return ";".join(f"[$-{_LOCALES[lang]}]{section}" for section in number_format.split(";"))
