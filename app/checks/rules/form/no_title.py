"""A slide without a title."""

from collections.abc import Iterator

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    for slide in project.storyline.free:
        if not slide.title:
            yield Hit(f"storyline/free/{slide.id}/title")


RULE = Rule(
    id="form.no-title",
    severity="warning",
    title=text("Bilden saknar rubrik", "The slide has no title"),
    says=text("En egen bild har ingen rubrik.", "A slide of your own has no title."),
    why=text(
        "Rubriken är budskapet, och det som en skärmläsare hittar bilden med.",
        "The title is the message, and what a screen reader finds the slide by.",
    ),
    source=text("WCAG 2.1, 2.4.2 Sidtitlar", "WCAG 2.1, 2.4.2 Page Titled"),
    scope=PROJECT,
    find=_find,
    reads=("storyline",),
    fires={"storyline/free": ({"id": "f" * 32, "text": text("Nämnderna äger målen", "Committees own the goals")},)},
)
