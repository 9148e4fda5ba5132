"""Rows with an amount a year, read out of a workbook: what each is called there, and from which cell each amount comes."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from app.files.errors import UserError
from app.files.sheets.area import Area, cell_area, read_area
from app.files.sheets.book import BadSheet, Book, Cell, Table
from app.files.sheets.reading import find_area, number_of, words_of
from app.files.sheets.years import Axis, counted_axis, find_axis, unheaded, year_of
from app.language.format import SHIFT, format_number
from app.language.parse import NotUnderstood, parse_money, tidy
from app.model.base import Lang
from app.model.money import Scale
from app.model.project import Organisation

#: What people write where there is nothing.
_NOTHING: Final = frozenset({"", "-", "–", "—", "−"})
_CENT: Final = Decimal("0.01")
#: An amount of ours is smaller than this.
_BOUND: Final = Decimal(10) ** 15
_SUM: Final = re.compile(r"(?:del)?summa\b|sum\b|(?:sub)?totalt?\b|totala\b|netto|net\b", re.IGNORECASE)
_UNITS: Final[Mapping[Scale, re.Pattern[str]]] = {
    "thousand": re.compile(r"\b(?:tkr|kkr|tsek|ksek|tusen|tusental|thousands?|sek k|sek '?000)\b", re.IGNORECASE),
    "million": re.compile(r"\b(?:mkr|mnkr|msek|miljoner|mn|millions?|sek m)\b", re.IGNORECASE),
    "unit": re.compile(r"\b(?:kr|kronor|sek)\b", re.IGNORECASE),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cells are to be read: their address or name, the sheet where it names none, in which unit money stands there, and from
    which year the amounts are counted, None for the years that the headings say."""

    place: str
    sheet: str = ""
    scale: Scale = "unit"
    first_year: int | None = None


