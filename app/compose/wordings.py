"""What somebody wrote, slide by slide, as the slides and their notes show it."""

from collections.abc import Iterator

from app.compose.storyline import SlideId
from app.compose.telling import Telling
from app.model.base import Text
from app.model.project import Action, ChosenPattern


def wordings(telling: Telling) -> Iterator[tuple[SlideId, Text]]:
    """The texts of each slide that the project has, by the slide's id; those of one that is switched off too."""
    matter, project = telling.project.matter, telling.project
    yield from _of("cover", matter.title, matter.answer)
    yield from _of("next-steps", *(meeting.body for meeting in matter.route))
    yield from _of("summary", matter.answer, *(text for one in matter.statements for text in (one.text, one.support)))
    for decision in project.decisions:
        yield from _of("decisions", decision.text, decision.consequence, decision.funding)
    for chosen in project.patterns:
        yield from _of("why-now", *_shift(chosen))
        yield from _of(f"pattern/{chosen.id}", *_pattern(chosen))
        for question in chosen.pattern.questions:
            yield from _of("questions", question.ask, question.answer)
    for alternative in project.alternatives:
        yield from _of("options", alternative.name, *(score.reason for score in alternative.scores.values()))
    yield from _of("options", *(criterion.name for criterion in project.criteria) if project.alternatives else ())
    for action in telling.actions:
        yield from _of(f"recommendation/{action.id}", *_action(telling, action))
    for risk in telling.risks:
        yield from _of("risks", risk.title, risk.treatment)


def _of(slide: SlideId, *texts: Text) -> Iterator[tuple[SlideId, Text]]:
    yield from ((slide, text) for text in texts)


def _shift(chosen: ChosenPattern) -> Iterator[Text]:
    pattern = chosen.pattern
    yield from (pattern.from_, pattern.from_gloss, pattern.to, pattern.to_gloss)
    yield from (item.statement for item in chosen.evidence)


def _pattern(chosen: ChosenPattern) -> Iterator[Text]:
    pattern, assessment = chosen.pattern, chosen.assessment
    yield chosen.message or pattern.headline
    yield from _shift(chosen)
    yield chosen.meaning or pattern.meaning
    yield from (score.reason for score in (assessment.relevance, assessment.readiness, assessment.target))
    yield from (text for question in pattern.questions for text in (question.ask, question.answer))


def _action(telling: Telling, action: Action) -> Iterator[Text]:
    chosen = telling.patterns.get(action.chosen or "")
    advice = chosen.pattern.recommendation(action.recommendation or "") if chosen else None
    yield from (action.title, action.what, action.risk)
    yield from (kpi.name for kpi in action.kpis)
    yield from (milestone.name for milestone in action.milestones)
    yield from (step.text for step in action.first_steps or (advice.first_steps if advice else ()))
    if advice:
        yield from (advice.effect, advice.risk, advice.measure)
