"""Icons: Lucide drawings, coloured by the look."""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.gui.look import Look, Token
from app.resources import asset

#: The usual side of an icon, in pixels at 100 %.
SIDE: Final = 16


@cache
def _drawing(name: str) -> str:
    return asset("icons", f"{name}.svg").read_text("utf-8")


def drawn(name: str, color: str, side: int) -> QPixmap:
    """An icon as a picture, so many pixels wide and high."""
    picture = QPixmap(QSize(side, side))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode())).render(painter)
    painter.end()
    return picture


def _sides() -> tuple[int, ...]:
    """The sides at which icons are drawn, in pixels: one for each density among the screens."""
    return tuple(sorted({round(SIDE * screen.devicePixelRatio()) for screen in QGuiApplication.screens()} | {SIDE}))


class Icons:
    """The icons of one look, each drawn once."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._made: dict[tuple[str, Token], QIcon] = {}

    def icon(self, name: str, token: Token) -> QIcon:
        """An icon by its Lucide name, in a colour of the look; paler where it is disabled."""
        key = (name, token)
        if key not in self._made:
            icon = QIcon()
            for side in _sides():
                icon.addPixmap(drawn(name, self._look.colors[token], side), QIcon.Mode.Normal)
                icon.addPixmap(drawn(name, self._look.colors["field"], side), QIcon.Mode.Disabled)
            self._made[key] = icon
        return self._made[key]


def program_icon() -> QIcon:
    """The program's own mark, for title bars and task lists."""
    return QIcon(str(asset("icons", "boardwright.svg")))
