"""`boardwright compare`: what became of a project, by meaning, for people and for programs."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.telling import say
from app.language.preferred import preferred_language
from app.model.base import Lang

if TYPE_CHECKING:
    from app.project.compared import Comparison, Told


class Form(StrEnum):
    """How differences are printed."""

    TEXT = "text"
    JSON = "json"


def compare(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A project, or an edition in it as FILE#ID.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same project later, as a file or an edition in it.")],
    form: Annotated[Form, typer.Option("--format", help="text or json.")] = Form.TEXT,
    lang: Annotated[Lang | None, typer.Option(help="The language of the answer.")] = None,
) -> int:
    """Tell what changed between two states of a project: patterns, assessments, actions, cost, KPIs, risks, texts, decisions."""
    # Loaded here alone: an export compares nothing.
    from app.services.comparing import compared, state_at

    comparison, told = compared(state_at(old), state_at(new), lang or preferred_language())
    for line in (
        _lines(comparison, told) if form is Form.TEXT else (json.dumps(_data(told), ensure_ascii=False, indent=1),)
    ):
        say(line)
    return 1 if told else 0


def _lines(comparison: "Comparison", told: "Sequence[Told]") -> Iterator[str]:
    for _, group in groupby(told, key=lambda one: one.change.topic):
        rows = list(group)
        yield comparison.topic(rows[0].change.topic)
        for one in rows:
            course = comparison.course(one.change)
            states = f"{one.before or '–'} → {one.after or '–'}" if one.change.kind == "changed" else ""
            aside = ", ".join(part for part in (one.movement, course) if part)
            yield "  " + ": ".join(part for part in (one.name, states) if part) + (f" ({aside})" if aside else "")


def _data(told: "Sequence[Told]") -> list[dict[str, str]]:
    return [
        {
            "path": one.change.path, "kind": one.change.kind, "topic": one.change.topic, "course": one.change.course,
            "where": one.where, "field": one.field, "before": one.before, "after": one.after, "movement": one.movement,
        }
        for one in told
    ]  # fmt: skip
