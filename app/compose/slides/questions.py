"""Backup: the questions that a board asks about the chosen patterns, with what a good answer holds."""

from collections.abc import Iterator
from typing import Final, get_args

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.sources import shared_sources, source_line
from app.compose.spoken import notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import QuestionAnswer
from app.model.pattern import Question, Role
from app.model.project import ChosenPattern

_ROLES: Final[tuple[Role, ...]] = get_args(Role)


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if telling.project.patterns else NONE


def _made(telling: Telling, _key: Id) -> Title:
    count = sum(len(chosen.pattern.questions) for chosen in telling.project.patterns)
    return Title(
        "patterns", telling.word("questions.title", n=count, count=telling.count(count), capital=telling.capital(count))
    )


def by_role(telling: Telling) -> Iterator[tuple[Role | None, tuple[QuestionAnswer, ...]]]:
    """What each role asks, in the order of the patterns; last what anybody may ask."""
    for role in (*_ROLES, None):
        blocks = tuple(
            _block(telling, chosen, question)
            for chosen in telling.project.patterns
            for question in chosen.pattern.questions
            if question.role == role
        )
        if blocks:
            yield role, blocks


def _body(telling: Telling, _key: Id) -> Body:
    return Body(
        blocks=tuple(block for _, blocks in by_role(telling) for block in blocks),
        source=source_line(telling, shared_sources(telling)),
        notes=notes(telling, (telling.word("questions.say"),)),
    )


def _block(telling: Telling, chosen: ChosenPattern, question: Question) -> QuestionAnswer:
    short = telling.said(chosen.pattern.short)
    return QuestionAnswer(
        id=f"patterns/{chosen.id}/pattern/questions/{question.id}",
        question=telling.said(question.ask),
        answer=telling.said(question.answer),
        pattern=telling.labelled(telling.words(f"questions.role.{question.role}"), short) if question.role else short,
    )


KIND = Kind("questions", "questions", _members, _body, _made, backup=True)
