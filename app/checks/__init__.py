"""Checks of board material: rules that say what would weaken it in the boardroom. Each stands in a file of its own under `rules/`."""

from app.checks.checker import Checker
from app.checks.deck import Deck, DeckReader, ShownSlide
from app.checks.finding import Finding
from app.checks.policy import Policy, policy_of
from app.checks.registry import all_rules, rule_named
from app.checks.rule import Rule

__all__ = [
    "Checker",
    "Deck",
    "DeckReader",
    "Finding",
    "Policy",
    "Rule",
    "ShownSlide",
    "all_rules",
    "policy_of",
    "rule_named",
]
