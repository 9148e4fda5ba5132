"""A statement of the summary that nothing bears out."""

from collections.abc import Iterator

from app.checks.example import STATEMENT
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import FAR
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    for one in project.matter.statements:
        if one.text and not one.support and not one.slide:
            yield Hit(f"matter/statements/{one.id}/support", values={"statement": one.text})


RULE = Rule(
    id="evidence.statement-unsupported",
    severity="note",
    title=text("Påstående utan stöd", "Statement without support"),
    says=text(
        "”{statement}” har varken stöd eller bild som visar det.",
        "“{statement}” has neither support nor a slide that shows it.",
    ),
    why=text(
        "Varje mening i sammanfattningen ska gå att kontrollera längre in.",
        "Every sentence of the summary should be open to checking further in.",
    ),
    source=FAR,
    scope=PROJECT,
    find=_find,
    reads=("matter",),
    fires={f"matter/statements/{STATEMENT}/support": text(), f"matter/statements/{STATEMENT}/slide": ""},
)
