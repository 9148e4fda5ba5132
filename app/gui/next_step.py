"""The one thing to do next."""

from typing import NamedTuple

from app.gui.interface import Wording, term
from app.gui.places import is_filled, short_name
from app.model.base import FieldPath
from app.model.project import ChosenPattern, Project


class NextStep(NamedTuple):
    """What to do, and where."""

    wording: Wording
    path: FieldPath


def next_step(project: Project) -> NextStep:
    """The first thing that is missing, in the order in which a paper comes about."""
    for step in (_matter(project), _patterns(project), _decisions(project)):
        if step is not None:
            return step
    return NextStep(term("window", "next.look"), "storyline")


def _matter(project: Project) -> NextStep | None:
    if not project.matter.title:
        return NextStep(term("window", "next.title"), "matter/title")
    if not project.organisation.name:
        return NextStep(term("window", "next.organisation"), "organisation/name")
    meeting = project.matter.meeting
    if meeting is None:
        return NextStep(term("window", "next.body"), "matter/route")
    if meeting.on is None:
        return NextStep(term("window", "next.meeting"), f"matter/route/{meeting.id}/on")
    return None


def _patterns(project: Project) -> NextStep | None:
    if not project.patterns:
        return NextStep(term("window", "next.pick"), "library")
    for chosen in project.patterns:
        if not is_filled(chosen):
            return _fill(chosen)
    if not project.actions:
        return NextStep(term("window", "next.adopt"), f"patterns/{project.patterns[0].id}/pattern")
    return None


def _fill(chosen: ChosenPattern) -> NextStep:
    key, rest = (
        ("next.assess", f"assessment/{_unrated(chosen)}/step") if chosen.meaning else ("next.analyse", "meaning")
    )

    def wording(lang: str) -> str:
        spoken = "en" if lang == "en" else "sv"
        return term("window", key, name=short_name(chosen, spoken))(spoken)

    return NextStep(wording, f"patterns/{chosen.id}/{rest}")


def _unrated(chosen: ChosenPattern) -> str:
    """The first scale on which a pattern has no step."""
    assessed = chosen.assessment
    scales = {"relevance": assessed.relevance, "readiness": assessed.readiness, "target": assessed.target}
    return next((scale for scale, score in scales.items() if score.step is None), "relevance")


def _decisions(project: Project) -> NextStep | None:
    if not project.decisions:
        return NextStep(term("window", "next.decide"), "decisions/first")
    return None
