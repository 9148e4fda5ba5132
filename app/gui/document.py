"""The document: the project in the window, and every change to it as a step that can be undone."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final, NamedTuple, cast

from PySide6.QtCore import QElapsedTimer, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.gui.interface import Wording
from app.language.mentions import FigureWords
from app.model.base import FieldPath, Lang, Text
from app.model.project import Project
from app.project import edits
from app.project.changes import changed_paths
from app.project.history import History, joined, remembered
from app.project.store import OpenProject, save_project

Edit = Callable[[Project], Project]
#: A pause after which typing in the same field becomes a step of its own, in milliseconds.
PAUSE: Final = 2000


class _Step(QUndoCommand):
    """From one project to another. Steps with the same key follow each other as one."""

    def __init__(
        self, document: "Document", after: Project, name: Wording, key: str | None, came: History = ()
    ) -> None:
        super().__init__()
        self._document = document
        self.before, self.after = document.project, after
        self.name, self.key, self.came = name, key, came

    def undo(self) -> None:
        self._document.become(self.before)

    def redo(self) -> None:
        self._document.become(self.after)

    def id(self) -> int:
        return -1 if self.key is None else 1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Step) or other.key != self.key:
            return False
        self.after = other.after
        return True


class Origin(NamedTuple):
    """Where a project lies: its file (None when it was never saved), the file's digest as it was read or written last, whether it
    was opened for reading only, and the states in which it was saved, without those of copies that were taken in since."""

    path: Path | None = None
    digest: str | None = None
    read_only: bool = False
    history: History = ()


class Document(QObject):
    """A project, its pictures and files, where it is saved, and its undo history.

    `changed` carries the paths of what changed (frozenset of FieldPath); `state_changed` says that what can be undone, or
    whether and where all is saved, may be different; `replaced` that another project altogether has taken its place."""

    changed = Signal(object)
    state_changed = Signal()
    replaced = Signal()

    def __init__(
        self,
        project: Project,
        assets: Mapping[str, bytes] | None = None,
        path: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._assets: Mapping[str, bytes] = assets or {}
        self._origin = Origin(path)
        self._words: tuple[Project, FigureWords] | None = None
        self._stroke = 0
        self._since = QElapsedTimer()
        self.stack = QUndoStack(self)
        self.stack.indexChanged.connect(self.state_changed)
        self.stack.cleanChanged.connect(self.state_changed)

    @property
    def project(self) -> Project:
        """The project as it stands."""
        return self._project

    @property
    def assets(self) -> Mapping[str, bytes]:
        """The bytes of pictures and evidence, by SHA-256."""
        return self._assets

    @property
    def path(self) -> Path | None:
        """Where the project is saved; None when it has not been yet."""
        return self._origin.path

    @property
    def origin(self) -> Origin:
        """Where the project is saved, and as what."""
        return self._origin

    @property
    def history(self) -> History:
        """The states that this copy holds: its own, and those of copies taken in by a step that has not been undone."""
        steps = (cast("_Step", self.stack.command(at)) for at in range(self.stack.index()))
        return joined(self._origin.history, *(step.came for step in steps if step.came))

    @property
    def is_clean(self) -> bool:
        """Whether the file holds all that is here. A project never saved is clean until something is written in it."""
        return self.stack.isClean()

    def become(self, project: Project) -> None:
        """Shows another state of the project, without a step of its own: used by undo and redo."""
        before, self._project = self._project, project
        paths = changed_paths(before, project)
        if paths:
            self.changed.emit(paths)

    def replace(self, project: Project, assets: Mapping[str, bytes], origin: Origin | None) -> None:
        """Takes another project in, with an empty history."""
        self._project, self._assets, self._origin = project, assets, origin or Origin()
        self.stack.clear()
        self.replaced.emit()
        self.state_changed.emit()

    def apply(self, edit: Edit, name: Wording, merge_key: str | None = None, came: History = ()) -> None:
        """Changes the project by a function from old to new. `name` is what undo calls it; steps with the same `merge_key`
        that follow closely are one step. `came` are the states of a copy that the step takes in."""
        after = edit(self._project)
        if after == self._project:
            return
        key = None if merge_key is None else f"{merge_key}#{self._beat()}"
        self.stack.push(_Step(self, after, name, key, came))

    def hold(self, sha256: str, data: bytes) -> None:
        """Keeps the bytes of a file that the project is about to name, for as long as undo may bring it back."""
        self._assets = {**self._assets, sha256: data}

    def put(self, path: FieldPath, value: object, name: Wording) -> None:
        """Writes a value into a field, and clears what was typed and not valid. Raises InvalidValue."""
        self.apply(lambda project: edits.type_over(project, path, value), name, path)

    def keep_draft(self, path: FieldPath, typed: str, name: Wording) -> None:
        """Keeps what was typed and is not valid; an export treats the field as empty."""
        self.apply(lambda project: edits.put_draft(project, path, typed), name, path)

    def draft(self, path: FieldPath) -> str | None:
        """What was typed in a field and is not valid."""
        return self._project.drafts.get(path)

    def get(self, path: FieldPath) -> object:
        """The value of a field. Raises NoSuchPlace when the project has it not, or no more."""
        return edits.get(self._project, path)

    @property
    def figure_words(self) -> FigureWords:
        """What the project's figures are called in sentences. What was worked out holds until the project is another."""
        if self._words is None or self._words[0] is not self._project:
            self._words = (self._project, FigureWords(self._project))
        return self._words[1]

    def line(self, text: Text, lang: Lang) -> str:
        """A text of the project on one line of the window, with the figures that it mentions."""
        found = text.said(lang)
        return self.figure_words.filled(found.text, found.lang).replace("\n", " ")

    def wording(self, text: Text) -> Wording:
        """A text of the project among the interface's own words."""
        return lambda lang: self.line(text, lang)

    def pause(self) -> None:
        """Makes what is typed next a step of its own, as when another field is entered."""
        self._stroke += 1

    def save(self, path: Path) -> None:
        """Writes the project to a file in one step. Raises UserError; the old file is then untouched."""
        states = remembered(self.history, self._project)
        self.saved(self._project, path, save_project(path, self._project, self._assets, states), states)

    def saved(self, project: Project, path: Path, digest: str, states: History = ()) -> None:
        """Notes that a state of the project has been written to a file with its history; what was changed since is still unsaved."""
        own = {state.sha256 for state in (*self._origin.history, *states[-1:])}
        self._origin = Origin(path, digest, history=tuple(state for state in states if state.sha256 in own))
        self.pause()
        if project is self._project:
            self.stack.setClean()
        else:
            self.stack.resetClean()
        self.state_changed.emit()

    def unsave(self, digest: str | None) -> None:
        """Notes that the file, which now has another digest or is gone, no longer holds what is here."""
        self._origin = self._origin._replace(digest=digest)
        self.stack.resetClean()
        self.state_changed.emit()

    def reread(self, found: OpenProject, digest: str, name: Wording) -> None:
        """Takes in the file as another program wrote it, as a step: undo brings back what was here."""
        self._assets = {**self._assets, **found.assets}
        self.pause()
        self.apply(lambda _: found.project, name, came=found.history)
        self._origin = self._origin._replace(digest=digest)
        self.stack.setClean()
        self.state_changed.emit()

    @property
    def undo_name(self) -> Wording | None:
        """What undo would take back."""
        return self._name_of(self.stack.index() - 1)

    @property
    def redo_name(self) -> Wording | None:
        """What redo would do again."""
        return self._name_of(self.stack.index())

    def _name_of(self, index: int) -> Wording | None:
        inside = 0 <= index < self.stack.count()
        return cast("_Step", self.stack.command(index)).name if inside else None

    def _beat(self) -> int:
        """A number that stays the same while typing goes on without a pause."""
        if not self._since.isValid() or self._since.elapsed() > PAUSE:
            self._stroke += 1
        self._since.start()
        return self._stroke
