"""Where a pane's pages come from: the slides or the report, drawn anew as the project changes."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from app.gui.document import Document
from app.gui.shown import Shown
from app.language.told import Told
from app.model.base import FieldPath, Lang

Today = Callable[[], date]


class Source(QObject):
    """Keeps one page drawn. `changed` says that another page, or another state of it, is there to be shown.

    A source that rests draws nothing; it catches up when it is woken."""

    changed = Signal()

    def __init__(self, document: Document, today: Today, pause: int, parent: QObject | None = None) -> None:
        """`pause` is how long after a change the page is drawn anew, in milliseconds; several changes at once are drawn once."""
        super().__init__(parent)
        self._document, self._today = document, today
        self._lang: Lang = document.project.language
        self._shown: Shown | None = None
        self._complaint: Told | None = None
        self._awake, self._stale = False, True
        self._soon = QTimer(self, singleShot=True, interval=pause)
        self._soon.timeout.connect(self.draw)
        document.changed.connect(self._later)
        document.replaced.connect(self._begin)

    # What subclasses say

    def draw(self) -> None:
        """Draws the current page as the project stands now."""
        raise NotImplementedError

    def first(self) -> None:
        """Turns to the first page without drawing it: another project has taken the old one's place."""
        raise NotImplementedError

    def follow(self, place: FieldPath) -> None:
        """Turns to the page that shows a place, where there is one."""
        raise NotImplementedError

    def follow_field(self, path: FieldPath) -> None:
        """Turns to a page that says a field, unless the one that is shown says it."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """Turns to the next page, or the one before."""
        raise NotImplementedError

    def mirror(self, other: "Source") -> None:
        """Turns to the page that another source of the same kind shows."""
        raise NotImplementedError

    # For all of them

    @property
    def shown(self) -> Shown | None:
        """What is drawn; None while there is nothing to draw."""
        return self._shown

    @property
    def complaint(self) -> Told | None:
        """Why nothing is drawn."""
        return self._complaint

    @property
    def lang(self) -> Lang:
        """The language of the pages."""
        return self._lang

    def speak(self, lang: Lang) -> None:
        """Draws the pages in another language."""
        if lang != self._lang:
            self._lang = lang
            self._anew()

    def wake(self) -> None:
        """Goes on drawing, and catches up with what has changed."""
        self._awake = True
        if self._stale:
            self.draw()

    def rest(self) -> None:
        """Draws nothing while nobody looks."""
        self._awake = False
        if self._soon.isActive():
            self._soon.stop()
            self._stale = True

    def _anew(self) -> None:
        """Draws at once, or as soon as somebody looks."""
        if self._awake:
            self.draw()
        else:
            self._stale = True

    def _later(self, _paths: frozenset[FieldPath]) -> None:
        if self._awake:
            self._soon.start()
        else:
            self._stale = True

    def _begin(self) -> None:
        self._lang = self._document.project.language
        self.first()
        self._anew()
