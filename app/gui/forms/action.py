"""An action: what is done, by whom and when, what it costs and gives, how it shows that it works, and the first steps."""

from datetime import date, timedelta
from decimal import Decimal
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.gui.document import Document
from app.gui.fields.kinds import (
    DateField,
    LineField,
    MarkdownField,
    MeasureField,
    NumberField,
    SegmentField,
    StartField,
    StepField,
    Support,
    TextField,
)
from app.gui.forms.costs import Costs
from app.gui.forms.depends import Depends
from app.gui.forms.form import Form
from app.gui.forms.keyed import DayField, OnField
from app.gui.forms.members import Listing, MemberList
from app.gui.forms.page import RecordPage
from app.gui.forms.spoken import IconButton
from app.gui.forms.wording import STATUSES, ask, word
from app.gui.interface import Interface, Wording
from app.model.base import Lang, Record, Step, Text
from app.model.pattern import FirstStep, Recommendation
from app.model.project import Action, DatedValue, Kpi, Milestone
from app.project import edits
from app.project.ids import new_id


def _kpi(form: Form) -> None:
    name = form.make(TextField, "name", ask("kpi.name"))
    unit = form.make(TextField, "unit", ask("kpi.unit"))
    baseline = form.make(MeasureField, "baseline", ask("kpi.baseline"))
    target = form.make(MeasureField, "target", ask("kpi.target"))
    reached = form.make(DateField, "target_date", ask("kpi.target_date"))
    for field in (name, unit, baseline, target, reached):
        field.soften()
    form.row(name, unit, stretch=(3, 1))
    form.row(baseline, target, reached)
    values = form.hold(MemberList(form.page, form.at("values"), VALUES), "values")
    form.put(form.card(values))


def _value(form: Form) -> None:
    on = form.make(OnField, "on", ask("kpi.on"))
    value = form.make(NumberField, "value", ask("kpi.value"))
    for field in (on, value):
        field.soften()
    form.row(on, value)


def _step(form: Form) -> None:
    day = form.make(DayField, "day", ask("step.day"))
    text = form.make(TextField, "text", ask("step.text"))
    for field in (day, text):
        field.soften()
    form.row(day, text, stretch=(1, 5))


def _milestone(form: Form) -> None:
    name = form.make(TextField, "name", ask("milestone.name"))
    on = form.make(DateField, "on", ask("milestone.on"))
    for field in (name, on):
        field.soften()
    form.row(name, on, stretch=(3, 1))


def _next_value(there: tuple[Record, ...]) -> Record:
    last = max((value.on for value in cast("tuple[DatedValue, ...]", there)), default=None)
    return DatedValue(on=last + timedelta(days=1) if last else date.today(), value=Decimal(0))


def _next_step(there: tuple[Record, ...]) -> Record:
    taken = {step.day for step in cast("tuple[FirstStep, ...]", there)}
    wanted = min(max(taken, default=0) + 30, 365)
    day = next(day for day in (*range(wanted, 366), *range(1, wanted)) if day not in taken)
    return FirstStep(day=day, text=Text())


VALUES = Listing("kpi-value", _next_value, _value, movable=False)
KPIS = Listing("kpi", lambda _there: Kpi(id=new_id(), name=Text()), _kpi)
STEPS = Listing("step", _next_step, _step)
MILESTONES = Listing("milestone", lambda _there: Milestone(id=new_id(), name=Text()), _milestone)


class ActionPage(RecordPage):
    """What the organisation has taken on. Serves `actions/<id>`."""

    guide: ClassVar[str] = "action"

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface)
        remove = IconButton(interface, word("action.removing"), self._take_away, "trash-2")
        self.head.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def title(self) -> str:
        lang = self.interface.lang
        return self.document.line(self._action.title, lang) or word("action.untitled")(lang)

    def subtitle(self) -> str:
        advice, lang = self._advice, self.interface.lang
        if advice is None:
            return word("action.own")(lang)
        return word("action.builds-on", name=advice.title.said(lang).text)(lang)

    def support(self) -> Support | None:
        return self._advise if self._advice else super().support()

    def build(self) -> None:
        form = self.start(self.place)
        form.put(form.make(SegmentField, "status", ask("action.status"), STATUSES))
        form.put(form.make(TextField, "title", ask("action.title")))
        self._start = form.make(StartField, "start", ask("action.start"))
        self._due = form.make(DateField, "due", ask("action.due"))
        form.row(form.make(LineField, "owner", ask("action.owner")), self._start, self._due, stretch=(5, 4, 4))
        form.put(form.make(MarkdownField, "what", ask("action.what"), 3))
        self._part(form, form.hold(Costs(self, form.at("lines")), "lines"), "costs")
        self._part(form, form.hold(MemberList(self, form.at("kpis"), KPIS), "kpis"), "kpi")
        form.put(form.make(MarkdownField, "risk", ask("action.risk"), 2))
        form.put(form.make(MarkdownField, "comment", ask("action.comment"), 2))
        form.put(form.make(StepField, "effort", ask("action.effort"), _effort))
        form.put(form.make(StepField, "effect", ask("action.effect"), _effect))
        self._part(form, form.hold(MemberList(self, form.at("first_steps"), STEPS), "first_steps"), "step")
        self._part(form, form.hold(MemberList(self, form.at("milestones"), MILESTONES), "milestones"), "milestone")
        depends = Depends(self.document, self.interface, form.at("depends_on"))
        self._part(form, form.hold(depends, "depends_on"), "depends")

    def consider(self) -> None:
        action = self._action
        early = action.start is not None and action.due is not None and action.due < action.start
        self._due.warn(word("action.due-early") if early else None)

    def _part(self, form: Form, part: QWidget, key: str) -> None:
        form.group(form.card(part), heading=word(f"{key}.list"), hint=word(f"{key}.list-hint"))

    @property
    def _action(self) -> Action:
        return cast("Action", self.document.get(self.place))

    @property
    def _advice(self) -> Recommendation | None:
        """The recommendation that the action came from."""
        action = self._action
        chosen = self.document.project.chosen(action.chosen) if action.chosen else None
        return chosen.pattern.recommendation(action.recommendation) if chosen and action.recommendation else None

    def _advise(self, lang: Lang) -> str:
        """What the library says of the recommendation."""
        advice = self._advice
        if advice is None:
            return ""
        parts = (("support.effect", advice.effect), ("support.risk", advice.risk), ("support.measure", advice.measure))
        return "\n\n".join(f"## {word(key)(lang)}\n\n{text.said(lang).text}" for key, text in parts if text)

    def _take_away(self) -> None:
        path = self.place
        self.document.apply(lambda project: edits.remove(project, path), word("action.removing"))


def _effort(step: Step) -> Wording:
    return word(f"effort.{step}")


def _effect(step: Step) -> Wording:
    return word(f"effect.{step}")
