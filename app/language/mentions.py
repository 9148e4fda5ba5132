"""What a sentence says for a figure that it mentions: "6,3 mkr", "38 %", "2029"; in the language of the sentence."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final

from app.language.catalogue import Words
from app.language.format import NBSP, SHIFT, fiscal_year_label, format_money, format_number, format_percent
from app.language.shown import ShownFigures, ShownSums, shown_figures
from app.model.base import Id, Lang, Text
from app.model.mentions import (
    COMPUTED,
    MENTION,
    OF_ROW,
    OF_WHOLE,
    Computed,
    Mentioned,
    OfRow,
    OfWhole,
    mention,
    mention_of,
    mentions_any,
)
from app.model.money import CostLine
from app.model.project import Action, Alternative, Figure, Project
from app.model.reckoning import SWING, Reckoning, project_reckoning, way_as_today
from app.model.terms import Entry, certainties
from app.model.totals import Totals, live_actions, totals

_PERCENT: Final = "%"
#: What a figure's name may hold, and a name in its braces.
_NAMED: Final = re.compile(r"[^{}\n]+")
_BRACED: Final = re.compile(r"\{\{([^{}\n]+)\}\}")


class FigureWords:
    """What the figures of a project are called in sentences. Sums are asked for when the first sentence needs them.

    `shown` and `reckoning` give what the sums are shown as and what is reckoned of them, where that is known already."""

    def __init__(
        self,
        project: Project,
        shown: Callable[[], ShownFigures] | None = None,
        reckoning: Callable[[], Reckoning] | None = None,
    ) -> None:
        self._project = project
        self._ask_shown = shown or (lambda: shown_figures(project))
        self._ask_reckoning = reckoning or (lambda: project_reckoning(project))

    def knows(self, name: Mentioned) -> bool:
        """Whether there is such a figure."""
        owner, _, part = name.rpartition("/")
        if owner:
            return (part in COMPUTED and owner in self._owners) or (part in OF_ROW and owner in self._rows)
        return name in COMPUTED or name in OF_WHOLE or name in self._figures

    def said(self, name: Mentioned, lang: Lang) -> str | None:
        """The figure as a sentence says it; None for one that there is not, or that has no value."""
        if not self.knows(name):
            return None
        owner, _, part = name.rpartition("/")
        if part in COMPUTED:
            return self._computed(owner, part, lang)
        if part in OF_WHOLE:
            amount = self._of_whole(part)
            return None if amount is None else self._money(amount, lang)
        if part in OF_ROW:
            return self._of_row(self._rows[owner], part, lang)
        return _measure(self._figures[name], lang)

    def offers(self, name: Mentioned) -> bool:
        """Whether a figure is worth offering to who writes: of rows those that matter most, of certainties those that there are."""
        owner, _, part = name.rpartition("/")
        if part in OF_ROW:
            return owner in self._weightiest
        if part not in ("effect-split", *certainties()) or not self.knows(name):
            return True
        split = self._sums(owner).by_certainty
        return bool(split[part]) if part in certainties() else bool(split["indirect"] or split["hard-to-value"])

    def filled(self, text: str, lang: Lang) -> str:
        """A text with what it mentions filled in; what cannot be is named as such."""
        if not mentions_any(text):
            return text
        return MENTION.sub(lambda found: self.said(found[1], lang) or self.lacking(found[1], lang), text)

    def written_out(self, text: Text) -> Text:
        """A text with what it mentions filled in, in each of its languages."""
        if not any(map(mentions_any, text.root.values())):
            return text
        return Text({lang: self.filled(wording, lang) for lang, wording in text.root.items()})

    def lacking(self, name: Mentioned, lang: Lang) -> str:
        """What stands for a figure that cannot be said: it is unknown, has no value, or is left out of a public version."""
        withheld = any(mark.withheld for mark in self._project.secrecy)
        reason = "withheld" if withheld else "no-value" if self.knows(name) else "unknown"
        return Words("mentions", lang)(f"lacking.{reason}")

    @cached_property
    def _figures(self) -> Mapping[Id, Figure]:
        return {figure.id: figure for figure in self._project.figures}

    @cached_property
    def _owners(self) -> Mapping[Id, Action | Alternative]:
        return {one.id: one for one in (*self._project.actions, *self._project.alternatives)}

    @cached_property
    def _shown(self) -> ShownFigures:
        return self._ask_shown()

    @cached_property
    def _reckoning(self) -> Reckoning:
        return self._ask_reckoning()

    @cached_property
    def _rows(self) -> Mapping[Id, Entry]:
        return {entry.line.id: entry for entry in self._reckoning.entries if entry.line.total}

    @cached_property
    def _weightiest(self) -> frozenset[Id]:
        return frozenset(one.entry.line.id for one in self._reckoning.sensitivity)

    def _computed(self, owner: Id, part: Computed, lang: Lang) -> str | None:
        """Something computed of the whole, or of an owner's calculation; None where nothing is reckoned."""
        exact = self._exact(owner)
        if not exact.years:
            return None
        sums = self._sums(owner)
        match part:
            case "payback":
                year = exact.payback_year
                return fiscal_year_label(year, self._project.organisation.fiscal_year_starts) if year else None
            case "effect-split":
                return self._split(sums, lang)
            case "direct" | "indirect" | "hard-to-value":
                return self._money(sums.by_certainty[part], lang)
            case _:
                amounts = {"cost": sums.cost, "running": sums.running, "investment": sums.investment}
                return self._money({**amounts, "effect": sums.effect, "net": sums.net}[part], lang)

    def _split(self, sums: ShownSums, lang: Lang) -> str:
        """The effects with how sure they are: "9 mkr (5 mkr direkt, 4 mkr indirekt)"; without, where all are direct."""
        words, whole = Words("mentions", lang), self._money(sums.effect, lang)
        parts = [
            words(f"split.{one}", amount=self._money(part, lang)) for one, part in sums.by_certainty.items() if part
        ]
        return whole if sums.by_certainty["direct"] == sums.effect else f"{whole} ({', '.join(parts)})"

    def _of_whole(self, part: OfWhole) -> Decimal | None:
        """The amount as the calculation's slide shows it; None for what is not reckoned."""
        if part == "as-today":
            way = way_as_today(self._project)
            return -self._shown.alone(way.lines).net if way and any(line.amounts for line in way.lines) else None
        if part == "present-value":
            found = self._reckoning.present_value
        else:
            capital = self._reckoning.capital
            found = capital.total if capital and capital.total.amount else None
        return self._shown.rounded(found.amount) if found else None

    def _of_row(self, row: Entry, part: OfRow, lang: Lang) -> str | None:
        found = self._reckoning.sensitivity_to(row)
        if part == "worse":
            return self._money(self._shown.rounded(-found.worse), lang)
        return None if found.margin is None else format_percent(abs(found.margin), lang, 0)

    def _exact(self, owner: Id) -> Totals:
        if not owner:
            return self._shown.exact
        return self._shown.exact_by_action.get(owner) or totals(self._owners[owner].lines)

    def _sums(self, owner: Id) -> ShownSums:
        if not owner:
            return self._shown.whole
        return self._shown.by_action.get(owner) or self._shown.alone(self._owners[owner].lines)

    def _money(self, amount: Decimal, lang: Lang) -> str:
        """An amount as running text has it: without a decimal that is zero."""
        organisation = self._project.organisation
        whole = not amount.scaleb(-SHIFT[organisation.scale]) % 1
        decimals = 0 if whole else self._shown.decimals_of(amount)
        return format_money(amount, organisation.currency, organisation.scale, lang, decimals, organisation.money)


