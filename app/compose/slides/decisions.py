"""The decisions asked for: each with amount, owner, date, and what happens if it is not taken."""

from collections.abc import Iterator

from app.compose.asked import AskedGroup, amounts_asked, asked, decisions_block
from app.compose.bodies import body_name
from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.rich import Para


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if telling.decisions else NONE


def _made(telling: Telling, _key: Id) -> Title:
    return Title("decisions", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    count = len(telling.decisions)
    meeting = telling.meeting
    body = body_name(telling, meeting)
    form = "nobody" if body is None else "body" if meeting and meeting.decides else "prepares"
    start = telling.words(
        f"decisions.title.{form}",
        n=count, count=telling.count(count), capital=telling.capital(count), body=body,
    )  # fmt: skip
    later = _settled_later(telling)
    if later:
        return start + later
    asking = amounts_asked(telling)
    if not asking.total:
        return start
    decimals = 0 if telling.is_whole(asking.total) else asking.decimals
    return start + telling.words("decisions.title.sum", n=count, amount=telling.money(asking.total, decimals))


def _settled_later(telling: Telling) -> str:
    """How many of the decisions another body settles, and when; empty when none, or all, or no day is set."""
    later = [group for group in asked(telling) if group.meeting and group.meeting != telling.meeting]
    days = [group.meeting.on for group in later if group.meeting and group.meeting.on]
    number = sum(len(group.points) for group in later)
    if len(later) != 1 or not days or number == len(telling.decisions):
        return ""
    return telling.words(
        "decisions.title.later", n=number, count=telling.count(number), day=telling.when(days[0], "short")
    )


def _body(telling: Telling, _key: Id) -> Body:
    return Body(
        blocks=(decisions_block(telling),),
        takeaway=_takeaway(telling),
        takeaway_id="decisions",
        source=_source(telling),
        notes=notes(telling, _say(telling)),
    )


def _takeaway(telling: Telling) -> Para:
    """What of the whole is asked for now."""
    asking, cost = amounts_asked(telling), telling.shown.whole.cost
    if not 0 < asking.total < cost:
        return Para()
    amount = telling.money(asking.total, asking.decimals)
    return telling.word("decisions.takeaway", amount=amount, whole=telling.shown_money(cost))


def _source(telling: Telling) -> Para:
    reference = telling.project.matter.reference
    return telling.word("decisions.source", reference=reference) if reference else Para()


def _say(telling: Telling) -> Iterator[Para]:
    yield telling.word("decisions.say.one-by-one")
    for group in asked(telling):
        yield from _funding(telling, group)


def _funding(telling: Telling, group: AskedGroup) -> Iterator[Para]:
    for number, decision in group.points:
        yield cue(telling, telling.words("decisions.say.funding", number=number), telling.said(decision.funding))


KIND = Kind("decisions", "brief", _members, _body, _made)
