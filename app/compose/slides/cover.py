"""The cover: whose matter it is, what it is called, what it proposes, when and to whom."""

from app.compose.kinds import ONLY, Body, Kind, Title
from app.compose.secrecy import marking
from app.compose.spoken import ended, notes
from app.compose.telling import Telling
from app.compose.timing import time_of
from app.model.base import Id
from app.model.blocks import CoverBlock
from app.model.rich import Para, Span


def _written(telling: Telling, _key: Id) -> Title | None:
    title = telling.said(telling.project.matter.title)
    return Title("matter/title", title) if title else None


def _made(telling: Telling, _key: Id) -> Title:
    return Title("matter/title", telling.word("cover.untitled"))


def _body(telling: Telling, key: Id) -> Body:
    matter = telling.project.matter
    block = CoverBlock(
        id="matter",
        organisation=telling.plain(telling.project.organisation.name),
        title=(_written(telling, key) or _made(telling, key)).text,
        answer=telling.said(matter.answer),
        occasion=occasion(telling),
        details=_details(telling),
    )
    return Body(blocks=(block,), notes=notes(telling, _say(telling)))


def occasion(telling: Telling) -> Para:
    """Before which body, and on what day; the day of the export while no meeting is set."""
    meeting = telling.meeting
    body = telling.said(meeting.body) if meeting else Para()
    day = (meeting.on if meeting else None) or telling.today
    gap = telling.words("cover.occasion-gap") if body else ""
    return Para((*body.spans, Span(f"{gap}{telling.when(day)}", telling.lang)))


def _details(telling: Telling) -> Para:
    """On what ground parts are marked or left out, before all else; the reference; who presents, where nothing is marked."""
    matter, secrecy = telling.project.matter, marking(telling)
    parts: list[tuple[Span, ...]] = [secrecy.spans] if secrecy else []
    if matter.reference:
        parts.append(telling.word("cover.reference", reference=matter.reference).spans)
    if matter.author and not secrecy:
        author = telling.labelled(telling.words("cover.presented-by"), telling.plain(matter.author))
        role = telling.said(matter.author_role)
        parts.append((*author.spans, Span(", ", telling.lang), *role.spans) if role else author.spans)
    gap = Span(". ", telling.lang)
    return Para(tuple(span for index, part in enumerate(parts) for span in ((gap, *part) if index else part)))


def _say(telling: Telling) -> tuple[Para, ...]:
    project = telling.project
    asked, slot = len(telling.decisions), time_of(telling).slot
    return (
        ended(telling.said(project.matter.answer)),
        telling.word("cover.say.decisions", n=asked, count=telling.count(asked)) if asked else Para(),
        telling.word("cover.say.time", minutes=slot) if slot else Para(),
        ended(marking(telling)),
    )


KIND = Kind("cover", None, lambda _telling: ONLY, _body, _made, _written)
