"""The alternatives that were weighed, by what, and which is recommended. "As today" is always among them."""

from collections.abc import Collection
from typing import ClassVar, cast

from PySide6.QtCore import QModelIndex, Qt

from app.gui.document import Document
from app.gui.fields.kinds import ChoiceField, MarkdownField, Options, StepField, TextField
from app.gui.forms.costs import Costs
from app.gui.forms.form import TIGHT, Form
from app.gui.forms.grid import Grid, GridModel
from app.gui.forms.members import Listing, MemberList
from app.gui.forms.spoken import Note
from app.gui.forms.tabbed import TabbedPage
from app.gui.forms.wording import ask, word
from app.gui.interface import Interface, Wording
from app.gui.page import touches
from app.model.base import FieldPath, Lang, Record, Step, Text
from app.model.project import Alternative, Criterion
from app.project.ids import new_id


def _alternative(form: Form) -> None:
    name = form.make(TextField, "name", ask("alternative.name"))
    description = form.make(MarkdownField, "description", ask("alternative.description"), 2)
    form.put(name, description)
    form.put(form.card(form.hold(Costs(form.page, form.at("lines")), "lines")))


def _criterion(form: Form) -> None:
    name = form.make(TextField, "name", ask("criterion.name"))
    name.soften()
    form.put(name)


def _is_today(record: Record) -> bool:
    return cast("Alternative", record).as_today


ALTERNATIVES = Listing(
    "alternative", lambda _there: Alternative(id=new_id(), name=Text()), _alternative, wide=True, locked=_is_today
)
CRITERIA = Listing("criterion", lambda _there: Criterion(id=new_id(), name=Text()), _criterion)


class AlternativesPage(TabbedPage):
    """The comparison, the alternatives and the criteria. Serves `alternatives`."""

    guide: ClassVar[str] = "alternative"
    tabs = ("alternative.comparison", "alternative.list", "criterion.list")

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        self._cell: Form | None = None

    def title(self) -> str:
        return word("alternative.list")(self.interface.lang)

    def subtitle(self) -> str:
        return word("alternative.about")(self.interface.lang)

    def leaf_of(self, path: FieldPath) -> int:
        if path.startswith("criteria"):
            return 2
        if path in ("alternatives", "recommended") or "/scores" in path:
            return 0
        return 1

    def build(self) -> None:
        self._build_comparison(self.leaf(0, ""))
        form = self.leaf(1, "")
        form.put(form.card(form.hold(MemberList(self, "alternatives", ALTERNATIVES), "alternatives")))
        form = self.leaf(2, "")
        form.put(form.card(form.hold(MemberList(self, "criteria", CRITERIA), "criteria")))

    def reveal(self, path: FieldPath) -> None:
        super().reveal(path)
        if "/scores" in path:
            self.grid.setCurrentIndex(self._model.index_of(path))

    def take_focus(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, paths: Collection[FieldPath]) -> None:
        super().refresh(paths)
        if self.place and touches(paths, "alternatives"):
            self._recommended.offer(self._choices())

    def consider(self) -> None:
        path = self._cell.path if self._cell else ""
        if self._cell is None or not path:
            return
        step, reason = self.document.get(f"{path}/step"), cast("Text", self.document.get(f"{path}/reason"))
        self._cell.field("reason").warn(word("alternative.no-reason") if step and not reason else None)

    def _build_comparison(self, form: Form) -> None:
        self._model = GridModel(self.document, self.interface)
        self.grid = Grid(self._model, self.interface)
        self.grid.setAccessibleName(word("alternative.comparison")(self.interface.lang))
        self.grid.selectionModel().currentChanged.connect(self._went)
        self.grid.scored.connect(self._score)
        self.grid.explains.connect(self._explain)
        self._recommended = form.make(ChoiceField, "recommended", ask("alternative.choice"), self._choices())
        self._recommended.setMaximumWidth(420)
        form.put(form.card(self.grid))
        self._of = Note(self.interface, word("alternative.pick-cell"), "plain", "head", strong=True)
        self._of.setContentsMargins(12, 0, 0, 0)
        form.put(self._of)
        self._holder = form
        self._select_first()
        form.put(self._recommended)

    def _select_first(self) -> None:
        if self._model.criteria and self._model.alternatives:
            self.grid.setCurrentIndex(self._model.index(1, 0))

    def _follow(self, paths: Collection[FieldPath]) -> None:
        if self.place:
            self._model.settle()
            if self._cell is not None and not self._model.index_of(self._cell.path).isValid():
                self._drop_cell()
                self._select_first()
        super()._follow(paths)

    def _went(self, current: QModelIndex, _before: QModelIndex) -> None:
        path = self._model.path_at(current)
        if path is None:
            return
        if self._cell is None:
            self._cell = self._made(path)
            self._holder.column.insertWidget(2, self._cell)
            self._cell.show()
        else:
            self._cell.bind(path)
        alternative, criterion = self._model.alternatives[current.column()], self._model.criteria[current.row() - 1]
        self._of.say(_cell_name(self.document, alternative, criterion))
        self.consider()
        if self.grid.hasFocus():
            self.entered.emit(f"{path}/step")

    def _made(self, path: FieldPath) -> Form:
        cell = Form(self, path, TIGHT)
        cell.put(
            cell.make(StepField, "step", ask("alternative.step"), _verdict),
            cell.make(TextField, "reason", ask("alternative.reason")),
        )
        return cell

    def _drop_cell(self) -> None:
        if self._cell is not None:
            self._cell.discard()
            self._cell = None

    def _score(self, step: Step | None) -> None:
        path = self._model.path_at(self.grid.currentIndex())
        if path is not None:
            self.document.put(f"{path}/step", step, word("alternative.scoring"))

    def _explain(self) -> None:
        if self._cell is not None:
            self._cell.field("reason").focus()

    def _choices(self) -> Options:
        named = ((each.id, self.document.wording(each.name)) for each in self.document.project.alternatives)
        return [(None, word("alternative.no-choice")), *named]

    def _empty(self) -> None:
        self._drop_cell()
        super()._empty()


def _verdict(step: Step) -> Wording:
    return word(f"alternative.step-{step}")


def _cell_name(document: Document, alternative: Alternative, criterion: Criterion) -> Wording:
    def wording(lang: Lang) -> str:
        names = {
            "criterion": document.line(criterion.name, lang),
            "alternative": document.line(alternative.name, lang),
        }
        return word("alternative.cell", **names)(lang)

    return wording
