"""Lines in a Qt text document: put into one, and taken out again."""

from collections.abc import Iterator, Sequence
from typing import Final, cast

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
)

from app.gui.fields.chips import insert, written
from app.gui.fields.markdown_lines import Line, Lines, Mark, Run

#: What Qt writes for a line break within a block.
BREAK: Final = "\u2028"
STYLES: Final = {"bullet": QTextListFormat.Style.ListDisc, "number": QTextListFormat.Style.ListDecimal}


def char_format(run: Run, link: QColor) -> QTextCharFormat:
    """How a run looks: links in the colour `link`, underlined."""
    made = QTextCharFormat()
    if run.bold:
        made.setFontWeight(QFont.Weight.Bold)
    if run.italic:
        made.setFontItalic(True)
    if run.href:
        made.setAnchor(True)
        made.setAnchorHref(run.href)
        made.setForeground(link)
        made.setFontUnderline(True)
    return made


def run_of(text: str, form: QTextCharFormat) -> Run:
    """A stretch of a document as a run."""
    href = form.anchorHref() if form.isAnchor() else ""
    return Run(
        written(text, form).replace(BREAK, "\n"),
        form.fontWeight() >= QFont.Weight.DemiBold,
        form.fontItalic(),
        href or None,
    )


def put_lines(cursor: QTextCursor, lines: Sequence[Line], link: QColor) -> None:
    """Writes lines at the cursor, as blocks of their own; the first stands in the cursor's block when that is empty."""
    lists = _Lists(cursor)
    for at, line in enumerate(lines):
        if at or cursor.block().text():
            cursor.insertBlock()
        lists.stand(line)
        for run in line.runs:
            insert(cursor, run.text.replace("\n", BREAK), char_format(run, link))


class _Lists:
    """Makes the blocks of a document items of the lists that they belong to."""

    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor
        self._open: list[tuple[Line, QTextList]] = []

    def stand(self, line: Line) -> None:
        """Makes the cursor's block an item like the line, or a plain paragraph."""
        before = list_of(self._cursor.block())
        if before is not None:
            before.remove(self._cursor.block())
        form = QTextBlockFormat()
        if not line.mark:
            self._open = []
            form.setIndent(line.level)
            self._cursor.setBlockFormat(form)
            return
        self._cursor.setBlockFormat(form)
        self._open = [(last, made) for last, made in self._open if last.level <= line.level]
        last, made = self._open.pop() if self._open and self._open[-1][0].level == line.level else (None, None)
        if made is None or last is None or not _follows(line, last):
            made = self._cursor.createList(list_format(line.mark, line.level, line.number))
        else:
            made.add(self._cursor.block())
        self._open.append((line, made))


def _follows(line: Line, last: Line) -> bool:
    return line.mark == last.mark and (line.mark == "bullet" or line.number == last.number + 1)


def list_format(mark: Mark, level: int, number: int = 1) -> QTextListFormat:
    """How a list looks: its sign, how far in it stands, and its first number."""
    made = QTextListFormat()
    made.setStyle(STYLES[mark])
    made.setIndent(level + 1)
    if mark == "number":
        made.setStart(max(number, 0))
    return made


def list_of(block: QTextBlock) -> QTextList | None:
    """The list that a block is an item of."""
    return cast("QTextList | None", block.textList())


def mark_of(block: QTextBlock) -> Mark:
    """What stands before a block."""
    found = list_of(block)
    if found is None:
        return ""
    return "number" if found.format().style() == QTextListFormat.Style.ListDecimal else "bullet"


def level_of(block: QTextBlock) -> int:
    """How many lists stand around the block's own."""
    found = list_of(block)
    return found.format().indent() - 1 if found is not None else block.blockFormat().indent()


def lines_of(document: QTextDocument) -> Lines:
    """The document's lines. Numbers count the items that have text, since only those are written."""
    found: list[Line] = []
    numbers: dict[int, int] = {}
    for block in blocks_of(document):
        if not block.text().strip():
            continue
        mark, number, items = mark_of(block), 0, list_of(block)
        if mark == "number" and items is not None:
            number = numbers.get(items.objectIndex(), items.format().start())
            numbers[items.objectIndex()] = number + 1
        found.append(Line(tuple(_runs(block)), mark, level_of(block), number))
    return tuple(found)


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """The document's blocks, from the first on."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _runs(block: QTextBlock) -> Iterator[Run]:
    place = block.begin()
    while not place.atEnd():
        fragment = place.fragment()
        yield run_of(fragment.text(), fragment.charFormat())
        place += 1
