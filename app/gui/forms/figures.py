"""Figures: numbers with all that lets a board trust them."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import ClassVar, Final, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.gui.document import Document
from app.gui.fields.kinds import ChoiceField, DateField, LineField, MeasureField, SegmentField, TextField, WholeField
from app.gui.forms.computed import ComputedWords
from app.gui.forms.explained import Explanation
from app.gui.forms.form import TIGHT, Form
from app.gui.forms.kinds import TEXT, Kind, choice
from app.gui.forms.standing import Standing, standing, standing_word
from app.gui.forms.table import Badge, Column, Foot
from app.gui.forms.table_page import TablePage
from app.gui.forms.uses import FigureUses, UseList, named
from app.gui.forms.wording import FIGURE_KINDS, RECURRENCES, ask, word
from app.gui.interface import Interface
from app.gui.questions import Answer
from app.gui.questions import ask as ask_user
from app.language.format import NBSP, format_date, format_number
from app.language.parse import parse_number
from app.model.base import FieldPath, Lang, Record, Text
from app.model.computed import ComputedFigure, computed_figures
from app.model.figure import Figure
from app.model.money import Origin
from app.model.project import Project
from app.project import edits
from app.project.ids import new_id
from app.project.mentions import spelled_out


def _read(_document: Document, lang: Lang, typed: str, _old: object) -> object:
    return parse_number(typed, lang)


def _shown(_document: Document, lang: Lang, value: object) -> str:
    return format_number(cast("Decimal", value), lang)


def _with_unit(record: Record) -> Kind:
    """A figure's value, shown with its unit while it is not written."""
    unit = cast("Figure", record).unit

    def brief(document: Document, lang: Lang, value: object) -> str:
        return f"{_shown(document, lang, value)}{NBSP}{document.line(unit, document.project.language)}".strip(
            f" {NBSP}"
        )

    return Kind(_read, _shown, right=True, brief=brief)


NUMBER: Final = Kind(_read, _shown, right=True)
YEAR: Final = Kind(_read, lambda _document, _lang, value: str(value))
KIND: Final = choice(FIGURE_KINDS)


