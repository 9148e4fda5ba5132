"""Labels and buttons that keep saying what they say when the language changes."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from app.gui.fields.base import set_property
from app.gui.interface import Interface, Wording
from app.gui.look import Token, font
from app.language.told import Told


class Note(QLabel):
    """A line in the secondary tone, or in another."""

    def __init__(
        self,
        interface: Interface,
        wording: Wording,
        tone: str = "secondary",
        step: str = "body",
        *,
        strong: bool = False,
    ) -> None:
        super().__init__()
        self._interface, self._wording = interface, wording
        self.setFont(font(step, self.font(), strong=strong))
        self.setWordWrap(True)
        set_property(self, "tone", tone)
        interface.language_changed.connect(self._speak)
        self._speak()

    def say(self, wording: Wording) -> None:
        """Says something else."""
        self._wording = wording
        self._speak()

    def _speak(self) -> None:
        self.setText(self._interface.say(self._wording))


class Fault(QLabel):
    """What is wrong in a table; nothing while nothing is."""

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._interface = interface
        self._fault: Told | None = None
        self.setFont(font("help", self.font()))
        self.setWordWrap(True)
        self.setContentsMargins(12, 4, 12, 4)
        set_property(self, "tone", "error")
        interface.language_changed.connect(self._speak)
        self._speak()

    def show_fault(self, fault: Told | None) -> None:
        """Says what is wrong, or goes away."""
        self._fault = fault
        self._speak()

    def _speak(self) -> None:
        self.setText(self._fault.told(self._interface.lang) if self._fault else "")
        self.setVisible(self._fault is not None)


class Heading(QWidget):
    """The heading of a group of fields, with a word about it at the right."""

    def __init__(self, interface: Interface, wording: Wording, hint: Wording | None = None) -> None:
        super().__init__()
        self.name = Note(interface, wording, "plain", "head", strong=True)
        self.name.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.name)
        row.addStretch(1)
        if hint is not None:
            about = Note(interface, hint)
            about.setWordWrap(False)
            row.addWidget(about)


class Button(QPushButton):
    """A button named after its result. `link` draws it as a link."""

    def __init__(
        self, interface: Interface, wording: Wording, do: Callable[[], object], icon: str = "", *, link: bool = False
    ) -> None:
        super().__init__()
        self._interface, self._wording, self._icon = interface, wording, icon
        self._token: Token = "accent" if link else "text"
        if link:
            set_property(self, "link", True)
        self.setIconSize(QSize(16, 16))
        self.clicked.connect(lambda _checked=False: do())
        interface.language_changed.connect(self._speak)
        interface.look_changed.connect(self._draw)
        self._speak()
        self._draw()

    def _speak(self) -> None:
        self.setText(self._interface.say(self._wording))
        self.setAccessibleName(self.text())

    def _draw(self) -> None:
        if self._icon:
            self.setIcon(self._interface.icon(self._icon, self._token))


class IconButton(QToolButton):
    """A small button with an icon; its tooltip and accessible name say what it does."""

    def __init__(self, interface: Interface, wording: Wording, do: Callable[[], object], icon: str) -> None:
        super().__init__()
        self._interface, self._wording, self._icon = interface, wording, icon
        self.setIconSize(QSize(16, 16))
        self.clicked.connect(lambda _checked=False: do())
        interface.language_changed.connect(self._speak)
        interface.look_changed.connect(self._draw)
        self._speak()
        self._draw()

    def _speak(self) -> None:
        said = self._interface.say(self._wording)
        self.setToolTip(said)
        self.setAccessibleName(said)

    def _draw(self) -> None:
        self.setIcon(self._interface.icon(self._icon, "secondary"))
