"""What can be said of the slide that one is at: a title of one's own, and on a slide of one's own its text, picture and notes."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.fields.base import set_property
from app.gui.fields.kinds import Asking, AssetField, Field, MarkdownField, TextField
from app.gui.fields.plain_edit import LineEdit
from app.gui.interface import Interface, term
from app.gui.look import font
from app.model.base import FieldPath

#: The fields of a slide of one's own, in their order.
_NAMES: Final = ("title", "text", "picture", "notes")


class SlidePanel(QScrollArea):
    """The fields of one slide. `retitled` carries what is typed as its title, `fields_made` says that there are new fields."""

    retitled = Signal(str)
    fields_made = Signal()

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__()
        self._document, self._interface = document, interface
        self.fields: list[Field] = []
        self._title, self._label, self._usual = LineEdit(), QLabel(), QLabel()
        self._suggest = QPushButton()
        self._usual_box, self._free_box = QWidget(), QWidget()
        self._lay_out()
        self._title.textEdited.connect(self.retitled)
        self._suggest.clicked.connect(lambda: self.retitled.emit(""))
        interface.language_changed.connect(self.retranslate)
        self.retranslate()

    def show_usual(self, title: str, own: str) -> None:
        """Shows a slide of the storyline: the title it has, and the one that the CIO has given it for this slide, if any."""
        self._free_box.hide()
        self._usual_box.show()
        self._title.show_text(own)
        self._title.setPlaceholderText(title)
        self._suggest.setVisible(bool(own))

    def show_free(self, path: FieldPath) -> None:
        """Shows a slide of the CIO's own, by its path: "storyline/free/<id>"."""
        self._usual_box.hide()
        self._free_box.show()
        if not self.fields:
            self._make_fields(path)
            return
        for field, name in zip(self.fields, _NAMES, strict=True):
            if field.path != f"{path}/{name}":
                field.bind(f"{path}/{name}")

    def show_nothing(self) -> None:
        """There is no slide to speak of."""
        self._usual_box.hide()
        self._free_box.hide()

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        say = self._interface
        self._label.setText(say("storyline.title"))
        self._title.setAccessibleName(say("storyline.title"))
        self._usual.setText(say("storyline.title-help"))
        self._suggest.setText(say("storyline.suggest"))
        self.setAccessibleName(say("storyline.slide"))

    def _make_fields(self, path: FieldPath) -> None:
        """The fields of a slide of one's own, when the first is shown."""
        document, interface = self._document, self._interface
        title, text, picture, notes = (Asking(term("window", f"storyline.{key}")) for key in _NAMES)
        self.fields = [
            TextField(document, interface, f"{path}/title", title),
            MarkdownField(document, interface, f"{path}/text", text, lines=5),
            AssetField(document, interface, f"{path}/picture", picture),
            MarkdownField(document, interface, f"{path}/notes", notes, lines=3),
        ]
        for field in self.fields:
            self._free_column.addWidget(field)
        self.fields_made.emit()

    def _lay_out(self) -> None:
        self._label.setFont(font("body", self.font(), strong=True))
        self._label.setBuddy(self._title)
        self._usual.setFont(font("help", self.font()))
        self._usual.setWordWrap(True)
        set_property(self._usual, "tone", "secondary")
        set_property(self._suggest, "link", True)
        usual = QVBoxLayout(self._usual_box)
        usual.setContentsMargins(12, 0, 0, 0)
        usual.setSpacing(4)
        # A row takes widgets once it stands in its column: what it holds before then stays Python's, and would be deleted twice at the end,
        # since this panel lies in no window while another page is shown.
        head = QHBoxLayout()
        usual.addLayout(head)
        head.addWidget(self._label)
        head.addStretch(1)
        head.addWidget(self._suggest)
        usual.addWidget(self._title)
        usual.addWidget(self._usual)
        self._free_column = QVBoxLayout(self._free_box)
        self._free_column.setContentsMargins(0, 0, 0, 0)
        self._free_column.setSpacing(16)
        inner = QWidget()
        inner.setObjectName("page-body")
        column = QVBoxLayout(inner)
        column.setContentsMargins(8, 14, 20, 20)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._usual_box)
        column.addWidget(self._free_box)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.show_nothing()
