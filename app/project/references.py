"""What points from one part of a project to another, and how a reference is mended whose target is gone.

A reference to something that is no more is emptied; what bears it stays. The same rule holds after a removal and on reading."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Final, TypeVar

from app.model.base import FieldPath, Id, Record
from app.model.checks import CheckSettings
from app.model.project import (
    Action,
    Alternative,
    ChosenPattern,
    Decision,
    Matter,
    Organisation,
    Project,
    Risk,
    StorylineChoices,
)
from app.project.paths import NoSuchPlace, key_of, value_at

_R = TypeVar("_R", bound=Record)
_ID: Final = re.compile(r"[0-9a-f]{32}")


def mended(project: Project) -> Project:
    """The project without references to what it no longer has; the same object when there are none."""
    patterns = {chosen.id: chosen for chosen in project.patterns}
    actions, alternatives, criteria = _ids(project.actions), _ids(project.alternatives), _ids(project.criteria)
    route, assets = _ids(project.matter.route), _ids(project.assets)
    risks = (_risk(risk, actions, alternatives) for risk in project.risks)
    subjects = {*patterns, *actions, *alternatives, *route, *_others(project)}
    subjects |= {item.id for chosen in project.patterns for item in chosen.evidence}
    subjects |= _ids(project.storyline.free) | _ids(project.storyline.copies)
    whole = _with(
        project,
        organisation=_with(project.organisation, **_organisation(project.organisation, assets)),
        matter=_matter(project.matter, assets, subjects),
        patterns=_each(project.patterns, (_pattern(chosen, assets) for chosen in project.patterns)),
        actions=_each(project.actions, (_action(action, patterns, actions) for action in project.actions)),
        alternatives=_each(project.alternatives, (_alternative(each, criteria) for each in project.alternatives)),
        recommended=_kept(project.recommended, alternatives),
        risks=_each(project.risks, risks),
        decisions=_each(project.decisions, (_decision(decision, route, actions) for decision in project.decisions)),
        storyline=_with(_storyline(project.storyline, subjects, assets), since=_since(project)),
    )
    whole = _with(whole, checks=_checks(whole, subjects))
    drafts = {path: typed for path, typed in whole.drafts.items() if _reachable(whole, path)}
    marks = tuple(mark for mark in whole.secrecy if mark.withheld or _reachable(whole, mark.field))
    return _with(
        whole,
        drafts=whole.drafts if len(drafts) == len(whole.drafts) else drafts,
        secrecy=whole.secrecy if len(marks) == len(whole.secrecy) else marks,
    )


def _organisation(organisation: Organisation, assets: Collection[str]) -> dict[str, object]:
    """The organisation's references to assets. Layouts that were chosen stay: they are remembered for when the template comes back."""
    return {
        "logo": _kept(organisation.logo, assets),
        "template": _kept(organisation.template, assets),
    }


def repeated(project: Project) -> FieldPath | None:
    """The path of a part whose id another part of the same collection bears too; None when each is there once."""
    for name in (
        "patterns",
        "actions",
        "criteria",
        "alternatives",
        "risks",
        "figures",
        "decisions",
        "assets",
        "secrecy",
        "editions",
    ):
        twice = _twice(getattr(project, name))
        if twice:
            return f"{name}/{twice}"
    added = (*project.storyline.free, *project.storyline.copies)
    return f"storyline/{twice}" if (twice := _twice(added)) else None


def _twice(members: Iterable[Record]) -> str | None:
    """The first id that is borne twice."""
    return next((key for key, count in Counter(key_of(member) for member in members).items() if count > 1), None)


def _ids(members: Iterable[Record]) -> frozenset[str]:
    return frozenset(key_of(member) for member in members)


def _others(project: Project) -> frozenset[Id]:
    return _ids(project.risks) | _ids(project.figures) | _ids(project.decisions)


def _with(record: _R, **values: object) -> _R:
    """The record with these values; the same object when it has them already."""
    changed = {name: value for name, value in values.items() if value is not getattr(record, name)}
    return record.model_copy(update=changed) if changed else record


