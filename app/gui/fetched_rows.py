"""The rows that a workbook holds, each with what it becomes in a calculation and what that changes year by year."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QTreeWidgetItem

from app.gui.document import Document
from app.gui.fields.values import exact_money
from app.gui.forms.costs import SORTS
from app.gui.forms.wording import word
from app.gui.interface import Interface
from app.gui.ticks import TickList
from app.language.catalogue import Words
from app.language.format import fiscal_year_label
from app.model.base import FieldPath, Lang
from app.model.project import Organisation
from app.services.fetching import Into, RowFetch, Sort, changes, lines_of

#: Where the years begin, after the row's name and what it becomes.
_YEARS: Final = 2
_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FetchedRows(TickList):
    """A tick says that a row is taken in, a list what it becomes. `changed` says that either was set."""

    changed = Signal()

    def __init__(self, document: Document, interface: Interface, collection: FieldPath) -> None:
        say = Words("fetching", interface.lang)
        super().__init__(say("table.rows"), [say("table.row"), say("table.into")])
        self._document, self._collection = document, collection
        self._lang: Lang = interface.lang
        self._say = say
        self._years: tuple[int, ...] = ()
        self._fetches: list[RowFetch] = []
        self.header().setStretchLastSection(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.itemChanged.connect(self.changed)

    def chosen(self) -> list[RowFetch]:
        """The rows that are ticked, with what each becomes."""
        return [self._fetches[cast("int", at)] for at in self.ticked()]

    def show_rows(self, fetches: Sequence[RowFetch], years: Sequence[int]) -> None:
        """Shows other rows. Those that are sums, or could not be read in full, are not ticked."""
        self.clear()
        self._fetches, self._years = list(fetches), tuple(years)
        starts = self._document.project.organisation.fiscal_year_starts
        names = [fiscal_year_label(year, starts) for year in years]
        self.setHeaderLabels([self._say("table.row"), self._say("table.into"), *names])
        self.setColumnCount(_YEARS + len(names))
        for at, fetch in enumerate(fetches):
            whole = bool(fetch.row.amounts) and not fetch.row.faults
            self.add(self._words(fetch), at, ticked=whole and not fetch.row.is_sum)
            self._add_choice(at, fetch)
        for column in range(self.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column < _YEARS else QHeaderView.ResizeMode.ResizeToContents
            self.header().setSectionResizeMode(column, mode)
        for column in range(_YEARS, self.columnCount()):
            self.headerItem().setTextAlignment(column, _RIGHT)

    def _add_choice(self, at: int, fetch: RowFetch) -> None:
        row = cast("QTreeWidgetItem", self.topLevelItem(at))
        box = QComboBox()
        for into, name in self._choices():
            box.addItem(name, into)
            if into == fetch.into:
                box.setCurrentIndex(box.count() - 1)
        box.setAccessibleName(self._say("table.into-of", name=row.text(0)))
        box.activated.connect(partial(self._choose, at, box))
        for column in range(_YEARS, self.columnCount()):
            row.setTextAlignment(column, _RIGHT)
        self.setItemWidget(row, 1, box)

    def _choices(self) -> Sequence[tuple[Into, str]]:
        """New rows of each sort, and the rows that there are."""
        new = [(Sort(*sort), self._new(key)) for key, sort in SORTS.items()]
        lines = lines_of(self._document.project, self._collection)
        said = (
            (line.id, self._document.line(line.what, self._lang).strip() or self._say("table.unnamed"))
            for line in lines
        )
        return [*new, *((key, self._say("table.update", name=name)) for key, name in said)]

    def _new(self, key: str) -> str:
        return self._say("table.new", sort=word(f"costs.{key}")(self._lang).lower())

    def _choose(self, at: int, box: QComboBox, _index: int) -> None:
        row = cast("QTreeWidgetItem", self.topLevelItem(at))
        self._fetches[at] = RowFetch(self._fetches[at].row, cast("Into", box.currentData()))
        for column, said in enumerate(self._words(self._fetches[at])):
            row.setText(column, said)
            row.setToolTip(column, said)
        self.changed.emit()

    def _words(self, fetch: RowFetch) -> list[str]:
        project = self._document.project
        found = changes(project, self._collection, fetch)
        into = next((line for line in lines_of(project, self._collection) if line.id == fetch.into), None)
        own = project.organisation
        counted = own.model_copy(update={"currency": into.currency}) if into and into.currency else own
        years = (self._change(found.get(year), counted) for year in self._years)
        return [fetch.row.label or self._say("table.unnamed"), "", *years]

    def _change(self, change: tuple[Decimal | None, Decimal] | None, counted: Organisation) -> str:
        """A year's amount in the row's currency; before it, what stands there now where that is another."""
        if change is None:
            return ""
        old, new = change
        shown = exact_money(new, counted, self._lang)
        if old in (None, new):
            return shown
        return self._say("table.change", old=exact_money(old, counted, self._lang), new=shown)
