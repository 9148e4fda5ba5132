"""The workbook: what the calculation comes to, its rows, its capital costs, going on as today, and what it is reckoned with."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from app.compose.workbook import CalculationBook
from app.export.xlsx.capital import CapitalSheet, write_capital
from app.export.xlsx.rows import RowsSheet, write_rows
from app.export.xlsx.sheet import Look, Page, Pages
from app.language.catalogue import Words
from app.model.reckoning import SWING, Reckoning, Sensitivity
from app.model.terms import certainties
from app.model.totals import ZERO

#: In the sheet of results: the name of a figure, then a column a year, then the sum.
_FIRST: Final = 1
_TENTH: Final = Decimal("0.1")


def write_xlsx(book: CalculationBook, author: str = "") -> bytes:
    """The workbook's bytes, the same for the same calculation. It holds nothing but its heads where nothing is reckoned."""
    amounts = (amount for row in (*book.rows, *book.today_rows) for amount in row.line.worth.values())
    whole = all(amount == amount.to_integral_value() for amount in amounts)
    words, pages = Words("workbook", book.lang), Pages(book.title, author, whole=whole)
    years = book.reckoning.totals.years
    results, rows_page = pages.add(words("sheet.results")), pages.add(words("sheet.rows"))
    labels = [book.years[year] for year in years]
    rows = write_rows(rows_page, book.rows, years, labels, words, book.currency)
    capital_page = pages.add(words("sheet.capital")) if book.reckoning.capital else None
    today_page = pages.add(words("sheet.today")) if book.today_rows else None
    rates = pages.add(words("sheet.rates"))
    _write_rates(rates, book, words)
    cost = book.reckoning.capital
    capital = write_capital(capital_page, book, cost, rows, rates, words) if capital_page and cost else None
    out = _Results(results, book, words, rows, rates)
    if years:
        out.write(capital)
    if today_page:
        known = book.today.totals.years
        told = [book.years[year] for year in known]
        out.write_today(write_rows(today_page, book.today_rows, known, told, words, book.currency))
    return pages.bytes()


def _write_rates(page: Page, book: CalculationBook, words: Words) -> None:
    """What the organisation reckons with, a line each: discount rate, internal rate, usual time of depreciation."""
    stated = book.reckoning.rates
    values = (("discount", stated.discount), ("internal", stated.internal), ("time", stated.depreciation_years))
    for row, (name, value) in enumerate(values):
        page.text(row, 0, words(f"rates.{name}"), "label")
        if value is not None:
            page.number(row, 1, value, "rate")
    for row, note in enumerate(("present-value", "capital", "text"), start=len(values) + 1):
        page.text(row, 0, words(f"note.{note}"))
    page.shape({(0, 0): 44, (1, 1): 12}, (0, 0))