def _each(old: tuple[_R, ...], new: Iterable[_R]) -> tuple[_R, ...]:
    """The members anew; the same tuple when none has changed."""
    members = tuple(new)
    return old if all(one is other for one, other in zip(old, members, strict=True)) else members


def _kept(reference: str | None, known: Collection[str]) -> str | None:
    return reference if reference in known else None


def _matter(matter: Matter, assets: Collection[str], subjects: Collection[Id]) -> Matter:
    appendices = (_with(each, asset=_kept(each.asset, assets)) for each in matter.appendices)
    statements = (each if _stands(each.slide, subjects) else _with(each, slide="") for each in matter.statements)
    return _with(
        matter,
        appendices=_each(matter.appendices, appendices),
        statements=_each(matter.statements, statements),
    )


def _pattern(chosen: ChosenPattern, assets: Collection[str]) -> ChosenPattern:
    evidence = (_with(each, asset=_kept(each.asset, assets)) for each in chosen.evidence)
    return _with(chosen, evidence=_each(chosen.evidence, evidence))


def _action(action: Action, patterns: Mapping[Id, ChosenPattern], actions: Collection[Id]) -> Action:
    chosen = patterns.get(action.chosen) if action.chosen else None
    known = chosen and action.recommendation and chosen.pattern.recommendation(action.recommendation)
    before = tuple(each for each in action.depends_on if each in actions and each != action.id)
    return _with(
        action,
        chosen=action.chosen if chosen else None,
        recommendation=action.recommendation if known else None,
        depends_on=action.depends_on if len(before) == len(action.depends_on) else before,
    )


def _alternative(alternative: Alternative, criteria: Collection[Id]) -> Alternative:
    scores = {key: score for key, score in alternative.scores.items() if key in criteria}
    return alternative if len(scores) == len(alternative.scores) else _with(alternative, scores=scores)


def _risk(risk: Risk, actions: Collection[Id], alternatives: Collection[Id]) -> Risk:
    return _with(risk, action=_kept(risk.action, actions), alternative=_kept(risk.alternative, alternatives))


def _decision(decision: Decision, route: Collection[Id], actions: Collection[Id]) -> Decision:
    carried = tuple(each for each in decision.actions if each in actions)
    return _with(
        decision,
        meeting=_kept(decision.meeting, route),
        actions=decision.actions if len(carried) == len(decision.actions) else carried,
    )


def _checks(project: Project, subjects: Collection[Id]) -> CheckSettings:
    """Without findings that were left in a place that is gone."""
    left = project.checks.ignored
    ignored = tuple(each for each in left if _stands(each.at, subjects) or _reachable(project, each.at))
    return project.checks if len(ignored) == len(left) else _with(project.checks, ignored=ignored)


def _storyline(storyline: StorylineChoices, ids: Collection[Id], assets: Collection[str]) -> StorylineChoices:
    """What was settled about slides, without those whose subject is gone."""
    copies = tuple(copy for copy in storyline.copies if _stands(copy.of, ids))
    if len(copies) < len(storyline.copies):
        gone = _ids(storyline.copies) - _ids(copies)
        return _storyline(_with(storyline, copies=copies), {key for key in ids if key not in gone}, assets)
    free = (_with(each, picture=_kept(each.picture, assets)) for each in storyline.free)
    slides = tuple(choice for choice in storyline.slides if _stands(choice.slide, ids))
    order = tuple(slide for slide in storyline.order if _stands(slide, ids))
    return _with(
        storyline,
        slides=storyline.slides if len(slides) == len(storyline.slides) else slides,
        order=storyline.order if len(order) == len(storyline.order) else order,
        free=_each(storyline.free, free),
    )


def _since(project: Project) -> str:
    """The edition that the deck tells the changes since. An edition's own content, which holds no editions, keeps what it was told by."""
    since = project.storyline.since
    return since if since in ("", "none", *_ids(project.editions)) or not project.editions else ""


def _stands(slide: str, ids: Collection[Id]) -> bool:
    """Whether a slide's subject is there: its id holds the id of what it shows."""
    return all(found in ids for found in _ID.findall(slide))


def _reachable(project: Project, path: FieldPath) -> bool:
    try:
        value_at(project, path)
    except (NoSuchPlace, ValueError):
        return False
    return True
