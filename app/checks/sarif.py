"""Findings as SARIF 2.1.0 (OASIS, Static Analysis Results Interchange Format), which editors and build servers read."""

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

from app import __version__
from app.checks.finding import Finding
from app.checks.registry import all_rules
from app.checks.rule import AnyRule
from app.model.base import TAGS, Lang

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def sarif_log(file: str, findings: Sequence[Finding], lang: Lang) -> dict[str, Any]:
    """A log with one run over the project of that file name. A finding's place is a logical location: its field's path or its slide's
    id. Findings that somebody left are suppressed, with the reason."""
    rules = tuple(dict.fromkeys((*(rule.id for rule in all_rules()), *(finding.rule.id for finding in findings))))
    by_id = {rule.id: rule for rule in (*all_rules(), *(finding.rule for finding in findings))}
    driver = {
        "name": "Boardwright",
        "version": __version__,
        "semanticVersion": __version__,
        "language": TAGS[lang],
        "rules": [_rule(by_id[rule], lang) for rule in rules],
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "language": TAGS[lang],
                "columnKind": "unicodeCodePoints",
                "results": [_result(finding, rules.index(finding.rule.id), file, lang) for finding in findings],
            }
        ],
    }


def _rule(rule: AnyRule, lang: Lang) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.id.replace(".", "-").split("-")),
        "shortDescription": {"text": rule.title.said(lang).text},
        "fullDescription": {"text": rule.why.said(lang).text},
        "help": {"text": rule.source.said(lang).text},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"tags": [rule.group]},
    }


def _result(finding: Finding, index: int, file: str, lang: Lang) -> dict[str, Any]:
    place = [{"fullyQualifiedName": finding.at, "kind": "member" if finding.field else "element"}] if finding.at else []
    location = {
        "physicalLocation": {"artifactLocation": {"uri": quote(file)}},
        **({"logicalLocations": place} if place else {}),
    }
    result: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "ruleIndex": index,
        "level": finding.severity,
        "message": {"text": finding.told(lang)},
        "locations": [location],
        "partialFingerprints": {"place/v1": f"{finding.rule.id} {finding.at}".strip()},
    }
    if finding.ignored is not None:
        result["suppressions"] = [{"kind": "external", "justification": finding.ignored}]
    return result
