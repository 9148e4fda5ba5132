"""The figures that a field's text may mention: what they say, what they are called, and which there are to choose from."""

from collections.abc import Callable, Iterator
from typing import Final, Protocol, runtime_checkable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.gui.document import Document
from app.gui.interface import Interface, term
from app.gui.palette import Found, Palette
from app.language.mentions import FigureNames
from app.model.base import Lang
from app.model.mentions import Mentioned
from app.model.project import Project

#: The key that asks which figure a text shall mention.
KEY: Final = "Ctrl+Shift+F"


@runtime_checkable
class Mentioning(Protocol):
    """A widget whose text may mention figures."""

    def ask_figure(self) -> None:
        """Asks which figure the text shall mention at the cursor."""
        ...


class Figures:
    """A document's figures as texts mention them. What was worked out holds until the project is another."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: tuple[Project, dict[Lang, FigureNames]] | None = None

    def said(self, name: Mentioned, lang: Lang) -> str:
        """What a sentence says for a figure; of one that cannot be said, why."""
        words = self._document.figure_words
        return words.said(name, lang) or words.lacking(name, lang)

    def lacks(self, name: Mentioned, lang: Lang) -> bool:
        """Whether there is nothing to say for a figure."""
        return self._document.figure_words.said(name, lang) is None

    def knows(self, name: Mentioned) -> bool:
        """Whether there is such a figure."""
        return self._document.figure_words.knows(name)

    def names(self, lang: Lang) -> FigureNames:
        """What the figures are called in a language."""
        project, names = self._now()
        return names.setdefault(lang, FigureNames(project, lang))

    def choice(self, interface: Interface, lang: Lang) -> Iterator[Found]:
        """All figures to choose from, each with what it says; those that are computed bear the sign of it."""
        project, words = self._document.project, self._document.figure_words
        own = {figure.id for figure in project.figures}
        for key, name in self.names(lang).by_key.items():
            value = words.said(key, lang) if words.offers(key) else None
            if value is not None or key in own:
                other: Lang = "en" if lang == "sv" else "sv"
                also = self.names(other).by_key.get(key, "")
                aside = value or interface.say(term("fields", "figure.no-value"))
                yield Found(name, aside, "pencil" if key in own else "calculator", place=key, also=also)

    def _now(self) -> tuple[Project, dict[Lang, FigureNames]]:
        project = self._document.project
        if self._known is None or self._known[0] is not project:
            self._known = (project, {})
        return self._known


def mentioning(focus: QWidget | None) -> Mentioning | None:
    """What can mention a figure where the focus is; None where nothing can."""
    while focus is not None and not isinstance(focus, Mentioning):
        focus = focus.parentWidget()
    return focus


def asks_figure(event: QKeyEvent) -> bool:
    """Whether a key asks for a figure."""
    return QKeySequence(event.keyCombination()) == QKeySequence(KEY)


def offer_figure(menu: QMenu, interface: Interface, do: Callable[[], object]) -> None:
    """Adds to an editor's menu that a figure can be put in, with its key."""
    menu.addSeparator()
    action = menu.addAction(interface.say(term("fields", "figure.insert")))
    action.setShortcut(QKeySequence(KEY))
    action.setShortcutVisibleInContextMenu(True)
    action.triggered.connect(lambda _checked=False: do())


def ask_figure(interface: Interface, figures: Figures, lang: Lang, owner: QWidget, where: QPoint) -> Palette:
    """Opens the list of figures at a place of the screen. Its `chosen` carries a Found, whose `place` is the figure's name."""
    palette = Palette(interface, owner, tuple(figures.choice(interface, lang)))
    palette.field.setPlaceholderText(interface.say(term("fields", "figure.find")))
    palette.field.setAccessibleName(interface.say(term("fields", "figure.find")))
    palette.open_at(where)
    return palette
