"""A line in which figures may be mentioned: a key and its menu ask which."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent

from app.gui.fields.figures import asks_figure, offer_figure
from app.gui.fields.plain_edit import LineEdit
from app.gui.interface import Interface


class MentionLine(LineEdit):
    """`asks` says that a figure is asked for at the cursor."""

    asks = Signal()

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._interface = interface

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and asks_figure(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if asks_figure(event):
            self.asks.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):  # the document's, not the line's
                action.setVisible(False)
        offer_figure(menu, self._interface, self.asks.emit)
        menu.popup(event.globalPos())
