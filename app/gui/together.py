"""Bringing together what two people wrote in copies of the same project: what comes, what both changed, and one step that takes it in."""

from functools import partial
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.files.errors import UserError
from app.gui.document import Document
from app.gui.file_dialogs import ask_which
from app.gui.interface import Interface, term
from app.gui.side_by_side import SideBySide
from app.language.catalogue import Words
from app.model.base import FieldPath, Lang
from app.project.differences import Naming
from app.project.history import remembered
from app.project.merge import Choice, Conflict, Merged
from app.project.store import SUFFIX, OpenProject, open_project

_COLUMNS: Final = ("what", "mine", "theirs", "choice")


class TogetherDialog(QDialog):
    """Reads another copy, shows what differs side by side, and takes it in as one step."""

    def __init__(self, document: Document, interface: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._lang: Lang = interface.lang
        self._say = Words("together", interface.lang)
        self._theirs: OpenProject | None = None
        self._choices: dict[FieldPath, Choice] = {}
        self.pick, self.take_in = QPushButton(self._say("pick")), QPushButton(self._say("take-in"))
        self.changes, self.conflicts = QLabel(), QTreeWidget()
        self.both = SideBySide(interface, self._say("column.mine"), self._say("column.theirs"))
        self._lay_out()
        self.pick.clicked.connect(self._ask_which)
        self.conflicts.currentItemChanged.connect(self._show_words)
        self.take_in.clicked.connect(self._take_in)
        self.take_in.setEnabled(False)

    def read(self, file: str) -> None:
        """Shows what another copy brings. Nothing is changed yet; what goes wrong is told in the dialog."""
        self._choices.clear()
        self.conflicts.clear()
        self.take_in.setEnabled(False)
        try:
            self._theirs = open_project(Path(file))
            merged = self._merged()
        except UserError as problem:
            self._theirs = None
            self.changes.setText(problem.told(self._lang))
            return
        self._show(merged)

    def _mine(self) -> OpenProject:
        return OpenProject(self._document.project, self._document.assets, self._document.history)

    def _merged(self) -> Merged:
        from app.services.together import together

        theirs = self._theirs or self._mine()
        return together(self._mine(), theirs, self._choices)[0]

    def _show(self, merged: Merged) -> None:
        """How much comes, and each conflict with both values and a way to choose."""
        from app.services.comparing import compared
        from app.services.together import share_a_state

        project = self._document.project
        _, told = compared(project, merged.project, self._lang)
        counted = [self._say("comes", n=len(told))]
        if merged.conflicts:
            counted.append(self._say("clashes", n=len(merged.conflicts)))
        if not share_a_state(self._mine(), cast("OpenProject", self._theirs)):
            counted.append(self._say("no-base"))
        self.changes.setText(" ".join(counted))
        naming = Naming(project, cast("OpenProject", self._theirs).project, self._lang)
        for conflict in merged.conflicts:
            self._add(conflict, naming)
        for widget in (self.conflicts, self.both):
            widget.setVisible(bool(merged.conflicts))
        first = self.conflicts.topLevelItem(0)
        if first is not None:
            self.conflicts.setCurrentItem(first)
        self.take_in.setEnabled(merged.project != project or bool(merged.conflicts))

    def _add(self, conflict: Conflict, naming: Naming) -> None:
        named = naming.difference(conflict.path)
        where = f"{named.where}, {named.field}" if named.field != named.where else named.where
        row = QTreeWidgetItem([where, named.before or "–", named.after or "–"])
        for column in range(3):
            row.setToolTip(column, row.text(column))
        self.conflicts.addTopLevelItem(row)
        box = QComboBox()
        for choice in conflict.choices:
            box.addItem(self._say(f"choice-{choice}"), choice)
        box.setCurrentIndex(box.findData(conflict.chosen))
        box.setAccessibleName(self._say("choose", name=where))
        box.activated.connect(partial(self._choose, conflict.path, box))
        self.conflicts.setItemWidget(row, 3, box)

    def _show_words(self) -> None:
        """Both texts of the conflict that is picked, with the words in which they differ."""
        row = self.conflicts.currentItem()
        self.both.show_apart(row.text(1) if row else "", row.text(2) if row else "")

    def _choose(self, path: FieldPath, box: QComboBox, _at: int) -> None:
        self._choices[path] = cast("Choice", box.currentData())

    def _take_in(self) -> None:
        from app.services.together import together

        if self._theirs is None:
            return
        merged, assets = together(self._mine(), self._theirs, self._choices)
        for digest, data in assets.items():
            self._document.hold(digest, data)
        came = remembered(self._theirs.history, self._theirs.project)
        self._document.apply(lambda _project: merged.project, term("together", "undo"), came=came)
        self.accept()

    def _ask_which(self) -> None:
        ask_which(self, self._say("pick"), f"Boardwright (*{SUFFIX})", self.read)

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("title"))
        self.setMinimumSize(720, 520)
        about = QLabel(self._say("about"))
        for label in (about, self.changes):
            label.setWordWrap(True)
        self.conflicts.setHeaderLabels([self._say(f"column.{name}") for name in _COLUMNS])
        self.conflicts.setRootIsDecorated(False)
        self.conflicts.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.conflicts.setAccessibleName(self._say("conflicts"))
        self.conflicts.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.conflicts.hide()
        self.both.hide()
        reading = QHBoxLayout()
        reading.addWidget(about, 1)
        reading.addWidget(self.pick)
        self.take_in.setProperty("primary", True)
        buttons = QDialogButtonBox()
        buttons.addButton(self._say("close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.take_in, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(reading)
        column.addWidget(self.changes)
        column.addWidget(self.conflicts, 1)
        column.addWidget(self.both)
        column.addStretch(0)
        column.addWidget(buttons)
