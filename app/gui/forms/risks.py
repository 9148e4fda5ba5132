"""Risks: what may happen, how likely and how grave, who owns it and how it is treated. The value is computed."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar, Final, cast

from app.gui.fields.kinds import ChoiceField, LineField, MarkdownField, Options, SegmentField, TextField
from app.gui.forms.form import TIGHT, Form
from app.gui.forms.kinds import PLAIN, TEXT
from app.gui.forms.spoken import Note
from app.gui.forms.table import Column
from app.gui.forms.table_page import TablePage
from app.gui.forms.wording import ask, word
from app.gui.interface import Wording
from app.gui.look import Token
from app.gui.page import touches
from app.model.base import FieldPath, Lang, Record, Text
from app.model.project import Risk
from app.model.ratings import RiskLevel, risk_level, risk_value
from app.project.ids import new_id

_TONES: Final[Mapping[RiskLevel, Token]] = {"high": "error", "medium": "warning", "low": "ok"}


def _digit(step: int) -> Wording:
    return lambda _lang: str(step)


STEPS: Final[Options] = [(step, _digit(step)) for step in range(1, 6)]


class RisksPage(TablePage):
    """All risks. Serves `risks`."""

    guide: ClassVar[str] = "risk"
    what: ClassVar[str] = "risk"
    collection: ClassVar[FieldPath] = "risks"

    def columns(self) -> Sequence[Column]:
        return (
            Column(word("risk.title"), "title", TEXT),
            Column(word("risk.belongs"), computed=self._belongs, width=150),
            Column(word("risk.level"), computed=_level, tone=_tone, width=96),
            Column(word("risk.owner"), "owner", PLAIN, width=120),
        )

    def new(self) -> Risk:
        return Risk(id=new_id(), title=Text())

    def lay_out(self, form: Form) -> None:
        form.column.setSpacing(TIGHT)
        form.row(
            form.make(TextField, "title", ask("risk.title")),
            form.make(LineField, "owner", ask("risk.owner")),
            stretch=(5, 3),
        )
        form.row(
            form.make(SegmentField, "likelihood", ask("risk.likelihood"), STEPS),
            form.make(SegmentField, "consequence", ask("risk.consequence"), STEPS),
        )
        self._value = Note(self.interface, word("risk.not-assessed"))
        self._value.setContentsMargins(12, 0, 0, 0)
        form.put(self._value, form.make(MarkdownField, "treatment", ask("risk.treatment"), 2))
        self._action = form.make(ChoiceField, "action", ask("risk.action"), self._actions())
        self._alternative = form.make(ChoiceField, "alternative", ask("risk.alternative"), self._alternatives())
        form.row(self._action, self._alternative)
        self.consider()

    def show_place(self, place: FieldPath) -> None:
        super().show_place(place)
        self._offer()

    def refresh(self, paths: Collection[FieldPath]) -> None:
        super().refresh(paths)
        if touches(paths, "actions") or touches(paths, "alternatives"):
            self._offer()

    def consider(self) -> None:
        path = self._path_at(self.table.currentIndex().row()) if self._forms else None
        if path is None:
            return
        risk = cast("Risk", self.document.get(path))
        level = risk_level(risk.likelihood, risk.consequence)
        value = risk_value(risk.likelihood, risk.consequence)
        self._value.say(word(f"risk.value-{level}", value=value) if level else word("risk.not-assessed"))
        nobody = bool(risk.title) and not risk.owner.strip()
        self._forms[0].field("owner").warn(word("risk.no-owner") if nobody else None)

    def _offer(self) -> None:
        if self._forms:
            self._action.offer(self._actions())
            self._alternative.offer(self._alternatives())

    def _actions(self) -> Options:
        return [
            (None, word("risk.whole")),
            *((each.id, self.document.wording(each.title)) for each in self.document.project.actions),
        ]

    def _alternatives(self) -> Options:
        project = self.document.project
        return [
            (None, word("risk.no-alternative")),
            *((each.id, self.document.wording(each.name)) for each in project.alternatives),
        ]

    def _belongs(self, record: Record, lang: Lang) -> str:
        risk, project = cast("Risk", record), self.document.project
        action = project.action(risk.action) if risk.action else None
        if action is not None:
            return self.document.line(action.title, lang)
        names = (each.name for each in project.alternatives if each.id == risk.alternative)
        return self.document.line(next(names, Text()), lang) or word("risk.whole")(lang)


def _level(record: Record, lang: Lang) -> str:
    risk = cast("Risk", record)
    level = risk_level(risk.likelihood, risk.consequence)
    if level is None:
        return "–"
    return f"{word(f'risk.level-{level}')(lang)} {risk_value(risk.likelihood, risk.consequence)}"


def _tone(record: Record) -> Token | None:
    risk = cast("Risk", record)
    level = risk_level(risk.likelihood, risk.consequence)
    return _TONES[level] if level else "secondary"