@dataclass
class _Results:
    """The sheet of results, written from above; a figure's row is known by its name to those below it."""

    page: Page
    book: CalculationBook
    words: Words
    rows: RowsSheet
    rates: Page

    def __post_init__(self) -> None:
        self._at: dict[str, int] = {}
        self._next = 2
        self.page.text(0, 0, self.book.title, "title")
        self.page.text(1, 0, self.words("head.figure", currency=self.book.currency), "head")
        for column, year in enumerate(self._years, start=_FIRST):
            self.page.text(1, column, self.book.years[year], "head-of-amounts")
        self.page.text(1, self._sum_column, self.words("head.sum"), "head-of-amounts")
        self.page.shape({(0, 0): 44, (_FIRST, self._sum_column): 16}, (2, 1))

    @property
    def _years(self) -> tuple[int, ...]:
        return self.book.reckoning.totals.years

    @property
    def _sum_column(self) -> int:
        return _FIRST + len(self._years)

    @property
    def _reckoning(self) -> Reckoning:
        return self.book.reckoning

    def write(self, capital: CapitalSheet | None) -> None:
        """All figures of the calculation."""
        self._sums()
        self._payback()
        self._present_value()
        if capital:
            self._capital(capital)
        for one in self._reckoning.sensitivity:
            self._sensitivity(one)

    def write_today(self, rows: RowsSheet) -> None:
        """What going on as today costs."""
        cost, effect = (rows.sum_of(None, sign=self.words(f"sign.{sign}")) for sign in ("cost", "effect"))
        sums = self.book.today.totals
        self._alone("as-today", f"{cost}-{effect}", -sums.net_total, "sum")

    def _sums(self) -> None:
        sums, words = self._reckoning.totals, self.words
        cost, effect = words("sign.cost"), words("sign.effect")
        for name, kind, amounts in (
            ("running", self.book.running, sums.running), ("investment", self.book.investment, sums.investment),
        ):  # fmt: skip
            self._by_year(name, {year: self.rows.sum_of(year, sign=cost, kind=kind) for year in self._years}, amounts)
        added = {year: f"{self._cell('running', year)}+{self._cell('investment', year)}" for year in self._years}
        self._by_year("cost", added, sums.costs, "sum")
        for certainty in certainties():
            wanted = {"sign": effect, "certainty": words(f"certainty.{certainty}")}
            formulas = {year: self.rows.sum_of(year, **wanted) for year in self._years}
            values = {year: self._reckoning.effects_of(certainty, year).amount for year in self._years}
            self._by_year(certainty, formulas, values)
        split = {
            year: "+".join(self._cell(certainty, year) for certainty in certainties()) for year in self._years
        }  # fmt: skip
        self._by_year("effect", split, sums.effects, "sum")
        net = {year: f"ROUND({self._cell('cost', year)}-{self._cell('effect', year)},2)" for year in self._years}
        self._by_year("net", net, {year: -amount for year, amount in sums.net.items()}, "sum")

    def _payback(self) -> None:
        """Net cost so far, and the first year from whose end it stays at nothing or below."""
        so_far, total = dict[int, Decimal](), ZERO
        formulas: dict[int, str] = {}
        row = self._next
        for column, year in enumerate(self._years, start=_FIRST):
            total -= self._reckoning.totals.net[year]
            so_far[year] = total
            before = f"{xl_rowcol_to_cell(row, column - 1)}+" if column > _FIRST else ""
            formulas[year] = f"ROUND({before}{self._cell('net', year)},2)"
        self._by_year("so-far", formulas, so_far, sums=False)
        last = self._column(self._years[-1])
        covered = {
            year: f"IF(MAX({xl_range(row, self._column(year), row, last)})<=0,1,0)" for year in self._years
        }  # fmt: skip
        held = {year: Decimal(max(so_far[each] for each in self._years if each >= year) <= 0) for year in self._years}
        self._by_year("covered", covered, held, "number", sums=False)
        heads, marks = (xl_range(at, _FIRST, at, last) for at in (1, self._at["covered"]))
        found = f'IFERROR(INDEX({heads},1,MATCH(1,{marks},0)),"–")'
        year = self._reckoning.totals.payback_year
        formula = f'IF({self._sum("cost")}=0,"–",{found})'
        self._alone("payback", formula, self.book.years[year] if year else "–", "value")

    def _present_value(self) -> None:
        found = self._reckoning.present_value
        if found is None:
            return
        rate = self.rates.at(0, 1)
        formulas = {
            year: f"-{self._cell('net', year)}/(1+{rate}/100)^{passed}" for passed, year in enumerate(self._years)
        }
        values = {term.year: term.amount for term in found.terms if term.year is not None}
        self._by_year("discounted", formulas, values, sums=False)
        row = self._at["discounted"]
        summed = f"ROUND(SUM({xl_range(row, _FIRST, row, self._column(self._years[-1]))}),2)"
        self._alone("present-value", summed, found.amount, "sum")

    def _capital(self, sheet: CapitalSheet) -> None:
        cost = self._reckoning.capital
        if cost is None:
            return
        by_year = {year: cost.in_year(year).terms for year in self._years}
        total = cost.total.terms
        for index, (name, area) in enumerate((("depreciation", sheet.depreciation), ("interest", sheet.interest))):
            formulas = {year: f"ROUND(SUM({area(year)}),2)" for year in self._years}
            self._by_year(name, formulas, {year: terms[index].amount for year, terms in by_year.items()}, sums=False)
            self.page.formula(self._at[name], self._sum_column, f"ROUND(SUM({area()}),2)", total[index].amount)
        row = self._next
        self.page.text(row, 0, self.words("figure.capital-cost"), "label")
        for column in range(_FIRST, self._sum_column + 1):
            added = "+".join(xl_rowcol_to_cell(self._at[name], column) for name in ("depreciation", "interest"))
            year = self._years[column - _FIRST] if column < self._sum_column else None
            value = cost.total.amount if year is None else cost.in_year(year).amount
            self.page.formula(row, column, added, value, "sum")
        self._next += 1
        left = f"ROUND(SUM({sheet.amounts})-SUM({sheet.depreciation()}),2)"
        self._alone("remaining", left, cost.remaining)

    def _sensitivity(self, one: Sensitivity) -> None:
        """The net cost when a row is worse, and by how many per cent it can be so before effects no longer cover costs."""
        index = self._reckoning.entries.index(one.entry)
        row, sign = self.book.rows[index], one.entry.line.sign
        name, total, net = row.name or row.owner, self.rows.total(index), self._sum("net")
        worse = f"{net}+ROUND({total}*{SWING}/100,2)"
        self._named(self.words(f"worse.{sign}", name=name, swing=SWING), worse, -one.worse)
        margin = f'IF({net}<=0,ROUND(-{net}*100/{total},1),"–")'
        known = abs(one.margin).quantize(_TENTH, ROUND_HALF_UP) if one.margin is not None else "–"
        self._named(self.words(f"margin.{sign}", name=name), margin, known, "rate")

    def _by_year(
        self,
        name: str,
        formulas: Mapping[int, str],
        values: Mapping[int, Decimal],
        look: Look = "amount",
        *,
        sums: bool = True,
    ) -> None:
        """A figure with a formula a year, and their sum where it has one."""
        row = self._at[name] = self._next
        self._next += 1
        self.page.text(row, 0, self._named_figure(name), "label" if look == "sum" else "plain")
        for year, formula in formulas.items():
            self.page.formula(row, self._column(year), formula, values.get(year, ZERO), look)
        if sums:
            area = xl_range(row, _FIRST, row, self._column(self._years[-1]))
            self.page.formula(row, self._sum_column, f"SUM({area})", sum(values.values(), ZERO), look)

    def _named_figure(self, name: str) -> str:
        known = {"running": self.book.running, "investment": self.book.investment}
        return known[name].capitalize() if name in known else self.words(f"figure.{name}")

    def _alone(self, name: str, formula: str, value: Decimal | str, look: Look = "amount") -> None:
        """A figure that has no years."""
        self._named(self.words(f"figure.{name}"), formula, value, look)

    def _named(self, told: str, formula: str, value: Decimal | str, look: Look = "amount") -> None:
        self.page.text(self._next, 0, told, "label")
        self.page.formula(self._next, self._sum_column, formula, value, look)
        self._next += 1

    def _column(self, year: int) -> int:
        return _FIRST + self._years.index(year)

    def _cell(self, name: str, year: int) -> str:
        return xl_rowcol_to_cell(self._at[name], self._column(year))

    def _sum(self, name: str) -> str:
        return xl_rowcol_to_cell(self._at[name], self._sum_column)
