"""The settings dialog. What is changed applies at once, and is kept."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.gui.interface import Interface
from app.gui.preferences import Preferences
from app.gui.settings.general import general
from app.gui.settings.organisation import organisation

Build = Callable[[Preferences, Interface], QWidget]
#: The sections, each with its icon and what builds it.
_SECTIONS: Final[tuple[tuple[str, str, Build], ...]] = (
    ("general", "settings", general),
    ("organisation", "landmark", organisation),
)


class SettingsDialog(QDialog):
    """Sections at the left, what can be set at the right."""

    def __init__(self, preferences: Preferences, interface: Interface, parent: QWidget) -> None:
        super().__init__(parent)
        self._preferences, self._say = preferences, interface
        self._list, self._pages = QListWidget(), QStackedWidget()
        self._calm, self._close = QLabel(), QPushButton()
        self._lay_out()
        self._list.currentRowChanged.connect(self._pages.setCurrentIndex)
        self._close.clicked.connect(self.accept)
        interface.language_changed.connect(self._write)
        interface.look_changed.connect(self._write)
        self._write()

    def _write(self) -> None:
        """Builds everything in the language in force."""
        say, at = self._say, max(self._list.currentRow(), 0)
        self.setWindowTitle(say("settings.title"))
        self._calm.setText(say("settings.calm"))
        self._close.setText(say("settings.close"))
        self._list.setAccessibleName(say("settings.title"))
        self._list.clear()
        while (page := self._pages.widget(0)) is not None:
            self._pages.removeWidget(page)
            page.deleteLater()
        for key, icon, build in _SECTIONS:
            self._list.addItem(QListWidgetItem(say.icon(icon), say(f"settings.{key}")))
            self._pages.addWidget(_scrolled(build(self._preferences, say)))
        self._list.setCurrentRow(at)

    def _lay_out(self) -> None:
        self.resize(860, 560)
        self._list.setObjectName("settings-list")
        self._list.setFixedWidth(208)
        self._calm.setProperty("tone", "secondary")
        self._close.setDefault(True)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._list)
        middle.addWidget(self._pages, 1)
        foot = QFrame()
        foot.setObjectName("dialog-foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        row.addWidget(self._calm, 1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(foot)


def _scrolled(page: QWidget) -> QScrollArea:
    page.setObjectName("page-body")
    scroll = QScrollArea()
    scroll.setWidget(page)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
