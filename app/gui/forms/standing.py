"""Whether a figure or a row of a calculation is reconciled: by whom, on which day; said by an icon and a word, set and taken back here."""

from collections.abc import Collection
from datetime import date
from typing import Final, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.fields.base import BAR, BAR_GAP, set_property
from app.gui.fields.kinds import DateField, LineField
from app.gui.forms.form import CLOSE, Form
from app.gui.forms.spoken import Button
from app.gui.forms.table import Badge
from app.gui.forms.wording import ask, word
from app.gui.interface import Wording
from app.gui.page import FormPage
from app.language.format import format_date
from app.model.base import FieldPath, Lang
from app.model.money import Reconciled
from app.project import edits

_ICON: Final = 16


def standing(reconciled: Reconciled | None) -> Badge:
    """How a figure's or a row's standing is shown: its icon, that icon's colour, and the words for it in full."""
    if reconciled is None:
        return Badge("circle-dashed", "warning", word("reconciled.preliminary"))
    return Badge("circle-check", "ok", _said(reconciled))


def standing_word(reconciled: Reconciled | None) -> Wording:
    """The standing in one word."""
    return word("reconciled.one-word" if reconciled else "reconciled.preliminary")


class Standing(QWidget):
    """A line with the standing and a button that turns it; below it, once reconciled, by whom and on which day."""

    def __init__(self, page: FormPage, path: FieldPath) -> None:
        super().__init__()
        self._page, self._path = page, path
        self._document, self._interface = page.document, page.interface
        self._details: Form | None = None
        self._icon, self._words = QLabel(), QLabel()
        self.mark = Button(page.interface, word("reconciled.mark"), self._mark, "circle-check")
        self.take_back = Button(page.interface, word("reconciled.take-back"), self._take_back, "undo-2")
        self._lay_out()
        self._interface.language_changed.connect(self._show)
        self._interface.look_changed.connect(self._show)
        self._fit()

    # What the form uses

    def bind(self, path: FieldPath) -> None:
        """Shows the standing of another figure or row."""
        self._path = path
        if self._details is not None and self._value() is not None:
            self._details.bind(path)
        self._fit()

    def settle(self, paths: Collection[FieldPath]) -> None:  # noqa: ARG002
        """Follows the standing."""
        self._fit()

    def discard(self) -> None:
        """Hears nothing more: the figure may be gone before it is."""
        self._interface.language_changed.disconnect(self._show)
        self._interface.look_changed.disconnect(self._show)
        self._drop_details()

    def seek(self, path: FieldPath) -> bool:  # noqa: ARG002
        """Puts the focus on the button that turns the standing."""
        (self.mark if self._value() is None else self.take_back).setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # What the user does

    def _mark(self) -> None:
        """Marks it as reconciled today by who writes the matter, and goes to the name, where another can be written."""
        proposed = Reconciled(by=self._document.project.matter.author, on=date.today())
        self._document.pause()  # a step of its own, however soon it follows
        self._document.put(self._path, proposed, word("reconciled.marking"))
        if self._details is not None:
            self._details.field("by").focus()
            QTimer.singleShot(0, self, self._come_into_view)  # once the fields have taken their place

    def _come_into_view(self) -> None:
        if self._details is not None:
            self._page.focus_field(self._details.field("by").path)

    def _take_back(self) -> None:
        path = self._path
        self._document.pause()
        self._document.apply(
            lambda project: edits.put(edits.clear_draft(project, f"{path}/on"), path, None),
            word("reconciled.taking-back"),
        )
        self.mark.setFocus(Qt.FocusReason.OtherFocusReason)

    # Its own

    def _value(self) -> Reconciled | None:
        return cast("Reconciled | None", self._document.get(self._path))

    def _fit(self) -> None:
        """Has the fields for name and day while there are any."""
        value = self._value()
        if value is None:
            self._drop_details()
        elif self._details is None:
            self._details = self._made()
            self._column.addWidget(self._details)
            self._details.show()  # at once, so that it can take the focus
        self.mark.setVisible(value is None)
        self.take_back.setVisible(value is not None)
        self._show()

    def _made(self) -> Form:
        form = Form(self._page, self._path, CLOSE)
        by = form.make(LineField, "by", ask("reconciled.by"))
        on = form.make(DateField, "on", ask("reconciled.on"))
        for field in (by, on):
            field.soften()
        form.row(by, on, stretch=(3, 2))
        return form

    def _drop_details(self) -> None:
        if self._details is not None:
            self._details.discard()
            self._details = None

    def _show(self) -> None:
        value, lang = self._value(), self._interface.lang
        badge = standing(value)
        self._icon.setPixmap(self._interface.icon(badge.icon, badge.token).pixmap(_ICON, _ICON))
        self._words.setText(badge.wording(lang))
        set_property(self._words, "tone", "plain" if value else "warning")
        if self._details is not None:
            self._details.field("by").warn(None if value and value.by.strip() else word("reconciled.by-missing"))

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        row = QHBoxLayout()
        row.setContentsMargins(BAR + BAR_GAP, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self.mark)
        row.addWidget(self.take_back)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(CLOSE)
        self._column.addLayout(row)


def _said(reconciled: Reconciled) -> Wording:
    def wording(lang: Lang) -> str:
        by = reconciled.by.strip()
        on = format_date(reconciled.on, lang, "abbr") if reconciled.on else ""
        return word(f"reconciled.said{'-by' if by else ''}{'-on' if on else ''}", by=by, on=on)(lang)

    return wording
