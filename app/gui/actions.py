"""The window's commands as data, and the Qt actions made of them. Menus, toolbar, shortcuts and the finder read the same list."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.gui.interface import Interface
from app.gui.places import PLACES

Std = QKeySequence.StandardKey


@dataclass(frozen=True)
class Command:
    """Something a user can do: its id (and key in the catalogue), the menu it stands in, its icon and keys.

    `keys` are standard keys or portable text ("Ctrl+K"; Ctrl is Cmd on a Mac); `mac` replaces them there. `rule` draws a line above."""

    id: str
    menu: str
    icon: str = ""
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    mac: tuple[str, ...] = ()
    checkable: bool = False
    rule: bool = False


MENUS: Final = ("file", "edit", "view", "go", "project", "help")
COMMANDS: Final = (
    Command("new", "file", "plus", (Std.New,)),
    Command("open", "file", "folder-open", (Std.Open,)),
    Command("past", "file", "search"),
    Command("start", "file"),
    Command("save", "file", "save", (Std.Save,), rule=True),
    Command("save-as", "file", "", (Std.SaveAs, "Ctrl+Shift+S")),
    Command("clean-copy", "file"),
    Command("export", "file", "presentation", ("Ctrl+E",), rule=True),
    Command("recover", "file", "history", rule=True),
    Command("settings", "file", "settings", (Std.Preferences, "Ctrl+,")),
    Command("quit", "file", "", (Std.Quit, "Ctrl+Q"), rule=True),
    Command("undo", "edit", "undo-2", (Std.Undo,)),
    Command("redo", "edit", "redo-2", (Std.Redo, "Ctrl+Y")),
    Command("insert-figure", "edit", "calculator", ("Ctrl+Shift+F",), rule=True),
    Command("copy-section", "edit", rule=True),
    Command("minutes", "edit"),
    Command("find", "edit", "search", ("Ctrl+K", "Ctrl+Shift+P"), rule=True),
    Command("find-here", "edit", "", (Std.Find,)),
    Command("sidebar", "view", "panel-left", ("F9",), checkable=True),
    Command("result", "view", "presentation", ("F10",), checkable=True),
    Command("next-pane", "view", "", ("F6",), rule=True),
    Command("previous-pane", "view", "", ("Shift+F6",)),
    Command("show-slides", "view", "", ("Ctrl+Alt+B",), rule=True),
    Command("show-report", "view", "", ("Ctrl+Alt+R",)),
    Command("compare", "view", "columns-2", ("Ctrl+Alt+L",), checkable=True),
    Command("zoom-in", "view", "", (Std.ZoomIn, "Ctrl+="), rule=True),
    Command("zoom-out", "view", "", (Std.ZoomOut,)),
    Command("zoom-fit", "view", "", ("Ctrl+0",)),
    Command("swedish", "view", "", (), checkable=True, rule=True),
    Command("english", "view", "", (), checkable=True),
    Command("follow-system", "view", "", (), checkable=True, rule=True),
    Command("light", "view", "sun", (), checkable=True),
    Command("dark", "view", "moon", (), checkable=True),
    Command("present", "view", "presentation", ("F5",), ("Ctrl+Shift+Return",), rule=True),
    Command("full-screen", "view", "maximize", ("F11",), ("Meta+Ctrl+F",), checkable=True, rule=True),
    Command("back", "go", "arrow-left", ("Alt+Left",), ("Ctrl+[",)),
    Command("forward", "go", "arrow-right", ("Alt+Right",), ("Ctrl+]",)),
    *(
        Command(f"place/{place.path}", "go", "", (f"Ctrl+{number}",), rule=number == 1)
        for number, place in enumerate(PLACES, 1)
    ),
    Command("previous-slide", "go", "chevron-left", ("Alt+PgUp",), rule=True),
    Command("next-slide", "go", "chevron-right", ("Alt+PgDown",)),
    Command("pick", "project", "check", ("Ctrl+Return",)),
    Command("secrecy", "project"),
    Command("findings", "project", "circle-alert", ("F8",), rule=True),
    Command("fetch", "project", "calculator", rule=True),
    Command("letters", "project"),
    Command("together", "project"),
    Command("take", "project"),
    Command("template", "project", "presentation", rule=True),
    Command("shortcuts", "help", "", (Std.HelpContents,)),
    Command("tour", "help"),
    Command("about", "help", "info"),
)

#: Commands that need a project.
WITH_PROJECT: Final = (
    "save",
    "save-as",
    "clean-copy",
    "export",
    "template",
    "find-here",
    "sidebar",
    "result",
    "pick",
    "secrecy",
    "insert-figure",
    "copy-section",
    "minutes",
    "findings",
    "fetch",
    "letters",
    "together",
    "take",
    "next-pane",
    "previous-pane",
    "next-slide",
    "previous-slide",
    "zoom-in",
    "zoom-out",
    "zoom-fit",
    "present",
    "show-slides",
    "show-report",
    "compare",
    *(f"place/{place.path}" for place in PLACES),
)


class Actions(QObject):
    """A Qt action for every command, named in the interface's language."""

    def __init__(self, window: QWidget, interface: Interface) -> None:
        super().__init__(window)
        self._interface = interface
        self._menus: dict[str, QMenu] = {}
        self._actions = {command.id: self._made(window, command) for command in COMMANDS}
        interface.language_changed.connect(self.retranslate)
        interface.look_changed.connect(self._draw)
        self.retranslate()
        self._draw()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def on(self, name: str, do: Callable[[], object]) -> None:
        """Has a command do something."""
        self._actions[name].triggered.connect(lambda _checked=False: do())

    def enable(self, names: tuple[str, ...], enabled: bool) -> None:
        """Makes commands available or not."""
        for name in names:
            self._actions[name].setEnabled(enabled)

    def fill(self, bar: QMenuBar) -> None:
        """Builds the menus."""
        self._menus = {name: bar.addMenu("") for name in MENUS}
        for command in COMMANDS:
            if command.rule:
                self._menus[command.menu].addSeparator()
            self._menus[command.menu].addAction(self._actions[command.id])
        self.retranslate()

    def retranslate(self) -> None:
        """Names the actions in the interface's language."""
        for name, menu in self._menus.items():
            menu.setTitle(self._interface(f"menu.{name}"))
        for name, action in self._actions.items():
            action.setText(self.name_of(name))
            action.setToolTip(_with_keys(action))

    def name_of(self, command: str) -> str:
        """What a command is called."""
        kind, _, place = command.partition("/")
        return self._interface(f"place.{place}" if place else f"command.{kind}")

    def _draw(self) -> None:
        for command in COMMANDS:
            if command.icon:
                self._actions[command.id].setIcon(self._interface.icon(command.icon))

    def _made(self, window: QWidget, command: Command) -> QAction:
        action = QAction(window)
        action.setObjectName(command.id)
        action.setCheckable(command.checkable)
        action.setShortcuts(_sequences(command))
        action.setIconVisibleInMenu(False)
        action.setMenuRole(_role(command.id))
        window.addAction(action)
        return action


def _sequences(command: Command) -> list[QKeySequence]:
    keys = command.mac if command.mac and sys.platform == "darwin" else command.keys
    found: list[QKeySequence] = []
    for key in keys:
        made = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        found += [sequence for sequence in made if sequence not in found]
    return found


def _role(name: str) -> QAction.MenuRole:
    roles = {
        "quit": QAction.MenuRole.QuitRole,
        "settings": QAction.MenuRole.PreferencesRole,
        "about": QAction.MenuRole.AboutRole,
    }
    return roles.get(name, QAction.MenuRole.NoRole)


def _with_keys(action: QAction) -> str:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    name = action.text().replace("&", "").rstrip("…")
    return f"{name} ({keys})" if keys else name
