"""Taking from another project: what it has is listed with what stands here, and what is ticked comes in as one step."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.files.errors import UserError
from app.gui.document import Document
from app.gui.file_dialogs import ask_which
from app.gui.interface import Interface, term
from app.gui.side_by_side import SideBySide
from app.gui.ticks import TickList
from app.language.catalogue import Words
from app.model.base import FieldPath, Lang
from app.project.ids import new_id
from app.project.store import SUFFIX, OpenProject, open_project
from app.project.taking import Offer, taken
from app.services.taking import cautions, is_at, rows


class TakeDialog(QDialog):
    """Reads another project and shows what there is to take. Nothing is ticked but what one came for."""

    def __init__(self, document: Document, interface: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._lang: Lang = interface.lang
        self._say = Words("taking", interface.lang)
        self._theirs: OpenProject | None = None
        self.pick, self.take_in = QPushButton(self._say("pick")), QPushButton()
        heads = [self._say(f"column.{name}") for name in ("what", "ours", "theirs", "how")]
        self.parts, self.told = TickList(self._say("parts"), heads), QLabel()
        #: What stands here and there of the row that is picked, in full.
        self.both = SideBySide(interface, self._say("column.ours"), self._say("column.theirs"))
        self._lay_out()
        self.pick.clicked.connect(self._ask_which)
        self.parts.itemChanged.connect(self._count)
        self.parts.currentItemChanged.connect(self._show_texts)
        self.take_in.clicked.connect(self._take_in)
        self._count()

    def read(self, file: str, field: FieldPath = "") -> None:
        """Shows what a project has; the part that holds `field` is ticked. What goes wrong is told in the dialog."""
        self.parts.clear()
        self._theirs = None
        try:
            self._theirs = open_project(Path(file))
        except UserError as problem:
            self._tell(problem.told(self._lang))
        else:
            ours, theirs = self._document.project, self._theirs.project
            found = rows(ours, theirs, self._lang)
            for row in found:
                self.parts.add((row.what, row.ours, row.theirs, row.how), row.offer, ticked=is_at(row.offer, field))
            came_for = next((at for at, row in enumerate(found) if is_at(row.offer, field)), 0)
            self.parts.pick(came_for)
            nothing = () if found else (self._say("nothing", file=Path(file).name),)
            self._tell("\n".join((*cautions(ours, theirs, self._lang), *nothing)))
        self._count()

    def _show_texts(self) -> None:
        row = self.parts.currentItem()
        self.both.show_apart(row.text(1) if row else "", row.text(2) if row else "")

    def _ticked(self) -> list[Offer]:
        return [held for held in self.parts.ticked() if isinstance(held, Offer)]

    def _count(self) -> None:
        """The button says how much it takes."""
        count = len(self._ticked())
        self.take_in.setText(self._say("take-in", n=count))
        self.take_in.setEnabled(count > 0)

    def _take_in(self) -> None:
        if self._theirs is None:
            return
        ticked, theirs = self._ticked(), self._theirs
        after = taken(self._document.project, theirs.project, ticked, new_id)
        here = self._document.assets
        for asset in after.assets:
            if asset.sha256 not in here:
                self._document.hold(asset.sha256, theirs.assets[asset.sha256])
        self._document.apply(lambda _project: after, term("taking", "undo", n=len(ticked)))
        self.accept()

    def _tell(self, words: str) -> None:
        self.told.setText(words)
        self.told.setVisible(bool(words))

    def _ask_which(self) -> None:
        ask_which(self, self._say("pick"), f"Boardwright (*{SUFFIX})", self.read)

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("title"))
        self.setMinimumSize(860, 520)
        about = QLabel(self._say("about"))
        for label in (about, self.told):
            label.setWordWrap(True)
        self.told.setProperty("tone", "warning")
        self.told.hide()
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
        column.addWidget(self.told)
        column.addWidget(self.parts, 1)
        column.addWidget(self.both)
        column.addWidget(buttons)
