"""Rows of a calculation fetched from a workbook: which cells, in which unit, what each row becomes, and one step that takes them in."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.files.errors import UserError
from app.files.sheets import ENDINGS
from app.files.sheets.area import read_area
from app.files.sheets.book import Book
from app.files.sheets.years import YEARS
from app.gui.background import Background
from app.gui.document import Document
from app.gui.fetched_rows import FetchedRows
from app.gui.file_dialogs import ask_which
from app.gui.interface import Interface, term
from app.gui.preview import Today
from app.gui.told_faults import told_faults
from app.language.catalogue import Words
from app.language.format import fiscal_year_label, fiscal_year_of, unit_label
from app.model.base import FieldPath, Id, Lang
from app.model.money import Scale
from app.model.project import Action, Alternative, Project
from app.project import edits
from app.project.ids import new_id
from app.services.fetching import (
    RowFetch,
    SheetRows,
    Tables,
    Wanted,
    find_tables,
    proposed,
    read_rows,
    rows_taken,
    scale_for,
)

_SCALES: Final[tuple[Scale, ...]] = ("unit", "thousand", "million")
#: So many years before and after the one that rows would begin with are offered.
_BEFORE, _AFTER = 5, 15


class FetchRowsDialog(QDialog):
    """Reads a table of a workbook into a calculation, `actions/<id>/lines`. Rows are ticked, but those that are sums or could not be
    read in full."""

    def __init__(
        self,
        document: Document,
        interface: Interface,
        today: Today,
        collection: FieldPath,
        current: Id | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._document, self._today = document, today
        self._collection, self._current = collection, current
        self._lang: Lang = interface.lang
        self._say = Words("fetching", interface.lang)
        self.background = Background(self)
        self._tables: Tables | None = None
        self._found: SheetRows | None = None
        self.pick, self.take_in = QPushButton(self._say("pick")), QPushButton()
        self.sheet, self.cells, self.scale, self.first_year = (QComboBox() for _ in range(4))
        self.rows = FetchedRows(document, interface, collection)
        self.told, self.twice = QLabel(), QLabel()
        self._options = QWidget()
        self._fill()
        self._lay_out()
        self.pick.clicked.connect(self._ask_which)
        self.sheet.activated.connect(self._turn_to_sheet)
        self.cells.editTextChanged.connect(self._read_rows)
        self.scale.activated.connect(self._read_rows)
        self.first_year.activated.connect(self._read_rows)
        self.rows.changed.connect(self._count)
        self.take_in.clicked.connect(self._take_in)
        self._count()

    def read(self, file: str) -> None:
        """Opens a workbook and proposes the first table with years in it. What goes wrong is told in the dialog."""
        self._tables = self._found = None
        self.rows.clear()
        self._count()
        self._options.setEnabled(False)
        self.told.setText(self._say("reading", file=Path(file).name))
        self.background.run(partial(find_tables, Path(file)), self._offer_sheets, self._fail, patience=0)

    def _fail(self, problem: UserError) -> None:
        self.told.setText(problem.told(self._lang))

    def _offer_sheets(self, tables: Tables) -> None:
        """Lists the sheets, those that are hidden last, and turns to the first that has a table."""
        self._tables = tables
        self.sheet.clear()
        shown = sorted(tables.book.sheets, key=lambda sheet: sheet.hidden)
        for sheet in shown:
            name = self._say("table.hidden", name=sheet.name) if sheet.hidden else sheet.name
            self.sheet.addItem(name, sheet.name)
        self._options.setEnabled(True)
        self.sheet.setEnabled(len(shown) > 1)
        first = next((at for at, sheet in enumerate(shown) if sheet.name in tables.areas and not sheet.hidden), None)
        self.sheet.setCurrentIndex(first or 0)
        self._turn_to_sheet()
        if first is None and not self.told.text():
            self.told.setText(self._say("table.no-table"))

    def _turn_to_sheet(self) -> None:
        """Proposes the cells of the sheet that is chosen, and the unit that it says."""
        tables, sheet = cast("Tables", self._tables), str(self.sheet.currentData())
        area = tables.areas.get(sheet)
        scale = scale_for(self._document.project, tables.book, sheet, area)
        self.scale.setCurrentIndex(_SCALES.index(scale))
        self.cells.blockSignals(True)
        self.cells.clear()
        self.cells.addItems([*([area.cells] if area else []), *sorted(tables.book.names)])
        self.cells.setCurrentText(area.cells if area else "")
        self.cells.blockSignals(False)
        self._read_rows()
        if area is None:
            self._tell_damage(tables.book, sheet)

    def _tell_damage(self, book: Book, sheet: str) -> None:
        """Tells of a sheet in which no table was found why, where it cannot be read."""
        try:
            book.table(sheet)
        except UserError as problem:
            self._fail(problem)

    def _read_rows(self) -> None:
        """Shows what stands in the cells, and what it changes. Nothing is changed yet."""
        self._found = None
        self.rows.clear()
        self.told.clear()
        place = self.cells.currentText().strip()
        if self._tables is not None and place:
            try:
                self._show(self._tables.book, place)
            except UserError as problem:
                self.told.setText(problem.told(self._lang))
        self._count()

    def _show(self, book: Book, place: str) -> None:
        project, first = self._document.project, cast("int | None", self.first_year.currentData())
        wanted = Wanted(
            place,
            str(self.sheet.currentData()) if read_area(place) else "",
            cast("Scale", self.scale.currentData()),
            first,
        )
        start = self._start()
        self._found = read_rows(book, wanted, project.organisation, start, self._lang)
        fetches = proposed(project, self._collection, self._found.rows, self._current)
        self.rows.show_rows(fetches, self._found.years)
        told = told_faults((fault for row in self._found.rows for fault in row.faults), self._say)
        told += [] if fetches else [self._say("table.no-rows", cells=place)]
        if fetches and not self._found.headed and wanted.first_year is None:
            told.append(self._say("table.counted", year=start))
        if apart := self._found.unheaded:
            told.append(self._say("table.unheaded", n=len(apart), names=", ".join(apart)))
        told += [self._say("table.sums")] if any(row.is_sum for row in self._found.rows) else []
        self.told.setText("\n".join(told))

    def _start(self) -> int:
        """The year from which amounts are counted where no heading says it: that of the action's start, else of today."""
        start = getattr(self._owner(), "start", None)
        day = start if isinstance(start, date) else self._today()
        return fiscal_year_of(day, self._document.project.organisation.fiscal_year_starts)

    def _owner(self) -> Action | Alternative:
        owner = edits.get(self._document.project, self._collection.rpartition("/")[0])
        return cast("Action | Alternative", owner)

    def _count(self) -> None:
        chosen = self.rows.chosen()
        twice = next((fetch for at, fetch in enumerate(chosen) if fetch.into in _ids(chosen[:at])), None)
        self.take_in.setText(self._say("table.take-in", n=len(chosen)))
        self.take_in.setEnabled(bool(chosen) and twice is None)
        self.twice.setText(self._say("table.twice", name=twice.row.label) if twice else "")
        self.twice.setVisible(twice is not None)

    def _take_in(self) -> None:
        if self._tables is not None and self._found is not None:
            taken = self._taken(self._tables.book, self._found, self.rows.chosen())
            self._document.apply(taken, term("fetching", "table.undo"))
        self.accept()

    def _taken(self, book: Book, found: SheetRows, ticked: list[RowFetch]) -> Callable[[Project], Project]:
        collection, today = self._collection, self._today()
        return lambda project: rows_taken(project, collection, ticked, found.wanted, book, today, new_id)

    def _ask_which(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        ask_which(self, self._say("pick"), f"Excel, CSV ({kinds})", self.read)

    def _fill(self) -> None:
        organisation = self._document.project.organisation
        for scale in _SCALES:
            self.scale.addItem(unit_label(organisation.currency, scale, self._lang, organisation.money), scale)
        self.cells.setEditable(True)
        self.first_year.addItem(self._say("table.by-headings"), None)
        start = self._start()
        for year in range(max(start - _BEFORE, YEARS.start), min(start + _AFTER, YEARS.stop)):
            self.first_year.addItem(fiscal_year_label(year, organisation.fiscal_year_starts), year)
        self._options.setEnabled(False)

    def _lay_out(self) -> None:
        owner = self._owner()
        name = (owner.title if isinstance(owner, Action) else owner.name).said(self._lang).text
        self.setWindowTitle(self._say("table.title", name=name) if name else self._say("table.title-unnamed"))
        self.setMinimumSize(820, 520)
        about = QLabel(self._say("table.about"))
        for label in (about, self.told, self.twice):
            label.setWordWrap(True)
        self.told.setProperty("tone", "warning")
        self.twice.setProperty("tone", "error")
        reading = QHBoxLayout()
        reading.addWidget(about, 1)
        reading.addWidget(self.pick)
        options = QHBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(16)
        asked = (("sheet", self.sheet), ("cells", self.cells), ("scale", self.scale), ("first-year", self.first_year))
        for key, widget in asked:
            form = QFormLayout()
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
            form.addRow(self._say(f"table.{key}"), widget)
            widget.setAccessibleName(self._say(f"table.{key}"))
            options.addLayout(form, 2 if widget in (self.sheet, self.cells) else 1)
        self.take_in.setProperty("primary", True)
        buttons = QDialogButtonBox()
        buttons.addButton(self._say("close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.take_in, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(reading)
        column.addWidget(self._options)
        column.addWidget(self.told)
        column.addWidget(self.rows, 1)
        column.addWidget(self.twice)
        column.addWidget(buttons)


def _ids(fetches: Sequence[RowFetch]) -> frozenset[Id]:
    """The rows of the calculation that some rows become."""
    return frozenset(fetch.into for fetch in fetches if isinstance(fetch.into, str))
