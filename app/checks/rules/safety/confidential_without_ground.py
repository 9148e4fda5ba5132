"""A public body calls the whole confidential and marks nothing."""

from collections.abc import Iterator

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import SECRECY_MARK
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    public = project.organisation.kind != "company"
    if public and project.organisation.classification == "confidential" and not project.secrecy:
        yield Hit("organisation/classification")


RULE = Rule(
    id="safety.confidential-without-ground",
    severity="warning",
    title=text("Konfidentiellt utan sekretessmarkering", "Confidential without a secrecy mark"),
    says=text(
        "Dokumentet är klassat som konfidentiellt, men inget i det är sekretessmarkerat.",
        "The document is classed as confidential, but nothing in it is marked as secret.",
    ),
    why=text(
        "Ordet ”konfidentiell” har ingen rättslig verkan hos en myndighet. Det som ska skyddas markeras med lagrum.",
        "The word “confidential” has no legal force in a public body. What is to be protected is marked with its ground.",
    ),
    source=SECRECY_MARK,
    scope=PROJECT,
    find=_find,
    reads=("organisation", "secrecy"),
    fires={"organisation/classification": "confidential"},
    silent={"organisation/classification": "confidential", "organisation/kind": "company"},
)
