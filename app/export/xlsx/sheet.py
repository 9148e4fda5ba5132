"""A sheet that is written from above: text that never is a formula, numbers, and formulas with the values they have."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Final, Literal, Protocol, cast

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

Look = Literal[
    "plain", "asked", "head", "head-of-amounts", "title", "label", "value", "sum", "amount", "rate", "number"
]
#: XlsxWriter stamps the time of writing unless told another.
_CREATED: Final = datetime(2000, 1, 1)
#: How amounts are shown: in whole units of the currency where all that was typed or read is whole, else to the hundredth.
_WHOLE, _HUNDREDTHS = "#,##0", "#,##0.00"
_HEAD: Final = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "quote_prefix": True}
_LOOKS: Final[Mapping[Look, Mapping[str, object]]] = {
    "plain": {"quote_prefix": True},
    "asked": {"bg_color": "#FFF6DC", "border": 1, "border_color": "#D9C48A", "text_wrap": True},
    "head": _HEAD,
    "head-of-amounts": {**_HEAD, "align": "right"},
    "title": {"bold": True, "font_size": 14, "quote_prefix": True},
    "label": {"bold": True, "quote_prefix": True},
    "value": {"bold": True, "align": "right"},
    "sum": {"bold": True, "top": 1},
    "amount": {},
    "rate": {"num_format": "0.######"},
    "number": {"num_format": "0"},
}


class _Sheet(Protocol):
    """What is used of XlsxWriter's sheets, which carry no types."""

    def write_string(self, row: int, column: int, text: str, form: object) -> int: ...
    def write_number(self, row: int, column: int, number: Decimal | float, form: object) -> int: ...
    def write_formula(self, row: int, column: int, formula: str, form: object, value: float | str) -> int: ...
    def write_blank(self, row: int, column: int, blank: None, form: object) -> int: ...
    def data_validation(self, row: int, column: int, last_row: int, last: int, options: dict[str, object]) -> int: ...
    def set_column(self, first: int, last: int, width: float) -> int: ...
    def freeze_panes(self, row: int, column: int) -> None: ...
    def set_landscape(self) -> None: ...
    def fit_to_pages(self, width: int, height: int) -> None: ...


class _Book(Protocol):
    """What is used of its workbooks."""

    def set_properties(self, properties: dict[str, object]) -> None: ...
    def add_format(self, properties: dict[str, object]) -> object: ...
    def add_worksheet(self, name: str) -> _Sheet: ...
    def close(self) -> None: ...


class Page:
    """One sheet. Text is written as text whatever it begins with, and kept so when somebody edits it (`quote_prefix`)."""

    def __init__(self, name: str, sheet: _Sheet, looks: Mapping[Look, object]) -> None:
        self.name, self._sheet, self._looks = name, sheet, looks

    def text(self, row: int, column: int, text: str, look: Look = "plain") -> None:
        """A text; an empty one leaves the cell empty."""
        if text:
            self._sheet.write_string(row, column, text, self._looks[look])

    def blank(self, row: int, column: int, look: Look) -> None:
        """An empty cell that looks like something, for somebody to fill in."""
        self._sheet.write_blank(row, column, None, self._looks[look])

    def choose(self, first: tuple[int, int], last: tuple[int, int], options: Sequence[str]) -> None:
        """Cells that take one of some words, from a list that opens."""
        self._sheet.data_validation(*first, *last, {"validate": "list", "source": list(options)})

    def number(self, row: int, column: int, number: Decimal | int, look: Look = "amount") -> None:
        """A number."""
        self._sheet.write_number(row, column, float(number), self._looks[look])

    def formula(self, row: int, column: int, formula: str, value: Decimal | int | str, look: Look = "amount") -> None:
        """A formula, without its equals sign, and the value that it has now."""
        known = value if isinstance(value, str) else float(value)
        self._sheet.write_formula(row, column, f"={formula}", self._looks[look], known)

    def shape(self, widths: Mapping[tuple[int, int], float], frozen: tuple[int, int]) -> None:
        """The widths of columns, from first to last, in characters, and what stands still when the sheet is scrolled."""
        for (first, last), width in widths.items():
            self._sheet.set_column(first, last, width)
        self._sheet.freeze_panes(*frozen)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)

    def at(self, row: int, column: int) -> str:
        """How another sheet's formula names a cell of this one."""
        return f"'{self.name}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"

    def area(self, first: tuple[int, int], last: tuple[int, int]) -> str:
        """How another sheet's formula names an area of this one."""
        corner = xl_rowcol_to_cell(*last, row_abs=True, col_abs=True)
        return f"{self.at(*first)}:{corner}"


class Pages:
    """A workbook whose sheets are added in order; its bytes are the same whenever it is written. `whole` shows amounts without decimals."""

    def __init__(self, title: str, author: str, *, whole: bool) -> None:
        self._data = BytesIO()
        self._book = cast(_Book, Workbook(self._data, {"in_memory": True}))
        self._book.set_properties({"created": _CREATED, "title": title, "author": author})
        shown = {"num_format": _WHOLE if whole else _HUNDREDTHS}
        self._looks: Mapping[Look, object] = {
            look: self._book.add_format({**form, **(shown if look in ("sum", "amount") else {})})
            for look, form in _LOOKS.items()
        }

    def add(self, name: str) -> Page:
        """A further sheet."""
        return Page(name, self._book.add_worksheet(name), self._looks)

    def bytes(self) -> bytes:
        """The whole file; nothing can be added after."""
        self._book.close()
        return self._data.getvalue()
