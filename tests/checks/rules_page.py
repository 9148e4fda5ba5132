"""docs/rules.md, made of the rules themselves: `python -m tests.checks.rules_page` writes it anew."""

from collections.abc import Iterator
from itertools import groupby

from app.checks.registry import all_rules
from app.checks.rule import AnyRule
from tests.conftest import ROOT

PAGE = ROOT / "docs" / "rules.md"
_HEAD = """# The rules

What `boardwright check` and the window look for. Made of the rules' own texts by `python -m tests.checks.rules_page`; how they work
stands in `checks.md`.
"""


def page() -> str:
    """The whole page: a group at a time, each rule in both languages with its source."""
    return "\n".join((_HEAD, *_lines()))


def _lines() -> Iterator[str]:
    for group, rules in groupby(all_rules(), key=lambda rule: rule.group):
        yield f"## {group.capitalize()}\n"
        for rule in rules:
            yield from _rule(rule)


def _rule(rule: AnyRule) -> Iterator[str]:
    title, says, why = rule.title.root, rule.says.root, rule.why.root
    yield f"### `{rule.id}`: {title['en']} ({rule.severity})\n"
    for lang in ("en", "sv"):
        yield f"- {lang}: *{title[lang]}.* {says[lang]} {why[lang]}"
    limits = ", ".join(f"`{name}` {value}" for name, value in rule.limits.items())
    if limits:
        yield f"- limits: {limits}"
    yield f"- source: {rule.source.root['en']}\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
