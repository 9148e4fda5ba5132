"""What all fields share: a label, an editor, a line below for help or error, and the way to the document."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextEdit, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.interface import Interface, Wording, term
from app.gui.look import font
from app.language.told import Told
from app.model.base import FieldPath, Lang
from app.project.paths import NoSuchPlace

#: Width of the bar that marks the field in use, and the gap beside it, in pixels.
BAR = 3
BAR_GAP = 9

#: Markdown for the support pane while the field is in use: headings are the window's, the text is the library's voice.
Support = Callable[[Lang], str]


@dataclass(frozen=True)
class Asking:
    """What a field says of itself: its label, a hint beside it, a placeholder, help below, and support beside the form."""

    label: Wording
    hint: Wording | None = None
    placeholder: Wording | None = None
    help: Wording | None = None
    support: Support | None = None


class Wrapped(QLabel):
    """A text of several lines that takes the height they need at the width it is given, also where a row has many fields."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._take_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_height()

    def _take_height(self) -> None:
        self.setMinimumHeight(max(self.heightForWidth(self.width()), 0) if self.text() else 0)


class Field(QWidget):
    """One field of the project, bound to a path. Subclasses make the editor, show a value in it, and write what is typed.

    `entered` carries the field's path when it takes the focus."""

    entered = Signal(str)

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__()
        self.document, self.interface, self.asking = document, interface, asking
        self._path = path
        self._editors: list[QWidget] = []
        self._in_use = False
        self._error: Told | None = None
        self._warning: Wording | None = None
        self._label, self._hint, self._below = QLabel(), QLabel(), Wrapped()
        self._lay_out()
        interface.language_changed.connect(self.retranslate)
        interface.look_changed.connect(self.update)

    # What subclasses say

    def editor(self) -> QWidget:
        """The widget that takes the focus."""
        return self._editors[0]

    def refresh(self) -> None:
        """Shows the document's value, unless it is what the editor already says."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Sets the texts of the field in the interface's language."""
        asking, say = self.asking, self.interface.say
        self._label.setText(say(asking.label))
        self._hint.setText(say(asking.hint) if asking.hint else "")
        self._hint.setVisible(asking.hint is not None)
        for editor in self._editors:
            editor.setAccessibleName(say(asking.label))
        self._tell()

    # What pages use

    @property
    def path(self) -> FieldPath:
        """The field's place in the project."""
        return self._path

    def bind(self, path: FieldPath) -> None:
        """Moves the field to another place of the same kind."""
        self._path = path
        self.refresh()
        self.left()

    def focus(self) -> None:
        """Puts the cursor into the field, after what stands there."""
        editor = self.editor()
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(editor, QLineEdit):
            editor.end(False)
        elif isinstance(editor, QTextEdit):
            editor.moveCursor(QTextCursor.MoveOperation.End)

    @property
    def name_of_edit(self) -> Wording:
        """What undo calls a change of this field: "Ändra vår analys"."""
        label = self.asking.label

        def wording(lang: Lang) -> str:
            said = label(lang)
            return term("window", "edit.field", label=said[:1].lower() + said[1:])(lang)

        return wording

    @property
    def error(self) -> Told | None:
        """What is wrong with what was typed."""
        return self._error

    def warn(self, warning: Wording | None) -> None:
        """Shows or clears a line that says what is odd; the value is kept all the same."""
        if warning is not self._warning:
            self._warning = warning
            self._tell()

    def soften(self) -> None:
        """Sets the label in plain, as for a field among others of the same record."""
        self._label.setFont(font("help", self.font()))
        set_property(self._label, "tone", "secondary")

    # What subclasses use

    def install(self, editor: QWidget) -> None:
        """Puts an editor into the field, under the label."""
        editor.installEventFilter(self)
        self._editors.append(editor)
        self._column.insertWidget(self._column.count() - 1, editor)
        if len(self._editors) == 1:
            self._label.setBuddy(editor)

    def watch(self, editor: QWidget) -> None:
        """Counts a widget inside the editor as the field's own: its focus is the field's."""
        editor.installEventFilter(self)
        self._editors.append(editor)

    def write(self, value: object) -> None:
        """Writes a value. Raises InvalidValue when the field does not take it."""
        self.document.put(self._path, value, self.name_of_edit)
        self.set_error(None)

    def keep_typed(self, typed: str, error: Told) -> None:
        """Keeps what is not valid as a draft, and says what is wrong."""
        self.set_error(error)
        self.document.keep_draft(self._path, typed, self.name_of_edit)

    def set_error(self, error: Told | None) -> None:
        """Shows or clears the line that says what is wrong."""
        self._error = error
        self._tell()

    # Its own

    def _lay_out(self) -> None:
        system = self.font()
        self._label.setFont(font("body", system, strong=True))
        self._hint.setProperty("tone", "secondary")
        self._below.setFont(font("help", system))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._label)
        head.addWidget(self._hint)
        head.addStretch(1)
        self.head = head
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(BAR + BAR_GAP, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(head)
        self._column.addWidget(self._below)

    def _tell(self) -> None:
        below = self._error.told if self._error else self._warning or self.asking.help
        text = below(self.interface.lang) if below else ""
        self._below.setText(text)
        self._below.setVisible(bool(text))
        set_property(self._below, "tone", "error" if self._error else "warning" if self._warning else "secondary")
        for editor in self._editors:
            editor.setAccessibleDescription(text)
            set_property(editor, "wrong", self._error is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut) and self._is_there():
            self._in_use = event.type() == QEvent.Type.FocusIn
            self.update()
            if self._in_use:
                self.document.pause()
                self.entered.emit(self._path)
            else:
                self.left()
        return super().eventFilter(watched, event)

    def _is_there(self) -> bool:
        """Whether the project has the place still: where it has gone, the focus may pass through its fields on their way out."""
        try:
            self.document.get(self._path)
        except NoSuchPlace:
            return False
        return True

    def left(self) -> None:
        """Called when the focus has left the field."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._in_use:
            painter = QPainter(self)
            painter.fillRect(0, 0, BAR, self.height(), self.interface.color("mark"))
            painter.end()


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet asks for, and has the widget drawn by it."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
            return  # the style sheet has not been asked yet; asked twice it would forget the widget's own font
        widget.style().unpolish(widget)
        widget.style().polish(widget)
