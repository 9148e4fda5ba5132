"""Backup: the terms that the deck uses, each with its definition."""

from collections.abc import Iterator, Mapping
from typing import Final

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.slides import decisions, investment, kpis, next_steps, options, recommendation, roadmap
from app.compose.spoken import notes
from app.compose.telling import Telling
from app.compose.wordings import wordings
from app.library.glossary import Term, terms, used
from app.model.base import Id
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Row, Table

#: The kinds of slide whose own words use terms.
_SPEAKING: Final[Mapping[str, Kind]] = {
    kind.name: kind
    for kind in (
        decisions.KIND, options.KIND, recommendation.KIND, roadmap.KIND, investment.KIND, kpis.KIND, next_steps.KIND,
    )
}  # fmt: skip
#: Swedish letters after z.
_AFTER_Z: Final = str.maketrans({"å": "{", "ä": "|", "ö": "}"})


def told_terms(telling: Telling) -> tuple[Term, ...]:
    """The terms that slides use which are on, in the alphabet's order."""
    found = used(_written(telling), telling.lang)
    shown = (term for term in terms().values() if term.id in found or _spoken(telling, term))
    return tuple(sorted(shown, key=lambda term: _name(telling, term).casefold().translate(_AFTER_Z)))


def _written(telling: Telling) -> Iterator[str]:
    """What somebody wrote on the slides that are on, in the language that is told."""
    said = (text.said(telling.lang) for slide, text in wordings(telling) if telling.shows(slide))
    return (one.text for one in said if one.lang == telling.lang)


def _spoken(telling: Telling, term: Term) -> bool:
    """Whether a slide that is on uses the term in its own words."""
    kinds = (_SPEAKING[slide] for slide in term.slides)
    return any(
        telling.shows(f"{kind.name}/{key}" if key else kind.name) for kind in kinds for key in kind.members(telling)
    )


def _name(telling: Telling, term: Term) -> str:
    return term.term.said(telling.lang).text


def _members(telling: Telling) -> tuple[Id, ...]:
    # Asked at every keystroke: the first text that uses a term settles it.
    written = any(used((text,), telling.lang) for text in _written(telling))
    return ONLY if written or any(_spoken(telling, term) for term in terms().values()) else NONE


def _made(telling: Telling, _key: Id) -> Title:
    count = len(told_terms(telling))
    return Title("patterns", telling.word("glossary.title", n=count, count=telling.count(count)))


def _body(telling: Telling, _key: Id) -> Body:
    table = Table(
        id="patterns",
        caption=telling.word("glossary.table"),
        columns=(Column(telling.word("glossary.head.term"), 3), Column(telling.word("glossary.head.meaning"), 9)),
        rows=tuple(_rows(telling)),
        alt=telling.words("glossary.table"),
    )
    return Body(blocks=(table,), notes=notes(telling, (telling.word("glossary.say"),)))


def _rows(telling: Telling) -> Iterator[Row]:
    for term in told_terms(telling):
        name = Para((Span(_name(telling, term), telling.lang, bold=True),))
        yield Row("patterns", (Cell(name), Cell(telling.said(term.meaning))))


KIND = Kind("glossary", "method", _members, _body, _made, backup=True)
