"""Computed figures as the page of figures lists them: what each is called, what it comes to, and how it is reckoned, in words."""

from decimal import Decimal

from app.gui.document import Document
from app.gui.forms.table import Badge, Foot
from app.gui.forms.wording import MONEY_KINDS
from app.gui.interface import term
from app.language.catalogue import Words
from app.language.format import fiscal_year_label, format_money, format_percent
from app.model.base import Lang, Text
from app.model.computed import ComputedFigure
from app.model.reckoning import SWING
from app.model.terms import Term

ROOM = "figures"
_SHORT_YEAR = 100


class ComputedWords:
    """The words for computed figures of a document, in one language; names and values are those that sentences have."""

    def __init__(self, document: Document, lang: Lang) -> None:
        self._project, self._figures = document.project, document.figure_words
        self._lang: Lang = lang
        self._words = Words(ROOM, lang)

    def name(self, figure: ComputedFigure) -> str:
        """What a figure is called."""
        words = Words("mentions", self._lang)
        if figure.sensitivity is None:
            return words(f"whole.{figure.key}")
        return words("row.worse", row=f"”{self.part(figure.term)}”", swing=self._percent(Decimal(SWING)))

    def value(self, figure: ComputedFigure) -> str:
        """What it comes to, as a sentence says it."""
        return self._figures.said(figure.mentioned, self._lang) or self._words("computed.never")

    def how(self, figure: ComputedFigure) -> str:
        """How it is reckoned."""
        rates, one = self._project.organisation.rates, figure.sensitivity
        if figure.key == "present-value":
            rate, first = self._percent(rates.discount or Decimal(0)), self.year(figure.years[0])
            return self._words("how.present-value", rate=rate, first=first)
        if figure.key == "capital-cost":
            return self._words("how.capital-cost", rate=self._percent(rates.internal or Decimal(0)))
        if one is None:
            return self._words(f"how.{figure.key}")
        net, swing = self.money(-(one.worse + one.better) / 2), self._percent(Decimal(SWING))
        told = self._words("how.sensitivity", net=net, swing=swing)
        if one.margin is None:
            return told
        key = "how.margin-fall" if one.entry.line.sign == "effect" else "how.margin-rise"
        return f"{told} {self._words(key, margin=format_percent(abs(one.margin), self._lang, 0))}"

    def part(self, part: Term) -> str:
        """What a term is called: a row by its own name, an amount by its year, a sum by what it is."""
        if part.part == "amount" and part.year is not None:
            return self.year(part.year)
        own = self._said(part.line.what).strip() if part.part == "row" and part.line else ""
        name = own or self._words(f"part.{part.part}")
        if part.year is not None and part.part not in ("row", "amount"):
            name = f"{name} {self.year(part.year)}"
        return self._words("part.taken-away", what=name[:1].lower() + name[1:]) if part.taken_away else name

    def source(self, part: Term) -> str:
        """Where a term comes from: a row's action or alternative, an amount's cell, or that it was typed; nothing for what is computed."""
        if part.part == "row":
            key = part.path.split("/")[1]
            action = self._project.action(key)
            way = next((each.name for each in self._project.alternatives if each.id == key), Text())
            return self._said(action.title if action else way)
        origin = part.origin
        if origin is not None:
            return f"{origin.file} · {f'{origin.sheet}!' if origin.sheet else ''}{origin.place}"
        return self._words("computed.typed") if part.part == "amount" else ""

    def year(self, year: int) -> str:
        """A fiscal year."""
        return fiscal_year_label(year, self._project.organisation.fiscal_year_starts)

    def money(self, amount: Decimal) -> str:
        """An amount on the organisation's scale."""
        whose = self._project.organisation
        return format_money(amount, whose.currency, whose.scale, self._lang, written=whose.money)

    def foot(self, figure: ComputedFigure, at: int, uses: int) -> Foot:
        """The figure's row in the table: figure, value, years, kind, from, status, uses."""
        kind = next((said(self._lang) for value, said in MONEY_KINDS if value == figure.key), "")
        cells = (
            self.name(figure), self.value(figure), self._span(figure.years), kind,
            self._words("computed.rows", n=figure.rows), self._words("computed.status"), str(uses or ""),
        )  # fmt: skip
        computed = Badge("calculator", "secondary", term(ROOM, "computed.about"))
        return Foot(dict(enumerate(cells)), key=f"{figure.key}/{at}", badges={5: computed})

    def _said(self, text: Text) -> str:
        said = text.said(self._project.language)
        return self._figures.filled(said.text, said.lang)

    def _span(self, years: tuple[int, ...]) -> str:
        if not years or years[0] == years[-1]:
            return "".join(map(self.year, years[:1]))
        return f"{years[0] % _SHORT_YEAR:02}–{years[-1] % _SHORT_YEAR:02}"

    def _percent(self, value: Decimal) -> str:
        return format_percent(value, self._lang)
