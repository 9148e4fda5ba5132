"""The current row of a calculation in depth, below its table."""

from collections.abc import Collection
from typing import cast

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.gui.fields.base import BAR, BAR_GAP
from app.gui.forms.form import CLOSE, Form
from app.gui.forms.standing import Standing
from app.gui.look import font
from app.gui.page import FormPage
from app.model.base import FieldPath
from app.model.money import CostLine


class CostRow(QWidget):
    """What a row is called and whether it is reconciled. `path` is the row, "" while there is none."""

    def __init__(self, page: FormPage) -> None:
        super().__init__()
        self._page = page
        self._form: Form | None = None
        self._name = QLabel()
        self._name.setFont(font("body", self.font(), strong=True))
        self._name.setWordWrap(True)
        self._name.setContentsMargins(BAR + BAR_GAP, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 8, 8)
        self._column.setSpacing(CLOSE)
        self._column.addWidget(self._name)
        self.hide()

    @property
    def path(self) -> FieldPath:
        """The row that is shown."""
        return self._form.path if self._form else ""

    def show_row(self, path: FieldPath) -> None:
        """Shows another row, or none."""
        if self._form is None and path:
            self._form = self._made(path)
            self._column.addWidget(self._form)
            self._form.show()  # at once, so that it can take the focus
        elif self._form is not None and not path:
            self._form.discard()
            self._form = None
        elif self._form is not None and path != self._form.path:
            self._form.bind(path)
        self.setVisible(bool(path))
        self._show_name()

    def settle(self, paths: Collection[FieldPath]) -> None:
        """Follows the row."""
        if self._form is not None:
            self._form.settle(paths)
        self._show_name()

    def seek(self, path: FieldPath) -> bool:
        """Takes the focus for what stands in the row's depth; whether it did."""
        return self._form is not None and self._form.seek(path)

    def _made(self, path: FieldPath) -> Form:
        form = Form(self._page, path, CLOSE)
        form.put(form.hold(Standing(self._page, form.at("reconciled")), "reconciled"))
        return form

    def _show_name(self) -> None:
        if self._form is not None:
            line, lang = (
                cast("CostLine", self._page.document.get(self._form.path)),
                self._page.document.project.language,
            )
            what = line.what.said(lang).text.strip()
            self._name.setText(what)
            self._name.setVisible(bool(what))