class FiguresPage(TablePage):
    """All figures. Serves `figures`."""

    guide: ClassVar[str] = "figure"
    what: ClassVar[str] = "figure"
    collection: ClassVar[FieldPath] = "figures"

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        self._uses = FigureUses(document)
        self._explained: Explanation | None = None
        self._basis: tuple[object, ...] = ()
        self._computed: tuple[ComputedFigure, ...] = ()
        #: The computed rows, and of which figures, in which language and with how many uses they were made.
        self._feet: Sequence[Foot] = ()
        self._feet_of: tuple[ComputedFigure, ...] = ()
        self._feet_as: tuple[Lang, tuple[int, ...]] | None = None

    def columns(self) -> Sequence[Column]:
        return (
            Column(word("figure.label"), "label", TEXT, least=78),
            Column(word("figure.value"), "value", NUMBER, _with_unit, width=100),
            Column(word("figure.year"), "year", YEAR, width=48),
            Column(word("figure.kind"), "kind", KIND, width=96, spare=True),
            Column(word("figure.from"), computed=self._from, badge=_read_from, least=72),
            Column(word("reconciled.list"), computed=_standing_word, badge=_standing, width=110),
            Column(word("figure.uses"), computed=self._count, about=self._where, width=62, right=True),
        )

    def feet(self, lang: Lang) -> Sequence[Foot]:
        figures = self._figures_now()
        uses = tuple(len(self._uses.of(figure.mentioned)) for figure in figures)
        if figures is not self._feet_of or (lang, uses) != self._feet_as:
            words = ComputedWords(self.document, lang)
            self._feet_of, self._feet_as = figures, (lang, uses)
            self._feet = [words.foot(figure, at, uses[at]) for at, figure in enumerate(figures)]
        return self._feet

    def show_foot(self, foot: Foot | None) -> None:
        if foot is None:
            if self._explained is not None:
                self._explained.hide()
            return
        if self._explained is None:
            self._explained = Explanation(self)
            column = self.layout()
            assert isinstance(column, QVBoxLayout)
            column.addWidget(self._explained, 1)
        figure = self._figures_now()[int(foot.key.rpartition("/")[2])]
        self._explained.show_figure(figure, self._uses.of(figure.mentioned))
        self._explained.show()

    def open_row(self, row: int) -> None:
        if self._explained is not None and self._foot_at(row) is not None:
            self._explained.terms.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().open_row(row)

    def _figures_now(self) -> tuple[ComputedFigure, ...]:
        """What is computed, reckoned anew when what it rests on is another."""
        project = self.document.project
        basis = (project.actions, project.alternatives, project.organisation, project.language)
        if len(self._basis) != len(basis) or any(
            one is not other for one, other in zip(basis, self._basis, strict=True)
        ):
            self._basis, self._computed = basis, computed_figures(project)
        return self._computed

    def new(self) -> Figure:
        return Figure(id=new_id(), label=Text())

    def remove_row(self, row: int) -> None:
        path = self._path_at(row)
        uses = self._uses.of(path.rpartition("/")[2]) if path else ()
        if path is None or not uses:
            super().remove_row(row)
            return
        lang, places = self.interface.lang, "\n".join(named(self.document.project, uses, self.interface.lang))
        value = self.document.figure_words.said(path.rpartition("/")[2], lang)
        removing = Answer(word("figure.removing")(lang), lambda: self._take_away(path, edits.remove))
        writing = Answer(word("figure.spelling-out")(lang), lambda: self._take_away(path, _spelled_out))
        more = word("figure.can-stay", value=value)(lang) if value else word("figure.says-unknown")(lang)
        ask_user(
            self.window(), self.interface, "figure-used", word("figure.still-used", n=len(uses))(lang),
            f"{places}\n\n{more}", (writing, removing) if value else (removing,),
        )  # fmt: skip

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
        self._use_list = UseList(self)
        form.put(self._use_list)
        self.consider()

    def _take_away(self, path: FieldPath, removed: Callable[[Project, FieldPath], Project]) -> None:
        self.document.apply(lambda project: removed(project, path), word("figure.removing"))

    def consider(self) -> None:
        row = self.table.currentIndex().row()
        self.show_foot(self._foot_at(row))
        path = self._path_at(row) if self._forms else None
        if path is None:
            return
        figure = cast("Figure", self.document.get(path))
        unsaid = figure.value is not None and not figure.source
        self._forms[0].field("source").warn(word("figure.no-source") if unsaid else None)
        self._use_list.show_places(self._uses.of(figure.id))

    def _from(self, record: Record, lang: Lang) -> str:
        """Where a figure comes from, in short: its cell and file, else its source."""
        figure = cast("Figure", record)
        if figure.origin is not None:
            return f"{_cell(figure.origin)} · {figure.origin.file}"
        on = format_date(figure.dated, lang, "abbr") if figure.dated else ""
        return ", ".join(
            part for part in (self.document.line(figure.source, self.document.project.language), on) if part
        )

    def _count(self, record: Record, _lang: Lang) -> str:
        return str(len(self._uses.of(cast("Figure", record).id)) or "")

    def _where(self, record: Record, lang: Lang) -> str:
        return "\n".join(named(self.document.project, self._uses.of(cast("Figure", record).id), lang))


def _standing_word(record: Record, lang: Lang) -> str:
    return standing_word(cast("Figure", record).reconciled)(lang)


def _cell(origin: Origin) -> str:
    return f"{origin.sheet}!{origin.place}" if origin.sheet else origin.place


def _read_from(record: Record) -> Badge | None:
    """That a figure was read from a file: which, where in it, and when; nothing for one that was typed."""
    origin = cast("Figure", record).origin
    if origin is None:
        return None

    def told(lang: Lang) -> str:
        on = format_date(origin.read, lang, "abbr")
        return word("figure.read", file=origin.file, cell=_cell(origin), on=on)(lang)

    return Badge("file-text", "secondary", told)


def _standing(record: Record) -> Badge:
    return standing(cast("Figure", record).reconciled)


def _spelled_out(project: Project, path: FieldPath) -> Project:
    """The project without a figure, what it said written in the texts that mentioned it."""
    return edits.remove(spelled_out(project, path.rpartition("/")[2]), path)