def _measure(figure: Figure, lang: Lang) -> str | None:
    """A figure's value with its unit: "38 %", "4 100 samtal"."""
    if figure.value is None:
        return None
    # A unit that mentions figures could lead back to its own.
    number, unit = format_number(figure.value, lang), MENTION.sub("", figure.unit.said(lang).text).strip()
    if not unit:
        return number
    return f"{number}{'' if unit == _PERCENT and lang == 'en' else NBSP}{unit}"


class FigureNames:
    """What the figures that can be mentioned are called, in one language: `{{Samtal}}` is how a line shows a figure that it keeps by id.

    A name that two figures share, or that could be read otherwise, is none: such a figure shows its id."""

    def __init__(self, project: Project, lang: Lang) -> None:
        self._project = project
        self._lang: Lang = lang

    @cached_property
    def _words(self) -> FigureWords:
        return FigureWords(self._project)

    @cached_property
    def by_key(self) -> Mapping[Mentioned, str]:
        """The names by figure: the project's own figures, what is computed of the whole, then of each calculation."""
        words = Words("mentions", self._lang)
        found: dict[Mentioned, str] = {figure.id: self._name(figure.label) for figure in self._project.figures}
        found |= {part: words(f"whole.{part}") for part in (*COMPUTED, *OF_WHOLE)}
        named = [(action.id, action.title, action.lines) for action in self._project.actions]
        named += [(way.id, way.name, way.lines) for way in self._project.alternatives]
        for owner, title, lines in named:
            name = self._name(title) if lines else ""
            if name:
                found |= {mention_of(owner, part): f"{name}: {words(f'part.{part}')}" for part in COMPUTED}
        for action in live_actions(self._project):
            for line in action.lines:
                found |= self._row_names(self._name(action.title), line)
        return {key: name for key, name in found.items() if name}

    @cached_property
    def by_name(self) -> Mapping[str, Mentioned]:
        """The figures by their names in lower case, where a name is one figure's alone."""
        count = Counter(name.casefold() for name in self.by_key.values())
        return {
            name.casefold(): key
            for key, name in self.by_key.items()
            if count[name.casefold()] == 1 and _NAMED.fullmatch(name) and not MENTION.fullmatch(mention(name))
        }

    def named(self, text: str) -> str:
        """A text with its figures by name, as a line shows it."""

        def shown(found: re.Match[str]) -> str:
            name = self.by_key.get(found[1], "")
            return mention(name) if self.by_name.get(name.casefold()) == found[1] else found[0]

        return MENTION.sub(shown, text) if mentions_any(text) else text

    def keyed(self, text: str) -> str:
        """A text with its figures by id, as the project keeps it. What is no name stays as it was typed."""

        def kept(found: re.Match[str]) -> str:
            key = self.by_name.get(found[1].casefold())
            return mention(key) if key else found[0]

        return _BRACED.sub(kept, text) if mentions_any(text) else text

    def _row_names(self, action: str, line: CostLine) -> Mapping[Mentioned, str]:
        what = self._name(line.what)
        row = f"{what} ({action})" if what and action else what or action
        swing, words = format_percent(SWING, self._lang), Words("mentions", self._lang)
        return {mention_of(line.id, part): words(f"row.{part}", row=row, swing=swing) for part in OF_ROW} if row else {}

    def _name(self, text: Text) -> str:
        found = text.said(self._lang)
        return " ".join(self._words.filled(found.text, found.lang).split())


def filled(project: Project, text: Text, lang: Lang) -> str:
    """A text of the project on one line of the window, with what it mentions filled in."""
    found = text.said(lang)
    return FigureWords(project).filled(found.text, found.lang) if mentions_any(found.text) else found.text
