"""Reads text files with columns, as programs write them: which sign parts the columns, and in which letters, is found out."""

import csv
import io
from collections import Counter
from collections.abc import Mapping
from typing import Final

from app.files.digest import digest
from app.files.sheets.area import Area
from app.files.sheets.book import BadSheet, Cell, Sheet, Table

_SIGNS: Final = ";\t,|"
#: How many lines tell which sign parts the columns.
_LOOKED_AT: Final = 50
_ROWS, _COLUMNS = 5_000, 200
_FIELD: Final = 1_000_000


class ColumnsBook:
    """A text file whose lines are rows. It has one sheet without a name, and no names. Raises BadSheet for what is no text."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file, self.digest = file, digest(data)
        self.sheets = (Sheet(""),)
        self.names: Mapping[str, Area | None] = {}
        self._rows = _rows(_text(data, file), file)

    def table(self, sheet: str) -> Table:
        """The rows to choose cells in. Raises BadSheet for a sheet: such a file has none."""
        self._refuse(sheet)
        shown = [row[:_COLUMNS] for row in self._rows[:_ROWS]]
        cells = {
            (at, beside): Cell(value)
            for at, row in enumerate(shown, start=1)
            for beside, value in enumerate(row, start=1)
            if value
        }
        cut = len(self._rows) > _ROWS or any(len(row) > _COLUMNS for row in self._rows[:_ROWS])
        return Table("", cells, len(shown), max((len(row) for row in shown), default=0), cut)

    def cells(self, area: Area) -> Mapping[tuple[int, int], Cell]:
        """The cells of an area. Raises BadSheet when it names a sheet."""
        self._refuse(area.sheet)
        return {
            (row, column): Cell(self._at(row, column))
            for row in range(area.row, area.last_row + 1)
            for column in range(area.column, area.last_column + 1)
        }

    def _at(self, row: int, column: int) -> str | None:
        line = self._rows[row - 1] if row <= len(self._rows) else []
        return line[column - 1] or None if column <= len(line) else None

    def _refuse(self, sheet: str) -> None:
        if sheet:
            raise BadSheet("sheet.no-sheets-in-text", file=self.file, sheet=sheet)


def _text(data: bytes, file: str) -> str:
    """The bytes as text: Unicode by its mark, else UTF-8, else Windows' Western letters, as Swedish programs write them."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        codec = "utf-16"
    elif b"\0" in data[:4096]:
        raise BadSheet("sheet.wrong-format", file=file)
    else:
        codec = "utf-8-sig"
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _rows(text: str, file: str) -> list[list[str]]:
    lines = text.splitlines()
    named = lines[0].removeprefix("sep=") if lines and lines[0].lower().startswith("sep=") else ""
    body = "\n".join(lines[1:] if named else lines)
    reader = csv.reader(io.StringIO(body), delimiter=named[:1] or _sign(lines[:_LOOKED_AT]))
    limit = csv.field_size_limit(_FIELD)
    try:
        rows = [[value.strip() for value in row] for row in reader]
    except csv.Error as error:
        raise BadSheet("sheet.damaged", file=file) from error
    finally:
        csv.field_size_limit(limit)
    return [[], *rows] if named else rows  # rows are counted as the file has them


def _sign(lines: list[str]) -> str:
    """The sign by which most lines have the same number of columns, more than one; a semicolon where none parts anything."""

    def evenness(sign: str) -> tuple[int, int]:
        counts = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if row)
        width, often = max(counts.items(), key=lambda one: (one[0] > 1, one[1]), default=(1, 0))
        return (often, width) if width > 1 else (0, 0)

    return max(_SIGNS, key=evenness)
