"""The sheet of capital costs: a line for each investment and the year it is paid, with its depreciation and interest year by year."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from xlsxwriter.utility import xl_rowcol_to_cell

from app.compose.workbook import CalculationBook
from app.export.xlsx.rows import RowsSheet
from app.export.xlsx.sheet import Page
from app.language.catalogue import Words
from app.model.capital import CapitalCost, CapitalYear, capital_years

#: Row, year paid, amount, time of depreciation; then depreciation by year, then interest by year.
_NAME, _PAID, _AMOUNT, _TIME, _FIRST = range(5)


@dataclass(frozen=True, slots=True)
class CapitalSheet:
    """The capital costs as they stand, for formulas elsewhere to refer to."""

    page: Page
    years: tuple[int, ...]
    last_row: int

    def depreciation(self, year: int | None = None) -> str:
        """The area of all depreciation, or of a year's."""
        return self._area(0, year)

    def interest(self, year: int | None = None) -> str:
        """The area of all interest, or of a year's."""
        return self._area(len(self.years), year)

    @property
    def amounts(self) -> str:
        """The area of what is invested."""
        return self.page.area((2, _AMOUNT), (self.last_row, _AMOUNT))

    def _area(self, offset: int, year: int | None) -> str:
        first = _FIRST + offset + (0 if year is None else self.years.index(year))
        last = first if year is not None else first + len(self.years) - 1
        return self.page.area((2, first), (self.last_row, last))


def write_capital(
    page: Page, book: CalculationBook, cost: CapitalCost, rows: RowsSheet, rates: Page, words: Words
) -> CapitalSheet:
    """Writes an investment's line for each year in which it is paid. `rates` holds what the organisation reckons with."""
    years = rows.years
    labels = [book.years[year] for year in years]
    heads = (
        *(words(f"capital.{name}") for name in ("name", "paid", "amount", "time")),
        *(words("capital.depreciation", year=label) for label in labels),
        *(words("capital.interest", year=label) for label in labels),
    )
    for column, head in enumerate(heads):
        page.text(0, column, head, "head-of-amounts" if column else "head")
    for column, year in enumerate(years):
        page.number(1, _FIRST + column, year, "number")
        page.number(1, _FIRST + len(years) + column, year, "number")
    page.shape({(0, 0): 28, (1, 3): 14, (_FIRST, _FIRST + 2 * len(years)): 15}, (2, 1))
    at = 1
    for index, entry in enumerate(book.reckoning.entries):
        if entry not in cost.entries:
            continue
        for paid, amount in sorted(entry.line.worth.items()):
            if amount:
                at += 1
                page.text(at, _NAME, book.rows[index].name or book.rows[index].owner)
                page.number(at, _PAID, paid, "number")
                page.formula(at, _AMOUNT, rows.worth(index, paid), amount)
                own = entry.line.depreciation_years
                time = own or cost.usual_years or 1
                if own:
                    page.number(at, _TIME, own, "number")
                else:
                    page.formula(at, _TIME, rates.at(2, 1), time, "number")
                found = {each.year: each for each in capital_years(amount, paid, time, cost.internal)}
                _write_years(page, at, years, found, rates.at(1, 1))
    return CapitalSheet(page, years, at)


def _write_years(page: Page, at: int, years: tuple[int, ...], found: dict[int, CapitalYear], rate: str) -> None:
    paid, amount, time = (xl_rowcol_to_cell(at, column, col_abs=True) for column in (_PAID, _AMOUNT, _TIME))
    for column, year in enumerate(years):
        head = xl_rowcol_to_cell(1, _FIRST + column, row_abs=True)
        runs = f"AND({head}>{paid},{head}<={paid}+{time})"
        left = f"{amount}*({time}-({head}-{paid}-1))/{time}"
        each = found.get(year)
        page.formula(at, _FIRST + column, f"IF({runs},{amount}/{time},0)", _decimal(each and each.depreciation))
        interest = f"IF({runs},{left}*{rate}/100,0)"
        page.formula(at, _FIRST + len(years) + column, interest, _decimal(each and each.interest))


def _decimal(amount: Fraction | None) -> Decimal:
    return Decimal(amount.numerator) / amount.denominator if amount else Decimal(0)
