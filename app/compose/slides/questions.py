"""Backup: the questions that a board asks about the chosen patterns, with what a good answer holds."""

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.sources import shared_sources, source_line
from app.compose.spoken import notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import QuestionAnswer


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if telling.project.patterns else NONE


def _made(telling: Telling, _key: Id) -> Title:
    count = sum(len(chosen.pattern.questions) for chosen in telling.project.patterns)
    return Title(
        "patterns", telling.word("questions.title", n=count, count=telling.count(count), capital=telling.capital(count))
    )


def _body(telling: Telling, _key: Id) -> Body:
    blocks = tuple(
        QuestionAnswer(
            id=f"patterns/{chosen.id}/pattern/questions/{question.id}",
            question=telling.said(question.ask),
            answer=telling.said(question.answer),
            pattern=telling.said(chosen.pattern.short),
        )
        for chosen in telling.project.patterns
        for question in chosen.pattern.questions
    )
    return Body(
        blocks=blocks,
        source=source_line(telling, shared_sources(telling)),
        notes=notes(telling, (telling.word("questions.say"),)),
    )


KIND = Kind("questions", "questions", _members, _body, _made, backup=True)
