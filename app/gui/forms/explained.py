"""A computed figure explained: what it comes to, how it is reckoned, the terms that it is made of down to the fields, and its uses."""

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.gui.fields.base import Wrapped
from app.gui.fields.values import exact_money
from app.gui.forms.computed import ROOM, ComputedWords
from app.gui.forms.spoken import Button
from app.gui.forms.uses import UseList
from app.gui.interface import term
from app.gui.look import font
from app.gui.page import MARGIN, FormPage
from app.model.base import FieldPath
from app.model.computed import ComputedFigure
from app.model.terms import Term

_PATH: Final = int(Qt.ItemDataRole.UserRole)
#: How deep the terms are shown at once, and the height of the tree in rows at the most.
_OPEN, _ROWS = 1, 14
_ICON, _ROW = 16, 26


class TermTree(QTreeWidget):
    """The terms of a figure, each below what it is a part of. Enter or a double click goes to the field of a term."""

    def __init__(self, page: FormPage) -> None:
        super().__init__()
        self._page = page
        self.setColumnCount(3)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setEditTriggers(QTreeWidget.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self._go)
        self.expanded.connect(self._fit)
        self.collapsed.connect(self._fit)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def show_terms(self, figure: ComputedFigure, words: ComputedWords) -> None:
        """Shows what a figure is made of, its first terms open."""
        self.clear()
        say = self._page.interface.say
        self.setHeaderLabels([say(term(ROOM, f"computed.{name}")) for name in ("what", "amount", "from")])
        self.setAccessibleName(say(term(ROOM, "computed.tree")))
        for part in figure.term.terms:
            self._add(self.invisibleRootItem(), part, words, 0)
        self.setCurrentIndex(self.model().index(0, 0))
        self._fit()

    @property
    def path(self) -> FieldPath:
        """The field of the current term; "" for one that is computed."""
        item = self.currentItem()
        return str(item.data(0, _PATH)) if item else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
        else:
            super().keyPressEvent(event)

    def _add(self, above: QTreeWidgetItem, part: Term, words: ComputedWords, depth: int) -> None:
        organisation, lang = self._page.document.project.organisation, self._page.interface.lang
        amount = exact_money(part.amount, organisation, lang)
        item = QTreeWidgetItem(above, [words.part(part), amount, words.source(part)])
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(0, _PATH, part.path)
        item.setSizeHint(0, QSize(0, self._row))
        for column in range(3):
            item.setToolTip(column, item.text(column))
        for each in part.terms:
            if each.amount or each.path:
                self._add(item, each, words, depth + 1)
        item.setExpanded(depth < _OPEN)

    def _go(self, _index: QModelIndex | None = None) -> None:
        if self.path:
            self._page.goes_to.emit(self.path)

    def _fit(self, _index: QModelIndex | None = None) -> None:
        """As high as what is open, to a limit; beyond that it scrolls."""
        rows, item = 0, self.topLevelItem(0)
        while item is not None and rows < _ROWS:
            rows, item = rows + 1, self.itemBelow(item)
        self.setFixedHeight(rows * self._row + self.header().sizeHint().height() + 4)

    @property
    def _row(self) -> int:
        """The height of a row, in pixels."""
        return max(_ROW, self.fontMetrics().height() + 8)


class Explanation(QScrollArea):
    """What stands below the table while a computed figure is current."""

    def __init__(self, page: FormPage) -> None:
        super().__init__()
        self._page = page
        self._icon, self._name, self._value, self._how = QLabel(), QLabel(), QLabel(), Wrapped()
        self.terms = TermTree(page)
        self._go = Button(page.interface, term(ROOM, "computed.go"), lambda: page.goes_to.emit(self.terms.path))
        self._uses = UseList(page)
        self._shown: tuple[object, ...] = ()
        self.terms.currentItemChanged.connect(self._show_way)
        self._lay_out()

    def show_figure(self, figure: ComputedFigure, uses: tuple[FieldPath, ...]) -> None:
        """Explains a figure, in the interface's language."""
        interface, project = self._page.interface, self._page.document.project
        self._uses.show_places(uses)
        shown = (figure, project.organisation, interface.lang, interface.look)
        if shown == self._shown:  # the terms stay as they were opened
            return
        self._shown, words = shown, ComputedWords(self._page.document, interface.lang)
        self._icon.setPixmap(interface.icon("calculator", "secondary").pixmap(_ICON, _ICON))
        self._name.setText(words.name(figure))
        self._value.setText(words.value(figure))
        self._how.setText(words.how(figure))
        self.terms.show_terms(figure, words)
        self._show_way()

    def _show_way(self) -> None:
        self._go.setEnabled(bool(self.terms.path))

    def _lay_out(self) -> None:
        for label in (self._name, self._value):
            label.setFont(font("head", self.font(), strong=True))
        self._name.setWordWrap(True)
        head, foot = QHBoxLayout(), QHBoxLayout()
        for widget, stretch in ((self._icon, 0), (self._name, 1), (self._value, 0)):
            head.addWidget(widget, stretch)
        foot.addStretch(1)
        foot.addWidget(self._go)
        inner = QWidget()
        inner.setObjectName("page-body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 12, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._how)
        column.addWidget(self.terms)
        column.addLayout(foot)
        column.addWidget(self._uses)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
