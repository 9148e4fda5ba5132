"""Project files in the window: new, open, save, and the questions before anything would be lost."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.files.digest import digest_of
from app.files.errors import UserError
from app.files.lock import RENEWAL, Hold, InUse, hold
from app.files.names import file_stem
from app.gui.background import Background
from app.gui.document import Document, Origin
from app.gui.interface import Interface
from app.gui.opening import Opened, Opening
from app.gui.preferences import Preferences
from app.gui.preview import Today
from app.gui.questions import Answer, ask
from app.project.history import History, remembered
from app.project.ids import new_id
from app.project.store import save_project

SUFFIX: Final = ".boardwright"
Then = Callable[[], object]


class _Written(NamedTuple):
    """A file as it was written: its digest, its lock, and the states that it holds."""

    digest: str
    held: Hold | None
    states: History


class ChangedElsewhere(UserError):
    """Another program has written the file since it was read or saved here; nothing was written over it."""

    def __init__(self, path: Path, found: str) -> None:
        super().__init__("disk.changed", file=path.name)
        self.found = found


class Files(QObject):
    """Brings projects in and out. `failed` carries what to tell the user; `opened` says that another project is there;
    `clashed` that a file to be saved was changed by another program, with that file's digest and what was to follow."""

    failed = Signal(object)
    opened = Signal()
    clashed = Signal(object, object)

    def __init__(
        self,
        window: QWidget,
        document: Document,
        interface: Interface,
        preferences: Preferences,
        today: Today,
        background: Background,
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._interface = window, document, interface
        self._preferences, self._today, self._background = preferences, today, background
        self._hold: Hold | None = None
        self._is_saving = False
        self._opening = Opening(window, interface)
        self._renewal = QTimer(self, interval=RENEWAL * 1000)
        self._renewal.timeout.connect(self._renew)

    @property
    def is_saving(self) -> bool:
        """Whether the project is being written to the user's file."""
        return self._is_saving

    def new(self, starter: str) -> None:
        """Begins a project from a starter."""
        self.when_safe(lambda: self._begin(starter))

    def ask_and_open(self) -> None:
        """Asks which file, and opens it."""
        self.when_safe(self._ask_what_to_open)

    def open(self, path: Path) -> None:
        """Opens a file."""
        self.when_safe(lambda: self._open(path))

    def seek(self, missing: Path) -> None:
        """Asks where a project that is not in its place has gone, and opens it there."""

        def found(name: str) -> None:
            self._preferences.keep(self._preferences.settings.forgotten(missing))
            self._open_named(name)

        def ask_where() -> None:
            dialog = self._dialog("files.open", QFileDialog.AcceptMode.AcceptOpen)
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.fileSelected.connect(found)
            dialog.open()

        self.when_safe(ask_where)

    def take(self, origin: Origin, held: Hold | None) -> None:
        """Goes over to another file: its lock is kept until the next, and the last one's let go."""
        if self._hold is not None and self._hold is not held:
            self._hold.release()
        self._hold = held
        if held is None:
            self._renewal.stop()
        else:
            self._renewal.start()
        if origin.path is not None:
            self._preferences.keep(self._preferences.settings.opened(origin.path.resolve()))

    def close(self) -> None:
        """Lets go of the file, as when the window closes."""
        self.take(Origin(), None)

    def save(self, then: Then | None = None) -> None:
        """Saves where the project is saved; asks where when it has not been yet, or was opened for reading only."""
        path, _, read_only, _ = self._document.origin
        if path is None or read_only:
            self.save_as(then)
        else:
            self._save(path, then)

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
        self._background.finish()
        if self._document.is_clean:
            then()
            return
        say = self._interface
        answers = (
            Answer(say("files.keep"), lambda: self.save(then)),
            Answer(say("files.leave"), then),
        )
        ask(self._window, say, "unsaved", say("files.unsaved"), say("files.unsaved-more"), answers)

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
        from app.services.outfit import Outfitted, outfitted
        from app.services.starters import start
        from app.services.templates import kept_in

        try:
            project = start(starter, self._interface.lang, self._today(), load_packs(), new_id)
        except UserError as error:
            self.failed.emit(error)
            return
        settings = self._preferences.settings
        kept = kept_in(self._preferences.folder)
        begun = outfitted(project, settings, kept) if starter == "empty" else Outfitted(project, {})
        self.take(Origin(), None)
        self._document.replace(begun.project, begun.assets, None)
        self.opened.emit()
        if begun.complaint is not None:
            self.failed.emit(begun.complaint)

    def _open(self, path: Path) -> None:
        held = self._hold
        again = held is not None and held.path.resolve() == path.resolve()
        if held is not None and again:
            held.release()

        def failed(error: UserError) -> None:
            if again and self._document.path is not None:
                self._hold = hold(self._document.path)
            self.failed.emit(error)

        self._opening.begin(path, self._show, failed)

    def _show(self, opened: Opened) -> None:
        self.take(opened.origin, opened.held)
        self._document.replace(opened.project, opened.assets, opened.origin)
        self.opened.emit()

    def _save(self, path: Path, then: Then | None) -> None:
        if self._is_saving:
            return
        document, origin = self._document, self._document.origin
        project, assets = document.project, document.assets
        own, known = path == origin.path and not origin.read_only, document.history

        def write() -> _Written:
            states = remembered(known, project)
            if not own:
                digest, held = _written_elsewhere(path, lambda: save_project(path, project, assets, states))
                return _Written(digest, held, states)
            found = digest_of(path)
            if found not in (None, origin.digest):
                raise ChangedElsewhere(path, found or "")
            return _Written(save_project(path, project, assets, states), self._hold, states)

        def done(written: _Written) -> None:
            self._is_saving = False
            document.saved(project, path, written.digest, written.states)
            self.take(document.origin, written.held)
            if then is not None:
                then()

        def failed(error: UserError) -> None:
            self._is_saving = False
            document.state_changed.emit()
            if isinstance(error, ChangedElsewhere):
                self.clashed.emit(error.found, then)
            else:
                self._ask_what_instead(error, path, then)

        self._is_saving = True
        self._background.run(write, done, failed)
        if self._is_saving:
            document.state_changed.emit()

    def _ask_what_instead(self, error: UserError, path: Path, then: Then | None) -> None:
        """Says why the file could not be written, that all is still here, and offers the ways on."""
        say = self._interface
        answers = [Answer(say("files.elsewhere"), lambda: self.save_as(then))]
        if not isinstance(error, InUse):
            answers.append(Answer(say("files.again"), lambda: self._save(path, then)))
        ask(self._window, say, "not-saved", error.told(say.lang), say("files.still-here"), answers)

    def _renew(self) -> None:
        held = self._hold
        if held is not None:
            self._background.run(held.renew, lambda _: None, patience=0)

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
        path = self._document.path
        if path is not None:
            return self._interface("files.copy-of", name=path.stem) + SUFFIX
        project = self._document.project
        title = self._document.line(project.matter.title, project.language)
        return file_stem(title or self._interface("sidebar.untitled")) + SUFFIX


def _written_elsewhere(path: Path, write: Callable[[], str]) -> tuple[str, Hold]:
    """Writes a file that was not ours before, under a lock that becomes ours. Raises InUse when somebody has it open."""
    held = hold(path)
    try:
        return write(), held
    except BaseException:
        held.release()
        raise
