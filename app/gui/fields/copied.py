"""What an editor lays on the clipboard: for others what its figures say, for ourselves what it mentions."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument, QTextDocumentFragment

from app.gui.fields.chips import OBJECT, names_in
from app.gui.fields.markdown_lines import write_markdown
from app.gui.fields.rich_document import lines_of

#: The text as Markdown, for an editor of ours.
OURS: Final = "application/x-boardwright-markdown"


def with_figures(copied: QMimeData, selection: QTextDocumentFragment, say: Callable[[str], str]) -> QMimeData:
    """What was copied, with the figures said; a text that mentions none stays as it is."""
    document = QTextDocument()
    QTextCursor(document).insertFragment(selection)
    names = names_in(document)
    if not names:
        return copied
    plain, html = copied.text(), copied.html()
    for name in names:
        plain, html = plain.replace(OBJECT, say(name), 1), html.replace(OBJECT, say(name), 1)
    copied.setText(plain)
    copied.setHtml(html)
    copied.setData(OURS, write_markdown(lines_of(document)).encode())
    return copied
