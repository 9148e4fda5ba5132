"""Finds the rules: each module under `rules/<group>/` holds one, named RULE."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from typing import Final, cast, get_args

from app.checks import rules
from app.checks.rule import AnyRule, Group

GROUPS: Final[tuple[str, ...]] = get_args(Group)


@cache
def all_rules() -> tuple[AnyRule, ...]:
    """Every rule that comes with the program, group by group, by name."""
    return tuple(sorted(_found(), key=lambda rule: (GROUPS.index(rule.group), rule.id)))


def rule_named(rule_id: str) -> AnyRule | None:
    """The rule with that id, if the program has it."""
    return _by_id().get(rule_id)


@cache
def _by_id() -> Mapping[str, AnyRule]:
    return {rule.id: rule for rule in all_rules()}


def _found() -> Iterator[AnyRule]:
    for module in walk_packages(rules.__path__, f"{rules.__name__}."):
        if not module.ispkg:
            yield cast("AnyRule", import_module(module.name).RULE)
