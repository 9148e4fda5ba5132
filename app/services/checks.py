"""A project checked as it would be exported."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.checks import Checker, DeckReader, Finding
from app.checks.house import FILE_NAME, House, read_house
from app.model.project import Project
from app.services.export import Choices, settled, style_of


def check(
    project: Project, assets: Mapping[str, bytes], choices: Choices, house: House | None = None
) -> tuple[Finding, ...]:
    """All findings in a project, those that somebody left among them. Raises UserError for a theme or template that cannot be used."""
    return checker_of(project, settled(project, assets, choices), house).check(project)


def checker_of(project: Project, choices: Choices, house: House | None = None) -> Checker:
    """A checker for a project as it changes, for as long as theme, template, choices and what it is compared with stay."""
    style = style_of(project, choices)
    setting = replace(style.setting(style.measurer(), choices.lang), theme=style.drawn_theme())
    reader = DeckReader(setting, choices.lang, choices.today, choices.audience, choices.earlier, choices.meeting)
    return Checker(choices.lang, choices.today, reader.read, house)


def house_rules(folder: Path, asked: Path | None = None) -> House:
    """What the organisation has settled: in the file that is asked for, else in the one in the settings folder, if it is there.
    Raises UserError for a file that cannot be read."""
    usual = folder / FILE_NAME
    return read_house(asked or usual) if asked or usual.exists() else House()
