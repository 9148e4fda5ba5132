"""The text for a meeting's minutes, to be read and copied."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.gui.clipboard import lay_out
from app.gui.document import Document
from app.gui.export.meeting import MeetingPick
from app.gui.fields.choices import Segments
from app.gui.interface import Interface
from app.gui.preview import Today
from app.language.catalogue import Words
from app.model.base import LANGS
from app.services.copying import Copied, minutes_copied


class MinutesDialog(QDialog):
    """Shows the text of the meeting and in the language that are picked: first the next that decides, in the project's language."""

    def __init__(self, document: Document, interface: Interface, today: Today, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._today = document, today
        self._say = Words("minutes", interface.lang)
        matter = document.project.matter
        self.meeting = MeetingPick(matter, interface, matter.meeting_for(None, today()))
        self.lang, self.text = Segments(len(LANGS)), QTextBrowser()
        self.copy_text = QPushButton(self._say("copy"))
        for button, lang in zip(self.lang.buttons, LANGS, strict=True):
            button.setText(interface(f"export.in-{lang}"))
        self.lang.pick(LANGS.index(document.project.language))
        self._lay_out()
        self.meeting.currentIndexChanged.connect(self._show)
        self.lang.group.idClicked.connect(self._show)
        self.copy_text.clicked.connect(lambda: lay_out(self._copied))
        self._show()

    @property
    def _copied(self) -> Copied:
        lang = LANGS[max(self.lang.group.checkedId(), 0)]
        return minutes_copied(self._document.project, lang, self._today(), self.meeting.chosen)

    def _show(self) -> None:
        copied = self._copied
        self.copy_text.setEnabled(bool(copied.plain))
        if copied.plain:
            self.text.setHtml(copied.html)
        else:
            self.text.setPlainText(self._say("none"))

    def _lay_out(self) -> None:
        self.setWindowTitle(self._say("dialog"))
        self.setMinimumSize(640, 520)
        about = QLabel(self._say("about"))
        about.setWordWrap(True)
        self.text.setAccessibleName(self._say("text"))
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.addRow(self._say("meeting"), self.meeting)
        form.addRow(self._say("language"), self.lang)
        self.copy_text.setProperty("primary", True)
        self.copy_text.setDefault(True)
        buttons = QDialogButtonBox()
        buttons.addButton(self._say("close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.copy_text, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
