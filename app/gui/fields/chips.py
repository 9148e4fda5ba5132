"""A figure in a sentence that one writes: a chip that says what the figure says, one letter to the cursor, kept as its mention."""

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from app.gui.interface import Interface
from app.gui.look import Token
from app.model.mentions import MENTION, mention

#: The letter that stands for an object in a text of Qt, and what a chip's format holds: its kind, and what it mentions.
OBJECT: Final = "\ufffc"
_KIND: Final = int(QTextFormat.ObjectTypes.UserObject.value) + 1
_NAME: Final = int(QTextFormat.Property.UserProperty.value) + 1
#: The space around a chip's words, and how round it is, in pixels.
_BESIDE, _ROUND = 4, 3
_PLACES: Final = re.compile(f"({MENTION.pattern.replace('(', '(?:', 1)})")

#: What a chip says for the figure that it mentions, and whether that is all it should.
Say = Callable[[str], tuple[str, bool]]


class Chips(QPyTextObject):
    """Draws the chips of an editor's document."""

    def __init__(self, document: QTextDocument, interface: Interface, say: Say) -> None:
        super().__init__(document)
        self._interface, self._say, self._document = interface, say, document
        self._shown: tuple[str, ...] = ()
        document.documentLayout().registerHandler(_KIND, self)

    def settle(self) -> None:
        """Lays the chips out anew where what they say has changed."""
        shown = tuple(self._say(name)[0] for name in names_in(self._document))
        if shown != self._shown:
            self._shown = shown
            self._document.markContentsDirty(0, self._document.characterCount())

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: ARG002, N803
        """Called by Qt: how much room a chip takes, in pixels; no higher than its line."""
        metrics = QFontMetricsF(format.toCharFormat().font())
        return QSizeF(metrics.horizontalAdvance(self._words(format)) + 2 * _BESIDE, metrics.ascent())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,  # noqa: ARG002
        posInDocument: int,  # noqa: ARG002, N803
        format: QTextFormat,
    ) -> None:
        """Called by Qt: draws a chip, its words on the line of the letters around it."""
        font = format.toCharFormat().font()
        metrics = QFontMetricsF(font)
        words, is_right = self._say(name_of(format.toCharFormat()))
        ground, ink = self._colors(is_right=is_right)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        box = QRectF(rect)
        painter.drawRoundedRect(box.adjusted(0, 0, 0, metrics.descent()), _ROUND, _ROUND)
        painter.setPen(ink)
        painter.setFont(font)
        painter.drawText(box.bottomLeft() + QPointF(_BESIDE, 0), words)
        painter.restore()

    def _words(self, form: QTextFormat) -> str:
        return self._say(name_of(form.toCharFormat()))[0]

    def _colors(self, *, is_right: bool) -> tuple[QColor, QColor]:
        tokens: tuple[Token, Token] = ("selection", "on-selection") if is_right else ("error-fill", "error")
        return self._interface.color(tokens[0]), self._interface.color(tokens[1])


def chip_format(name: str, around: QTextCharFormat) -> QTextCharFormat:
    """The format of a chip, in the form of the words around it."""
    made = QTextCharFormat(around)
    made.setObjectType(_KIND)
    made.setProperty(_NAME, name)
    return made


def name_of(form: QTextCharFormat) -> str:
    """What a chip mentions; "" for what is no chip."""
    return str(form.property(_NAME) or "")


def insert(cursor: QTextCursor, text: str, form: QTextCharFormat) -> None:
    """Writes a text, what it mentions as chips. The words that follow are not part of a chip."""
    for at, part in enumerate(_PLACES.split(text)):
        name = MENTION.fullmatch(part)
        if at % 2 and name:
            cursor.insertText(OBJECT, chip_format(name[1], form))
        elif part:
            cursor.insertText(part, form)


def written(text: str, form: QTextCharFormat) -> str:
    """A stretch of a document as it is kept: chips as their mentions."""
    name = name_of(form)
    return text.replace(OBJECT, mention(name)) if name else text


def without_chip(form: QTextCharFormat) -> QTextCharFormat:
    """The form of a chip's words alone, for what is typed beside it."""
    made = QTextCharFormat(form)
    made.clearProperty(int(QTextFormat.Property.ObjectType.value))
    made.clearProperty(_NAME)
    return made


def names_in(document: QTextDocument) -> tuple[str, ...]:
    """What the chips of a document mention, in order."""
    if OBJECT not in document.toRawText():
        return ()
    found: list[str] = []
    block = document.begin()
    while block.isValid():
        place = block.begin()
        while not place.atEnd():
            fragment = place.fragment()
            name = name_of(fragment.charFormat())
            found += [name] * fragment.text().count(OBJECT) if name else []
            place += 1
        block = block.next()
    return tuple(found)
