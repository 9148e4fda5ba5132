"""What the start page shows of a project that it does not open: its cover, its title, whose it is. Made beside the window, and kept
in the user's cache by the file's digest."""

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from app.files.atomic import make_folder, write_bytes
from app.files.digest import digest_of
from app.files.errors import UserError
from app.gui.background import Background
from app.language.mentions import filled

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

#: The cover's picture in pixels: twice as large as it is shown, for fine screens.
_SIZE: Final = (640, 360)
#: Files that are found within so many milliseconds of each other are drawn together.
_TOGETHER: Final = 100
#: So many projects are remembered in the cache.
_KEPT: Final = 60


@dataclass(frozen=True)
class Facts:
    """What a card says beside the cover."""

    title: str
    organisation: str


@dataclass(frozen=True)
class Glimpse:
    """What is known of a file: when it was changed (None: it is gone), its cover and facts where it could be read."""

    path: Path
    changed: datetime | None
    cover: QImage | None = None
    facts: Facts | None = None


@dataclass(frozen=True)
class _Found:
    glimpse: Glimpse
    digest: str = ""


class Covers(QObject):
    """Looks at files. `seen` carries a Glimpse: at once of whether a file is there, later with its cover."""

    seen = Signal(object)
    _was_drawn = Signal(str)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._background = Background(self)
        self._wanted: list[_Found] = []
        self._drawing: BaseProcess | None = None
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._soon.timeout.connect(self._draw_next)
        self._was_drawn.connect(self._look_again, Qt.ConnectionType.QueuedConnection)

    def look_at(self, paths: Sequence[Path]) -> None:
        """Looks at each file by itself, since one on a lost network drive may take long."""
        for path in paths:
            self._background.run(lambda path=path: _find(path, self._folder), self._found, patience=0)

    def end(self) -> None:
        """Stops drawing, as when the window closes."""
        self._wanted.clear()
        self._soon.stop()
        if self._drawing is not None:
            self._drawing.terminate()

    def _found(self, found: _Found) -> None:
        self.seen.emit(found.glimpse)
        if found.digest and found.glimpse.cover is None:
            self._wanted.append(found)
            self._soon.start()

    def _draw_next(self) -> None:
        if self._drawing is not None or not self._wanted:
            return
        # Imported once there is something to draw: most starts find every cover in the cache.
        import multiprocessing

        tasks = [(str(found.glimpse.path), found.digest) for found in self._wanted]
        self._wanted = []
        context = multiprocessing.get_context("spawn")
        line, theirs = context.Pipe(duplex=False)
        drawing = context.Process(target=draw_covers, args=(tasks, str(self._folder), theirs), daemon=True)
        self._drawing = drawing

        def wait() -> None:
            drawing.start()
            theirs.close()
            with suppress(EOFError, OSError, RuntimeError):
                while True:
                    self._was_drawn.emit(line.recv())
            drawing.join()

        self._background.run(wait, self._drawn, patience=0)

    def _drawn(self, _nothing: None) -> None:
        self._drawing = None
        self._draw_next()

    def _look_again(self, name: str) -> None:
        self._background.run(lambda: _find(Path(name), self._folder), self._shown, patience=0)

    def _shown(self, found: _Found) -> None:
        if found.glimpse.cover is not None:
            self.seen.emit(found.glimpse)


def _find(path: Path, folder: Path) -> _Found:
    """What is known of a file without opening it: from the cache, by its digest."""
    try:
        digest = digest_of(path)
        changed = datetime.fromtimestamp(path.stat().st_mtime).astimezone() if digest else None
    except (OSError, UserError):
        return _Found(Glimpse(path, None))
    if not digest:
        return _Found(Glimpse(path, None))
    picture, facts = QImage(str(folder / f"{digest}.png")), _facts(folder / f"{digest}.json")
    if picture.isNull() or facts is None:
        return _Found(Glimpse(path, changed), digest)
    return _Found(Glimpse(path, changed, picture, facts), digest)


def _facts(path: Path) -> Facts | None:
    try:
        read: dict[str, Any] = dict(json.loads(path.read_text("utf-8")))
        return Facts(str(read["title"]), str(read["organisation"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def draw_covers(tasks: Sequence[tuple[str, str]], folder: str, line: "Connection") -> None:
    """Draws covers in a process of its own: of each (path, digest) a picture and facts under the digest, and tells the path once
    they are there. A file that cannot be read is passed over."""
    for path, digest in tasks:
        with suppress(UserError, OSError, ValueError, LookupError, StopIteration):
            if not (Path(folder) / f"{digest}.json").exists():
                _draw(Path(path), Path(folder), digest)
            line.send(path)
    _forget_oldest(Path(folder))
    line.close()


def _draw(path: Path, folder: Path, digest: str) -> None:
    # Imported in the process that draws: the window does without.
    from app.gui.raster import PageRaster
    from app.project.store import open_project
    from app.services.export import Choices, settled
    from app.services.preview import Previewer

    opened = open_project(path)
    project, lang = opened.project, opened.project.language
    previewer, choices = Previewer(), settled(project, opened.assets, Choices(lang, date.today()))
    slide = next(iter(previewer.slides(project, choices)))
    placed = previewer.placed(project, slide, choices)[0]
    page = previewer.page(placed, project, opened.assets, choices)
    make_folder(folder)
    size, backdrop = previewer.size(project, choices), previewer.backdrop(placed, project, choices)
    PageRaster().within(page, size, QSize(*_SIZE), backdrop).save(str(folder / f"{digest}.png"))
    facts = Facts(filled(project, project.matter.title, lang).replace("\n", " "), project.organisation.name)
    write_bytes(folder / f"{digest}.json", json.dumps(asdict(facts), ensure_ascii=False).encode("utf-8"))


def _forget_oldest(folder: Path) -> None:
    with suppress(OSError):
        pictures = sorted(folder.glob("*.png"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in pictures[_KEPT:]:
            old.unlink(missing_ok=True)
            old.with_suffix(".json").unlink(missing_ok=True)
