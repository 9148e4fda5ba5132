"""The small box in which a link is made: its text, its address."""

import re

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.gui.interface import Interface, term
from app.model.links import safe_link

_MAIL = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_SITE = re.compile(r"[^\s/:@]+\.[^\s/:@]{2,}(?:[/?#]\S*)?")


def address_of(typed: str) -> str | None:
    """The address that was meant: "www.exempel.se" is one of the web, "namn@exempel.se" one of mail; None for anything else."""
    address = typed.strip()
    if _MAIL.fullmatch(address):
        return f"mailto:{address}"
    if _SITE.fullmatch(address):
        return f"https://{address}"
    safe = safe_link(address)
    return safe if safe and len(safe.partition(":")[2].strip("/")) > 0 and " " not in safe else None


class LinkBox(QFrame):
    """Asks for a link. `made` carries its text and address, `removed` says that there shall be none."""

    made = Signal(str, str)
    removed = Signal()

    def __init__(self, interface: Interface, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._interface = interface
        self._text, self._address, self._wrong = QLineEdit(), QLineEdit(), QLabel()
        self._make, self._remove = QPushButton(self._say("make")), QPushButton(self._say("remove"))
        self._lay_out()
        self._make.clicked.connect(self._done)
        self._remove.clicked.connect(self._away)
        self._address.returnPressed.connect(self._done)
        self._text.returnPressed.connect(self._address.setFocus)
        self._address.textEdited.connect(self._wrong.hide)

    def ask(self, where: QPoint, text: str, address: str) -> None:
        """Opens at a place of the screen, with the text and the address that there are."""
        self._text.setText(text)
        self._address.setText(address.removeprefix("mailto:"))
        self._remove.setVisible(bool(address))
        self.move(where)
        self.show()
        (self._address if text else self._text).setFocus(Qt.FocusReason.PopupFocusReason)

    def _done(self) -> None:
        address = address_of(self._address.text())
        if address is None:
            self._wrong.show()
            self._address.setFocus()
            self._address.selectAll()
            return
        text = self._text.text().strip() or self._address.text().strip()
        self.close()
        self.made.emit(text, address)

    def _away(self) -> None:
        self.close()
        self.removed.emit()

    def _say(self, key: str) -> str:
        return self._interface.say(term("fields", f"link.{key}"))

    def _lay_out(self) -> None:
        self.setAccessibleName(self._interface.say(term("fields", "write.link")))
        self._text.setAccessibleName(self._say("text"))
        self._address.setAccessibleName(self._say("address"))
        self._address.setPlaceholderText(self._say("address-example"))
        self._address.setMinimumWidth(300)
        self._wrong.setText(self._say("wrong"))
        self._wrong.setProperty("tone", "error")
        self._wrong.hide()
        self._make.setProperty("primary", True)
        rows = QFormLayout()
        rows.addRow(self._say("text"), self._text)
        rows.addRow(self._say("address"), self._address)
        foot = QHBoxLayout()
        foot.addWidget(self._remove)
        foot.addStretch(1)
        foot.addWidget(self._make)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(rows)
        column.addWidget(self._wrong)
        column.addLayout(foot)
