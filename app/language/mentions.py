"""What a sentence says for a figure that it mentions: "6,3 mkr", "38 %", "2029"; in the language of the sentence."""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Final

from app.language.catalogue import Words
from app.language.format import NBSP, SHIFT, fiscal_year_label, format_money, format_number
from app.language.shown import ShownFigures, ShownSums, shown_figures
from app.model.base import Id, Lang, Text
from app.model.mentions import COMPUTED, MENTION, Computed, Mentioned, mention, mention_of, mentions_any
from app.model.project import Action, Alternative, Figure, Project
from app.model.totals import totals

_PERCENT: Final = "%"
#: What a figure's name may hold, and a name in its braces.
_NAMED: Final = re.compile(r"[^{}\n]+")
_BRACED: Final = re.compile(r"\{\{([^{}\n]+)\}\}")


class FigureWords:
    """What the figures of a project are called in sentences. Sums are asked for when the first sentence needs them.

    `shown` gives what the sums are shown as, where that is known already."""

    def __init__(self, project: Project, shown: Callable[[], ShownFigures] | None = None) -> None:
        self._project = project
        self._ask_shown = shown or (lambda: shown_figures(project))

    def knows(self, name: Mentioned) -> bool:
        """Whether there is such a figure."""
        owner, _, part = name.rpartition("/")
        if owner:
            return part in COMPUTED and owner in self._owners
        return name in COMPUTED or name in self._figures

    def said(self, name: Mentioned, lang: Lang) -> str | None:
        """The figure as a sentence says it; None for one that there is not, or that has no value."""
        owner, _, part = name.rpartition("/")
        if not owner and name in self._figures:
            return _measure(self._figures[name], lang)
        if part not in COMPUTED or (owner and owner not in self._owners):
            return None
        return self._computed(owner, part, lang)

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
    def _owners(self) -> Mapping[Id, Action | Alternative]:
        return {one.id: one for one in (*self._project.actions, *self._project.alternatives)}

    @cached_property
    def _shown(self) -> ShownFigures:
        return self._ask_shown()

    def _computed(self, owner: Id, part: Computed, lang: Lang) -> str | None:
        """Something computed of the whole, or of an owner's calculation; None where nothing is reckoned."""
        exact = totals(self._owners[owner].lines) if owner else self._shown.exact
        if not exact.years:
            return None
        if part == "payback":
            year = exact.payback_year
            return fiscal_year_label(year, self._project.organisation.fiscal_year_starts) if year else None
        sums = self._sums(owner)
        amounts: Mapping[Computed, Decimal] = {
            "cost": sums.cost, "running": sums.running, "investment": sums.investment, "effect": sums.effect, "net": sums.net,
        }  # fmt: skip
        return self._money(amounts[part], lang)

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
    number, unit = format_number(figure.value, lang), figure.unit.said(lang).text.strip()
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
    def by_key(self) -> Mapping[Mentioned, str]:
        """The names by figure: the project's own figures, what is computed of the whole, then of each calculation."""
        words = Words("mentions", self._lang)
        found: dict[Mentioned, str] = {figure.id: self._name(figure.label) for figure in self._project.figures}
        found |= {part: words(f"whole.{part}") for part in COMPUTED}
        named = [(action.id, action.title, action.lines) for action in self._project.actions]
        named += [(way.id, way.name, way.lines) for way in self._project.alternatives]
        for owner, title, lines in named:
            name = self._name(title) if lines else ""
            if name:
                found |= {mention_of(owner, part): f"{name}: {words(f'part.{part}')}" for part in COMPUTED}
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

    def _name(self, text: Text) -> str:
        return " ".join(text.said(self._lang).text.split())


def filled(project: Project, text: Text, lang: Lang) -> str:
    """A text of the project on one line of the window, with what it mentions filled in."""
    found = text.said(lang)
    return FigureWords(project).filled(found.text, found.lang) if mentions_any(found.text) else found.text
