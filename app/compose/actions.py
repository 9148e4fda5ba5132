"""The actions as a table: grouped by pattern, with owner, date, cost and effect, and their sums."""

from collections.abc import Iterator
from decimal import Decimal

from app.compose.figures import Places, places
from app.compose.slides.pattern import origin
from app.compose.telling import Telling
from app.language.catalogue import Words
from app.model.base import Id
from app.model.project import Action
from app.model.rich import Para
from app.model.tables import Cell, Column, Row, Table

#: The group of actions that belong to no pattern.
_OWN = ""


def action_table(telling: Telling, words: Words) -> Table:
    """All live actions. `words` are the report's."""
    shown = _places(telling)
    heads = ("action", "owner", "due", "cost", "effect")
    columns = tuple(
        Column(telling.plain(words(f"actions.{head}", unit=telling.unit)), share, "right" if share == 1 else "left")
        for head, share in zip(heads, (3.4, 1.5, 1.3, 1.0, 1.0), strict=True)
    )
    caption = telling.plain(words("actions.caption", unit=telling.unit))
    rows = (*_groups(telling, shown.decimals), _sum(telling, words, shown.decimals))
    return Table("actions", caption, columns, rows, caption.plain)


def _places(telling: Telling) -> Places:
    sums = [telling.sums(action) for action in telling.actions]
    costs, effects = [one.cost for one in sums], [one.effect for one in sums]
    return places(telling.project.organisation.scale, [(costs, telling.totals.cost), (effects, telling.totals.effect)])


def _groups(telling: Telling, decimals: int) -> Iterator[Row]:
    groups: dict[Id, list[Action]] = {key: [] for key in (*telling.patterns, _OWN)}
    for action in telling.actions:
        key = action.chosen or _OWN
        groups[key if key in telling.patterns else _OWN].append(action)
    for key, actions in groups.items():
        if actions:
            name = telling.said(telling.patterns[key].pattern.short) if key else telling.word("roadmap.own")
            yield Row(f"patterns/{key}" if key else "actions", (Cell(name), *(Cell(Para()) for _ in range(4))), "group")
            for action in actions:
                yield _row(telling, action, decimals)


def _row(telling: Telling, action: Action, decimals: int) -> Row:
    sums = telling.sums(action)
    return Row(
        f"actions/{action.id}",
        (
            Cell(telling.action_name(action), below=telling.said(action.what) or origin(telling, action)),
            Cell(telling.plain(action.owner or "–"), below=telling.word(f"status.{action.status}")),
            Cell(telling.day(action.due) or telling.plain("–")),
            _amount(telling, sums.cost, decimals),
            _amount(telling, sums.effect, decimals),
        ),
    )


def _amount(telling: Telling, amount: Decimal, decimals: int) -> Cell:
    return Cell(telling.plain(telling.amount(amount, decimals) if amount else "–"))


def _sum(telling: Telling, words: Words, decimals: int) -> Row:
    sums = telling.totals
    return Row(
        "actions",
        (
            Cell(telling.plain(words("actions.sum"))),
            Cell(Para()),
            Cell(Para()),
            _amount(telling, sums.cost, decimals),
            _amount(telling, sums.effect, decimals),
        ),
        "sum",
    )
