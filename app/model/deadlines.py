"""When the papers for a meeting are due: as somebody said, else so long before it as the organisation usually has it."""

from datetime import date, timedelta

from app.model.project import Meeting
from app.model.route import DaysBefore, DeadlineHabits, Deadlines
from app.model.workdays import working_day_by


def deadlines(meeting: Meeting, habits: DeadlineHabits) -> Deadlines:
    """The days on which the papers are handed in and sent out. Computed ones fall on working days."""
    said = meeting.deadlines
    return Deadlines(
        handing_in=said.handing_in or usual_deadline(meeting.on, habits.handing_in),
        sending_out=said.sending_out or usual_deadline(meeting.on, habits.sending_out),
    )


def usual_deadline(meeting: date | None, before: DaysBefore | None) -> date | None:
    """The last working day that lies so many days before a meeting; None where either is not known."""
    return working_day_by(meeting - timedelta(days=before)) if meeting and before is not None else None
