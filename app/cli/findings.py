"""Findings as `boardwright check` prints them."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from app.checks.finding import SEVERITIES, Finding, counted
from app.language.catalogue import Words
from app.model.base import Lang
from app.model.checks import Severity


def as_text(findings: Sequence[Finding], lang: Lang) -> str:
    """The findings for people, a block of lines a severity."""
    return "\n".join(_lines(findings, lang))


def as_json(file: Path, findings: Sequence[Finding], lang: Lang) -> str:
    """The findings for programs. Names and severities are words that stay."""
    return json.dumps(_tree(file, findings, lang), ensure_ascii=False, indent=1)


def is_grave(finding: Finding, threshold: Severity) -> bool:
    """Whether nobody has left a finding that is as grave as the threshold or graver."""
    return finding.ignored is None and SEVERITIES.index(finding.severity) <= SEVERITIES.index(threshold)


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


def _tree(file: Path, findings: Sequence[Finding], lang: Lang) -> dict[str, Any]:
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
