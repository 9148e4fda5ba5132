"""An edition opened to be read: all that was written then, and beside it the slides and the report as they were. Nothing can be typed
into it, so nothing that is typed can be lost."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from itertools import groupby
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.files.settings import Settings
from app.gui.document import Document
from app.gui.edition_names import edition_name
from app.gui.field_names import field_name
from app.gui.interface import Interface
from app.gui.look import font
from app.gui.markdown import html
from app.gui.page_pane import PagePane
from app.gui.preview import Preview
from app.language.catalogue import Words
from app.model.base import TAGS, FieldPath, Lang
from app.model.editions import Edition
from app.model.project import Project
from app.project.written import Written, written

#: How large the window is at first, and how much of its width what was written takes, in pixels.
_SIZE: Final = (1180, 720)
_READING: Final = 540
_ID: Final = re.compile(r"[0-9a-f]{32}(/|$)")


class EditionView(QDialog):
    """Shows the project as it was. `restore` is asked to save it as a new project."""

    def __init__(
        self,
        then: Document,
        edition: Edition,
        interface: Interface,
        parent: QWidget,
        restore: Callable[[], object],
    ) -> None:
        """`then` holds the project as it was; the dialog keeps it."""
        super().__init__(parent)
        then.setParent(self)
        self._then, self._edition, self._interface = then, edition, interface
        self.text, self._told, self._said = QTextBrowser(), QLabel(), QLabel()
        self.again, self.new = QPushButton(), QPushButton()
        self._preview = Preview(then, self._day, self)
        self.pages = PagePane(then, self._preview, interface, self._day)
        self._lay_out()
        self._fill()
        self.again.clicked.connect(self.export_again)
        self.new.clicked.connect(restore)
        self.pages.picked.connect(self._go)
        self.pages.presents.connect(self._present)
        self.finished.connect(self.pages.end)
        program = QApplication.instance()
        if program is not None:
            # The program may end while this still stands.
            program.aboutToQuit.connect(self.pages.end)

    def export_again(self) -> None:
        """Asks where to, and tells how the files compare with those that were kept."""
        export_again(self._then, self._edition, self._interface, self)

    def tell(self, words: str) -> None:
        """Tells what became of saving it."""
        self._said.setText(words)
        self._said.show()

    def _day(self) -> date:
        return self._edition.kept

    def _go(self, path: FieldPath) -> None:
        """Goes to what was written in a field that was clicked on the page."""
        self.text.scrollToAnchor(path)

    def _present(self) -> None:
        from app.gui.presenting import Show, Stage

        show = Show(self._then, self._preview.slide, self.pages.source.lang, self._day(), self)
        Stage(show, self._interface, self).begin()

    def _fill(self) -> None:
        lang = self._interface.lang
        say = Words("editions", lang)
        name = edition_name(self._edition, lang)
        self.setWindowTitle(name)
        self._told.setText(f"<b>{escape(name)}</b><br>{escape(say('view.about'))}")
        self.again.setText(say("again"))
        self.new.setText(say("restore"))
        self.text.setAccessibleName(say("view.text"))
        self.text.setHtml("".join(self._html(self._then.project, lang)))
        self.pages.retranslate()

    def _html(self, project: Project, lang: Lang) -> Iterator[str]:
        """All that was written, under the places and records that it belongs to; each field at an anchor of its path."""
        for head, fields in groupby(written(project, lang), key=lambda one: one.path.partition("/")[0]):
            place = field_name(project, head, lang)
            yield f"<h2>{escape(place)}</h2>" if place else ""
            for where, members in groupby(fields, key=_record):
                yield f"<h3>{escape(where)}</h3>" if where else ""
                yield from (self._field(one) for one in members)

    def _field(self, one: Written) -> str:
        colors, size = self._interface.look.colors, self.text.font().pointSizeF()
        spoken = f' lang="{TAGS[one.lang]}"' if one.lang else ""
        name = escape(one.field or one.where)
        label = f"{name} ({one.lang})" if one.lang and one.lang != self._interface.lang else name
        text = html(one.text, size=size, line=120, color=colors["text"], link=colors["accent"])
        return f'<a name="{one.path}"></a><p style="margin:6px 0 2px 0"><b>{label}</b></p><div{spoken}>{text}</div>'

    def _lay_out(self) -> None:
        self.setWindowFlags(self.windowFlags() | Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(*_SIZE)
        banner = QFrame()
        banner.setObjectName("wrong")
        banner.setProperty("tone", "asking")
        self._told.setWordWrap(True)
        self._told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        row = QHBoxLayout(banner)
        row.setContentsMargins(16, 10, 16, 10)
        told = QVBoxLayout()
        told.addWidget(self._told)
        told.addWidget(self._said)
        self._said.setWordWrap(True)
        self._said.hide()
        row.addLayout(told, 1)
        row.addWidget(self.again)
        row.addWidget(self.new)
        self.text.setOpenLinks(False)
        self.text.setFont(font("body", self.font()))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.document().setDocumentMargin(20)
        split = QSplitter()
        split.addWidget(self.text)
        split.addWidget(self.pages)
        split.setSizes([_READING, _SIZE[0] - _READING])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(banner)
        column.addWidget(split, 1)


def _record(one: Written) -> str:
    """The name of the record that a field belongs to; nothing for a field of the place itself."""
    _, _, rest = one.path.partition("/")
    return one.where if _ID.match(rest) else ""


def export_again(then: Document, edition: Edition, interface: Interface, parent: QWidget) -> QDialog:
    """Opens the export dialog on a project as it was, which begins as the edition was exported and tells how the files compare."""
    from app.gui.export.dialog import ExportDialog

    dialog = ExportDialog(then, interface, lambda: edition.kept, Settings(), parent, edition)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
