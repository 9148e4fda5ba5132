"""What became of a project, in words: each change with its name, what stood before and after, and how far it moved."""

from collections.abc import Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Final, NamedTuple, cast

from app.language.catalogue import Words
from app.language.format import MINUS, format_date, format_money, format_number
from app.language.mentions import filled
from app.model.base import Lang
from app.model.project import Kpi, Outcome, Project
from app.project.compare import Change, Topic, found, grade, latest, totals_at
from app.project.differences import Naming

#: Texts longer than this are told by how much changed in them, in characters.
_LONGEST: Final = 60


class Told(NamedTuple):
    """A change in words: the record or place it belongs to, the field, both states, and the movement ("+0,4 mkr", "+11 ord")."""

    change: Change
    where: str
    field: str
    before: str
    after: str
    movement: str = ""

    @property
    def name(self) -> str:
        """The record and the field: "Öppna lokalbokningen, kostnad"."""
        return f"{self.where}, {self.field}" if self.field and self.field != self.where else self.where


class Comparison:
    """Two states of a project, and the words for what became of the first."""

    def __init__(self, before: Project, after: Project, lang: Lang) -> None:
        self._before, self._after = before, after
        self._lang: Lang = lang
        self._naming, self._words = Naming(before, after, lang), Words("compare", lang)

    def told(self, changes: Sequence[Change]) -> tuple[Told, ...]:
        """The changes in words, in their order."""
        return tuple(self._told(change) for change in changes)

    def topic(self, topic: Topic) -> str:
        """The head under which changes of a topic stand."""
        return self._words(f"topic.{topic}")

    def verb(self, change: Change) -> str:
        """What happened: "Ny", "Borttagen", "Ändrad", "Flyttad", "Försenad"."""
        return self._words(f"kind.{change.kind}")

    def course(self, change: Change) -> str:
        """What the change means: "Bättre", "Sämre", "Ny"; empty where that is open."""
        if change.kind in ("added", "removed", "late"):
            return self.verb(change)
        return "" if change.course == "open" else self._words(f"course.{change.course}")

    def _told(self, change: Change) -> Told:
        named = self._naming.difference(change.path)
        where, field = named.where, named.field
        match change.topic:
            case _ if change.kind in ("added", "removed"):
                return Told(change, where, "" if field == where else field, named.before, named.after)
            case "cost":
                return self._cost(change, where)
            case "risk" if change.path.endswith("/likelihood"):
                old, new = grade(self._before, change.path), grade(self._after, change.path)
                return Told(change, where, self._words("field.risk"), _number(old), _number(new), _signed(new - old))
            case "kpi" if (told := self._kpi(change, where)) is not None:
                return told
            case "decision" if change.path.endswith("/outcome"):
                shown = (self._outcome(found(project, change.path)) for project in (self._before, self._after))
                return Told(change, where, self._words("field.outcome"), *shown)
            case _:
                return Told(
                    change, where, field, named.before, named.after, self._moved(change, named.before, named.after)
                )

    def _moved(self, change: Change, before: str, after: str) -> str:
        """How many words more or fewer a long text has; how far a step on a scale went."""
        if change.topic == "assessment" and before.isdigit() and after.isdigit():
            return _signed(int(after) - int(before))
        if max(len(before), len(after)) <= _LONGEST or change.kind == "moved":
            return ""
        come, gone = words_changed(before, after)
        return self._words("words", come=come, gone=gone)

    def _cost(self, change: Change, where: str) -> Told:
        """The sum of the costs, or that of the effects where only those changed."""
        old, new = totals_at(self._before, change.path), totals_at(self._after, change.path)
        effects = old.cost == new.cost and old.effect != new.effect
        one, other = (old.effect, new.effect) if effects else (old.cost, new.cost)
        moved = ("+" if other > one else "") + self._money(other - one) if other != one else self._words("spread")
        field = self._words("field.effect" if effects else "field.cost")
        return Told(change, where, field, self._money(one), self._money(other), moved)

    def _money(self, amount: Decimal) -> str:
        organisation = self._after.organisation
        return format_money(amount, organisation.currency, organisation.scale, self._lang)

    def _kpi(self, change: Change, where: str) -> Told | None:
        """The latest values; None where they are the same and something else about the KPI changed."""
        old, new = (cast("Kpi | None", found(project, change.path)) for project in (self._before, self._after))
        if old is None or new is None or latest(old) == latest(new):
            return None
        one, other = latest(old), latest(new)
        name = filled(self._after, new.name, self._lang)
        moved = "" if one is None or other is None else _signed(other - one, self._lang)
        return Told(change, where, name, self._value(one), self._value(other), moved)

    def _value(self, value: Decimal | None) -> str:
        return "–" if value is None else format_number(value, self._lang)

    def _outcome(self, outcome: object) -> str:
        """What was decided, when, and where it stands: "Bifall 15 sep. 2026, § 142"."""
        if not isinstance(outcome, Outcome):
            return ""
        day = f" {format_date(outcome.on, self._lang, 'abbr')}" if outcome.on else ""
        return f"{self._words(f'outcome.{outcome.kind}')}{day}{f', {outcome.minutes}' if outcome.minutes else ''}"


def words_changed(before: str, after: str) -> tuple[int, int]:
    """How many words came and how many went."""
    old, new = before.split(), after.split()
    come = gone = 0
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            come, gone = come + d - c, gone + b - a
    return come, gone


def _number(value: int) -> str:
    return str(value) if value else "–"


def _signed(value: Decimal | int, lang: Lang = "sv") -> str:
    shown = format_number(Decimal(value), lang)
    return shown if shown.startswith(MINUS) or not value else f"+{shown}"