@dataclass(frozen=True, slots=True)
class YearAmount:
    """An amount of a year in the organisation's currency, not below zero, and the cell that it comes from.

    `minus` says that the sheet writes it with one; `nth` which cell of the area that was asked for it is, from 0, row by row."""

    amount: Decimal
    area: Area
    nth: int
    left: str
    above: str
    minus: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row, or column, of a sheet with amounts by year; `section` is the heading above it, and `faults` what could not be read."""

    label: str
    amounts: Mapping[int, YearAmount]
    faults: tuple[UserError, ...] = ()
    section: str = ""

    @property
    def is_sum(self) -> bool:
        """Whether it is called a sum: sums are computed here."""
        return _SUM.match(self.label) is not None


@dataclass(frozen=True, slots=True)
class SheetRows:
    """What stands in some cells of a workbook: rows with amounts, and their years; whether a heading says the years; and the columns with
    numbers among the years that have no year and are not read."""

    wanted: Wanted
    rows: tuple[SheetRow, ...]
    years: tuple[int, ...]
    headed: bool
    unheaded: tuple[str, ...] = ()


def read_rows(book: Book, wanted: Wanted, organisation: Organisation, first_year: int, lang: Lang) -> SheetRows:
    """The rows in the cells that are wanted. Where neither a heading nor the user says the years, they count from `first_year`.

    Raises BadSheet when there are no such cells; what is wrong in one cell is told with its row."""
    area = find_area(book, wanted.place, wanted.sheet)
    table = book.table(area.sheet)
    headed = find_axis(table, area)
    if headed is None or wanted.first_year is not None:
        counted = counted_axis(table, area, wanted.first_year or first_year)
        axis = replace(counted, head=headed.head) if headed and headed.way == counted.way else counted
    else:
        axis = headed
    reading = _Reading(book, area, axis, table, wanted.scale, organisation.currency, lang)
    years, apart = tuple(axis.years.values()), unheaded(table, area, axis)
    return SheetRows(wanted, tuple(reading.rows()), years, headed is not None, apart)


def unit_said(table: Table, area: Area) -> Scale | None:
    """The unit of money that a sheet names in its headings, beside or above the cells; None when it names none."""
    for row in range(area.row, 0, -1):
        for column in range(1, area.last_column + 1):
            cell = table.cells.get((row, column))
            said = cell.value if cell and isinstance(cell.value, str) else ""
            for scale, pattern in _UNITS.items():
                if pattern.search(said):
                    return scale
    return None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The cells of an area being read along an axis."""

    book: Book
    area: Area
    axis: Axis
    table: Table
    scale: Scale
    currency: str
    lang: Lang

    def rows(self) -> Iterator[SheetRow]:
        cells, section = self.book.cells(self.area), ""
        for line in self.axis.lines(self.area):
            places = {along: self.axis.place(line, along) for along in self.axis.years}
            filled = {along: cells[place] for along, place in places.items() if not self._is_nothing(cells[place])}
            label = self._label(line)
            if not label and all(any(words_of([cell])) for cell in filled.values()):
                continue  # further headings below the years
            if filled:
                yield self._row(line, label, section, filled)
            elif label:
                section = label

    def _row(self, line: int, label: str, section: str, filled: Mapping[int, Cell]) -> SheetRow:
        found: dict[int, Decimal] = {}
        faults: list[UserError] = []
        for along, cell in filled.items():
            try:
                area = self._cell(line, along)
                found[along] = money_in(cell, self.book.file, area, self.scale, self.currency, self.lang)
            except BadSheet as fault:
                faults.append(fault)
        minus = any(found.values()) and all(amount <= 0 for amount in found.values())
        for along in [along for along, amount in found.items() if amount < 0 and not minus]:
            faults.append(BadSheet("sheet.other-sign", file=self.book.file, cell=self._cell(line, along).whole))
            del found[along]
        amounts = {
            self.axis.years[along]: self._amount(abs(amount), line, along, label, minus=minus)
            for along, amount in found.items()
        }
        return SheetRow(label, amounts, tuple(faults), section)

    def _amount(self, amount: Decimal, line: int, along: int, label: str, *, minus: bool) -> YearAmount:
        area, head = self._cell(line, along), self._head(along)
        width = self.area.last_column - self.area.column + 1
        nth = (area.row - self.area.row) * width + area.column - self.area.column
        left, above = (label, head) if self.axis.way == "across" else (head, label)
        return YearAmount(amount, area, nth, left, above, minus)

    def _cell(self, line: int, along: int) -> Area:
        return cell_area(self.area.sheet, *self.axis.place(line, along))

    def _label(self, line: int) -> str:
        """What a line is called: the nearest words before its first year."""
        first = min(self.axis.years, default=1)
        before = (self.table.cells.get(self.axis.place(line, along)) for along in range(first - 1, 0, -1))
        return next((said for said in words_of(before) if year_of(Cell(said)) is None), "")

    def _head(self, along: int) -> str:
        """The heading of a year; nothing where years are counted."""
        heads = () if self.axis.head is None else (self.table.cells.get(self.axis.place(self.axis.head, along)),)
        return next(words_of(heads), "")

    def _is_nothing(self, cell: Cell) -> bool:
        """Whether nothing stands in a cell, or only a part of a heading that goes over several cells."""
        if cell.lack == "merged":
            whole = read_area(cell.merge)
            first = self.table.cells.get((whole.row, whole.column)) if whole else None
            return first is not None and any(words_of([first]))
        said = cell.value is None or (isinstance(cell.value, str) and cell.value.strip() in _NOTHING)
        return said and not (cell.error or cell.lack)


def money_in(cell: Cell, file: str, area: Area, scale: Scale, currency: str, lang: Lang) -> Decimal:
    """The amount of money in a cell, in whole units of the currency to the hundredth; a unit that stands in the cell goes before the
    sheet's. Raises BadSheet with the file, the cell and what it holds."""
    number = number_of(cell, file, area, lang)
    try:
        amount = (
            parse_money(f"{format_number(number.value, lang)} {number.unit}", currency, lang) if number.unit else None
        )
    except NotUnderstood:
        raise BadSheet("sheet.no-money", file=file, cell=area.whole, unit=number.unit) from None
    exact = number.value.scaleb(SHIFT[scale]) if amount is None else amount
    if abs(exact) >= _BOUND:
        raise BadSheet("sheet.too-much", file=file, cell=area.whole)
    return tidy(exact.quantize(_CENT, ROUND_HALF_UP))
