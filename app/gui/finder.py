"""The finder: everything that one can go to or do, by a few letters of its name."""

from collections.abc import Iterable, Iterator
from functools import cache

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton

from app.gui.actions import COMMANDS, Actions
from app.gui.document import Document
from app.gui.interface import Interface, Wording, term
from app.gui.palette import Found, Palette
from app.gui.places import PLACES, short_name
from app.model.base import Lang, Text
from app.model.pattern import Pack

#: How many pixels of the window stay free above the palette when the finder itself is not seen.
_ABOVE = 60


class Finder(QPushButton):
    """Opens the palette of all there is. `goes_to` carries the place that was chosen; commands are carried out."""

    goes_to = Signal(str)

    def __init__(self, document: Document, interface: Interface, actions: Actions) -> None:
        super().__init__()
        self._document, self._say, self._actions = document, interface, actions
        self.setObjectName("finder")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMaximumWidth(420)
        self.setMinimumWidth(220)
        self.clicked.connect(self.begin)
        interface.language_changed.connect(self.retranslate)
        interface.look_changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        keys = self._actions["find"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText(f"{self._say('finder.hint')}   {keys}")
        self.setAccessibleName(self._say("finder.hint"))
        self.setIcon(self._say.icon("search", "secondary"))

    def begin(self) -> None:
        """Opens the palette below the finder, or at the top of the window where there is none."""
        window = self.window()
        palette = Palette(self._say, window, tuple(self._findable()))
        palette.chosen.connect(self._go)
        top = self.mapTo(window, QPoint(0, self.height())).y() + 2 if self.isVisible() else _ABOVE
        left = (window.width() - palette.width()) // 2
        if self.isVisible():
            left = self.mapTo(window, QPoint(self.width() // 2, 0)).x() - palette.width() // 2
        palette.open_at(window.mapToGlobal(QPoint(left, top)))

    def sizeHint(self) -> QSize:
        return QSize(380, super().sizeHint().height())

    def _findable(self) -> Iterator[Found]:
        if self._actions["save"].isEnabled():
            yield from self._places()
            yield from self._patterns()
            yield from self._members()
        for command in COMMANDS:
            action = self._actions[command.id]
            if action.isEnabled() and not command.id.startswith("place/") and command.id != "find":
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                also = _other(term("window", f"command.{command.id}"), self._say.lang)
                yield Found(_bare(action.text()), keys, command.icon, command=command.id, also=_bare(also))

    def _places(self) -> Iterator[Found]:
        for place in PLACES:
            keys = self._actions[f"place/{place.path}"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            wording = term("window", f"place.{place.path}")
            yield Found(self._say.say(wording), keys, place.icon, place.path, also=_other(wording, self._say.lang))

    def _patterns(self) -> Iterator[Found]:
        """The patterns that are picked, then all others of the library."""
        project, say = self._document.project, self._say
        for chosen in project.patterns:
            names = _all(chosen.pattern.name, chosen.pattern.short)
            yield Found(
                short_name(chosen, say.lang), say("finder.pattern"), "book-open", f"patterns/{chosen.id}", "", names
            )
        picked = {(chosen.pack, chosen.pattern.id) for chosen in project.patterns}
        for pack in _packs():
            for pattern in pack.patterns:
                if (pack.id, pattern.id) not in picked:
                    name, also = pattern.name.said(say.lang).text, _all(pattern.name, pattern.short)
                    path = f"library/{pack.id}/{pattern.id}"
                    yield Found(name, say("finder.library"), "library", path, "", also)

    def _members(self) -> Iterator[Found]:
        """What the project has of its own: actions, alternatives, risks, figures and decisions, by their names."""
        project = self._document.project
        kinds: Iterable[tuple[str, str, Iterable[tuple[str, Text]]]] = (
            ("actions", "list-checks", ((each.id, each.title) for each in project.actions)),
            ("alternatives", "split", ((f"{each.id}/name", each.name) for each in project.alternatives)),
            ("risks", "shield-alert", ((f"{each.id}/title", each.title) for each in project.risks)),
            ("figures", "calculator", ((f"{each.id}/label", each.label) for each in project.figures)),
            ("decisions", "gavel", ((f"{each.id}/text", each.text) for each in project.decisions)),
        )
        for collection, icon, members in kinds:
            for key, text in members:
                if text:
                    name = self._document.line(text, self._say.lang)
                    kind = self._say(f"finder.{collection}")
                    yield Found(name, kind, icon, f"{collection}/{key}", "", f"{kind} {_all(text)}")

    def _go(self, found: Found) -> None:
        if found.place:
            self.goes_to.emit(found.place)
        else:
            self._actions[found.command].trigger()


@cache
def _packs() -> tuple[Pack, ...]:
    # Read when somebody searches: the window stands before it.
    from app.library import load_packs

    return tuple(load_packs())


def _bare(name: str) -> str:
    return name.replace("&", "")


def _other(wording: Wording, lang: Lang) -> str:
    return wording("en" if lang == "sv" else "sv")


def _all(*texts: Text | None) -> str:
    return " ".join(wording for text in texts if text for wording in text.root.values())
