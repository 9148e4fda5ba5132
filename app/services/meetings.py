"""The meeting that an export is for, as one names it."""

from app.files.errors import UserError
from app.model.base import LANGS, Id
from app.model.project import Meeting, Project


def meeting_asked(project: Project, asked: str) -> Id:
    """The id of the meeting on the route with that day (YYYY-MM-DD), or whose body's name begins so in either language; the name as a
    whole comes first. Raises UserError, with those that there are, when there is none, or several."""
    route, wanted = project.matter.route, asked.strip().casefold()
    whole = [meeting for meeting in route if wanted in _names(meeting)]
    found = whole or [meeting for meeting in route if any(name.startswith(wanted) for name in _names(meeting))]
    if len(found) != 1 or not wanted:
        raise UserError("export.no-meeting", asked=asked, known=", ".join(map(_told, route)) or "–")
    return found[0].id


def _names(meeting: Meeting) -> tuple[str, ...]:
    day = meeting.on.isoformat() if meeting.on else ""
    return (*(meeting.body.root.get(lang, "").strip().casefold() for lang in LANGS), day, meeting.id)


def _told(meeting: Meeting) -> str:
    name = " / ".join(meeting.body.root.values())
    return f"{name} {meeting.on.isoformat()}" if meeting.on else name
