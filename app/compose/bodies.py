"""How the decisions of a body begin: as it decides them, or as the body before it proposes them."""

import re
from collections.abc import Sequence
from typing import Final, Literal

from app.compose.telling import Telling
from app.library.decision_wordings import usual_wordings
from app.model.base import Lang, Text
from app.model.editions import Edition
from app.model.project import Meeting
from app.model.rich import Para
from app.model.route import BodyWords

#: How a body's decisions begin: `decides`, `own_part` (the rest goes on to a later body), `proposes` (to the next one).
_Form = Literal["decides", "own_part", "proposes"]
#: What a wording says that proposes to another body rather than deciding.
_PROPOSING: Final = re.compile(r"föreslå|tillstyrk|\bproposes?\b|\brecommends?\b", re.IGNORECASE)
#: What stands for a body in a wording, in either language.
_PLACE: Final = re.compile(r"\[(organ|body|nästa|next)\]")


def body_name(telling: Telling, meeting: Meeting | Edition | None) -> str | None:
    """A body as the beginning of a sentence: "Kommunstyrelsen", "The Municipal Council"; None in another language."""
    name = telling.own(meeting.body) if meeting else None
    if name is None:
        return None
    return name if telling.lang == "sv" or name.lower().startswith("the ") else f"The {name}"


def within(name: str, lang: Lang) -> str:
    """A body's name inside a sentence. In Swedish only proper names keep their capital there: "kommunstyrelsen", but "KS" and
    "Region Skåne"; in English the article loses it."""
    if lang == "en":
        return f"the {name[4:]}" if name.lower().startswith("the ") else name
    first, *rest = name.split()
    is_proper = not first[1:].islower() or first.endswith("s") or any(word[0].isupper() for word in rest)
    return name if is_proper else name[0].lower() + name[1:]


def head(telling: Telling, meeting: Meeting | None, others: Sequence[Meeting]) -> Para:
    """How the decisions that are asked of a body begin, as the meeting that the export is for meets them. `others` are the bodies that
    further decisions are asked of.

    Before its turn the body before it proposes them. A wording of the meeting's own stands where it says what is meant."""
    if meeting is None:
        return telling.word("asked.proposed")
    proposer = _proposer(telling, meeting)
    if proposer is None:
        if meeting.wording and not _proposes(meeting):
            return telling.said(meeting.wording)
        later = any(_place(telling, other) > _place(telling, meeting) for other in others)
        return _worded(telling, "own_part" if later else "decides", meeting, None)
    if proposer.wording and not proposer.decides:
        return telling.said(proposer.wording)
    if _proposes(meeting):
        return telling.said(meeting.wording)
    return _worded(telling, "proposes", proposer, meeting)


def _proposes(meeting: Meeting) -> bool:
    """Whether a body's own wording is the proposal to it, as one writes it for the body before."""
    return any(_PROPOSING.search(wording) for wording in meeting.wording.root.values())


def _place(telling: Telling, meeting: Meeting) -> int:
    return telling.project.matter.route.index(meeting)


def _proposer(telling: Telling, meeting: Meeting) -> Meeting | None:
    """The body that proposes to another: the last before it that decides or is worded to propose, from the one that the export is
    for; none when its turn has come."""
    now = telling.meeting
    if now is None or _place(telling, now) >= _place(telling, meeting):
        return None
    between = telling.project.matter.route[_place(telling, now) + 1 : _place(telling, meeting)]
    return next((one for one in reversed(between) if one.decides or _proposes(one)), now)


def _worded(telling: Telling, form: _Form, body: Meeting, to: Meeting | None) -> Para:
    names = body_name(telling, body), body_name(telling, to)
    if names[0] is None or (to and names[1] is None):
        return telling.word("asked.proposed")
    organisation = telling.project.organisation
    wording = telling.own(_form(organisation.wording, form)) or telling.own(
        _form(usual_wordings()[organisation.kind], form)
    )
    return telling.plain(_filled(wording or "", names[0], names[1] or "", telling.lang))


def _form(words: BodyWords, form: _Form) -> Text:
    return {"decides": words.decides, "own_part": words.own_part, "proposes": words.proposes}[form]


def _filled(wording: str, body: str, to: str, lang: Lang) -> str:
    """A wording with the bodies' names, each with a capital only where the sentence begins."""

    def named(place: re.Match[str]) -> str:
        name = body if place[1] in ("organ", "body") else to
        return name if place.start() == 0 else within(name, lang)

    return _PLACE.sub(named, wording)
