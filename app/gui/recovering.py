"""Offers what a crash left behind: at the start of the program, and when the user asks for it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.gui.interface import Interface
from app.gui.keeping import Keeping
from app.language.told import Told
from app.project.recovery import Recovery

if TYPE_CHECKING:
    from app.gui.recovery_page import RecoveryPage


class Recovering(QObject):
    """`shown` carries the page to be shown; `passed` says that nothing is to be recovered now; `failed` what to tell the user."""

    shown = Signal(object)
    passed = Signal()
    failed = Signal(object)

    def __init__(self, keeping: Keeping, interface: Interface) -> None:
        super().__init__(keeping)
        self._keeping, self._interface = keeping, interface
        self._wanted: Path | None = None

    def begin(self, path: Path | None) -> None:
        """Begins where one should: with what a crash left behind, else with the file that is named."""
        self._wanted = path
        if not self._show():
            self._go_on()

    def show(self) -> None:
        """Shows the work that can be recovered."""
        if not self._show():
            self.failed.emit(Told("disk.nothing-left"))

    def _show(self) -> bool:
        found = self._keeping.left_behind()
        if not found or not self._page.show_left(found):
            return False
        self.shown.emit(self._page)
        self._page.take_focus()
        return True

    def _go_on(self) -> None:
        path, self._wanted = self._wanted, None
        if path is None:
            self.passed.emit()
        else:
            self._keeping.files.open(path)

    def _recover(self, recovery: Recovery) -> None:
        self._keeping.files.when_safe(lambda: self._keeping.recover(recovery))

    def _open(self, name: str) -> None:
        self._keeping.files.open(Path(name))

    @cached_property
    def _page(self) -> "RecoveryPage":
        from app.gui.recovery_page import RecoveryPage

        page = RecoveryPage(self._interface)
        page.continues.connect(self._recover)
        page.opens.connect(self._open)
        page.leaves.connect(self._go_on)
        return page
