"""The button that chooses the template for reports in Word."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from app.files.errors import UserError
from app.gui.file_dialogs import ask_which
from app.gui.interface import Interface
from app.services.export import WordTemplate, word_template_at


class WordTemplatePick(QPushButton):
    """`failed` carries why a file cannot be read."""

    changed = Signal()
    failed = Signal(str)

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say = interface
        self._template: WordTemplate | None = None
        self.clicked.connect(self._ask)
        self.take("")

    @property
    def template(self) -> WordTemplate | None:
        """What reports in Word are written in; our own look when None."""
        return self._template

    def take(self, file: str) -> None:
        """Takes a file as the template; none when its name is empty."""
        try:
            self.hold(word_template_at(Path(file)) if file else None)
        except UserError as error:
            self.failed.emit(error.told(self._say.lang))

    def hold(self, template: WordTemplate | None) -> None:
        """Has reports written in a template; in our own look when None."""
        self._template = template
        name = self._template.name if self._template else ""
        shown = self._say("export.word-template-named", name=name) if name else self._say("export.word-template")
        self.setText(shown if len(shown) <= 40 else f"{shown[:39]}…")
        self.setToolTip(name)
        self.setAccessibleName(shown)
        self.changed.emit()

    def _ask(self) -> None:
        kinds = self._say("export.word-kinds")
        ask_which(self, self._say("export.word-template"), f"{kinds} (*.docx *.dotx)", self.take)
