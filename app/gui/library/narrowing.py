"""Narrowing the shelf to one theme, one pack or what suits an occasion, from a list that opens."""

from collections.abc import Sequence
from typing import Final, get_args

from PySide6.QtWidgets import QComboBox

from app.gui.fields.choices import StillBox
from app.gui.interface import Interface
from app.gui.library.picking import Entry
from app.library.occasions import Occasion, occasions
from app.model.pattern import Pack, Theme

THEMES: Final[tuple[Theme, ...]] = get_args(Theme)


class NarrowBox(StillBox):
    """All, the occasions, the themes that the packs have patterns of, and the packs."""

    def __init__(self, interface: Interface, packs: Sequence[Pack]) -> None:
        super().__init__()
        self._interface, self._packs = interface, packs
        had: set[Theme] = {theme for pack in packs for pattern in pack.patterns for theme in pattern.themes}
        self._themes: list[Theme] = [theme for theme in THEMES if theme in had]
        #: What each line of the list lets in; None for all, and for the rules between.
        self._lines: tuple[Occasion | Theme | Pack | None, ...] = (
            None, None, *occasions().values(), None, *self._themes, None, *packs,
        )  # fmt: skip
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.retranslate()

    def retranslate(self) -> None:
        """Shows the names in the interface's language; what is picked stays."""
        say, kept = self._interface, self.currentIndex()
        self.clear()
        self.addItem(say("library.everything"))
        self.insertSeparator(self.count())
        for occasion in occasions().values():
            self.addItem(say("library.occasion", name=occasion.name.said(say.lang).text))
        self.insertSeparator(self.count())
        for theme in self._themes:
            self.addItem(say(f"library.theme-{theme}"))
        self.insertSeparator(self.count())
        for pack in self._packs:
            self.addItem(say("library.pack", name=pack.name.said(say.lang).text))
        self.setCurrentIndex(max(kept, 0))
        self.setAccessibleName(say("library.narrow"))
        self.setToolTip(say("library.narrow"))

    @property
    def occasion(self) -> Occasion | None:
        """The occasion that is picked."""
        wanted = self._lines[max(self.currentIndex(), 0)]
        return wanted if isinstance(wanted, Occasion) else None

    def lets_in(self, entry: Entry) -> bool:
        """Whether a pattern is of the occasion, theme or pack that is picked."""
        wanted = self._lines[max(self.currentIndex(), 0)]
        if isinstance(wanted, Occasion):
            return f"{entry.pack.id}/{entry.pattern.id}" in wanted.patterns
        if isinstance(wanted, Pack):
            return entry.pack.id == wanted.id
        return wanted is None or wanted in entry.pattern.themes
