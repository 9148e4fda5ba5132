"""The view of a member table: cells open for editing by key or click, write while one types, and the keys that move rows."""

from typing import Final, cast

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.gui.fields.kinds import Options
from app.gui.fields.texts import LineEdit
from app.gui.forms.table import OPTIONS, MemberModel
from app.gui.interface import Interface

_Index = QModelIndex | QPersistentModelIndex
_RESIZE = QHeaderView.ResizeMode
#: The height of a row, in pixels.
ROW: Final = 36
#: The least width of an editor, in pixels.
_EDITOR: Final = 112
_MOVES: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CellDelegate(QStyledItemDelegate):
    """Editors of the cells: a line that writes each keystroke, or a list to pick from. `opened` carries the cell's path."""

    opened = Signal(str)

    def __init__(self, interface: Interface, parent: QObject) -> None:
        super().__init__(parent)
        self._interface = interface

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002
        model = _model(index)
        self.opened.emit(model.cell_path(index) or "")
        options = cast("Options", index.data(OPTIONS))
        name = str(index.data(Qt.ItemDataRole.AccessibleTextRole)).partition(":")[0]
        editor = self._list(parent, options) if options else self._line(parent)
        editor.setAccessibleName(name)
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: _Index) -> None:
        super().updateEditorGeometry(editor, option, index)
        place = editor.geometry()
        if place.width() < _EDITOR:  # room for what is typed, where the column is as narrow as what it shows
            place.setLeft(max(0, place.right() - _EDITOR))
            editor.setGeometry(place)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        shown = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, QComboBox):
            editor.setCurrentText(shown)
        elif isinstance(editor, LineEdit) and not (editor.isModified() and _model(index).says(index, editor.text())):
            editor.show_text(shown)

    def setModelData(self, editor: QWidget, model: object, index: _Index) -> None:  # noqa: ARG002
        if not isinstance(editor, QComboBox):
            _model(index).setData(index, cast("LineEdit", editor).text())
        elif editor.currentIndex() >= 0:
            _model(index).setData(index, str(editor.currentIndex()))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), max(ROW, option.fontMetrics.height() + 16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        inner = QStyleOptionViewItem(option)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        inner.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, inner, index)
        if focused:
            painter.save()
            painter.setPen(QPen(self._interface.color("accent"), 2))
            painter.drawRect(option.rect.adjusted(1, 1, -2, -2))
            painter.restore()

    def _line(self, parent: QWidget) -> LineEdit:
        line = LineEdit(parent)

        def write(_typed: str) -> None:
            self.commitData.emit(line)

        line.textEdited.connect(write)
        return line

    def _list(self, parent: QWidget, options: Options) -> QComboBox:
        box = QComboBox(parent)
        box.addItems([self._interface.say(wording) for _, wording in options])

        def picked(_at: int) -> None:
            self.commitData.emit(box)

        box.activated.connect(picked)
        return box


class MemberTable(QTableView):
    """A table of members. `opens` carries the row that Enter or a double click on a cell that cannot be edited asks for;
    `moves` a row and where to; `removes` a row."""

    opens = Signal(int)
    moves = Signal(int, int)
    removes = Signal(int)
    entered_cell = Signal(str)

    def __init__(self, model: MemberModel, interface: Interface) -> None:
        super().__init__()
        self._members = model
        self._delegate = CellDelegate(interface, self)
        self._delegate.opened.connect(self.entered_cell)
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self.horizontalHeader().setMinimumSectionSize(56)
        model.modelReset.connect(self.fit_columns)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Gives each column its width; those without one share what is left, and are never too narrow to read."""
        header, scale = self.horizontalHeader(), self.fontMetrics().height() / 16
        columns = self._members.columns
        widths = [self.width_of(at, round((column.width or column.least) * scale)) for at, column in enumerate(columns)]
        spares = sum(widths) <= self.viewport().width()
        kept = (width for column, width in zip(columns, widths, strict=True) if spares or not column.spare)
        roomy = sum(kept) <= self.viewport().width()
        for at, (column, width) in enumerate(zip(columns, widths, strict=True)):
            self.setColumnHidden(at, column.spare and not spares)
            stretch = not column.width and roomy
            header.setSectionResizeMode(at, _RESIZE.Stretch if stretch else _RESIZE.Interactive)
            if not stretch:
                header.resizeSection(at, width)

    def width_of(self, at: int, wanted: int) -> int:  # noqa: ARG002
        """A column's width in pixels, from the one that is wanted."""
        return wanted

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def go_to(self, row: int, column: int | None = None) -> None:
        """Makes a cell the current one."""
        at = self.currentIndex().column() if column is None else column
        self.setCurrentIndex(self._members.index(row, max(at, 0)))

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._tell_where()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell_where()

    def _tell_where(self) -> None:
        index = self.currentIndex()
        path = (self._members.cell_path(index) or self._members.path_at(index.row())) if index.isValid() else None
        if path is not None:
            self.entered_cell.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.currentIndex().row(), event.key()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _MOVES and row >= 0:
            self.moves.emit(row, row + _MOVES[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row >= 0 and not self._is_editing():
            self._open_or_edit()
        elif key == Qt.Key.Key_Delete and row >= 0 and not event.modifiers():
            self._clear_or_remove()
        else:
            super().keyPressEvent(event)

    def _is_editing(self) -> bool:
        return self.state() == QAbstractItemView.State.EditingState

    def _open_or_edit(self) -> None:
        index = self.currentIndex()
        if self._members.cell_path(index) and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)
        else:
            self.opens.emit(index.row())

    def _clear_or_remove(self) -> None:
        index = self.currentIndex()
        if self._members.cell_path(index) is None or index.data(OPTIONS):
            self.removes.emit(index.row())
        else:
            self._members.setData(index, "")

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(max(ROW, self.fontMetrics().height() + 16))
        self.horizontalHeader().setHighlightSections(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.doubleClicked.connect(self._double_clicked)

    def _double_clicked(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable and index.flags() & Qt.ItemFlag.ItemIsSelectable:
            self.opens.emit(index.row())


class FullTable(MemberTable):
    """A table as high as its rows, for a page that scrolls itself."""

    def __init__(self, model: MemberModel, interface: Interface) -> None:
        super().__init__(model, interface)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit_columns(self) -> None:
        super().fit_columns()
        self.fit_height()

    def width_of(self, at: int, wanted: int) -> int:
        fixed = bool(self._members.columns[at].width)
        return max(wanted, self.sizeHintForColumn(at)) if fixed else wanted

    def fit_height(self) -> None:
        """Takes the height that shows every row, and the scroll bar where the columns need one."""
        rows = sum(self.rowHeight(row) for row in range(self.model().rowCount()))
        header = self.horizontalHeader()
        bar = self.horizontalScrollBar().sizeHint().height() if header.length() > self.viewport().width() else 0
        self.setFixedHeight(rows + header.sizeHint().height() + bar + 2)


def _model(index: _Index) -> MemberModel:
    return cast("MemberModel", index.model())
