"""The actions as a table: grouped by pattern, with owner, date, cost and effect, and their sums."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from app.compose.figures import shown_parts
from app.compose.slides.pattern import origin
from app.compose.telling import Telling
from app.language.catalogue import Words
from app.model.base import Id
from app.model.project import Action
from app.model.rich import Para
from app.model.tables import Cell, Column, Row, Table

#: The group of actions that belong to no pattern.
_OWN = ""
#: An action's cost and effect as they are shown.
_Amounts = Mapping[Id, tuple[Decimal, ...]]


def action_table(telling: Telling, words: Words) -> Table:
    """All live actions. `words` are the report's."""
    sums = [telling.sums(action) for action in telling.actions]
    shown = shown_parts(telling.project.organisation.scale, [one.cost for one in sums], [one.effect for one in sums])
    amounts = dict(zip((action.id for action in telling.actions), zip(*shown.parts, strict=True), strict=True))
    heads = ("action", "owner", "due", "cost", "effect")
    columns = tuple(
        Column(telling.plain(words(f"actions.{head}", unit=telling.unit)), share, "right" if share == 1 else "left")
        for head, share in zip(heads, (3.4, 1.5, 1.3, 1.0, 1.0), strict=True)
    )
    caption = telling.plain(words("actions.caption", unit=telling.unit))
    rows = (*_groups(telling, amounts, shown.decimals), _sum(telling, words, shown.decimals))
    return Table("actions", caption, columns, rows, caption.plain)


def _groups(telling: Telling, amounts: _Amounts, decimals: int) -> Iterator[Row]:
    groups: dict[Id, list[Action]] = {key: [] for key in (*telling.patterns, _OWN)}
    for action in telling.actions:
        key = action.chosen or _OWN
        groups[key if key in telling.patterns else _OWN].append(action)
    for key, actions in groups.items():
        if actions:
            name = telling.said(telling.patterns[key].pattern.short) if key else telling.word("roadmap.own")
            yield Row(f"patterns/{key}" if key else "actions", (Cell(name), *(Cell(Para()) for _ in range(4))), "group")
            for action in actions:
                yield _row(telling, action, amounts[action.id], decimals)


def _row(telling: Telling, action: Action, amounts: tuple[Decimal, ...], decimals: int) -> Row:
    sums = telling.sums(action)
    cost, effect = amounts
    return Row(
        f"actions/{action.id}",
        (
            Cell(telling.action_name(action), below=telling.said(action.what) or origin(telling, action)),
            Cell(telling.plain(action.owner or "–"), below=telling.word(f"status.{action.status}")),
            Cell(telling.day(action.due) or telling.plain("–")),
            _amount(telling, sums.cost, cost, decimals),
            _amount(telling, sums.effect, effect, decimals),
        ),
    )


def _amount(telling: Telling, exact: Decimal, shown: Decimal, decimals: int) -> Cell:
    return Cell(telling.plain(telling.amount(shown, decimals) if exact else "–"))


def _sum(telling: Telling, words: Words, decimals: int) -> Row:
    sums = telling.totals
    return Row(
        "actions",
        (
            Cell(telling.plain(words("actions.sum"))),
            Cell(Para()),
            Cell(Para()),
            _amount(telling, sums.cost, sums.cost, decimals),
            _amount(telling, sums.effect, sums.effect, decimals),
        ),
        "sum",
    )
