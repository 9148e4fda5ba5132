"""A show under way: which slide is on, which comes next."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from app.gui.document import Document
from app.gui.preview import Preview
from app.gui.shown import Shown
from app.model.base import Lang


class Show(QObject):
    """Steps through the slides of a project. `changed` says that another slide is on; `darkened` whether the screen is black."""

    changed = Signal()
    darkened = Signal(bool)

    def __init__(self, document: Document, slide: str, lang: Lang, today: date, parent: QObject) -> None:
        """Begins at a slide."""
        super().__init__(parent)
        self._now, self._next = (Preview(document, lambda: today, self) for _ in range(2))
        self._dark = False
        for source in (self._now, self._next):
            source.speak(lang)
            source.turn(slide)
            source.wake()
        self._now.changed.connect(self._follow)
        self._follow()

    @property
    def now(self) -> Shown | None:
        """The slide that is on."""
        return self._now.shown

    @property
    def next(self) -> Shown | None:
        """The slide that comes next; None after the last."""
        shown, here = self._next.shown, self._now.shown
        return None if shown is None or here is None or shown.key == here.key else shown

    @property
    def minutes(self) -> float:
        """How much time a slide is planned to take, in minutes."""
        return self._now.pace

    @property
    def dark(self) -> bool:
        """Whether the audience sees a black screen."""
        return self._dark

    def step(self, by: int) -> None:
        """Goes to the next slide, or to the one before."""
        self._darken(False)
        self._now.step(by)

    def turn(self, slide: str) -> None:
        """Goes to a slide."""
        self._darken(False)
        self._now.turn(slide)

    def first(self) -> None:
        """Goes to the first slide."""
        self._now.first()
        self._now.draw()

    def darken(self) -> None:
        """Makes the audience's screen black, or shows the slide again."""
        self._darken(not self._dark)

    def _darken(self, dark: bool) -> None:
        if dark != self._dark:
            self._dark = dark
            self.darkened.emit(dark)

    def _follow(self) -> None:
        self._next.mirror(self._now)
        self._next.step(1)
        self.changed.emit()
