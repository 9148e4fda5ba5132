"""Addresses in a workbook, as people and Excel write them: "D14", "B2:D2", "Lås!C8", "'Min flik'!B2:D2", "$D$14"."""

import re
from dataclasses import dataclass
from typing import Final

#: Excel's own bounds.
LAST_ROW: Final = 1_048_576
LAST_COLUMN: Final = 16_384
_ADDRESS: Final = re.compile(
    r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<sheet>[^'!]+))!)?"
    r"\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>[1-9]\d{0,6})(?::\$?(?P<to_column>[A-Za-z]{1,3})\$?(?P<to_row>[1-9]\d{0,6}))?"
)
_BARE_SHEET: Final = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Area:
    """Cells in a rectangle, rows and columns counted from 1. `sheet` is empty where none is named, as in a text file."""

    sheet: str
    row: int
    column: int
    last_row: int
    last_column: int

    @property
    def is_cell(self) -> bool:
        """Whether it is a single cell."""
        return (self.row, self.column) == (self.last_row, self.last_column)

    @property
    def cells(self) -> str:
        """The address without its sheet: "D14", "B2:D2"."""
        first = f"{letters(self.column)}{self.row}"
        return first if self.is_cell else f"{first}:{letters(self.last_column)}{self.last_row}"

    @property
    def whole(self) -> str:
        """The address as it is written in a formula: "Lås!D14", "'Min flik'!B2:D2"."""
        if not self.sheet:
            return self.cells
        escaped = self.sheet.replace("'", "''")
        sheet = self.sheet if _BARE_SHEET.fullmatch(self.sheet) else f"'{escaped}'"
        return f"{sheet}!{self.cells}"

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell lies in it."""
        return self.row <= row <= self.last_row and self.column <= column <= self.last_column


def cell_area(sheet: str, row: int, column: int) -> Area:
    """The area of one cell."""
    return Area(sheet, row, column, row, column)


def read_area(text: str, sheet: str = "") -> Area | None:
    """The area that an address names, on `sheet` where it names none; None for what is no address."""
    found = _ADDRESS.fullmatch(text.strip())
    if found is None:
        return None
    named = found["quoted"].replace("''", "'") if found["quoted"] else found["sheet"]
    row, column = int(found["row"]), _number(found["column"])
    last_row = int(found["to_row"]) if found["to_row"] else row
    last_column = _number(found["to_column"]) if found["to_column"] else column
    rows, columns = sorted((row, last_row)), sorted((column, last_column))
    if rows[1] > LAST_ROW or columns[1] > LAST_COLUMN:
        return None
    return Area((named or sheet).strip(), rows[0], columns[0], rows[1], columns[1])


def letters(column: int) -> str:
    """A column's name: 1 is "A", 28 is "AB"."""
    name = ""
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def _number(name: str) -> int:
    value = 0
    for letter in name.upper():
        value = value * 26 + ord(letter) - ord("A") + 1
    return value
