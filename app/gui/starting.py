"""What happens at the start page: recent projects are looked at, found or forgotten; the tour is offered and given."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.gui.covers import Covers
from app.gui.files import Files
from app.gui.folders import Folders
from app.gui.interface import Interface
from app.gui.preferences import Preferences
from app.gui.start import StartPage
from app.gui.tour import Stop, Tour


class Starting(QObject):
    """Serves the start page."""

    def __init__(
        self,
        window: QWidget,
        page: StartPage,
        interface: Interface,
        preferences: Preferences,
        files: Files,
        folders: Folders,
    ) -> None:
        super().__init__(window)
        self._window, self._page, self._interface = window, page, interface
        self._preferences, self._files = preferences, files
        self._covers = Covers(folders.covers, self)
        self._can_return = False
        self.tour: Tour | None = None
        self._covers.seen.connect(page.show_glimpse)
        page.opens.connect(self._open)
        page.forgets.connect(self._forget)
        page.seeks.connect(self._seek)
        page.begins.connect(files.new)
        page.asks.connect(files.ask_and_open)
        page.declines_tour.connect(self._toured)

    def show(self, *, can_return: bool) -> None:
        """Shows the recent projects as they are now."""
        self._can_return = can_return
        self._refresh()
        self._covers.look_at([Path(name) for name in self._preferences.settings.recent])

    def begin_tour(self, stops: tuple[Stop, ...]) -> None:
        """Gives the tour, over whatever the window shows."""
        if self.tour is not None:
            self.tour.leave()
        self._toured()
        self.tour = Tour(self._window, self._interface, stops)
        self.tour.left.connect(self._tour_over)

    def end(self) -> None:
        """Stops what is under way, as the window closes."""
        self._covers.end()

    def _refresh(self) -> None:
        settings = self._preferences.settings
        self._page.show_recent(settings.recent, can_return=self._can_return, offers_tour=not settings.toured)

    def _open(self, name: str) -> None:
        self._files.open(Path(name))

    def _seek(self, name: str) -> None:
        self._files.seek(Path(name))

    def _forget(self, name: str) -> None:
        self._preferences.keep(self._preferences.settings.forgotten(Path(name)))
        self._refresh()
        self._page.take_focus()

    def _toured(self) -> None:
        if not self._preferences.settings.toured:
            self._preferences.keep(self._preferences.settings.model_copy(update={"toured": True}))
            self._refresh()

    def _tour_over(self) -> None:
        self.tour = None
