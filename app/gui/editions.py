"""The editions' page: keep the project as it was sent out or presented, see what has changed since, go on from it in a new project."""

from collections.abc import Callable, Collection
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from app.files.errors import UserError
from app.gui.document import Document
from app.gui.edition_names import edition_name
from app.gui.file_dialogs import ask_where
from app.gui.interface import Interface
from app.gui.kept import take_kept
from app.gui.ledger import LedgerText
from app.gui.look import font
from app.gui.page import MARGIN, Page, touches
from app.gui.side_by_side import SideBySide
from app.language.catalogue import Words
from app.language.format import format_date
from app.model.base import FieldPath
from app.model.editions import EDITION_KINDS, Edition
from app.project.compared import Comparison, Told
from app.project.editions import Kept, Occasion, content_of
from app.project.ids import new_id
from app.project.ledger import grounded_on
from app.project.store import SUFFIX, OpenProject, save_project

#: So many editions are seen at once.
_ROWS: Final = 4


class EditionsPage(Page):
    """All editions, newest first, and what became of the one that is picked. Serves `editions`."""

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        self._title, self._about, self._none, self._told = QLabel(), QLabel(), QLabel(), QLabel()
        #: What became of saving.
        self._said = QLabel()
        self.kind, self.meeting, self.keep = QComboBox(), QComboBox(), QPushButton()
        self.editions, self.changes, self.restore = QListWidget(), QTreeWidget(), QPushButton()
        self.opens, self.again = QPushButton(), QPushButton()
        #: What became of the text that is picked among the changes.
        self.words = SideBySide(interface, "", "")
        self.ledger, self.tabs = LedgerText(), QTabWidget()
        self.go_on = QPushButton()
        self._lay_out()
        self.keep.clicked.connect(self.keep_now)
        self.editions.currentItemChanged.connect(self._compare)
        self.editions.itemActivated.connect(self.open_edition)
        self.opens.clicked.connect(self.open_edition)
        self.again.clicked.connect(self.export_again)
        self.changes.currentItemChanged.connect(self._show_words)
        self.tabs.currentChanged.connect(self._show_ledger)
        self.restore.clicked.connect(lambda: self._ask_where("restore", self.save_as_new))
        self.go_on.clicked.connect(lambda: self._ask_where("go-on", self.save_next))

    def title(self) -> str:
        return self.interface("place.editions")

    def refresh(self, paths: Collection[FieldPath]) -> None:
        if touches(paths, "editions") or touches(paths, "matter/route"):
            self._fill()
        else:
            self._compare()
        self._show_ledger()

    def retranslate(self) -> None:
        super().retranslate()
        say = self._say
        self._title.setText(self.title())
        self._about.setText(say("about"))
        self._none.setText(say("none"))
        self.keep.setText(say("keep"))
        self.opens.setText(say("open"))
        self.again.setText(say("again"))
        self.restore.setText(say("restore"))
        self.go_on.setText(say("go-on"))
        self.words.entitle(say("column.before"), say("column.after"))
        self.changes.setHeaderLabels([say(f"column.{name}") for name in ("what", "before", "after", "course")])
        for widget, key in (
            (self.kind, "kind"), (self.meeting, "meeting"), (self.editions, "list"), (self.changes, "changes"),
        ):  # fmt: skip
            widget.setAccessibleName(say(key))
        for at, key in enumerate(("changes", "ledger.title")):
            self.tabs.setTabText(at, say(key))
        self._fill()
        self._show_ledger()

    def take_focus(self) -> None:
        (self.editions if self.editions.count() else self.keep).setFocus(Qt.FocusReason.OtherFocusReason)

    def keep_now(self) -> None:
        """Keeps the project as it is, for the meeting that is picked."""
        from app.services.editions import keep_edition

        project, lang = self.document.project, self.document.project.language
        wanted = str(self.meeting.currentData() or "")
        meeting = next((found for found in project.matter.route if found.id == wanted), None)
        occasion = Occasion(EDITION_KINDS[self.kind.currentIndex()], meeting, lang, "memo")
        kept = keep_edition(project, occasion, date.today(), new_id)
        take_kept(self.document, kept)

    def open_edition(self) -> None:
        """Opens the edition that is picked, to be read in a window of its own."""
        from app.gui.edition_view import EditionView

        edition, then = self._current(), self._as_it_was()
        if edition is None or then is None:
            return

        project, assets = self.document.project, self.document.assets

        def restore() -> None:
            ask_where(view, self._say("restore"), f"Boardwright (*{SUFFIX})", SUFFIX, save)

        def save(file: str) -> None:
            view.tell(self._save_restored(file, OpenProject(project, assets), edition))

        view = EditionView(then, edition, self.interface, self.window(), restore)
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        view.show()

    def export_again(self) -> None:
        """Exports the edition that is picked as it was."""
        from app.gui.edition_view import export_again

        edition, then = self._current(), self._as_it_was()
        if edition is not None and then is not None:
            then.setParent(export_again(then, edition, self.interface, self.window()))

    def _as_it_was(self) -> Document | None:
        """The project as the edition that is picked holds it, in a document of its own; None for a damaged one, which is told."""
        from app.services.editions import reopened

        edition, document = self._current(), self.document
        if edition is None:
            return None
        try:
            project = reopened(document.project, document.assets, edition.id).project
        except UserError as problem:
            self._said.setText(problem.told(self.interface.lang))
            return None
        return Document(project, document.assets, document.path)

    def save_as_new(self, file: str) -> None:
        """Saves the edition that is picked as a new project. What goes wrong is told on the page."""
        edition = self._current()
        if edition is not None:
            now = OpenProject(self.document.project, self.document.assets)
            self._said.setText(self._save_restored(file, now, edition))

    def save_next(self, file: str) -> None:
        """Saves the next quarter's project, which goes on from this one."""
        from app.services.editions import next_round

        self._said.setText(
            self._saved(file, "gone-on", lambda: next_round(self.document.project, date.today(), new_id))
        )

    def _save_restored(self, file: str, now: OpenProject, edition: Edition) -> str:
        from app.services.editions import restored

        return self._saved(
            file, "restored", lambda: Kept(restored(now.project, now.assets, edition.id, new_id), now.assets)
        )

    def _saved(self, file: str, key: str, make: Callable[[], Kept]) -> str:
        """Saves a project that is made of this one; what came of it, in a sentence."""
        path = Path(file if file.endswith(SUFFIX) else f"{file}{SUFFIX}")
        own = self.document.path
        try:
            if own is not None and path.resolve() == own.resolve():
                raise UserError("edition.over-itself", file=path.name)
            kept = make()
            save_project(path, kept.project, {**self.document.assets, **kept.contents})
        except UserError as problem:
            return problem.told(self.interface.lang)
        return self._say(key, file=path.name)

    @property
    def _say(self) -> Words:
        return Words("editions", self.interface.lang)

    def _current(self) -> Edition | None:
        item = self.editions.currentItem()
        key = str(item.data(Qt.ItemDataRole.UserRole)) if item else ""
        return next((edition for edition in self.document.project.editions if edition.id == key), None)

    def _fill(self) -> None:
        project, lang, current = self.document.project, self.interface.lang, self._current()
        kind, meeting = max(self.kind.currentIndex(), 0), self.meeting.currentData()
        self.kind.clear()
        self.kind.addItems([self._say(f"kind-{name}") for name in EDITION_KINDS])
        self.kind.setCurrentIndex(kind)
        self.meeting.clear()
        for each in project.matter.route:
            day = f", {format_date(each.on, lang, 'abbr')}" if each.on else ""
            self.meeting.addItem(f"{self.document.line(each.body, lang)}{day}", each.id)
        self.meeting.addItem(self._say("no-meeting"), "")
        self.meeting.setCurrentIndex(max(self.meeting.findData(meeting), 0))
        self.editions.clear()
        for edition in reversed(project.editions):
            item = QListWidgetItem(edition_name(edition, lang))
            item.setData(Qt.ItemDataRole.UserRole, edition.id)
            item.setToolTip("\n".join(file.name for file in edition.files))
            self.editions.addItem(item)
            if current is not None and edition.id == current.id:
                self.editions.setCurrentItem(item)
        if self.editions.currentRow() < 0 and self.editions.count():
            self.editions.setCurrentRow(0)
        has = self.editions.count() > 0
        rows = min(self.editions.count(), _ROWS)
        self.editions.setMaximumHeight(rows * self.editions.sizeHintForRow(0) + 2 * self.editions.frameWidth() + 4)
        self._none.setVisible(not has)
        self.tabs.setTabVisible(0, has)
        for widget in (self.editions, self.opens, self.again, self.restore, self._told):
            widget.setVisible(has)
        self._compare()

    def _compare(self) -> None:
        """What has changed since the edition that is picked, topic by topic."""
        from app.services.comparing import since

        self.changes.clear()
        self._told.setText("")
        edition = self._current()
        self.restore.setEnabled(edition is not None)
        if edition is None or not self.isVisible():
            return
        try:
            before = content_of(edition, self.document.assets)
        except UserError as problem:
            self._told.setText(problem.told(self.interface.lang))
            return
        comparison, told = since(edition, before, self.document.project, self.interface.lang, date.today())
        words = Words("compare", self.interface.lang)
        grounded = grounded_on(self.document.project, edition)
        sentences = [words("count", n=len(told)) if told else words("none")]
        sentences += [self._say("grounds", n=len(grounded))] if grounded else []
        self._told.setText("\n".join(sentences))
        for _, group in groupby(told, key=lambda one: one.change.topic):
            self._show_topic(comparison, list(group))
        self.changes.expandAll()

    def _show_topic(self, comparison: Comparison, told: list[Told]) -> None:
        head = QTreeWidgetItem([comparison.topic(told[0].change.topic)])
        self.changes.addTopLevelItem(head)
        head.setFirstColumnSpanned(True)
        for one in told:
            moved = ", ".join(part for part in (one.movement, comparison.course(one.change)) if part)
            row = QTreeWidgetItem([one.name, one.before, one.after, moved])
            for column, words in enumerate((one.name, one.before, one.after, moved)):
                row.setToolTip(column, words)
            head.addChild(row)

    def _show_words(self) -> None:
        """The change that is picked in full, with the words marked that came and went."""
        row = self.changes.currentItem()
        before, after = (row.text(1), row.text(2)) if row else ("", "")
        self.words.setVisible(bool(before or after))
        self.words.show_change(before, after)

    def _show_ledger(self) -> None:
        """Shows the decisions while they are looked at."""
        if self.ledger.isVisible():
            self.ledger.show_decisions(self.document.project, self.document.assets, self.interface.lang)

    def showEvent(self, event: object) -> None:  # noqa: ARG002
        self._compare()
        self._show_ledger()

    def _ask_where(self, key: str, save: Callable[[str], None]) -> None:
        ask_where(self, self._say(key), f"Boardwright (*{SUFFIX})", SUFFIX, save)

    def _lay_out(self) -> None:
        self._title.setFont(font("title", self.font(), strong=True))
        self._none.setProperty("tone", "secondary")
        for label in (self._about, self._none, self._told, self._said):
            label.setWordWrap(True)
        self.changes.header().setStretchLastSection(False)
        self.changes.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.changes.header().setMinimumSectionSize(64)
        self.changes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keeping = QHBoxLayout()
        keeping.addWidget(self.kind)
        keeping.addWidget(self.meeting, 1)
        keeping.addWidget(self.keep)
        below = QHBoxLayout()
        for button in (self.opens, self.again, self.restore):
            below.addWidget(button)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, MARGIN)
        column.setSpacing(12)
        column.addWidget(self._title)
        column.addWidget(self._about)
        going = QHBoxLayout()
        going.addWidget(self._said, 1)
        going.addWidget(self.go_on)
        column.addLayout(keeping)
        column.addLayout(going)
        column.addWidget(self._none)
        column.addWidget(self.editions)
        column.addLayout(below)
        column.addWidget(self._told)
        self.words.hide()
        changed = QSplitter(Qt.Orientation.Vertical)
        changed.addWidget(self.changes)
        changed.addWidget(self.words)
        changed.setStretchFactor(0, 1)
        changed.setChildrenCollapsible(False)
        self.tabs.addTab(changed, "")
        self.tabs.addTab(self.ledger, "")
        self.tabs.setDocumentMode(True)
        column.addWidget(self.tabs, 1)
