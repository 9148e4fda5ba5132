"""`boardwright check`: what would weaken the material in the boardroom, for people, for programs, and as SARIF for those that know it."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from app.checks.finding import SEVERITIES, Finding, counted
from app.checks.sarif import sarif_log
from app.cli.asked import day_asked
from app.cli.telling import say
from app.files.settings import settings_path
from app.language.catalogue import Words
from app.language.preferred import preferred_language
from app.model.base import Lang
from app.model.checks import Severity
from app.model.project import Audience
from app.project.store import open_project
from app.services.checks import check as checked
from app.services.checks import house_rules
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
    house = house_rules(settings_path().parent, rules)
    opened = open_project(file)
    choices = Choices(lang or opened.project.language, day_asked(day), audience=audience)
    findings = checked(opened.project, opened.assets, choices, house)
    speaks = preferred_language()
    match form:
        case Form.JSON:
            say(json.dumps(_json(file, findings, speaks), ensure_ascii=False, indent=1))
        case Form.SARIF:
            say(json.dumps(sarif_log(file.name, findings, speaks), ensure_ascii=False, indent=1))
        case Form.TEXT:
            say("\n".join(_lines(findings, speaks)))
    grave = SEVERITIES[: SEVERITIES.index(fail_on.value) + 1]
    return 1 if any(finding.severity in grave and finding.ignored is None for finding in findings) else 0


def _lines(findings: Sequence[Finding], lang: Lang) -> Iterator[str]:
    """The findings by severity, each with its rule and place, then those that were left, and how many there are."""
    words = Words("cli", lang)
    for severity in SEVERITIES:
        yield from _group(
            words(f"check.{severity}"), [each for each in _open(findings) if each.severity == severity], lang
        )
    yield from _group(words("check.ignored"), [each for each in findings if each.ignored is not None], lang)
    counts = counted(findings)
    if not any(counts.values()):
        yield words("check.nothing")
        return
    yield ", ".join(words(f"check.sum-{each}", n=n) for each, n in counts.items() if n) + "."


def _open(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings that nobody has left."""
    return (finding for finding in findings if finding.ignored is None)


def _group(head: str, findings: Sequence[Finding], lang: Lang) -> Iterator[str]:
    if findings:
        yield head
        for finding in findings:
            yield f"  {finding.told(lang)}"
            yield f"    {' · '.join(part for part in (finding.rule.id, finding.at) if part)}"
            if finding.ignored:
                yield f"    {Words('cli', lang)('check.reason', reason=finding.ignored)}"
        yield ""


def _json(file: Path, findings: Sequence[Finding], lang: Lang) -> dict[str, Any]:
    """The findings for programs. Names and severities are words that stay."""
    return {
        "file": file.name,
        "counts": dict(counted(findings)),
        "findings": [_record(each, lang) for each in findings],
    }


def _record(finding: Finding, lang: Lang) -> dict[str, Any]:
    severity: Severity = finding.severity
    return {
        "rule": finding.rule.id,
        "severity": severity,
        "message": finding.told(lang),
        "field": finding.field or None,
        "slide": finding.slide or None,
        "fix": finding.fix.says.said(lang).text if finding.fix else None,
        "ignored": finding.ignored,
    }
