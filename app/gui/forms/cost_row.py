"""The current row of a calculation in depth, below its table: whether it is reconciled, and on request what else it may say."""

from collections.abc import Collection, Iterator
from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.fields.base import BAR, BAR_GAP
from app.gui.fields.kinds import ChoiceField, LineField, TextField, WholeField
from app.gui.forms.currency import CurrencyField, RateField
from app.gui.forms.form import CLOSE, Form
from app.gui.forms.spoken import Button, Note
from app.gui.forms.standing import Standing
from app.gui.forms.wording import RECURRENCES, ask, word
from app.gui.look import font
from app.gui.page import FormPage
from app.language.format import format_date, format_number
from app.model.base import FieldPath, Lang
from app.model.money import CostLine


class CostRow(QWidget):
    """What a row is called and what stands behind it. `path` is the row, "" while there is none."""

    def __init__(self, page: FormPage) -> None:
        super().__init__()
        self._page = page
        self._form: Form | None = None
        self._depth: Form | None = None
        self._name = QLabel()
        self._about = Note(page.interface, lambda _lang: "", step="help")
        self._more = Button(page.interface, word("costs.more"), self.unfold, "chevron-right", link=True)
        self._less = Button(page.interface, word("costs.less"), self.fold, "chevron-down", link=True)
        self._lay_out()

    @property
    def path(self) -> FieldPath:
        """The row that is shown."""
        return self._form.path if self._form else ""

    def show_row(self, path: FieldPath) -> None:
        """Shows another row, or none; in depth where something is half written there."""
        if path == self.path:
            return
        if not path:
            self._drop()
            self.fold()
        elif self._form is None:
            self._form = self._made(path)
            self._column.insertWidget(1, self._form)
            self._form.show()  # at once, so that it can take the focus
        else:
            self._form.bind(path)
            if self._depth is not None:
                self._depth.bind(path)
        self.setVisible(bool(path))
        if path and any(draft.startswith(f"{path}/") and "/amounts/" not in draft for draft in self._drafts()):
            self.unfold()
        self._show()

    def settle(self, paths: Collection[FieldPath]) -> None:
        """Follows the row."""
        if self._form is not None:
            self._form.settle(paths)
        self._show()

    def seek(self, path: FieldPath) -> bool:
        """Takes the focus for what stands in the row's depth; whether it did."""
        if self._form is None or not path.startswith(f"{self._form.path}/"):
            return False
        if self._form.seek(path):
            return True
        self.unfold()
        return self._page.focus_field(path) if self._page.field_at(path) else False

    # What the user does

    def unfold(self) -> None:
        """Shows the row in depth."""
        if self._depth is None and self._form is not None:
            self._depth = _depth(self._page, self._form.path)
            self._column.addWidget(self._depth)
            self._depth.show()
            self._depth.fields[0][0].focus()
        self._show()

    def fold(self) -> None:
        """Leaves it at what was said of the row in short."""
        if self._depth is not None:
            self._depth.discard()
            self._depth = None
        self._show()

    # Its own

    def _drafts(self) -> Collection[FieldPath]:
        return self._page.document.project.drafts

    def _drop(self) -> None:
        if self._form is not None:
            self._form.discard()
            self._form = None

    def _made(self, path: FieldPath) -> Form:
        form = Form(self._page, path, CLOSE)
        form.put(form.hold(Standing(self._page, form.at("reconciled")), "reconciled"))
        return form

    def _show(self) -> None:
        if self._form is None:
            return
        document = self._page.document
        line, written = cast("CostLine", document.get(self._form.path)), document.project.language
        self._name.setText(document.line(line.what, written).strip())
        self._about.say(lambda lang: " · ".join(_said(document, line, lang)))
        self._about.setVisible(self._depth is None and bool(self._about.text()))
        self._more.setVisible(self._depth is None)
        self._less.setVisible(self._depth is not None)
        if self._depth is not None:
            self._depth.field("depreciation_years").setVisible(line.sign == "cost" and line.kind == "investment")
            self._show_rate(cast("RateField", self._depth.field("rate")), line)

    def _show_rate(self, rate: RateField, line: CostLine) -> None:
        rate.name_currencies()
        rate.setVisible(line.currency is not None)
        rate.warn(word("costs.no-rate", currency=line.currency) if line.lacks_rate else None)

    def _lay_out(self) -> None:
        self._name.setFont(font("body", self.font(), strong=True))
        self._name.setWordWrap(True)
        head = QHBoxLayout()
        head.setContentsMargins(BAR + BAR_GAP, 0, 0, 0)
        head.addWidget(self._name, 1)
        head.addWidget(self._more)
        head.addWidget(self._less)
        self._about.setContentsMargins(BAR + BAR_GAP, 0, 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 8, 8)
        self._column.setSpacing(CLOSE)
        self._column.addLayout(head)
        self._column.addWidget(self._about)
        self.hide()


def _depth(page: FormPage, path: FieldPath) -> Form:
    """The fields of a row that have no column."""
    form = Form(page, path, CLOSE)
    funding = form.make(TextField, "funding", ask("costs.funding"))
    owner = form.make(LineField, "budget_owner", ask("costs.budget_owner"))
    recurrence = form.make(ChoiceField, "recurrence", ask("costs.recurrence"), RECURRENCES)
    level = form.make(WholeField, "price_level", ask("costs.price_level"))
    written_off = form.make(WholeField, "depreciation_years", ask("costs.depreciation_years"))
    currency = form.make(CurrencyField, "currency", ask("costs.currency"))
    rate = form.make(RateField, "rate", ask("costs.rate"))
    for field, _ in form.fields:
        field.soften()
    currency.picked.connect(rate.ask)
    form.row(funding, owner, stretch=(3, 2))
    form.row(recurrence, level, written_off)
    form.row(currency, rate, stretch=(1, 2))
    return form


def _said(document: Document, line: CostLine, lang: Lang) -> Iterator[str]:
    """What a row says in depth, in short."""
    if line.currency and line.rate:
        yield f"{line.currency} {format_number(line.rate, lang)}"
    if line.recurrence:
        yield word(f"recurrence.{line.recurrence}")(lang)
    if line.price_level:
        yield word("costs.said.price-level", year=line.price_level)(lang)
    if line.depreciation_years:
        yield word("costs.said.depreciation", n=line.depreciation_years)(lang)
    if line.funding:
        yield document.line(line.funding, document.project.language).strip()
    if line.budget_owner.strip():
        yield line.budget_owner.strip()
    yield from _read_from(line, lang)


def _read_from(line: CostLine, lang: Lang) -> Iterator[str]:
    """From which files and cells the amounts of a row were read, and when."""
    for file in dict.fromkeys(origin.file for origin in line.origins.values()):
        read = [origin for _, origin in sorted(line.origins.items()) if origin.file == file]
        sheet = f"{read[0].sheet}!" if read[0].sheet else ""
        cells = "–".join(dict.fromkeys((read[0].place, read[-1].place)))
        on = format_date(max(origin.read for origin in read), lang, "abbr")
        yield word("figure.read", file=file, cell=f"{sheet}{cells}", on=on)(lang)
