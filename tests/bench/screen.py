"""What needs Qt: the start of the window, and a page's picture. Without a screen; where Qt is missing it is left out."""

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from app.model.project import Project
from app.project.store import save_project
from tests.bench.table import Line
from tests.bench.timing import process_until_line, whole
from tests.bench.typing_in import Render

_ROUNDS: Final = 7
_PICTURE: Final = (1280, 720)


def has_qt() -> bool:
    """Whether PySide6 is installed."""
    return find_spec("PySide6") is not None


def renderer() -> Render:
    """Draws a page's PDF as the preview does, 1280 x 720 pixels large."""
    from PySide6.QtCore import QSize

    from app.gui.raster import PageRaster

    raster, size = PageRaster(), QSize(*_PICTURE)
    return lambda pdf: raster.picture(pdf, size)


def library(entries: int) -> Iterator[Line]:
    """Scrolling a library of so many patterns, and searching in it."""
    from tests.bench.scrolling import scrolled

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return scrolled(entries)


def windows(project: Project, folder: Path) -> Iterator[Line]:
    """From the start of the process until the window is drawn. Modules are compiled in the round that does not count, as they are
    when the program is installed."""
    file = folder / "shown.boardwright"
    save_project(file, project, {})
    homes = {f"XDG_{kind}_HOME": str(folder) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    python = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    quiet = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    env = {**os.environ, **python, **quiet, **homes}
    program = [sys.executable, "-m", "tests.bench.shown"]
    ours = [*program, "ours", str(folder / "settings.json")]
    bare, start, opened = whole(
        [process_until_line(command, env) for command in ([*program, "bare"], ours, [*ours, str(file)])], _ROUNDS
    )
    yield Line("bare PySide6 window", bare)
    yield Line("our window, the start page", start, bare)
    yield Line("our window, opening the sample", opened, bare)
