"""The dialog in which a part of the project is marked as secret, on what ground; and where the mark is taken away."""

from contextlib import suppress
from typing import Final

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.gui.document import Document
from app.gui.field_names import field_name
from app.gui.fields.base import Field
from app.gui.interface import Interface, term
from app.language.catalogue import Words
from app.language.format import format_date
from app.language.parse import NotUnderstood
from app.language.parse_dates import parse_date
from app.model.base import FieldPath, Id, Lang
from app.model.project import Project, Secrecy, SecrecyKind
from app.project import edits
from app.project.ids import new_id
from app.project.paths import NoSuchPlace
from app.project.secrecy import marked_field

_KINDS: Final[tuple[SecrecyKind, ...]] = ("secrecy", "inside")


def field_in_use(focus: QWidget | None, place: FieldPath) -> FieldPath:
    """The path of the field that holds the focus, else the place that is shown."""
    while focus is not None and not isinstance(focus, Field):
        focus = focus.parentWidget()
    return focus.path if isinstance(focus, Field) else place


def parts_at(project: Project, path: FieldPath) -> tuple[FieldPath, ...]:
    """What can be marked at a path: the field, and what it is a part of; a whole chapter of the project is not."""
    found: list[FieldPath] = []
    while "/" in path:
        with suppress(NoSuchPlace):
            part = marked_field(project, path)
            if part not in found and not isinstance(edits.get(project, part), tuple):
                found.append(part)
        path = path.rpartition("/")[0]
    return tuple(found)


class SecrecyDialog(QDialog):
    """Changes the project as one step that can be undone."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._document = document
        self._lang: Lang = interface.lang
        self._words = Words("secrecy", interface.lang)
        self.what, self.kind = QComboBox(), QComboBox()
        self.paragraph, self.day, self.authority = QLineEdit(), QLineEdit(), QLineEdit()
        self.mark, self.unmark = QPushButton(), QPushButton(self._words("unmark"))
        self._wrong = QLabel()
        self._fill(path)
        self._lay_out()
        self.what.currentIndexChanged.connect(self._show)
        self.mark.clicked.connect(self._mark)
        self.unmark.clicked.connect(self._unmark)
        self._show()

    @property
    def _field(self) -> FieldPath:
        return str(self.what.currentData() or "")

    @property
    def _old(self) -> Secrecy | None:
        """The mark that the part bears."""
        return next((mark for mark in self._document.project.secrecy if mark.field == self._field), None)

    def _fill(self, path: FieldPath) -> None:
        project, say = self._document.project, self._words
        marked = tuple(mark.field for mark in project.secrecy)
        for part in dict.fromkeys((*parts_at(project, path), *marked)):
            name = field_name(project, part, self._lang)
            self.what.addItem(say("marked", name=name) if part in marked else name, part)
        for kind in _KINDS:
            self.kind.addItem(say(kind), kind)
        self.paragraph.setPlaceholderText(say("paragraph-like"))

    def _show(self) -> None:
        """Shows the ground of the part's mark, else an empty one of today's authority."""
        old = self._old
        shown = old or Secrecy(id=new_id(), field="", authority=self._document.project.organisation.name)
        self.kind.setCurrentIndex(_KINDS.index(shown.kind))
        self.paragraph.setText(shown.paragraph)
        self.day.setText(format_date(shown.on, self._lang) if shown.on else "")
        self.authority.setText(shown.authority)
        self.mark.setText(self._words("change" if old else "mark"))
        self.mark.setEnabled(bool(self._field))
        self.unmark.setEnabled(old is not None)

    def _mark(self) -> None:
        typed = self.day.text().strip()
        try:
            on = parse_date(typed, self._lang) if typed else None
        except NotUnderstood as error:
            self._wrong.setText(error.told(self._lang))
            self._wrong.show()
            self.day.setFocus()
            return
        old = self._old
        fresh = Secrecy(
            id=old.id if old else new_id(),
            field=self._field,
            kind=_KINDS[self.kind.currentIndex()],
            paragraph=self.paragraph.text().strip(),
            on=on,
            authority=self.authority.text().strip(),
        )
        self._document.apply(lambda project: _with(project, fresh), term("secrecy", "undo-mark"))
        self.accept()

    def _unmark(self) -> None:
        old = self._old
        if old is not None:
            self._document.apply(lambda project: _bare(project, old.id), term("secrecy", "undo-unmark"))
        self.accept()

    def _lay_out(self) -> None:
        say = self._words
        self.setWindowTitle(say("title"))
        self.setMinimumWidth(520)
        about = QLabel(say("about"))
        about.setWordWrap(True)
        self._wrong.setObjectName("wrong")
        self._wrong.setWordWrap(True)
        self._wrong.hide()
        form = QFormLayout()
        form.setVerticalSpacing(12)
        for key, widget in (
            ("what", self.what),
            ("ground", self.kind),
            ("paragraph", self.paragraph),
            ("day", self.day),
            ("authority", self.authority),
        ):
            widget.setAccessibleName(say(key))
            form.addRow(say(key), widget)
        buttons = QDialogButtonBox()
        self.mark.setProperty("primary", True)
        buttons.addButton(self.unmark, QDialogButtonBox.ButtonRole.ResetRole)
        buttons.addButton(say("cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.mark, QDialogButtonBox.ButtonRole.ActionRole)
        self.mark.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(about)
        column.addWidget(self._wrong)
        column.addLayout(form)
        column.addWidget(buttons)


def _with(project: Project, mark: Secrecy) -> Project:
    """The project with a mark, in the place of the one with its id."""
    return edits.add(_bare(project, mark.id), "secrecy", mark)


def _bare(project: Project, mark: Id) -> Project:
    known = any(each.id == mark for each in project.secrecy)
    return edits.remove(project, f"secrecy/{mark}") if known else project
