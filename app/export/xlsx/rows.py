"""The sheet of rows: each with its amounts as they were typed or read, and what they are worth in the organisation's currency."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from xlsxwriter.utility import xl_rowcol_to_cell

from app.compose.workbook import BookRow
from app.export.xlsx.sheet import Page
from app.language.catalogue import Words

#: What stands before the years: action, row, sign, kind, certainty, currency, rate.
_BEFORE: Final = ("owner", "name", "sign", "kind", "certainty", "currency", "rate")
_SIGN, _KIND, _CERTAINTY, _CURRENCY, _RATE = 2, 3, 4, 5, 6
_AFTER: Final = ("status", "source", "funding", "budget-owner")
_HEAD: Final = 0


@dataclass(frozen=True, slots=True)
class RowsSheet:
    """The rows as they stand, for formulas elsewhere to refer to."""

    page: Page
    rows: tuple[BookRow, ...]
    years: tuple[int, ...]

    def worth(self, index: int, year: int) -> str:
        """The cell of what a row is worth in a year."""
        return self.page.at(_HEAD + 1 + index, self._worth_column(year))

    def total(self, index: int) -> str:
        """The cell of a row's total."""
        return self.page.at(_HEAD + 1 + index, self._total_column)

    def sum_of(self, year: int | None, **wanted: str) -> str:
        """The sum of a year, or of all, over the rows whose sign, kind and certainty are called so."""
        columns = {"sign": _SIGN, "kind": _KIND, "certainty": _CERTAINTY}
        column = self._total_column if year is None else self._worth_column(year)
        conditions = "".join(f',{self._column(columns[name])},"{word}"' for name, word in wanted.items())
        return f"SUMIFS({self._column(column)}{conditions})"

    @property
    def _total_column(self) -> int:
        return len(_BEFORE) + 2 * len(self.years)

    def _worth_column(self, year: int) -> int:
        return len(_BEFORE) + len(self.years) + self.years.index(year)

    def _column(self, column: int) -> str:
        return self.page.area((_HEAD + 1, column), (_HEAD + max(len(self.rows), 1), column))


def write_rows(
    page: Page, rows: Sequence[BookRow], years: tuple[int, ...], labels: Sequence[str], words: Words, currency: str
) -> RowsSheet:
    """Writes the rows, a line each. `labels` are what the years are called."""
    sheet = RowsSheet(page, tuple(rows), years)
    heads = (
        *(words(f"head.{name}") for name in _BEFORE),
        *labels,
        *(words("head.worth", year=label, currency=currency) for label in labels),
        words("head.total", currency=currency),
        *(words(f"head.{name}") for name in _AFTER),
    )
    for column, head in enumerate(heads):
        amounts = len(_BEFORE) <= column < len(heads) - len(_AFTER)
        page.text(_HEAD, column, head, "head-of-amounts" if amounts else "head")
    for index, row in enumerate(rows):
        _write_row(page, _HEAD + 1 + index, row, years, words, currency)
    count = len(years)
    page.shape({(0, 1): 28, (2, 6): 11, (7, 7 + 2 * count): 15, (8 + 2 * count, 11 + 2 * count): 26}, (1, 2))
    return sheet


def _write_row(page: Page, at: int, row: BookRow, years: tuple[int, ...], words: Words, currency: str) -> None:
    line = row.line
    certainty = words(f"certainty.{line.certainty}") if line.sign == "effect" else ""
    told = (row.owner, row.name, words(f"sign.{line.sign}"), row.kind, certainty, line.currency or currency)
    for column, text in enumerate(told):
        page.text(at, column, text)
    counted = line.rate if line.currency else Decimal(1)
    if counted is not None:
        page.number(at, _RATE, counted, "rate")
    first = len(_BEFORE)
    for index, year in enumerate(years):
        if year in line.amounts:
            page.number(at, first + index, line.amounts[year])
        typed = xl_rowcol_to_cell(at, first + index)
        rate = xl_rowcol_to_cell(at, _RATE, col_abs=True)
        worth = line.worth.get(year, Decimal(0))
        page.formula(at, first + len(years) + index, f"ROUND({typed}*{rate},2)", worth)
    begin, end = (xl_rowcol_to_cell(at, first + len(years) + index) for index in (0, len(years) - 1))
    page.formula(at, first + 2 * len(years), f"SUM({begin}:{end})", line.total, "sum")
    for column, text in enumerate((row.status, row.source, row.funding, line.budget_owner)):
        page.text(at, first + 2 * len(years) + 1 + column, text)
