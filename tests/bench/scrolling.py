"""Scrolling a large library: each notch of the wheel, until what it shows is painted."""

from collections.abc import Iterator
from datetime import date
from itertools import count
from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from app.gui.application import dress, name_program
from app.gui.constants_kept import keep_constants
from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.library.page import LibraryPage
from app.gui.look import LIGHT
from app.library import load_packs
from app.model.pattern import Pack
from app.model.project import Project
from app.project.choices import choose_pattern, new_project
from app.project.ids import new_id
from tests.bench.table import Line
from tests.bench.timing import Times, once, together

_GOAL: Final = "no frame above 33"
_NOTCH: Final = -120


def shelves(entries: int) -> tuple[Pack, ...]:
    """The packs that we bring along, over and over under other names, with so many patterns in all."""
    found: list[Pack] = []
    for number in count():
        for pack in load_packs():
            room = entries - sum(len(one.patterns) for one in found)
            if room <= 0:
                return tuple(found)
            patterns = tuple(pattern.model_copy(deep=True) for pattern in pack.patterns[:room])
            found.append(pack.model_copy(update={"id": f"{pack.id}-{number}", "patterns": patterns}))
    raise AssertionError


def scrolled(entries: int) -> Iterator[Line]:
    """A library of so many patterns, of which each fifth is picked, scrolled from its top to its end, and searched."""
    keep_constants()
    program = QApplication.instance() or QApplication([])
    assert isinstance(program, QApplication)
    interface = Interface("sv", LIGHT)
    name_program(program)
    dress(program, interface)
    packs = shelves(entries)
    document = Document(_picked(packs, entries // 5))
    page = LibraryPage(document, interface, lambda: packs)
    page.resize(1440, 820)
    page.show_place("library")
    page.show()
    program.processEvents()
    frames = together(list(_frames(program, page)))
    yield Line(f"a notch of the wheel over {entries:,} patterns", frames, goal=_GOAL)
    yield Line("  the slowest frame of all", Times((max(frames.wall),), (max(frames.cpu),)), goal=_GOAL)
    yield Line("  a letter typed in its search", together(list(_letters(program, page, "hyperbransch"))))
    page.close()


def _picked(packs: tuple[Pack, ...], count: int) -> Project:
    project = new_project(date(2027, 1, 11), "sv", new_id)
    every = [(pack, pattern) for pack in packs for pattern in pack.patterns]
    for pack, pattern in every[:: len(every) // count]:
        project = choose_pattern(project, pack.id, pack.version, pattern, new_id)
    return project


def _frames(program: QApplication, page: LibraryPage) -> Iterator[Times]:
    bar, view = page.view.verticalScrollBar(), page.view.viewport()
    bar.setValue(0)
    program.processEvents()
    at = QPointF(200, 300)
    while bar.value() < bar.maximum():
        notch = QWheelEvent(
            at, at, QPoint(), QPoint(0, _NOTCH), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        yield once(lambda notch=notch: (program.sendEvent(view, notch), program.processEvents()))


def _letters(program: QApplication, page: LibraryPage, word: str) -> Iterator[Times]:
    for length in range(1, len(word) + 1):
        yield once(lambda length=length: (page.search(word[:length]), program.processEvents()))
