"""The habits of an organisation's bodies: how their decisions begin, and how long before a meeting its papers are due."""

from datetime import date
from typing import Annotated

from pydantic import Field

from app.model.base import Record, Text

#: So many days before a meeting.
DaysBefore = Annotated[int, Field(ge=0, le=365)]


class BodyWords(Record):
    """How the organisation words what its bodies decide; as is usual for its kind where empty.

    `[organ]` or `[body]` stands for the body, `[nästa]` or `[next]` for the one that it proposes to."""

    decides: Text = Text()
    #: Of a body that decides some of it, and proposes the rest to a later one.
    own_part: Text = Text()
    proposes: Text = Text()


class DeadlineHabits(Record):
    """When papers are handed in to the secretariat and sent out to the members, as the organisation usually has it."""

    handing_in: DaysBefore | None = None
    sending_out: DaysBefore | None = None


class Deadlines(Record):
    """When the papers for a meeting are handed in and sent out; None where nobody has said so."""

    handing_in: date | None = None
    sending_out: date | None = None
