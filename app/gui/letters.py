"""Letters to owners: the actions as a sheet to fill in, and the answers read back, looked at, and taken in as one step."""

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.files.atomic import write_bytes
from app.files.errors import UserError
from app.files.sheets import open_book
from app.gui.document import Document
from app.gui.file_dialogs import ask_where, ask_which
from app.gui.interface import Interface, term
from app.gui.preview import Today
from app.gui.ticks import TickList
from app.language.catalogue import Words
from app.model.base import Lang
from app.services.letters import Answer, about, answered, letter_csv, letter_xlsx, owners, read_answers


class LettersDialog(QDialog):
    """Writes a sheet for one owner or for all, and reads one back."""

    def __init__(self, document: Document, interface: Interface, today: Today, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._today = document, today
        self._lang: Lang = interface.lang
        self._say = Words("letters", interface.lang)
        heads = [self._say(f"column.{name}") for name in ("about", "old", "new")]
        self.who, self.changes = QComboBox(), TickList(self._say("answers"), heads)
        self._write, self._read = QPushButton(self._say("write")), QPushButton(self._say("read"))
        self.take_in = QPushButton()
        self._told = QLabel()
        self._fill()
        self._lay_out()
        self._write.clicked.connect(self._ask_where)
        self._read.clicked.connect(self._ask_which)
        self.changes.itemChanged.connect(self._count)
        self.take_in.clicked.connect(self._take_in)
        self._count()

    def write(self, file: str) -> None:
        """Writes the sheet to a path; as text where the file's name ends so. What goes wrong is told in the dialog."""
        path, project, owner = Path(file), self._document.project, self.who.currentData()
        letter = letter_csv if path.suffix.lower() == ".csv" else letter_xlsx
        try:
            write_bytes(path, letter(project, self._lang, str(owner) if owner else None))
        except UserError as problem:
            self._tell(problem.told(self._lang))
        else:
            self._tell(self._say("written", file=path.name))

    def read(self, file: str) -> None:
        """Shows what the answers in a file change, and what of them does not fit. Nothing is changed yet."""
        self.changes.clear()
        path, project = Path(file), self._document.project
        try:
            found = read_answers(open_book(path), project, self._lang, self._today())
        except UserError as problem:
            self._tell(problem.told(self._lang))
        else:
            for change in found.changes:
                self.changes.add((about(project, change, self._lang), change.old, change.new), change, ticked=True)
            told = [misfit.told(self._lang) for misfit in found.misfits]
            self._tell("\n".join(told) or ("" if found.changes else self._say("nothing-new", file=path.name)))
        self._count()

    def _ticked(self) -> list[Answer]:
        return [held for held in self.changes.ticked() if isinstance(held, Answer)]

    def _count(self) -> None:
        """The button says how many changes it makes."""
        count = len(self._ticked())
        self.take_in.setText(self._say("take-in", n=count))
        self.take_in.setEnabled(count > 0)

    def _take_in(self) -> None:
        ticked = self._ticked()
        self._document.apply(lambda project: answered(project, ticked), term("letters", "undo", n=len(ticked)))
        self.accept()

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))

    def _ask_where(self) -> None:
        name = f"{self.who.currentData() or self._say('sheet')}.xlsx"
        ask_where(self, self._say("write"), "Excel (*.xlsx);;CSV (*.csv)", ".xlsx", self.write, name)

    def _ask_which(self) -> None:
        ask_which(self, self._say("read"), "Excel, CSV (*.xlsx *.csv)", self.read)

    def _fill(self) -> None:
        self.who.addItem(self._say("everyone"), "")
        for owner in owners(self._document.project):
            self.who.addItem(owner, owner)
        self.who.setAccessibleName(self._say("who"))

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("dialog"))
        self.setMinimumSize(680, 460)
        self._told.setWordWrap(True)
        self._told.setProperty("tone", "warning")
        self._told.hide()
        guides = [QLabel(self._say(f"about-{name}")) for name in ("writing", "reading")]
        for guide in guides:
            guide.setWordWrap(True)
        writing = QHBoxLayout()
        writing.addWidget(self.who, 1)
        writing.addWidget(self._write)
        reading = QHBoxLayout()
        reading.addWidget(guides[1], 1)
        reading.addWidget(self._read)
        self.take_in.setProperty("primary", True)
        buttons = QDialogButtonBox()
        buttons.addButton(self._say("close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.take_in, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(guides[0])
        column.addLayout(writing)
        column.addLayout(reading)
        column.addWidget(self._told)
        column.addWidget(self.changes, 1)
        column.addWidget(buttons)
