"""An abbreviation that is explained nowhere."""

from collections.abc import Iterator
from functools import cache

from app.checks.example import CHOSEN
from app.checks.reading.abbreviations import KNOWN, abbreviations, explained, initials
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import PLAIN_LANGUAGE
from app.library.glossary import terms
from app.model.base import LANGS, text
from app.model.project import Project


def _find(project: Project, look: Look) -> Iterator[Hit]:
    wordings = look.material.wordings
    known = KNOWN | _in_glossary() | explained(wording.text for wording in wordings) | _names(project)
    told: set[str] = set()
    for wording in wordings:
        for one in abbreviations(wording.text):
            if one not in known and one not in told and one.casefold() not in look.terms:
                told.add(one)
                yield Hit(wording.path, values={"word": one})


@cache
def _in_glossary() -> frozenset[str]:
    """The abbreviations that a deck's glossary explains by itself."""
    spelt = (wording for term in terms().values() for lang in LANGS for wording in term.wordings(lang))
    return frozenset(one for wording in spelt for one in abbreviations(wording))


def _names(project: Project) -> frozenset[str]:
    """How the organisation and the bodies may be abbreviated, by their initials."""
    bodies = (said for meeting in project.matter.route for said in meeting.body.root.values())
    return frozenset(one for name in (project.organisation.name, *bodies) for one in initials(name))


RULE = Rule(
    id="language.abbreviation",
    severity="warning",
    title=text("Förkortning utan förklaring", "Abbreviation not explained"),
    says=text(
        "”{word}” förklaras inte någonstans. Skriv ut ordet första gången.",
        "“{word}” is explained nowhere. Write it out the first time.",
    ),
    why=text(
        "En ledamot som inte kan förkortningen frågar sällan, utan hoppar över punkten.",
        "A member who does not know it seldom asks, but skips the point.",
    ),
    source=PLAIN_LANGUAGE,
    scope=PROJECT,
    find=_find,
    reads=(
        "organisation",
        "matter",
        "patterns",
        "actions",
        "criteria",
        "alternatives",
        "risks",
        "figures",
        "decisions",
        "storyline",
        "assets",
    ),
    fires={f"patterns/{CHOSEN}/meaning": text("Ingen nämnd äger sin IGK i dag.", "No committee owns its IGK today.")},
    silent={
        f"patterns/{CHOSEN}/meaning": text(
            "Ingen nämnd äger sin interna grundkarta (IGK).", "No committee owns its internal base map (IGK)."
        )
    },
)
