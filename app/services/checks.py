"""A project checked as it would be exported."""

from collections.abc import Mapping

from app.checks import Checker, DeckReader, Finding
from app.model.checks import CheckSettings
from app.model.project import Project
from app.services.export import Choices, settled, style_of


def check(
    project: Project, assets: Mapping[str, bytes], choices: Choices, organisation: CheckSettings | None = None
) -> tuple[Finding, ...]:
    """All findings in a project, those that somebody left among them. Raises UserError for a theme or template that cannot be used."""
    return checker_of(project, settled(project, assets, choices), organisation).check(project)


def checker_of(project: Project, choices: Choices, organisation: CheckSettings | None = None) -> Checker:
    """A checker for a project as it changes, for as long as theme, template and choices stay."""
    style = style_of(project, choices)
    reader = DeckReader(style.setting(style.measurer(), choices.lang), choices.lang, choices.today, choices.audience)
    return Checker(choices.lang, choices.today, reader.read, organisation)
