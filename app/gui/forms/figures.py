"""Figures: numbers with all that lets a board trust them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar, Final, cast

from app.gui.document import Document
from app.gui.fields.kinds import ChoiceField, DateField, LineField, MeasureField, SegmentField, TextField, WholeField
from app.gui.forms.form import TIGHT, Form
from app.gui.forms.kinds import TEXT, Kind, choice
from app.gui.forms.standing import Standing, standing, standing_word
from app.gui.forms.table import Badge, Column
from app.gui.forms.table_page import TablePage
from app.gui.forms.wording import FIGURE_KINDS, RECURRENCES, ask, word
from app.language.format import format_number
from app.language.parse import parse_number
from app.model.base import FieldPath, Lang, Record, Text
from app.model.figure import Figure
from app.project.ids import new_id


def _read(_document: Document, lang: Lang, typed: str, _old: object) -> object:
    return parse_number(typed, lang)


def _shown(_document: Document, lang: Lang, value: object) -> str:
    return format_number(cast("Decimal", value), lang)


NUMBER: Final = Kind(_read, _shown, right=True)
YEAR: Final = Kind(_read, lambda _document, _lang, value: str(value))
KIND: Final = choice(FIGURE_KINDS)


class FiguresPage(TablePage):
    """All figures. Serves `figures`."""

    guide: ClassVar[str] = "figure"
    what: ClassVar[str] = "figure"
    collection: ClassVar[FieldPath] = "figures"

    def columns(self) -> Sequence[Column]:
        return (
            Column(word("figure.label"), "label", TEXT),
            Column(word("figure.value"), "value", NUMBER, width=104),
            Column(word("figure.unit"), "unit", TEXT, width=84),
            Column(word("figure.year"), "year", YEAR, width=60),
            Column(word("reconciled.list"), computed=_standing_word, badge=_standing, width=116),
            Column(word("figure.kind"), "kind", KIND, width=100, spare=True),
            Column(word("figure.source"), "source", TEXT, width=140, spare=True),
        )

    def new(self) -> Figure:
        return Figure(id=new_id(), label=Text())

    def lay_out(self, form: Form) -> None:
        form.column.setSpacing(TIGHT)
        form.row(
            form.make(TextField, "label", ask("figure.label")),
            form.make(MeasureField, "value", ask("figure.value")),
            form.make(TextField, "unit", ask("figure.unit")),
            stretch=(5, 2, 2),
        )
        form.row(
            form.make(SegmentField, "kind", ask("figure.kind"), FIGURE_KINDS),
            form.make(WholeField, "year", ask("figure.year")),
            form.make(WholeField, "price_level", ask("figure.price_level")),
            stretch=(5, 2, 2),
        )
        form.row(
            form.make(TextField, "source", ask("figure.source")),
            form.make(DateField, "dated", ask("figure.dated")),
            stretch=(5, 4),
        )
        form.put(form.hold(Standing(self, form.at("reconciled")), "reconciled"))
        form.row(
            form.make(ChoiceField, "recurrence", ask("figure.recurrence"), RECURRENCES),
            form.make(TextField, "funding", ask("figure.funding")),
            form.make(LineField, "budget_owner", ask("figure.budget_owner")),
            stretch=(3, 3, 3),
        )
        self.consider()

    def consider(self) -> None:
        path = self._path_at(self.table.currentIndex().row()) if self._forms else None
        if path is None:
            return
        figure = cast("Figure", self.document.get(path))
        unsaid = figure.value is not None and not figure.source
        self._forms[0].field("source").warn(word("figure.no-source") if unsaid else None)


def _standing_word(record: Record, lang: Lang) -> str:
    return standing_word(cast("Figure", record).reconciled)(lang)


def _standing(record: Record) -> Badge:
    return standing(cast("Figure", record).reconciled)
