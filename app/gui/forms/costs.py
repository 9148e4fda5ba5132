"""The calculation of an action or an alternative: cost and effect lines per fiscal year. Sums, net and payback are computed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from app.gui.document import Document
from app.gui.fields.kinds import Options
from app.gui.forms.amounts import AMOUNT, amount_of, brief_money
from app.gui.forms.cost_row import CostRow
from app.gui.forms.kinds import TEXT, Kind
from app.gui.forms.members import rule
from app.gui.forms.spoken import Button, Fault, IconButton, Note
from app.gui.forms.standing import standing
from app.gui.forms.table import Badge, Column, Foot, MemberModel
from app.gui.forms.table_view import FullTable
from app.gui.forms.wording import word
from app.gui.interface import Wording
from app.gui.page import FormPage
from app.language.format import fiscal_year_label, fiscal_year_of, unit_label
from app.model.base import FieldPath, Lang, Record
from app.model.money import Certainty, CostKind, CostLine, Sign
from app.model.totals import Totals, totals
from app.project import edits
from app.project.ids import new_id

Sort = tuple[Sign, CostKind, Certainty]
#: What a line can be, by its key in the catalogue.
SORTS: Final[Mapping[str, Sort]] = {
    "running": ("cost", "running", "direct"),
    "investment": ("cost", "investment", "direct"),
    "effect": ("effect", "running", "direct"),
    "indirect": ("effect", "running", "indirect"),
    "hard-to-value": ("effect", "running", "hard-to-value"),
}
#: How many years are shown at least.
YEARS: Final = 3


def _sort_of(line: CostLine) -> Sort:
    return ("effect", "running", line.certainty) if line.sign == "effect" else ("cost", line.kind, "direct")


def _read_sort(_document: Document, _lang: Lang, typed: str, old: object) -> object:
    sign, kind, certainty = list(SORTS.values())[int(typed)]
    return cast("CostLine", old).model_copy(update={"sign": sign, "kind": kind, "certainty": certainty})


def _show_sort(_document: Document, lang: Lang, value: object) -> str:
    sort = _sort_of(cast("CostLine", value))
    return next(word(f"costs.{key}")(lang) for key, known in SORTS.items() if known == sort)


_OPTIONS: Final[Options] = [(sort, word(f"costs.{key}")) for key, sort in SORTS.items()]
SORT: Final = Kind(_read_sort, _show_sort, options=_OPTIONS)


class Costs(QFrame):
    """A card with the lines in a table, computed rows below them, what the current line is in depth, and buttons for each sort of line."""

    def __init__(self, page: FormPage, collection: FieldPath) -> None:
        super().__init__()
        self.setObjectName("card")
        self._page, self._document, self._interface = page, page.document, page.interface
        self._years: tuple[int, ...] = ()
        self._path = collection
        self._show_years()
        self._model = MemberModel(page.document, page.interface, collection, self._columns, self._feet)
        self.table = FullTable(self._model, page.interface)
        self.table.moves.connect(self._move)
        self.table.removes.connect(self._remove_row)
        self.table.entered_cell.connect(page.entered)
        self.row = CostRow(page)
        self.table.selectionModel().currentChanged.connect(self._show_row)
        self._fault = Fault(page.interface)
        self._payback = Note(page.interface, word("costs.none"))
        self._remove = IconButton(page.interface, word("costs.removing"), self._remove_current, "trash-2")
        self._lay_out()
        self._interface.language_changed.connect(self._show)
        self._show()

    # What the form uses

    def bind(self, path: FieldPath) -> None:
        """Shows another record's lines."""
        self._path, self._years = path, ()
        self._show_years()
        self._model.bind(path)
        self._show()

    def settle(self, paths: Collection[FieldPath]) -> None:
        """Follows the lines."""
        self._show_years()
        self._model.settle()
        self._show()
        self.row.settle(paths)

    def discard(self) -> None:
        """Hears nothing more: the record may be gone before it is."""
        self._interface.language_changed.disconnect(self._show)
        self._model.rest()
        self.row.show_row("")

    def seek(self, path: FieldPath) -> bool:
        """Makes the cell current that a path names."""
        row = self._model.row_of(path)
        if row is not None:
            parts = [column.part for column in self._model.columns]
            inner = path.removeprefix(f"{self._model.path_at(row)}/")
            self.table.go_to(row, parts.index(inner) if inner in parts else 0)
            if inner not in parts and self.row.seek(path):
                return True
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # What the user does

    def add(self, key: str) -> None:
        """Adds a line of a sort, and opens its first year for writing."""
        sign, kind, certainty = SORTS[key]
        line = CostLine(id=new_id(), sign=sign, kind=kind, certainty=certainty)
        self._document.apply(lambda project: edits.add(project, self._path, line), word("costs.adding"))
        row = self._model.row_of(f"{self._path}/{line.id}")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.go_to(row or 0, 2)

    def add_year(self) -> None:
        """Shows one year more."""
        self._years = (*self._years, self._years[-1] + 1)
        self._model.bind(self._path)
        self._show()

    def fetch(self) -> None:
        """Asks for rows out of a workbook."""
        current = self._model.path_at(self.table.currentIndex().row())
        self._page.fetches.emit(current or self._path)

    def _remove_current(self) -> None:
        self._remove_row(self.table.currentIndex().row())

    def _remove_row(self, row: int) -> None:
        path = self._model.path_at(row)
        if path is not None:
            self._document.apply(lambda project: edits.remove(project, path), word("costs.removing"))

    def _move(self, row: int, to: int) -> None:
        path = self._model.path_at(row)
        if path is None or self._model.path_at(to) is None:
            return
        key = path.rpartition("/")[2]
        self._document.apply(lambda project: edits.move(project, self._path, key, to), word("costs.moving"))
        self.table.go_to(to)

    # Its own

    @property
    def _lines(self) -> tuple[CostLine, ...]:
        return cast("tuple[CostLine, ...]", self._document.get(self._path))

    def _show_years(self) -> None:
        """Years only come while one writes: a column must not go because its amount is being retyped."""
        named = {year for line in self._lines for year in line.amounts} | set(self._years)
        first = min(named, default=self._first_year())
        last = max(*named, first + YEARS - 1) if named else first + YEARS - 1
        self._years = tuple(range(first, last + 1))

    def _first_year(self) -> int:
        project = self._document.project
        start = cast("date | None", getattr(self._document.get(self._path.rpartition("/")[0]), "start", None))
        meeting = project.matter.meeting
        day = start or (meeting.on if meeting else None) or project.created
        return fiscal_year_of(day, project.organisation.fiscal_year_starts)

    def _columns(self) -> Sequence[Column]:
        starts = self._document.project.organisation.fiscal_year_starts
        years = (
            Column(_plain(fiscal_year_label(year, starts)), f"amounts/{year}", AMOUNT, amount_of, width=56)
            for year in self._years
        )
        return (
            Column(self._heading, "what", TEXT, badge=_standing, least=76, label=word("costs.what")),
            Column(word("costs.sort"), "", SORT, width=88),
            *years,
            Column(word("costs.sum"), computed=self._line_total, width=62, right=True),
        )

    def _line_total(self, record: Record, lang: Lang) -> str:
        line = cast("CostLine", record)
        return self._money(line.total, lang) if line.worth else ""

    def _feet(self, lang: Lang) -> Sequence[Foot]:
        if not self._lines:
            return ()
        sums = totals(self._lines)
        cost = self._foot("costs.cost", sums.costs, sums.cost, lang)
        if not sums.effect:
            return (cost,)
        effect = self._foot("costs.effect-sum", sums.effects, sums.effect, lang)
        return (cost, effect, self._foot("costs.net", sums.net, sums.net_total, lang))

    def _foot(self, key: str, by_year: Mapping[int, Decimal], total: Decimal, lang: Lang) -> Foot:
        cells = {at + 2: self._money(by_year[year], lang) for at, year in enumerate(self._years) if by_year.get(year)}
        return Foot({0: word(key)(lang), **cells, len(self._years) + 2: self._money(total, lang)}, strong=True)

    def _heading(self, lang: Lang) -> str:
        """What the table holds, with the unit of its amounts: so the cells need not say it, and more years have room."""
        organisation = self._document.project.organisation
        unit = unit_label(organisation.currency, organisation.scale, lang, organisation.money)
        return word("costs.amounts", unit=unit)(lang)

    def _money(self, amount: Decimal, lang: Lang) -> str:
        return brief_money(amount, self._document.project.organisation, lang)

    def _show_row(self) -> None:
        """Shows the current line in depth; the one shown before while none is current, else the first."""
        shown = self._model.row_of(self.row.path) if self.row.path else None
        current = self._model.path_at(self.table.currentIndex().row())
        self.row.show_row(current or (self.row.path if shown is not None else self._model.path_at(0) or ""))

    def _show(self) -> None:
        lines = self._lines
        self._show_row()
        self.table.setVisible(bool(lines))
        self._line.setVisible(bool(lines))
        self._remove.setEnabled(bool(lines))
        self._payback.say(_payback(totals(lines)))
        self._fault.show_fault(self._model.first_fault())
        self.table.fit_columns()

    def _lay_out(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.table.setAccessibleName(word("costs.list")(self._interface.lang))
        self._line = rule()
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 5, 8, 5)
        for key in ("running", "investment", "effect"):
            buttons.addWidget(
                Button(self._interface, word(f"costs.{key}"), lambda key=key: self.add(key), "plus", link=True)
            )
        buttons.addStretch(1)
        buttons.addWidget(Button(self._interface, word("costs.fetch"), self.fetch, "calculator", link=True))
        buttons.addWidget(Button(self._interface, word("costs.year"), self.add_year, "plus", link=True))
        buttons.addWidget(self._remove)
        self._payback.setContentsMargins(12, 0, 12, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.table)
        column.addWidget(self._fault)
        column.addWidget(self._line)
        column.addWidget(self.row)
        column.addLayout(buttons)
        column.addWidget(self._payback)


def _standing(record: Record) -> Badge:
    line = cast("CostLine", record)
    if line.lacks_rate:
        return Badge("triangle-alert", "warning", word("costs.no-rate", currency=line.currency))
    return standing(line.reconciled)


def _plain(text: str) -> Wording:
    return lambda _lang: text


def _payback(sums: Totals) -> Wording:
    if not sums.cost and not sums.effect:
        return word("costs.none")
    if not sums.cost or not sums.effect:
        return word("costs.no-cost" if not sums.cost else "costs.no-effect")
    return word("costs.payback", year=sums.payback_year) if sums.payback_year else word("costs.no-payback")
