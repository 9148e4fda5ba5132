"""What a sentence says for a figure that it mentions: "6,3 mkr", "38 %", "2029"; in the language of the sentence."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final

from app.language.catalogue import Words
from app.language.format import NBSP, SHIFT, fiscal_year_label, format_money, format_number
from app.model.base import Id, Lang, Text
from app.model.mentions import COMPUTED, MENTION, Computed, Mentioned, mentions_any
from app.model.project import Figure, Project
from app.model.totals import Totals, project_totals, totals

_PERCENT: Final = "%"


class FigureWords:
    """What the figures of a project are called in sentences. Sums are asked for when the first sentence needs them.

    `whole` and `part` give the sums of the whole project, and those of an action or alternative, where they are known already."""

    def __init__(
        self,
        project: Project,
        whole: Callable[[], Totals] | None = None,
        part: Callable[[Id], Totals | None] | None = None,
    ) -> None:
        self._project = project
        self._whole = whole or (lambda: project_totals(project))
        self._part = part or self._sums

    def knows(self, name: Mentioned) -> bool:
        """Whether there is such a figure."""
        owner, _, part = name.rpartition("/")
        if owner:
            return part in COMPUTED and self._part(owner) is not None
        return name in COMPUTED or name in self._figures

    def said(self, name: Mentioned, lang: Lang) -> str | None:
        """The figure as a sentence says it; None for one that there is not, or that has no value."""
        owner, _, part = name.rpartition("/")
        if not owner and name in self._figures:
            return _measure(self._figures[name], lang)
        sums = self._part(owner) if owner else self._whole()
        if part not in COMPUTED or sums is None or not sums.years:
            return None
        return self._computed(sums, part, lang)

    def filled(self, text: str, lang: Lang) -> str:
        """A text with what it mentions filled in; what cannot be is named as such."""
        if not mentions_any(text):
            return text
        return MENTION.sub(lambda found: self.said(found[1], lang) or self.lacking(found[1], lang), text)

    def lacking(self, name: Mentioned, lang: Lang) -> str:
        """What stands for a figure that cannot be said: it is unknown, has no value, or is left out of a public version."""
        withheld = any(mark.withheld for mark in self._project.secrecy)
        reason = "withheld" if withheld else "no-value" if self.knows(name) else "unknown"
        return Words("mentions", lang)(f"lacking.{reason}")

    @cached_property
    def _figures(self) -> Mapping[Id, Figure]:
        return {figure.id: figure for figure in self._project.figures}

    @cached_property
    def _sums_by_owner(self) -> dict[Id, Totals]:
        return {}

    def _sums(self, owner: Id) -> Totals | None:
        if owner not in self._sums_by_owner:
            records = (*self._project.actions, *self._project.alternatives)
            found = next((record for record in records if record.id == owner), None)
            if found is None:
                return None
            self._sums_by_owner[owner] = totals(found.lines)
        return self._sums_by_owner[owner]

    def _computed(self, sums: Totals, part: Computed, lang: Lang) -> str | None:
        if part == "payback":
            year = sums.payback_year
            return fiscal_year_label(year, self._project.organisation.fiscal_year_starts) if year else None
        if part in ("running", "investment"):
            by_year = sums.running if part == "running" else sums.investment
            return self._money(sum(by_year.values(), Decimal(0)), lang)
        return self._money({"cost": sums.cost, "effect": sums.effect, "net": sums.net_total}[part], lang)

    def _money(self, amount: Decimal, lang: Lang) -> str:
        """An amount as running text has it: without a decimal that is zero."""
        organisation = self._project.organisation
        scaled = amount.scaleb(-SHIFT[organisation.scale])
        decimals = 0 if scaled == scaled.to_integral_value() else None
        return format_money(amount, organisation.currency, organisation.scale, lang, decimals)


def _measure(figure: Figure, lang: Lang) -> str | None:
    """A figure's value with its unit: "38 %", "4 100 samtal"."""
    if figure.value is None:
        return None
    number, unit = format_number(figure.value, lang), figure.unit.said(lang).text.strip()
    if not unit:
        return number
    return f"{number}{'' if unit == _PERCENT and lang == 'en' else NBSP}{unit}"


def filled(project: Project, text: Text, lang: Lang) -> str:
    """A text of the project on one line of the window, with what it mentions filled in."""
    found = text.said(lang)
    return FigureWords(project).filled(found.text, found.lang) if mentions_any(found.text) else found.text
