"""How the rules are kept: as they are, then as the organisation has settled, then as the project has."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.checks.registry import all_rules
from app.checks.rule import AnyRule
from app.model.checks import CheckSettings, RuleSetting, Severity


@dataclass(frozen=True, slots=True)
class Kept:
    """A rule that is on, how grave its findings are, and its limits."""

    rule: AnyRule
    severity: Severity
    limits: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules that are on, and the terms that readers here know, in lower case."""

    kept: tuple[Kept, ...]
    terms: frozenset[str] = frozenset()


def policy_of(*settings: CheckSettings, own: Iterable[AnyRule] = ()) -> Policy:
    """Our rules and an organisation's own, as these settings keep them; of two that speak of one rule, the later holds."""
    spoken = [setting for each in settings for setting in each.rules]
    kept = (_kept(rule, [one for one in spoken if one.rule == rule.id]) for rule in (*all_rules(), *own))
    terms = frozenset(term.casefold() for each in settings for term in each.terms)
    return Policy(tuple(one for one in kept if one is not None), terms)


def _kept(rule: AnyRule, settings: Iterable[RuleSetting]) -> Kept | None:
    """A rule as settings in turn keep it; None when it is off."""
    on, severity, limits = True, rule.severity, dict(rule.limits)
    for setting in settings:
        on, severity = setting.on, setting.severity or severity
        limits |= {name: value for name, value in setting.limits.items() if name in rule.limits}
    return Kept(rule, severity, limits) if on else None
