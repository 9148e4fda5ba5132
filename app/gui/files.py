"""Project files in the window: new, open, save, and the question before what is not saved would be lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.files.errors import UserError
from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.preferences import Preferences
from app.gui.preview import Today
from app.project.ids import new_id
from app.project.store import open_project

SUFFIX: Final = ".boardwright"
Then = Callable[[], None]


class Files(QObject):
    """Brings projects in and out. `failed` carries what to tell the user; `opened` says that another project is there."""

    failed = Signal(object)
    opened = Signal()

    def __init__(
        self, window: QWidget, document: Document, interface: Interface, preferences: Preferences, today: Today
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._interface = window, document, interface
        self._preferences, self._today = preferences, today

    def new(self, starter: str) -> None:
        """Begins a project from a starter."""
        self.when_safe(lambda: self._begin(starter))

    def ask_and_open(self) -> None:
        """Asks which file, and opens it."""
        self.when_safe(self._ask_what_to_open)

    def open(self, path: Path) -> None:
        """Opens a file."""
        self.when_safe(lambda: self._open(path))

    def save(self, then: Then | None = None) -> None:
        """Saves where the project is saved; asks where when it has not been yet."""
        if self._document.path is None:
            self.save_as(then)
        else:
            self._save(self._document.path, then)

    def save_as(self, then: Then | None = None) -> None:
        """Asks where, and saves there."""
        dialog = self._dialog("files.save-as", QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        dialog.selectFile(self._suggested_name())

        def chosen(name: str) -> None:
            self._save(Path(name), then)

        dialog.fileSelected.connect(chosen)
        dialog.open()

    def when_safe(self, then: Then) -> None:
        """Does what would leave this project, once it is saved or the user lets it go."""
        if self._document.is_clean:
            then()
            return
        say = self._interface
        box = QMessageBox(self._window)
        box.setObjectName("unsaved")
        box.setWindowTitle(say("app.name"))
        box.setText(say("files.unsaved"))
        box.setInformativeText(say("files.unsaved-more"))
        save = box.addButton(say("files.keep"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(say("files.leave"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(say("files.stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)

        def answered() -> None:
            if box.clickedButton() is save:
                self.save(then)
            elif box.clickedButton() is leave:
                then()

        box.finished.connect(answered)
        box.finished.connect(box.deleteLater)
        box.open()

    def _ask_what_to_open(self) -> None:
        dialog = self._dialog("files.open", QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._open_named)
        dialog.open()

    def _open_named(self, name: str) -> None:
        self._open(Path(name))

    def _begin(self, starter: str) -> None:
        # Imported when a project is begun: the packs are not needed before.
        from app.library import load_packs
        from app.services.starters import start

        try:
            project = start(starter, self._interface.lang, self._today(), load_packs(), new_id)
        except UserError as error:
            self.failed.emit(error)
            return
        if starter == "empty":
            project = project.model_copy(update={"organisation": self._preferences.settings.organisation})
        self._document.replace(project, {}, None)
        self.opened.emit()

    def _open(self, path: Path) -> None:
        try:
            found = open_project(path)
        except UserError as error:
            self.failed.emit(error)
            return
        self._document.replace(found.project, found.assets, path)
        self._remember(path)
        self.opened.emit()

    def _save(self, path: Path, then: Then | None) -> None:
        try:
            self._document.save(path)
        except UserError as error:
            self.failed.emit(error)
            return
        self._remember(path)
        if then is not None:
            then()

    def _remember(self, path: Path) -> None:
        self._preferences.keep(self._preferences.settings.opened(path.resolve()))

    def _dialog(self, key: str, mode: QFileDialog.AcceptMode) -> QFileDialog:
        say = self._interface
        dialog = QFileDialog(self._window, say(key), str(self._folder()), f"{say('files.kind')} (*{SUFFIX})")
        dialog.setAcceptMode(mode)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _folder(self) -> Path:
        if self._document.path is not None:
            return self._document.path.parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))

    def _suggested_name(self) -> str:
        title = self._document.project.matter.title.said(self._document.project.language).text
        return file_stem(title or self._interface("sidebar.untitled")) + SUFFIX


def file_stem(title: str) -> str:
    """A title as a file name that every system takes."""
    kept = "".join(" " if character in '<>:"/\\|?*\n\t' else character for character in title)
    return " ".join(kept.split()).strip(". ")[:80] or "Boardwright"
