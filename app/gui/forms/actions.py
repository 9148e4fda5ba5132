"""All actions in a table: who, when, how far, and what they cost per year, with the sums of all that are not stopped."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import ClassVar, Final, cast

from app.gui.forms.kinds import DATE, PLAIN, TEXT, Kind, choice
from app.gui.forms.table import Column, Foot
from app.gui.forms.table_page import TablePage
from app.gui.forms.wording import STATUSES, word
from app.gui.interface import Wording
from app.gui.look import Token
from app.language.format import fiscal_year_label, format_amount, unit_label
from app.model.base import FieldPath, Lang, Record, Text
from app.model.project import Action
from app.model.totals import live_actions, project_totals, sum_by_year, totals
from app.project.ids import new_id

STATUS: Final[Kind] = choice(STATUSES)
_TONES: Final[Mapping[str, Token]] = {"done": "ok", "ongoing": "accent", "stopped": "secondary"}
#: Where the years begin, and how many have a column at most.
_FIRST_YEAR, _MOST_YEARS = 4, 6


class ActionsPage(TablePage):
    """All actions. Serves `actions`."""

    guide: ClassVar[str] = "action"
    what: ClassVar[str] = "action"
    collection: ClassVar[FieldPath] = "actions"
    with_form: ClassVar[bool] = False

    def title(self) -> str:
        return word("actions.title")(self.interface.lang)

    def subtitle(self) -> str:
        project, lang = self.document.project, self.interface.lang
        sums = project_totals(project)
        if not sums.cost:
            return ""
        payback = word("costs.payback", year=sums.payback_year) if sums.payback_year else word("costs.no-payback")
        return payback(lang)

    def columns(self) -> Sequence[Column]:
        years = (
            Column(self._year_name(year), computed=_cost_of(self, year), width=50, right=True, spare=True)
            for year in self._years
        )
        return (
            Column(word("action.status"), "status", STATUS, tone=_tone, width=84),
            Column(word("action.title"), "title", TEXT, least=120),
            Column(word("action.owner"), "owner", PLAIN, width=100),
            Column(word("action.due"), "due", DATE, width=98),
            *years,
            Column(word("costs.sum"), computed=self._total_of, width=62, right=True),
        )

    def feet(self, lang: Lang) -> Sequence[Foot]:
        project = self.document.project
        sums, count = project_totals(project), len(live_actions(project))
        if not count:
            return ()
        unit = unit_label(project.organisation.currency, project.organisation.scale, lang, project.organisation.money)
        return (
            self._foot(word("actions.left", n=count)(lang), sums.costs, lang, unit),
            self._foot(word("actions.running")(lang), sums.running, lang),
            self._foot(word("actions.investment")(lang), sums.investment, lang),
            self._foot(word("actions.effect")(lang), sums.effects, lang, strong=True),
            self._foot(word("costs.net")(lang), sums.net, lang, strong=True),
        )

    def new(self) -> Action:
        return Action(id=new_id(), title=Text())

    def begin(self, path: FieldPath) -> None:
        self.goes_to.emit(f"{path}/title")

    def open_row(self, row: int) -> None:
        path = self._path_at(row)
        if path is not None:
            self.goes_to.emit(path)

    @property
    def _years(self) -> tuple[int, ...]:
        return project_totals(self.document.project).years[:_MOST_YEARS]

    def _year_name(self, year: int) -> Wording:
        label = fiscal_year_label(year, self.document.project.organisation.fiscal_year_starts)
        return lambda _lang: label

    def amount(self, amount: Decimal, lang: Lang) -> str:
        """An amount on the organisation's scale, without its unit; nothing for nothing."""
        return format_amount(amount, self.document.project.organisation.scale, lang) if amount else ""

    def _total_of(self, record: Record, lang: Lang) -> str:
        return self.amount(totals(cast("Action", record).lines).cost, lang)

    def _foot(
        self, name: str, by_year: Mapping[int, Decimal], lang: Lang, unit: str = "", *, strong: bool = False
    ) -> Foot:
        cells = {
            at + _FIRST_YEAR: self.amount(by_year.get(year, Decimal(0)), lang) for at, year in enumerate(self._years)
        }
        total = self.amount(sum(by_year.values(), Decimal(0)), lang)
        return Foot({1: name, 3: unit, **cells, _FIRST_YEAR + len(self._years): total}, strong=strong or bool(unit))


def _cost_of(page: ActionsPage, year: int) -> Callable[[Record, Lang], str]:
    def cost(record: Record, lang: Lang) -> str:
        return page.amount(sum_by_year(cast("Action", record).lines, "cost").get(year, Decimal(0)), lang)

    return cost


def _tone(record: Record) -> Token | None:
    return _TONES.get(cast("Action", record).status)
