"""The actions as a table: grouped by pattern, with owner, date, cost and effect, and their sums."""

from collections.abc import Iterator
from decimal import Decimal

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
    heads = ("action", "owner", "due", "cost", "effect")
    columns = tuple(
        Column(telling.plain(words(f"actions.{head}", unit=telling.unit)), share, "right" if share == 1 else "left")
        for head, share in zip(heads, (3.4, 1.5, 1.3, 1.0, 1.0), strict=True)
    )
    caption = telling.plain(words("actions.caption", unit=telling.unit))
    return Table("actions", caption, columns, (*_groups(telling), _sum(telling, words)), caption.plain)


def _groups(telling: Telling) -> Iterator[Row]:
    groups: dict[Id, list[Action]] = {key: [] for key in (*telling.patterns, _OWN)}
    for action in telling.actions:
        key = action.chosen or _OWN
        groups[key if key in telling.patterns else _OWN].append(action)
    for key, actions in groups.items():
        if actions:
            name = telling.said(telling.patterns[key].pattern.short) if key else telling.word("roadmap.own")
            yield Row(f"patterns/{key}" if key else "actions", (Cell(name), *(Cell(Para()) for _ in range(4))), "group")
            for action in actions:
                yield _row(telling, action)


def _row(telling: Telling, action: Action) -> Row:
    sums = telling.shown.by_action[action.id]
    return Row(
        f"actions/{action.id}",
        (
            Cell(telling.action_name(action), below=telling.said(action.what) or origin(telling, action)),
            Cell(telling.plain(action.owner or "–"), below=telling.word(f"status.{action.status}")),
            Cell(telling.day(action.due) or telling.plain("–")),
            _amount(telling, sums.cost),
            _amount(telling, sums.effect),
        ),
    )


def _amount(telling: Telling, amount: Decimal) -> Cell:
    return Cell(telling.plain(telling.shown_amount(amount) if amount else "–"))


def _sum(telling: Telling, words: Words) -> Row:
    sums = telling.shown.whole
    return Row(
        "actions",
        (
            Cell(telling.plain(words("actions.sum"))),
            Cell(Para()),
            Cell(Para()),
            _amount(telling, sums.cost),
            _amount(telling, sums.effect),
        ),
        "sum",
    )
