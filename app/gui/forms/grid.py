"""The grid of alternatives by criteria: what each costs, and how each does by each criterion."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from app.gui.document import Document
from app.gui.forms.wording import word
from app.gui.interface import Interface
from app.gui.look import Token, font
from app.language.format import format_amount, unit_label
from app.model.base import FieldPath, Text
from app.model.money import CostLine
from app.model.project import Alternative, Criterion, Score
from app.model.totals import ZERO, live_actions, totals

_Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
#: The token in which a cell's first line stands.
TONE: Final = int(_Role.UserRole) + 11
_NO_INDEX: Final = QModelIndex()
_VERDICTS: Final[Mapping[int, tuple[str, Token]]] = {
    1: ("drawback", "error"),
    2: ("drawback", "error"),
    3: ("neutral", "secondary"),
    4: ("advantage", "ok"),
    5: ("advantage", "ok"),
}
ROW, CRITERION, LEAST = 62, 124, 122


class GridModel(QAbstractTableModel):
    """A column an alternative, a row a criterion; above them a row with the computed costs."""

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__()
        self._document, self._interface = document, interface
        self._shape = self._shape_now()
        interface.language_changed.connect(self.settle)

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The alternatives, in order."""
        return self._document.project.alternatives

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria, in order."""
        return self._document.project.criteria

    def settle(self) -> None:
        """Follows the document."""
        shape = self._shape_now()
        if shape != self._shape:
            self.beginResetModel()
            self._shape = shape
            self.endResetModel()
        elif self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)

    def path_at(self, index: _Index) -> FieldPath | None:
        """The score that a cell shows; None for a cost."""
        if not index.isValid() or index.row() == 0:
            return None
        return f"alternatives/{self.alternatives[index.column()].id}/scores/{self.criteria[index.row() - 1].id}"

    def index_of(self, path: FieldPath) -> QModelIndex:
        """The cell in which a score stands; no valid index for another path."""
        parts = path.split("/")
        columns = [at for at, each in enumerate(self.alternatives) if each.id in parts]
        rows = [at + 1 for at, each in enumerate(self.criteria) if each.id in parts]
        return self.index(rows[0], columns[0]) if rows and columns else QModelIndex()

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shape[1]) + 1

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._shape[0])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> object:
        lang = self._document.project.language
        if orientation == Qt.Orientation.Horizontal:
            return self._alternative_head(self.alternatives[section], role)
        if role == _Role.DisplayRole:
            if section == 0:
                organisation, spoken = self._document.project.organisation, self._interface.lang
                unit = unit_label(organisation.currency, organisation.scale, spoken, organisation.money)
                return word("alternative.costs", unit=unit)(spoken)
            return self._document.line(self.criteria[section - 1].name, lang)
        return _strong() if role == _Role.FontRole else None

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        alternative = self.alternatives[index.column()]
        if role == TONE:
            step = self._score(index).step if index.row() else None
            return _VERDICTS[step][1] if step else "secondary"
        if role in (_Role.DisplayRole, _Role.ToolTipRole):
            return self._costs(alternative) if index.row() == 0 else self._verdict(self._score(index))
        if role == _Role.AccessibleTextRole:
            heads = (
                self.headerData(index.column(), Qt.Orientation.Horizontal),
                self.headerData(index.row(), Qt.Orientation.Vertical),
            )
            return f"{heads[0]}, {heads[1]}: {self.data(index)}"
        return None

    def _alternative_head(self, alternative: Alternative, role: int) -> object:
        if role == _Role.DisplayRole:
            return self._alternative_name(alternative)
        if role == _Role.FontRole:
            return _strong()
        if role == _Role.ToolTipRole:
            return _said(self._document, alternative.name)
        if role == _Role.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _alternative_name(self, alternative: Alternative) -> str:
        """The name, and below it whether the alternative is recommended, or is always there."""
        name, lang = _said(self._document, alternative.name), self._interface.lang
        if alternative.id == self._document.project.recommended:
            return f"{name}\n{word('alternative.recommended')(lang)}"
        return f"{name}\n{word('alternative.always')(lang)}" if alternative.as_today else name

    def _score(self, index: _Index) -> Score:
        alternative, criterion = self.alternatives[index.column()], self.criteria[index.row() - 1]
        return alternative.scores.get(criterion.id, Score())

    def _verdict(self, score: Score) -> str:
        lang = self._interface.lang
        if score.step is None:
            return word("alternative.no-score")(lang)
        return f"{word(f'alternative.{_VERDICTS[score.step][0]}')(lang)} {score.step}\n{_said(self._document, score.reason)}"

    def _costs(self, alternative: Alternative) -> str:
        lines, lang, scale = self._lines(alternative), self._interface.lang, self._document.project.organisation.scale
        sums = totals(lines)
        if not lines:
            return word("alternative.no-costs")(lang)
        shown = (
            ("money-kind.running", sums.running),
            ("money-kind.investment", sums.investment),
            ("costs.effect", sums.effects),
        )
        told = (
            f"{word(key)(lang)} {format_amount(sum(by_year.values(), ZERO), scale, lang)}"
            for key, by_year in shown
            if by_year
        )
        return "\n".join(told)

    def _lines(self, alternative: Alternative) -> tuple[CostLine, ...]:
        """What an alternative costs; the recommended one what its actions do, when it has no lines of its own."""
        project = self._document.project
        if alternative.lines or alternative.id != project.recommended:
            return alternative.lines
        return tuple(line for action in live_actions(project) for line in action.lines)

    def _shape_now(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        project = self._document.project
        return tuple(each.id for each in project.alternatives), tuple(each.id for each in project.criteria)


class GridDelegate(QStyledItemDelegate):
    """Draws a cell: the verdict in its tone, the reason below."""

    def __init__(self, interface: Interface, view: QTableView) -> None:
        super().__init__(view)
        self._interface = interface

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002
        return QSize(LEAST, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        box, color = option.rect.adjusted(10, 7, -8, -5), self._interface.color
        if index.row() == 0:
            painter.fillRect(option.rect, color("window"))
        first, _, rest = str(index.data()).partition("\n")
        painter.setPen(color("text" if index.row() == 0 else index.data(TONE)))
        painter.setFont(
            font("body", option.font, strong=index.row() > 0 and bool(rest or index.data(TONE) != "secondary"))
        )
        line = painter.fontMetrics().height()
        shown = painter.fontMetrics().elidedText(first, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)
        painter.setFont(option.font)
        painter.setPen(color("text"))
        below = QRect(box.left(), box.top() + line + 1, box.width(), box.height() - line)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, rest)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(color("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
        painter.restore()


class Grid(QTableView):
    """The grid as a view. Digits score the current cell, Delete takes the score away, Enter asks for the reason."""

    scored = Signal(object)
    explains = Signal()

    def __init__(self, model: GridModel, interface: Interface) -> None:
        super().__init__()
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(GridDelegate(interface, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(LEAST)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(ROW, 3 * self.fontMetrics().lineSpacing() + 14))
        rows.setFixedWidth(CRITERION)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        rows.setHighlightSections(False)
        model.modelReset.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Makes the grid as high as its rows, and the scroll bar where the columns need one."""
        head = max(self.horizontalHeader().sizeHint().height(), 2 * self.fontMetrics().lineSpacing() + 16)
        self.horizontalHeader().setFixedHeight(head)
        rows = self.model().rowCount() * self.verticalHeader().defaultSectionSize()
        wide = self.horizontalHeader().length() > self.viewport().width()
        self.setFixedHeight(rows + head + (self.horizontalScrollBar().sizeHint().height() if wide else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in tuple("12345"):
            self.scored.emit(int(event.text()))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.scored.emit(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.explains.emit()
        else:
            super().keyPressEvent(event)


def _strong() -> QFont:
    made = QFont()
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _said(document: Document, text: Text) -> str:
    return document.line(text, document.project.language)
