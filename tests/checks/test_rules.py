"""Every rule finds its own example, and nothing in the example that is in order."""

import re
from collections.abc import Mapping
from string import Formatter

import pytest

from app.checks import Checker, DeckReader, Finding, Rule, all_rules
from app.checks.example import TODAY, example_project
from app.checks.registry import GROUPS
from app.layout.themes import THEMES
from app.model.base import LANGS, FieldPath, Lang
from app.model.project import Project
from app.project.edits import put
from app.services.checks import checker_of
from app.services.export import Choices
from app.services.styles import own_style
from tests.checks import rules_page

RULES = pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
both = pytest.mark.parametrize("lang", LANGS)


def checker(lang: Lang = "sv") -> Checker:
    return checker_of(example_project(), Choices(lang, TODAY, theme=next(iter(THEMES))))


def changed(puts: Mapping[FieldPath, object]) -> Project:
    project = example_project()
    for path, value in puts.items():
        project = put(project, path, value)
    return project


def found(rule: Rule[object], puts: Mapping[FieldPath, object], lang: Lang = "sv") -> list[Finding]:
    return [finding for finding in checker(lang).check(changed(puts)) if finding.rule.id == rule.id]


def found_as_told(rule: Rule[object], lang: Lang) -> list[Finding]:
    """What is found in a rule's example, on the template that it tells of where there is one."""
    if rule.template is None:
        return found(rule, rule.fires, lang)
    style = own_style(next(iter(THEMES.values())))
    reader = DeckReader(rule.template(style.setting(style.measurer(), lang)), lang, TODAY)
    findings = Checker(lang, TODAY, reader.read).check(changed(rule.fires))
    return [finding for finding in findings if finding.rule.id == rule.id]


@both
def test_nothing_is_found_in_the_example_as_it_is(lang: Lang) -> None:
    assert [finding.told(lang) for finding in checker(lang).check(example_project())] == []


@RULES
def test_a_rule_finds_its_example_and_can_say_so(rule: Rule[object]) -> None:
    findings = found_as_told(rule, "sv") or found_as_told(rule, "en")

    assert findings
    for finding in findings:
        assert all("{" not in finding.told(lang) for lang in LANGS)


@RULES
def test_a_rule_is_silent_about_its_other_example(rule: Rule[object]) -> None:
    assert not [finding for lang in LANGS for finding in found(rule, rule.silent, lang)]


@RULES
def test_a_fix_mends_what_was_found(rule: Rule[object]) -> None:
    project = changed(rule.fires)
    mine = [finding for finding in checker().check(project) if finding.rule.id == rule.id]
    for finding in mine:
        if finding.fix:
            mended = project
            for path, value in finding.fix.puts.items():
                mended = put(mended, path, value)
            left = [each.at for each in checker().check(mended) if each.rule.id == rule.id]
            assert finding.at not in left or len(left) < len(mine)


@RULES
def test_a_rule_has_its_texts_in_both_languages_with_the_same_values(rule: Rule[object]) -> None:
    for said in (rule.title, rule.says, rule.why, rule.source):
        assert set(said.root) == set(LANGS)
    fields = [{name for _, name, _, _ in Formatter().parse(said) if name} for said in rule.says.root.values()]
    assert fields[0] == fields[1]
    assert not any(title.endswith(".") for title in rule.title.root.values())


@RULES
def test_a_rule_stands_in_its_groups_folder_under_its_name(rule: Rule[object]) -> None:
    assert rule.group in GROUPS
    assert re.fullmatch(r"[a-z-]+\.[a-z0-9-]+", rule.id)
    module = rule.find.__module__.removeprefix("app.checks.rules.")
    assert module.replace("_", "-") == rule.id


def test_the_page_of_rules_says_what_the_rules_say() -> None:
    assert rules_page.PAGE.read_text("utf-8") == rules_page.page()
