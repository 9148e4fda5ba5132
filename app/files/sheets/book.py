"""A workbook as figures are fetched from it: its sheets and names, its cells with their values as last computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, Protocol

from app.files.errors import UserError
from app.files.sheets.area import Area

#: Why a cell has no value of its own: its formula was never computed, goes in a circle, or another cell of its merge holds the value.
Lack = Literal["uncomputed", "circular", "merged"]


class BadSheet(UserError):
    """A workbook, or a cell of it, from which no figure can be taken."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell. `percent` says that a number is shown in per cent; `error` is an error value such as "#DIV/0!"."""

    value: Decimal | str | bool | date | None = None
    percent: bool = False
    error: str = ""
    lack: Lack | None = None
    #: The address of the merged area that the cell lies in.
    merge: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of a workbook; `hidden` where the workbook does not show it."""

    name: str
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The used cells of a sheet, by row and column from 1. `cut` says that there are more rows or columns than were read."""

    sheet: str
    cells: Mapping[tuple[int, int], Cell]
    rows: int
    columns: int
    cut: bool = False


class Book(Protocol):
    """A workbook, or a text file with columns, that was opened."""

    @property
    def file(self) -> str:
        """The file's name."""
        ...

    @property
    def digest(self) -> str:
        """The SHA-256 of the file."""
        ...

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The sheets, in order. A text file has one without a name."""
        ...

    @property
    def names(self) -> Mapping[str, Area | None]:
        """The workbook's names with the cells they stand for; None for one that leads nowhere."""
        ...

    def table(self, sheet: str) -> Table:
        """A sheet to choose cells in. Raises BadSheet when there is no such sheet."""
        ...

    def cells(self, area: Area) -> Mapping[tuple[int, int], Cell]:
        """The cells of an area, by row and column; those that are empty too. Raises BadSheet when there is no such sheet."""
        ...
