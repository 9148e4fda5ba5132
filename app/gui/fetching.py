"""Figures fetched from a workbook: what it holds, what of figures and rows has changed there since, and one step that takes it in."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.files.errors import UserError
from app.files.sheets import ENDINGS
from app.files.sheets.book import Book
from app.gui.background import Background
from app.gui.document import Document
from app.gui.fields.values import exact_money
from app.gui.file_dialogs import ask_which
from app.gui.interface import Interface, term
from app.gui.preview import Today
from app.gui.ticks import TickList
from app.gui.told_faults import told_faults
from app.language.catalogue import Words
from app.language.format import format_date, format_number
from app.model.base import Lang
from app.model.project import Project
from app.project.ids import new_id
from app.services.fetching import (
    Fetched,
    Found,
    Moved,
    Offer,
    Shows,
    currency_of,
    fetched,
    fetched_name,
    look_through,
    renewed,
    sources,
)


class FetchDialog(QDialog):
    """Reads a workbook; what has moved since is ticked, what is new there is not."""

    def __init__(self, document: Document, interface: Interface, today: Today, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._today = document, today
        self._lang: Lang = interface.lang
        self._say = Words("fetching", interface.lang)
        self._book: Book | None = None
        self._file = ""
        self.background = Background(self)
        self.former = QComboBox()
        self.pick, self.take_in = QPushButton(self._say("pick")), QPushButton()
        self.tick_all = QPushButton(self._say("tick-all"))
        heads = [self._say(f"column.{name}") for name in ("what", "value", "where")]
        self.rows, self.told = TickList(self._say("rows"), heads), QLabel()
        self._lay_out()
        self.pick.clicked.connect(self._ask_which)
        self.tick_all.clicked.connect(self._tick_moved)
        self.former.activated.connect(self._read)
        self.rows.itemChanged.connect(self._count)
        self.take_in.clicked.connect(self._take_in)
        self._count()

    def read(self, file: str) -> None:
        """Shows what a workbook holds. Nothing is changed yet; what goes wrong is told in the dialog."""
        self._file = file
        self._offer_former(Path(file).name)
        self._read()

    def _offer_former(self, name: str) -> None:
        """Asks whether a file of a new name stands for one that values were fetched from."""
        known = [source.file for source in sources(self._document.project)]
        self.former.clear()
        self.former.addItem(self._say("former.none"), None)
        for file in known:
            self.former.addItem(self._say("former.of", file=file), file)
        self.former.setVisible(bool(known) and name not in known)

    def _read(self) -> None:
        """Looks the file through beside the event loop: it may be large."""
        self.rows.clear()
        self.tick_all.hide()
        self._book = None
        self._count()
        self.told.setText(self._say("reading", file=Path(self._file).name))
        self.former.setEnabled(False)
        former = cast("str | None", self.former.currentData())
        look = partial(look_through, self._document.project, Path(self._file), former, self._lang, self._today())
        self.background.run(look, self._show, self._fail, patience=0)

    def _fail(self, problem: UserError) -> None:
        self.told.setText(problem.told(self._lang))

    def _show(self, found: Found) -> None:
        self._book = found.book
        self.former.setEnabled(True)
        self._show_moved(found.again.moved, found.shows)
        for offer in found.offers:
            self.rows.add(self._of_offer(offer), offer, ticked=False)
        told = told_faults(found.again.kept, self._say)
        told += [self._say("shifted")] if any(each.shift is not None for each in found.again.moved) else []
        told += [self._say("sections", names=", ".join(found.shows.sections))] if found.shows.sections else []
        told += [] if found.offers or told else [self._say("nothing", file=found.book.file)]
        self.told.setText("\n".join(told))
        self._count()

    def _show_moved(self, moved: Sequence[Moved], shows: Shows) -> None:
        """Lists what has changed and where each shows."""
        for each in moved:
            slides = shows.by_record.get(each.fetched.record, shows.slides)
            self.rows.add(self._of_moved(each, slides), each, ticked=each.shift is None)
        self.tick_all.setVisible(any(each.shift is not None and each.shift.kind == "cell" for each in moved))

    def _of_moved(self, moved: Moved, slides: Sequence[int]) -> tuple[str, str, str]:
        fetched = moved.fetched
        name = fetched_name(self._document.project, fetched, self._lang)
        old, new = self._amount(fetched, fetched.value), self._amount(fetched, moved.new)
        numbers = ", ".join(map(str, slides))
        shift = moved.shift
        told = [self._say(f"shift.{shift.kind}", was=shift.was, now=shift.now)] if shift else []
        if new != old:
            told.append(self._say("shows", n=len(slides), slides=numbers) if slides else self._say("changed"))
        elif not told:
            told.append(self._say("same"))
        return name, new if new == old else f"{old} → {new}", "; ".join(told)

    def _amount(self, fetched: Fetched, value: Decimal | None) -> str:
        """A row's amount as money, a figure's value as the number it is."""
        if value is None:
            return "–"
        if fetched.year is None:
            return format_number(value, self._lang)
        project = self._document.project
        counted = project.organisation.model_copy(update={"currency": currency_of(project, fetched)})
        return exact_money(value, counted, self._lang)

    def _of_offer(self, offer: Offer) -> tuple[str, str, str]:
        year = f" {offer.year}" if offer.year else ""
        where = f"{offer.area.sheet}, {offer.place}" if offer.area.sheet else offer.place
        unit = f" {offer.unit}" if offer.unit else ""
        return f"{offer.label}{year}", f"{format_number(offer.value, self._lang)}{unit}", where

    def _tick_moved(self) -> None:
        """Ticks what stands elsewhere than last time, once the user has looked at it. Another heading is looked at one by one."""
        self.rows.tick(lambda held: isinstance(held, Moved) and held.shift is not None and held.shift.kind == "cell")

    def _count(self) -> None:
        count = len(self.rows.ticked())
        self.take_in.setText(self._say("take-in", n=count))
        self.take_in.setEnabled(count > 0)

    def _take_in(self) -> None:
        if self._book is not None:
            self._document.apply(self._taken(self._book), term("fetching", "undo"))
        self.accept()

    def _taken(self, book: Book) -> Callable[[Project], Project]:
        """What the ticked rows do to the project."""
        ticked, today = self.rows.ticked(), self._today()
        moved = [held for held in ticked if isinstance(held, Moved)]
        offers = [held for held in ticked if isinstance(held, Offer)]
        return lambda project: fetched(renewed(project, moved, book, today), offers, book, today, new_id)

    def _ask_which(self) -> None:
        kinds = " ".join(f"*{ending}" for ending in ENDINGS)
        ask_which(self, self._say("pick"), f"Excel, CSV ({kinds})", self.read)

    def _fetched_before(self) -> Iterator[str]:
        """Which files values were fetched from, so that one knows which to pick."""
        for source in sources(self._document.project):
            day = format_date(source.read, self._lang)
            yield self._say("before", file=source.file, n=source.values, day=day)

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("title"))
        self.setMinimumSize(820, 480)
        self.rows.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        about = QLabel("\n".join((self._say("about"), *self._fetched_before())))
        for label in (about, self.told):
            label.setWordWrap(True)
        self.told.setProperty("tone", "warning")
        reading = QHBoxLayout()
        reading.addWidget(about, 1)
        reading.addWidget(self.pick)
        self.former.setAccessibleName(self._say("former.name"))
        self.former.hide()
        self.take_in.setProperty("primary", True)
        self.tick_all.hide()
        buttons = QDialogButtonBox()
        buttons.addButton(self.tick_all, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(self._say("close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.take_in, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(reading)
        column.addWidget(self.former, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.told)
        column.addWidget(self.rows, 1)
        column.addWidget(buttons)
