"""`boardwright check`: what would weaken the material in the boardroom, for people, for programs, and as SARIF for those that know it."""

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app.cli.asked import day_asked
from app.cli.telling import say
from app.files.settings import settings_path
from app.language.preferred import preferred_language
from app.model.base import Lang
from app.model.project import Audience
from app.project.store import open_project
from app.services.export import Choices


class Form(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


class Threshold(StrEnum):
    """From which severity on findings count for the exit status."""

    ERROR = "error"
    WARNING = "warning"


def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The project, a .boardwright file.")],
    form: Annotated[Form, typer.Option("--format", help="text, json or sarif (2.1.0).")] = Form.TEXT,
    fail_on: Annotated[Threshold, typer.Option(help="The exit status is 1 from these findings on.")] = Threshold.ERROR,
    rules: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The organisation's rules, instead of those in the settings folder."),
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="The language checked; the project's when left out.")] = None,
    audience: Annotated[Audience | None, typer.Option()] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the check; today when left out.")
    ] = None,
) -> int:
    """Check a project for what a board will miss."""
    # Loaded here alone: an export needs no rules.
    from app.cli.findings import as_json, as_text, is_grave
    from app.services.checks import check as checked
    from app.services.checks import house_rules

    house = house_rules(settings_path().parent, rules)
    opened = open_project(file)
    choices = Choices(lang or opened.project.language, day_asked(day), audience=audience)
    findings = checked(opened.project, opened.assets, choices, house)
    speaks = preferred_language()
    match form:
        case Form.JSON:
            say(as_json(file, findings, speaks))
        case Form.SARIF:
            from app.checks.sarif import sarif_log

            say(json.dumps(sarif_log(file.name, findings, speaks), ensure_ascii=False, indent=1))
        case Form.TEXT:
            say(as_text(findings, speaks))
    return 1 if any(is_grave(finding, fail_on.value) for finding in findings) else 0
