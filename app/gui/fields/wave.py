"""The red wave below words that are spelt wrong, and what a right click on one offers."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtGui import QAction, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QTextEdit

from app.gui.interface import Interface, term
from app.gui.spelling import Spelling
from app.model.base import Lang

#: Words that are looked at: letters, with hyphens and apostrophes inside. What holds digits is a name of some kind.
_WORD: Final = re.compile(r"(?<![\w@./])[^\W\d_]+(?:['’:-][^\W\d_]+)*(?![\w@]|[./]\w)")
Speak = Callable[[], Lang]


class Wave(QSyntaxHighlighter):
    """Draws the wave in an editor. `lang` says which language is written in it."""

    def __init__(self, edit: QTextEdit, interface: Interface, spelling: Spelling, lang: Speak) -> None:
        super().__init__(edit.document())
        self._edit, self._interface, self._spelling, self._lang = edit, interface, spelling, lang
        self._left_out: QTextBlock | None = None
        spelling.learned.connect(self.rehighlight)
        edit.cursorPositionChanged.connect(self._look_again)

    def word_at(self, cursor: QTextCursor) -> QTextCursor | None:
        """The wrong word at a place, selected; None when the word there is not wrong."""
        block, place = cursor.block(), cursor.positionInBlock()
        for found in _WORD.finditer(block.text()):
            if found.start() <= place <= found.end() and self._is_wrong(found[0]):
                word = QTextCursor(block)
                word.setPosition(block.position() + found.start())
                word.setPosition(block.position() + found.end(), QTextCursor.MoveMode.KeepAnchor)
                return word
        return None

    def offer(self, menu: QMenu, word: QTextCursor) -> None:
        """Puts suggestions for a wrong word at the top of a menu, as soon as they are there, and the way to keep the word."""
        say, before = self._interface, menu.actions()[0] if menu.actions() else None
        waits = QAction(say.say(term("fields", "spelling.looking")), menu)
        waits.setEnabled(False)
        keep = QAction(say.say(term("fields", "spelling.keep")), menu)
        keep.triggered.connect(lambda: self._spelling.keep(word.selectedText()))
        for action in (waits, keep):
            menu.insertAction(before, action)  # pyright: ignore[reportArgumentType]
        menu.insertSeparator(before)  # pyright: ignore[reportArgumentType]

        def tell(words: Sequence[str]) -> None:
            for suggestion in words:
                action = QAction(suggestion, menu)
                font = action.font()
                font.setBold(True)
                action.setFont(font)
                action.triggered.connect(lambda _on=False, text=suggestion: _replace(word, text))
                menu.insertAction(waits, action)
            if words:
                menu.removeAction(waits)
            else:
                waits.setText(say.say(term("fields", "spelling.none")))

        there = [menu]
        menu.destroyed.connect(there.clear)
        self._spelling.suggest(self._lang(), word.selectedText(), lambda words: tell(words) if there else None)

    def highlightBlock(self, text: str) -> None:
        """Called by Qt for each block that changes."""
        block = self.currentBlock()
        typed = self._edit.textCursor().position() - block.position() if self._edit.hasFocus() else -1
        for found in _WORD.finditer(text):
            if not self._is_wrong(found[0]):
                continue
            if found.end() == typed:  # it is still being typed
                self._left_out = block
                continue
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
            form.setUnderlineColor(self._interface.color("error"))
            self.setFormat(found.start(), len(found[0]), form)

    def _is_wrong(self, word: str) -> bool:
        return len(word) > 1 and not word.isupper() and self._spelling.is_wrong(self._lang(), word)

    def _look_again(self) -> None:
        """Draws what was left out while it was being typed."""
        block, self._left_out = self._left_out, None
        if block is not None and block.isValid():
            self.rehighlightBlock(block)


def _replace(word: QTextCursor, text: str) -> None:
    """Puts another word in a word's place, in its form."""
    word.insertText(text, word.charFormat())
