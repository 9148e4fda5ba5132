"""Papers that are due within days, or that ought to have been sent out."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from app.checks.example import BOARD, COUNCIL
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import MEETINGS
from app.checks.sources import PRACTICE
from app.model.base import Text, text
from app.model.deadlines import deadlines
from app.model.project import Meeting

_HAND_IN: Final = text("ska lämnas in senast", "are to be handed in by")
_SEND_OUT: Final = text("ska skickas ut", "are to be sent out on")
_NOT_SENT: Final = text(
    "är inte sparade som utsända, fast utskicket var",
    "are not kept as sent out, though they were due on",
)


def _find(meeting: Meeting, look: Look) -> Iterator[Hit]:
    project, today = look.project, look.today
    sent = any(edition.kind == "sent" and edition.meeting == meeting.id for edition in project.editions)
    if sent or meeting.on is None or meeting.on < today:
        return
    due = deadlines(meeting, project.organisation.deadlines)
    soon = today + timedelta(days=int(look.limits["days"]))
    if due.handing_in and today <= due.handing_in <= soon:
        yield _hit(meeting, "handing_in", _HAND_IN, due.handing_in)
    elif due.sending_out and today <= due.sending_out <= soon:
        yield _hit(meeting, "sending_out", _SEND_OUT, due.sending_out)
    elif due.sending_out and due.sending_out < today:
        yield _hit(meeting, "sending_out", _NOT_SENT, due.sending_out)


def _hit(meeting: Meeting, part: str, what: Text, day: date) -> Hit:
    return Hit(f"matter/route/{meeting.id}/deadlines/{part}", values={"body": meeting.body, "what": what, "day": day})


RULE = Rule(
    id="competence.papers-due",
    severity="note",
    title=text("Handlingarna ska snart vara klara", "Papers due soon"),
    says=text("Handlingarna till {body} {what} {day}.", "The papers for {body} {what} {day}."),
    why=text(
        "Det som kommer efter utskicket läses inte i förväg, och ärendet kan få vänta till nästa möte.",
        "What comes after the papers are sent out is not read in advance, and the matter may have to wait for the next meeting.",
    ),
    source=PRACTICE,
    scope=MEETINGS,
    find=_find,
    reads=("organisation", "editions"),
    limits={"days": Decimal(5)},
    fires={f"matter/route/{COUNCIL}/deadlines/handing_in": date(2027, 6, 4)},
    silent={
        f"matter/route/{COUNCIL}/deadlines/handing_in": date(2027, 6, 14),
        f"matter/route/{BOARD}/deadlines/sending_out": date(2027, 6, 9),
    },
)
