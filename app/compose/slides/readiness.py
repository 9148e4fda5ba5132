"""Where we stand: the patterns by what they mean to us, readiness today and target."""

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.spoken import cue, ended, notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.graphics import Lane, Readiness
from app.model.project import ChosenPattern
from app.model.rich import Para, Span


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if _assessed(telling) else NONE


def _assessed(telling: Telling) -> tuple[ChosenPattern, ...]:
    """The patterns with a readiness, those that mean most first, then those with the widest gap."""
    found = (
        chosen
        for chosen in telling.project.patterns
        if chosen.assessment.readiness.step or chosen.assessment.target.step
    )
    return tuple(sorted(found, key=lambda one: (-(one.assessment.relevance.step or 0), -gap(one))))


def gap(chosen: ChosenPattern) -> int:
    """The steps that remain to the target; 0 when it is reached, or when either is not set."""
    today, target = chosen.assessment.readiness.step, chosen.assessment.target.step
    return max(target - today, 0) if today and target else 0


def _made(telling: Telling, _key: Id) -> Title:
    return Title("patterns", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    patterns = _assessed(telling)
    total = sum(gap(chosen) for chosen in patterns)
    if not total:
        reached = all(chosen.assessment.readiness.step and chosen.assessment.target.step for chosen in patterns)
        return telling.words("readiness.title.reached" if reached else "readiness.title.today")
    widest = _widest(telling)
    most = max(chosen.assessment.relevance.step or 0 for chosen in patterns)
    names = [telling.own(chosen.pattern.short) for chosen in widest]
    telling_names = telling.listed(name for name in names if name)
    if most and len(patterns) > 1 and all(chosen.assessment.relevance.step == most for chosen in widest):
        named = len(widest) <= 2 and all(names)
        return telling.words(f"readiness.title.weakest{'-named' if named else ''}", names=telling_names)
    key = "readiness.title.steps" if len(patterns) > 1 else "readiness.title.steps-alone"
    return telling.words(key, n=total, count=telling.count(total), capital=telling.capital(total))


def _widest(telling: Telling) -> tuple[ChosenPattern, ...]:
    patterns = _assessed(telling)
    widest = max((gap(chosen) for chosen in patterns), default=0)
    return tuple(chosen for chosen in patterns if gap(chosen) == widest)


def _leading(telling: Telling) -> frozenset[Id]:
    """The patterns with the widest gap, where they are few."""
    widest = _widest(telling)
    few = len(widest) * 2 <= len(_assessed(telling))
    return frozenset(chosen.id for chosen in widest if few and gap(chosen))


def _body(telling: Telling, _key: Id) -> Body:
    return Body(
        blocks=(chart(telling),),
        takeaway=_takeaway(telling),
        takeaway_id="patterns",
        source=telling.word("readiness.source"),
        notes=notes(telling, _say(telling, _assessed(telling))),
    )


def chart(telling: Telling) -> Readiness:
    """The assessed patterns with readiness today and target."""
    patterns = _assessed(telling)
    leading = _leading(telling)
    return Readiness(
        id="patterns",
        heads=(
            telling.word("readiness.head.relevance"),
            telling.word("readiness.head.pattern"),
            telling.word("readiness.head.gap"),
        ),
        scale=telling.word("gauge.readiness"),
        steps=tuple(telling.word(f"gauge.step.{step}") for step in range(1, 6)),
        keys=(telling.word("readiness.today"), telling.word("readiness.target")),
        lanes=tuple(_lane(telling, chosen, leading=chosen.id in leading) for chosen in patterns),
        alt=_alt(telling, patterns),
    )


def _lane(telling: Telling, chosen: ChosenPattern, *, leading: bool) -> Lane:
    assessment = chosen.assessment
    notes = (
        telling.labelled(telling.words("readiness.today"), telling.said(assessment.readiness.reason)),
        telling.labelled(telling.words("readiness.target"), telling.said(assessment.target.reason)),
    )
    known = assessment.readiness.step and assessment.target.step
    return Lane(
        id=f"patterns/{chosen.id}/assessment",
        name=telling.said(chosen.pattern.short),
        relevance=assessment.relevance.step,
        today=assessment.readiness.step,
        target=assessment.target.step,
        gap=telling.plain(str(gap(chosen))) if known else Para(),
        notes=tuple(note for note in notes if note),
        leading=leading,
    )


def _alt(telling: Telling, patterns: tuple[ChosenPattern, ...]) -> str:
    rows = (
        telling.words(
            "readiness.alt-row",
            name=telling.said(chosen.pattern.short).plain,
            today=chosen.assessment.readiness.step or "–",
            target=chosen.assessment.target.step or "–",
        )
        for chosen in patterns
    )
    return f"{_sentence(telling)}. {'; '.join(rows)}."


def _takeaway(telling: Telling) -> Para:
    """The few patterns that stand for more than half of what remains."""
    patterns, widest = _assessed(telling), _widest(telling)
    total, theirs = sum(map(gap, patterns)), sum(map(gap, widest))
    if theirs == total or len(widest) == len(patterns) or theirs * 2 <= total:
        return Para()
    return telling.word(
        "readiness.takeaway", n=len(widest), capital=telling.capital(len(widest)),
        theirs=telling.count(theirs), total=telling.count(total),
    )  # fmt: skip


def _say(telling: Telling, patterns: tuple[ChosenPattern, ...]) -> tuple[Para, ...]:
    """Why each pattern stands where it does: our own reasons, else what the library says of that step."""
    found: list[Para] = []
    for chosen in patterns:
        step = chosen.assessment.readiness
        known = chosen.pattern.indicators.of("readiness", step.step) if step.step else step.reason
        today, target = telling.said(step.reason or known), telling.said(chosen.assessment.target.reason)
        aim = ended(telling.labelled(telling.words("readiness.say.target"), target))
        gap_between = (Span(" ", telling.lang),) if today and aim else ()
        whole = Para((*ended(today).spans, *gap_between, *aim.spans))
        found.append(cue(telling, telling.said(chosen.pattern.short), whole))
    return (telling.word("readiness.say.opening"), *found)


KIND = Kind("readiness", "state", _members, _body, _made)
