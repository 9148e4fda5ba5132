"""A picture that says nothing to who cannot see it."""

from collections.abc import Iterator

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.model.base import text
from app.model.project import Project


def _find(project: Project, _: Look) -> Iterator[Hit]:
    used = _used(project)
    for asset in project.assets:
        if asset.sha256 in used and asset.media_type.startswith("image/") and not asset.description:
            yield Hit(f"assets/{asset.sha256}/description", values={"name": asset.name})


def _used(project: Project) -> frozenset[str]:
    """The pictures that stand on slides."""
    shown = [slide.picture for slide in project.storyline.free]
    shown += [item.asset for chosen in project.patterns for item in chosen.evidence]
    return frozenset(one for one in shown if one)


RULE = Rule(
    id="form.no-alternative-text",
    severity="warning",
    title=text("Bilden saknar beskrivning", "The picture has no description"),
    says=text(
        "”{name}” har ingen beskrivning för den som inte ser den.",
        "“{name}” has no description for those who cannot see it.",
    ),
    why=text(
        "En ledamot med skärmläsare får annars veta att det finns en bild, inte vad den visar.",
        "A member with a screen reader otherwise hears that there is a picture, not what it shows.",
    ),
    source=text("WCAG 2.1, 1.1.1 Icke-textuellt innehåll", "WCAG 2.1, 1.1.1 Non-text Content"),
    scope=PROJECT,
    find=_find,
    reads=("assets", "storyline", "patterns"),
    fires={
        "assets": (
            {"sha256": "a" * 64, "name": "karta.png", "media_type": "image/png", "width": 1600, "height": 1000},
        ),
        "storyline/free": (
            {"id": "f" * 32, "title": text("Nämnderna äger målen", "Committees own the goals"), "picture": "a" * 64},
        ),
    },
    silent={
        "assets": (
            {
                "sha256": "a" * 64,
                "name": "karta.png",
                "media_type": "image/png",
                "width": 1600,
                "height": 1000,
                "description": text("Karta över målen", "Map of the goals"),
            },
        ),
        "storyline/free": (
            {"id": "f" * 32, "title": text("Nämnderna äger målen", "Committees own the goals"), "picture": "a" * 64},
        ),
    },
)
