"""The process in which exports are made, beside the window: what it is told, what it tells, and how it works."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Event
from pathlib import Path

from app.files.atomic import make_folder
from app.files.errors import Cancelled, UserError
from app.language.told import Told
from app.model.editions import Edition, EditionKind
from app.model.project import Project
from app.project.editions import Kept
from app.project.ids import new_id
from app.services.export import Choices, Exported, Product, export
from app.services.export import Progress as Tell
from app.services.package import Package, Packed, export_package
from app.services.putting import Ask, Way
from app.services.remade import Remade, keep_exported, remade


@dataclass(frozen=True)
class Question:
    """What is to be surveyed before an export; `number` tells the answer's question."""

    number: int
    project: Project
    assets: Mapping[str, bytes]
    choices: Choices


@dataclass(frozen=True)
class Order:
    """What is to be exported, and to where; as which edition it is to be kept, or which edition it is."""

    project: Project
    assets: Mapping[str, bytes]
    targets: Mapping[Product, Path]
    choices: Choices
    package: Package | None = None
    keep: EditionKind | None = None
    edition: Edition | None = None


@dataclass(frozen=True)
class Done:
    """What was written: the files, and the package for the meeting; the project with the edition that was kept of it, or how the files
    of an edition compare with those that it was kept with."""

    exported: Exported | None
    packed: Packed | None
    folder: Path | None = None
    kept: Kept | None = None
    remade: tuple[Remade, ...] = ()

    @property
    def parts(self) -> tuple[Exported, ...]:
        """All that was exported."""
        found = (self.exported, self.packed.exported if self.packed else None)
        return tuple(part for part in found if part is not None)


@dataclass(frozen=True)
class Progress:
    """How far the export has come, from 0 to 1, and what is being made."""

    part: float
    product: Product


@dataclass(frozen=True)
class Failed:
    """Why nothing came of it: a message of the catalogue with its fields."""

    key: str
    values: Mapping[str, object]

    @classmethod
    def by(cls, error: Told) -> "Failed":
        """Why, as an error tells it."""
        return cls(error.key, {name: str(value) for name, value in error.values.items()})

    @property
    def told(self) -> Told:
        """What the user is told."""
        return Told(self.key, **self.values)


@dataclass(frozen=True)
class Refused:
    """A file that cannot be put in its place, and why: the window is to answer with a Way."""

    path: Path
    why: Failed


@dataclass(frozen=True)
class Surveyed:
    """The answer to a question."""

    number: int
    survey: object


class Stopped:
    """The export was cancelled; nothing was written."""


def work(line: Connection, stop: Event) -> None:
    """Answers questions and carries out orders, one after the other, until the window hangs up."""
    while True:
        try:
            asked = line.recv()
        except (EOFError, OSError):
            return
        try:
            if isinstance(asked, Question):
                _survey(asked, line)
            elif isinstance(asked, Order):
                _export(asked, line, stop)
        except (BrokenPipeError, ConnectionError):
            return


def _survey(asked: Question, line: Connection) -> None:
    # Imported when it is asked: an export alone does without.
    from app.services.survey import survey

    try:
        line.send(Surveyed(asked.number, survey(asked.project, asked.assets, asked.choices)))
    except UserError as error:
        line.send(Surveyed(asked.number, Failed.by(error)))
    except Exception as error:  # the summary is left out; an export tells the same in its own time
        line.send(Surveyed(asked.number, _broke(error)))


def _export(order: Order, line: Connection, stop: Event) -> None:
    def progress(part: float, product: Product) -> None:
        if stop.is_set():
            raise Cancelled
        line.send(Progress(part, product))

    def ask(path: Path, why: UserError) -> Way:
        line.send(Refused(path, Failed.by(why)))
        answer = line.recv()
        if not isinstance(answer, Way):
            raise Cancelled
        return answer

    try:
        line.send(_carried_out(order, progress, ask))
    except Cancelled:
        line.send(Stopped())
    except UserError as error:
        line.send(Failed.by(error))
    except Exception as error:  # the window is told of anything, a process that dies says nothing
        line.send(_broke(error))


def _carried_out(order: Order, progress: Tell, ask: Ask) -> Done:
    exported = packed = None
    what = order.project, order.assets
    if order.edition is not None:
        for folder in {path.parent for path in order.targets.values()}:
            make_folder(folder)
    if order.targets:
        exported = export(*what, order.targets, order.choices, progress, ask)
    if order.package is not None:
        packed = export_package(*what, order.package, order.choices, progress, ask)
    done = Done(exported, packed, order.package.folder if order.package else None)
    again = remade(order.edition, done.parts, order.choices) if order.edition else ()
    return replace(done, kept=_kept(order, done), remade=again)


def _kept(order: Order, done: Done) -> Kept | None:
    """The project with the edition that is asked for; None where nothing was written."""
    if order.keep is None or not any(part.files for part in done.parts):
        return None
    appended = done.packed.appended if done.packed else ()
    return keep_exported(order.project, order.keep, order.choices, done.parts, new_id, appended)


def _broke(error: Exception) -> Failed:
    return Failed("window.export-broke", {"error": f"{type(error).__name__}: {error}"})
