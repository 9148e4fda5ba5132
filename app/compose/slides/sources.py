"""Backup: all sources, with their addresses."""

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.sources import bibliography
from app.compose.spoken import notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import Sources


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if telling.project.patterns else NONE


def _made(telling: Telling, _key: Id) -> Title:
    count = len(bibliography(telling).entries)
    return Title("patterns", telling.word("sources.title", n=count, count=telling.count(count)))


def _body(telling: Telling, _key: Id) -> Body:
    entries = bibliography(telling).entries
    return Body(
        blocks=(Sources("patterns", telling.word("sources.head"), entries),),
        notes=notes(telling, (telling.word("sources.say"),)),
    )


KIND = Kind("sources", "sources", _members, _body, _made, backup=True)
