"""What a letter's sheet holds: a row an action, and one more for each further key figure of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from app.language.format import format_date, format_number
from app.language.mentions import filled
from app.model.base import Lang
from app.model.project import Action, ActionStatus, Kpi, Project
from app.model.totals import live_actions

Column = Literal["action", "kpi", "title", "owner", "due", "status", "measure", "latest", "value", "on", "comment"]
COLUMNS: Final[tuple[Column, ...]] = get_args(Column)
#: What an owner fills in.
ASKED: Final[tuple[Column, ...]] = ("status", "value", "on", "comment")


@dataclass(frozen=True, slots=True)
class LetterRow:
    """An action with one of its key figures, the first of an action's rows with its status."""

    project: Project
    action: Action
    kpi: Kpi | None
    first: bool

    def says(self, column: Column, lang: Lang, statuses: Mapping[ActionStatus, str]) -> str:
        """What stands in a column, in the words of a language."""
        action, kpi = self.action, self.kpi
        latest = max(kpi.values, key=lambda value: value.on, default=None) if kpi else None
        said: dict[Column, str] = {
            "action": action.id,
            "kpi": kpi.id if kpi else "",
            "title": filled(self.project, action.title, lang),
            "owner": action.owner,
            "due": format_date(action.due, lang, "iso") if action.due else "",
            "status": statuses[action.status] if self.first else "",
            "measure": _measure(self.project, kpi, lang) if kpi else "",
            "latest": f"{format_number(latest.value, lang)} ({format_date(latest.on, lang, 'iso')})" if latest else "",
        }
        return said.get(column, "")


def letter_rows(project: Project, owner: str | None) -> Iterator[LetterRow]:
    """The rows of all that is not stopped, or of what one owner answers for."""
    for action in live_actions(project):
        if owner is None or action.owner.strip() == owner:
            kpis: tuple[Kpi | None, ...] = action.kpis or (None,)
            for number, kpi in enumerate(kpis):
                yield LetterRow(project, action, kpi, number == 0)


def _measure(project: Project, kpi: Kpi, lang: Lang) -> str:
    name, unit = filled(project, kpi.name, lang), filled(project, kpi.unit, lang)
    return f"{name} ({unit})" if unit else name
