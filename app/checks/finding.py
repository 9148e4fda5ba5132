"""Findings: what a rule found, where, how grave it is, and how it is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal

from app.checks.rule import AnyRule, Fix, Hit, Money, Value
from app.compose import prose
from app.language.format import format_date, format_money
from app.model.base import FieldPath, Lang, Text
from app.model.checks import Severity
from app.model.project import Organisation

#: The gravest first.
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "note")
#: So much of a text is repeated in a sentence about it.
_QUOTED: Final = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found in one place. `ignored` is the reason for which somebody left it, None where nobody has."""

    rule: AnyRule
    severity: Severity
    hit: Hit
    organisation: Organisation
    ignored: str | None = None

    @property
    def field(self) -> FieldPath:
        """The field that it is about; empty where it is about a slide or the whole."""
        return self.hit.path

    @property
    def slide(self) -> str:
        """The id of the slide that it is about; empty where it is about none."""
        return self.hit.slide

    @property
    def at(self) -> str:
        """The place by which it is known again: its field, else its slide."""
        return self.hit.path or self.hit.slide

    @property
    def fix(self) -> Fix | None:
        """How it can be mended at once, if it can."""
        return self.hit.fix

    def told(self, lang: Lang) -> str:
        """What was found, in one sentence."""
        values = {name: self._said(value, lang) for name, value in self.hit.values.items()}
        return self.rule.says.said(lang).text.format_map(values).strip()

    def _said(self, value: Value, lang: Lang) -> str:
        match value:
            case Text():
                return shortened(prose.line(*value.said(lang)).plain)
            case Money(amount):
                whose = self.organisation
                return format_money(Decimal(amount), whose.currency, whose.scale, lang, written=whose.money)
            case date():
                return format_date(value, lang)
            case _:
                return shortened(str(value))


def shortened(text: str) -> str:
    """A text as it is quoted: its first words, with an ellipsis where there are more."""
    if len(text) <= _QUOTED:
        return text
    return f"{text[:_QUOTED].rsplit(' ', 1)[0]} …"


#: How many findings of each severity there are that nobody has left.
Counts = Mapping[Severity | Literal["ignored"], int]


def counted(findings: Sequence[Finding]) -> Counts:
    """How many findings of each severity there are; those that were left, by themselves."""
    counts: dict[Severity | Literal["ignored"], int] = dict.fromkeys(SEVERITIES, 0)
    counts["ignored"] = 0
    for finding in findings:
        counts[finding.severity if finding.ignored is None else "ignored"] += 1
    return counts
