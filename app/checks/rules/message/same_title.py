"""Two slides under one title."""

from collections.abc import Iterator

from app.checks.rule import Hit, Look, Rule
from app.checks.said import plain
from app.checks.scopes import PROJECT
from app.checks.sources import PRACTICE
from app.model.base import text
from app.model.project import Project


def _find(project: Project, look: Look) -> Iterator[Hit]:
    titles = [(f"patterns/{chosen.id}/message", chosen.message) for chosen in project.patterns]
    titles += [(f"storyline/free/{slide.id}/title", slide.title) for slide in project.storyline.free]
    titles += [(f"storyline/slides/{slide.slide}/title", slide.title) for slide in project.storyline.slides]
    seen: set[str] = set()
    for path, title in titles:
        said = " ".join(plain(title, look.lang).casefold().split())
        if said and said in seen:
            yield Hit(path, values={"title": title})
        seen.add(said)


RULE = Rule(
    id="message.same-title",
    severity="warning",
    title=text("Samma rubrik två gånger", "One title twice"),
    says=text("Två bilder har rubriken ”{title}”.", "Two slides have the title “{title}”."),
    why=text(
        "Två bilder med samma budskap kan bli en, eller så saknas budskapet på den ena.",
        "Two slides with one message can be one, or one of them lacks its message.",
    ),
    source=PRACTICE,
    scope=PROJECT,
    find=_find,
    reads=("patterns", "storyline"),
    fires={
        "storyline/slides": (
            {
                "slide": "options",
                "title": text("Nämnderna behöver äga sina digitala mål", "Committees need to own their digital goals"),
            },
        )
    },
)
