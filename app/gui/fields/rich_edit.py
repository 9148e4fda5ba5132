"""The editor of a text with form: bold, italic, lists and links, shown as they come out, written and read as Markdown."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor

from app.gui.fields.chips import Chips, insert, name_of, without_chip
from app.gui.fields.copied import OURS, with_figures
from app.gui.fields.figures import KEY, Figures, ask_figure, offer_figure
from app.gui.fields.link_box import LinkBox
from app.gui.fields.markdown_lines import Lines, Mark, Run, canonical, read_markdown, write_markdown
from app.gui.fields.pasted import from_html, from_plain
from app.gui.fields.plain_edit import TextEdit
from app.gui.fields.rich_document import (
    blocks_of,
    char_format,
    level_of,
    lines_of,
    list_format,
    list_of,
    mark_of,
    put_lines,
    run_of,
)
from app.gui.fields.wave import Speak, Wave
from app.gui.interface import Interface
from app.gui.palette import Found
from app.model.mentions import MENTION, mention, mentioned

#: Keys of the text's form, as on every platform; Ctrl is Cmd on a Mac.
KEYS: Final[Mapping[str, str]] = {
    "bold": "Ctrl+B",
    "italic": "Ctrl+I",
    "link": "Ctrl+K",
    "bullets": "Ctrl+Shift+L",
    "numbers": "Ctrl+Shift+N",
    "figure": KEY,
}
#: How deep lists may lie within lists, and how far in each stands, in pixels.
_DEEPEST, _INDENT = 3, 20


class RichEdit(TextEdit):
    """Writes a text with form, in the language that `lang` tells, which may mention `figures`.

    `formed` says that the form at the cursor may be another."""

    formed = Signal()

    def __init__(self, interface: Interface, lines: int, lang: Speak, figures: Figures) -> None:
        super().__init__(lines)
        self._interface, self._figures, self._lang = interface, figures, lang
        self._chips = Chips(self.document(), interface, self._say)
        self._wave = Wave(self, interface, interface.spelling, lang) if interface.spelling else None
        self.setAcceptRichText(True)
        self.document().setIndentWidth(_INDENT)
        self.cursorPositionChanged.connect(self._leave_form)
        self.cursorPositionChanged.connect(self.formed)
        self.currentCharFormatChanged.connect(self._form_changed)
        interface.look_changed.connect(self._color_links)

    # What stands here

    def markdown(self) -> str:
        """What is written, as Markdown."""
        return write_markdown(lines_of(self.document()))

    def says(self, markdown: str) -> bool:
        """Whether a Markdown text is what stands here, however it is spelt."""
        return self._written() == read_markdown(markdown)

    def show_markdown(self, markdown: str) -> None:
        """Shows a text, unless it stands here already; the cursor is left as near to its place as can be."""
        if self.says(markdown):
            return
        place = self.textCursor().position()
        self.clear()
        self.setCurrentCharFormat(QTextCharFormat())
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        put_lines(cursor, read_markdown(markdown), self._interface.color("accent"))
        cursor.endEditBlock()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def settle(self) -> None:
        """Has the figures that the text mentions say what they say now."""
        self._chips.settle()

    def _say(self, name: str) -> tuple[str, bool]:
        lang = self._lang()
        return self._figures.said(name, lang), not self._figures.lacks(name, lang)

    def _written(self) -> Lines:
        return tuple(line for line in map(canonical, lines_of(self.document())) if line.runs)

    # What the user does

    def toggle(self, form: str) -> None:
        """Turns a form on or off where the cursor is or for what is selected: a key of `KEYS`."""
        doings: Mapping[str, Callable[[], None]] = {
            "bold": self._toggle_bold,
            "italic": self._toggle_italic,
            "bullets": lambda: self._toggle_list("bullet"),
            "numbers": lambda: self._toggle_list("number"),
            "link": self.ask_link,
            "figure": self.ask_figure,
        }
        doings[form]()
        self.formed.emit()

    def has(self, form: str) -> bool:
        """Whether a form is on at the cursor."""
        run = run_of(" ", self.currentCharFormat())
        mark = mark_of(self.textCursor().block())
        on = {"bold": run.bold, "italic": run.italic, "link": run.href is not None, "figure": False}
        return on[form] if form in on else mark == {"bullets": "bullet", "numbers": "number"}[form]

    def ask_link(self) -> None:
        """Asks where the selected words, or the link at the cursor, lead."""
        cursor = self._link_at_cursor()
        shown = " ".join(cursor.selectedText().split())
        box = LinkBox(self._interface, self)

        def made(text: str, address: str) -> None:
            self._make_link(cursor, text if text != shown else "", address)

        box.made.connect(made)
        box.removed.connect(lambda: self._remove_link(cursor))
        below: QPoint = self.cursorRect().bottomLeft()
        address = cursor.charFormat().anchorHref() if cursor.hasSelection() else ""
        box.ask(self.viewport().mapToGlobal(below), shown, address)

    def ask_figure(self) -> None:
        """Asks which figure the text shall mention at the cursor."""
        below: QPoint = self.cursorRect().bottomLeft()
        where = self.viewport().mapToGlobal(below)
        palette = ask_figure(self._interface, self._figures, self._lang(), self, where)
        palette.chosen.connect(self._mention)

    def _mention(self, found: Found) -> None:
        cursor = self.textCursor()
        insert(cursor, mention(found.place), without_chip(cursor.charFormat()))
        self.setTextCursor(cursor)
        self.setFocus()
        self._leave_form()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        form = self._form_of(event)
        if form:
            self.toggle(form)
        elif not self._list_key(event):
            super().keyPressEvent(event)
            if event.text() == " ":
                self._begin_list()
            elif event.text() == "}":
                self._take_mention()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._form_of(event):
            event.accept()
            return True
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasFormat(OURS):
            self._insert(read_markdown(source.data(OURS).toStdString()))
            return
        lines = from_html(source.html()) if source.hasHtml() else from_plain(source.text())
        self._insert(lines or from_plain(source.text()))

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = super().createMimeDataFromSelection()
        copied.removeFormat("application/vnd.oasis.opendocument.text")
        return with_figures(copied, self.textCursor().selection(), lambda name: self._say(name)[0])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):  # the document's, not the editor's
                action.setVisible(False)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        where = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        word = self._wave.word_at(where) if self._wave else None
        if self._wave and word:
            self._wave.offer(menu, word)
        offer_figure(menu, self._interface, self.ask_figure)
        menu.popup(self.mapToGlobal(self.cursorRect(where).bottomLeft()) if by_key else event.globalPos())

    # Its own

    def _form_of(self, event: QKeyEvent) -> str:
        """The form that a key asks for. Ctrl+K makes a link of what is selected; else it is the window's."""
        pressed = QKeySequence(event.keyCombination())
        form = next((name for name, keys in KEYS.items() if pressed == QKeySequence(keys)), "")
        return "" if form == "link" and not (self.textCursor().hasSelection() or self.has("link")) else form

    def _toggle_bold(self) -> None:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Normal if self.has("bold") else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(form)

    def _toggle_italic(self) -> None:
        form = QTextCharFormat()
        form.setFontItalic(not self.has("italic"))
        self.mergeCurrentCharFormat(form)

    def _toggle_list(self, mark: Mark) -> None:
        """Makes the selected paragraphs items of a list, or plain ones where they are."""
        cursor = self.textCursor()
        on = mark_of(cursor.block()) == mark
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        cursor.beginEditBlock()
        made = None
        for block in blocks_of(self.document()):
            if not first.position() <= block.position() <= last.position():
                continue
            inside = list_of(block)
            level = level_of(block) if inside else 0
            here = QTextCursor(block)
            if on and inside is not None:
                inside.remove(block)
                form = here.blockFormat()
                form.setIndent(0)
                here.setBlockFormat(form)
            elif made is None or level:
                made = here.createList(list_format(mark, level))
            else:
                made.add(block)
        cursor.endEditBlock()

    def _list_key(self, event: QKeyEvent) -> bool:
        """What keys do in an item: Enter in an empty one ends the list, Tab at its beginning sets it further in."""
        cursor, key = self.textCursor(), event.key()
        if list_of(cursor.block()) is None or cursor.hasSelection():
            return False
        block, level = cursor.block(), level_of(cursor.block())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not block.text() and not event.modifiers():
            self._shift(-1) if level else self._toggle_list(mark_of(block))
            return True
        deeper = level < min(_DEEPEST, level_of(block.previous()) + 1) and mark_of(block.previous()) != ""
        if cursor.atBlockStart() and key == Qt.Key.Key_Tab and deeper:
            self._shift(1)
            return True
        if cursor.atBlockStart() and key in (Qt.Key.Key_Backtab, Qt.Key.Key_Backspace) and level:
            self._shift(-1)
            return True
        if cursor.atBlockStart() and key == Qt.Key.Key_Backspace:
            self._toggle_list(mark_of(block))
            return True
        return False

    def _shift(self, by: int) -> None:
        """Sets the item at the cursor further in or out, into the list that is there already if there is one."""
        cursor = self.textCursor()
        block, mark, level = cursor.block(), mark_of(cursor.block()), level_of(cursor.block()) + by
        before = block.previous()
        while before.isValid() and level_of(before) > level:
            before = before.previous()
        found = list_of(before) if before.isValid() and level_of(before) == level else None
        if found is not None and mark_of(before) == mark:
            found.add(block)
        else:
            cursor.createList(list_format(mark, level))

    def _begin_list(self) -> None:
        """Turns "- ", "* " or "1. " at the beginning of a paragraph into an item."""
        cursor = self.textCursor()
        typed = cursor.block().text()[: cursor.positionInBlock()]
        mark: Mark | None = {"- ": "bullet", "* ": "bullet", "1. ": "number", "1) ": "number"}.get(typed)  # pyright: ignore[reportAssignmentType]
        if mark is None or mark_of(cursor.block()) not in ("", mark):
            return
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        if list_of(cursor.block()) is None:  # else the sign is there already
            cursor.createList(list_format(mark, 0))
        cursor.endEditBlock()

    def _take_mention(self) -> None:
        """Turns "{{Samtal}}", typed by hand, into the figure of that name."""
        cursor = self.textCursor()
        typed = cursor.block().text()[: cursor.positionInBlock()]
        begin = typed.rfind("{{")
        kept = self._figures.names(self._lang()).keyed(typed[begin:]) if begin >= 0 else ""
        if MENTION.fullmatch(kept) and self._figures.knows(mentioned(kept)[0]):
            form = cursor.charFormat()
            cursor.setPosition(cursor.block().position() + begin, QTextCursor.MoveMode.KeepAnchor)
            insert(cursor, kept, form)
            self.setTextCursor(cursor)
            self._leave_form()

    def _insert(self, lines: Lines) -> None:
        """Puts lines in at the cursor: a single one among the words there, several as paragraphs."""
        cursor, link = self.textCursor(), self._interface.color("accent")
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if len(lines) == 1 and not lines[0].mark:
            for run in lines[0].runs:
                insert(cursor, run.text.replace("\n", "\u2028"), char_format(run, link))
        elif lines:
            rest = not cursor.atBlockEnd()
            if rest:
                cursor.insertBlock()
                cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            put_lines(cursor, lines, link)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _link_at_cursor(self) -> QTextCursor:
        """What is selected, else the whole link at the cursor, else nothing there."""
        cursor = self.textCursor()
        href = cursor.charFormat().anchorHref()
        if cursor.hasSelection() or not href:
            return cursor
        block, place = cursor.block(), cursor.positionInBlock()
        at = block.begin()
        while not at.atEnd():
            found = at.fragment()
            start = found.position() - block.position()
            if start <= place <= start + found.length() and found.charFormat().anchorHref() == href:
                cursor.setPosition(found.position())
                cursor.setPosition(found.position() + found.length(), QTextCursor.MoveMode.KeepAnchor)
            at += 1
        return cursor

    def _make_link(self, cursor: QTextCursor, text: str, address: str) -> None:
        """Links what the cursor has selected; other words take its place when there are any."""
        run = run_of(text, cursor.charFormat())
        # As it is read again: with what addresses may not hold written in per cent.
        href = next((one.href for line in read_markdown(f"[x](<{address}>)") for one in line.runs), None)
        link = self._interface.color("accent")
        if not text:
            cursor.mergeCharFormat(char_format(Run("", href=href), link))
            cursor.setPosition(cursor.selectionEnd())
        else:
            cursor.insertText(text, char_format(replace(run, href=href), link))
        self.setTextCursor(cursor)
        self.setFocus()
        self._leave_form()

    def _remove_link(self, cursor: QTextCursor) -> None:
        run = run_of(cursor.selectedText(), cursor.charFormat())
        cursor.setCharFormat(char_format(replace(run, href=None), self._interface.color("accent")))
        self.setFocus()

    def _leave_form(self) -> None:
        """What is typed right beside a figure or after a link is not part of it."""
        cursor = self.textCursor()
        if name_of(self.currentCharFormat()):
            self.setCurrentCharFormat(without_chip(self.currentCharFormat()))
        if cursor.hasSelection() or not self.currentCharFormat().isAnchor():
            return
        after = QTextCursor(cursor)
        after.movePosition(QTextCursor.MoveOperation.NextCharacter, QTextCursor.MoveMode.KeepAnchor)
        if cursor.atBlockEnd() or after.charFormat().anchorHref() != self.currentCharFormat().anchorHref():
            run = run_of("", self.currentCharFormat())
            self.setCurrentCharFormat(char_format(type(run)("", run.bold, run.italic), self._interface.color("accent")))

    def _form_changed(self, _form: QTextCharFormat) -> None:
        self.formed.emit()

    def _color_links(self) -> None:
        lines = self._written()
        if any(run.href for line in lines for run in line.runs):
            markdown, blocked = write_markdown(lines), self.blockSignals(True)
            self.clear()
            self.show_markdown(markdown)
            self.blockSignals(blocked)
