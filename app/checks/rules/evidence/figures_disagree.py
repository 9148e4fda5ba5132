"""Two figures of one thing with two values."""

from collections.abc import Iterator

from app.checks.example import OTHER_FIGURE
from app.checks.rule import Hit, Look, Rule
from app.checks.said import plain
from app.checks.scopes import PROJECT
from app.checks.sources import COMPANIES_ACT
from app.model.base import text
from app.model.figure import Figure
from app.model.project import Project


def _find(project: Project, look: Look) -> Iterator[Hit]:
    first: dict[tuple[object, ...], Figure] = {}
    for figure in project.figures:
        label = plain(figure.label, look.lang).casefold()
        if figure.value is None or not label:
            continue
        known = first.setdefault((label, plain(figure.unit, look.lang), figure.year, figure.price_level), figure)
        if known.value != figure.value:
            yield Hit(f"figures/{figure.id}/value", values={"figure": figure.label})


RULE = Rule(
    id="evidence.figures-disagree",
    severity="error",
    title=text("Samma siffra med två värden", "One figure with two values"),
    says=text(
        "”{figure}” finns två gånger, med olika värden för samma år.",
        "“{figure}” is there twice, with different values for the same year.",
    ),
    why=text(
        "Hittar styrelsen två svar på samma fråga litar den inte på något av dem.",
        "A board that finds two answers to one question trusts neither.",
    ),
    source=COMPANIES_ACT,
    scope=PROJECT,
    find=_find,
    reads=("figures",),
    fires={
        f"figures/{OTHER_FIGURE}/label": text("Kostnad för ärendesystem", "Cost of case systems"),
        f"figures/{OTHER_FIGURE}/unit": text("kr per år", "SEK a year"),
        f"figures/{OTHER_FIGURE}/price_level": 2027,
    },
    silent={
        f"figures/{OTHER_FIGURE}/label": text("Kostnad för ärendesystem", "Cost of case systems"),
        f"figures/{OTHER_FIGURE}/unit": text("kr per år", "SEK a year"),
        f"figures/{OTHER_FIGURE}/year": 2026,
    },
)
