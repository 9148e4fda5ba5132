"""Priorities: the actions by effect against effort, those that give most for the effort first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from itertools import islice
from typing import Final

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.language.format import format_number
from app.model.base import Id
from app.model.graphics import Dot, Matrix
from app.model.project import Action
from app.model.rich import Para
from app.model.tables import Cell, Column, Row, Table
from app.model.totals import ZERO

_STEPS: Final = 5
#: So few can be weighed against each other.
_FEWEST: Final = 2
#: Of more actions the owners are left to the slides of responsibility, so that all stand beside the matrix on one slide.
_WITH_OWNER: Final = 7
#: A longer name does not go into a title.
_LONGEST_NAME: Final = 50


@dataclass(frozen=True, slots=True)
class Weighed:
    """An action with its effort and its effect on scales from 1 to 5, and the sums behind them."""

    action: Action
    effort: int
    effect: int
    cost: Decimal
    money: Decimal

    @property
    def score(self) -> int:
        """Effect less effort."""
        return self.effect - self.effort


def weighed(telling: Telling) -> tuple[Weighed, ...]:
    """The actions with an effort and an effect, most for the effort first.

    An effect in money is the share of the largest one; where there is none, the effect is as it was rated."""
    return tuple(sorted(_weighable(telling), key=lambda one: (-one.score, -one.money, -one.effect)))


def _weighable(telling: Telling) -> Iterator[Weighed]:
    """The actions with an effort and an effect, in the project's order."""
    sums = [(action, telling.sums(action)) for action in telling.actions if action.effort]
    largest = max((one.effect for _, one in sums), default=ZERO)
    return (
        Weighed(action, action.effort or 1, effect, one.cost, max(one.effect, ZERO))
        for action, one in sums
        if (effect := _step(one.effect / largest) if one.effect > 0 else action.effect)
    )


def _step(share: Decimal) -> int:
    return max(int((share * _STEPS).to_integral_value(ROUND_CEILING)), 1)


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if len(tuple(islice(_weighable(telling), _FEWEST))) == _FEWEST else NONE


def _leading(telling: Telling) -> tuple[Weighed, ...]:
    """The actions that share the highest score."""
    actions = weighed(telling)
    return tuple(one for one in actions if one.score == actions[0].score)


def _made(telling: Telling, _key: Id) -> Title:
    return Title("actions", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    leading, actions = _leading(telling), weighed(telling)
    theirs, total = (_sums(telling, found)[1] for found in (leading, actions))
    name = telling.own(leading[0].action.title)
    if len(leading) == len(actions):
        key = "equal" if all(one.money for one in actions) else "equal-rated"
    else:
        named = len(leading) == 1 and name and len(name) <= _LONGEST_NAME
        key = f"{'named' if named else 'counted'}{'' if theirs else '-rated'}"
    return telling.words(
        f"priorities.title.{key}", n=len(leading), name=name, count=telling.count(len(actions)),
        capital=telling.capital(len(leading)), theirs=telling.shown_money(theirs), total=telling.shown_money(total),
    )  # fmt: skip


def _body(telling: Telling, _key: Id) -> Body:
    return Body(
        blocks=(matrix(telling), table(telling)),
        takeaway=_takeaway(telling),
        takeaway_id="actions",
        source=telling.word("priorities.source"),
        notes=notes(telling, _say(telling)),
    )


def matrix(telling: Telling) -> Matrix:
    """The actions by effort (across) and effect (upwards)."""
    leading = _leading(telling)
    return Matrix(
        id="actions",
        kind="plain",
        x_label=telling.word("priorities.effort-axis"),
        y_label=telling.word("priorities.effect-axis"),
        zones={zone: telling.word(f"priorities.{zone}") for zone in ("most", "least")},
        dots=tuple(
            Dot(f"actions/{one.action.id}", str(number), one.effort, one.effect, leading=one in leading)
            for number, one in enumerate(weighed(telling), start=1)
        ),
        alt=_alt(telling),
    )


def table(telling: Telling) -> Table:
    """The actions by rank, with owner, score, cost and effect, and their sums."""
    actions = weighed(telling)
    sums = _sums(telling, actions)
    action = "action" if len(actions) <= _WITH_OWNER else "action-alone"
    heads = (("number", 0.5), (action, 4.0), ("score", 0.9), ("cost", 1.3), ("effect", 1.3))
    return Table(
        id="actions",
        caption=telling.word("priorities.table"),
        columns=tuple(
            Column(
                telling.word(f"priorities.head.{head}", unit=telling.unit),
                share,
                "right" if share in (0.9, 1.3) else "left",
            )
            for head, share in heads
        ),
        rows=(
            *(
                _row(telling, number, one, owned=len(actions) <= _WITH_OWNER)
                for number, one in enumerate(actions, start=1)
            ),
            *((_sum(telling, sums),) if any(sums) else ()),
        ),
        alt=_alt(telling),
    )


def _sums(telling: Telling, actions: Sequence[Weighed]) -> tuple[Decimal, Decimal]:
    """What some of the actions cost and give together: the sums of what is shown of each."""
    shown = [telling.shown.by_action[one.action.id] for one in actions]
    return sum((one.cost for one in shown), ZERO), sum((one.effect for one in shown), ZERO)


def _row(telling: Telling, number: int, one: Weighed, *, owned: bool) -> Row:
    shown = telling.shown.by_action[one.action.id]
    owner = telling.plain(one.action.owner) or telling.word("priorities.no-owner")
    return Row(
        f"actions/{one.action.id}",
        (
            Cell(telling.plain(str(number))),
            Cell(telling.action_name(one.action), below=owner if owned else Para()),
            Cell(telling.plain(_signed(telling, one.score))),
            Cell(telling.plain(telling.shown_amount(shown.cost) if one.cost else "–")),
            _effect(telling, one, telling.shown_amount(shown.effect)),
        ),
    )


def _effect(telling: Telling, one: Weighed, amount: str) -> Cell:
    """The effect in money, else the step at which it was rated."""
    if one.money:
        return Cell(telling.plain(amount))
    return Cell(telling.word("priorities.rated", step=one.effect), muted=True)


def _signed(telling: Telling, score: int) -> str:
    return f"{'+' if score > 0 else ''}{format_number(Decimal(score), telling.lang)}"


def _sum(telling: Telling, sums: tuple[Decimal, Decimal]) -> Row:
    amounts = (Cell(telling.plain(telling.shown_amount(amount))) for amount in sums)
    return Row("actions", (Cell(Para()), Cell(telling.word("priorities.sum")), Cell(Para()), *amounts), "sum")


def _takeaway(telling: Telling) -> Para:
    """How many actions cannot be weighed, since their effort or their effect is not known."""
    left = len(telling.actions) - len(weighed(telling))
    if not left:
        return Para()
    return telling.word("priorities.takeaway", n=left, count=telling.count(left), capital=telling.capital(left))


def _alt(telling: Telling) -> str:
    rows = (
        telling.words(
            "priorities.alt-row", number=number, name=telling.action_name(one.action).plain,
            effort=one.effort, effect=one.effect,
        )
        for number, one in enumerate(weighed(telling), start=1)
    )  # fmt: skip
    return f"{_sentence(telling)}. {'; '.join(rows)}."


def _say(telling: Telling) -> Iterator[Para]:
    yield telling.word("priorities.say")
    for one in _leading(telling):
        yield cue(telling, telling.action_name(one.action), telling.said(one.action.what))


KIND = Kind("priorities", "choice", _members, _body, _made)
