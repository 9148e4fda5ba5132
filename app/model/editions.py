"""Editions: a project as it was sent out or presented, kept inside the project and never edited."""

from datetime import date
from typing import Literal

from app.model.base import Id, Lang, Plain, Record, Sha256, Text

#: `sent`: with the papers. `presented`: at the meeting.
EditionKind = Literal["sent", "presented"]


class EditionFile(Record):
    """A file that was exported then: what it is ("pptx", "pdf"), its name and its digest."""

    product: Plain
    name: Plain
    sha256: Sha256


class Edition(Record):
    """What was kept, when, for which meeting, and how it was exported. Its content lies in the project file under its digest."""

    id: Id
    kind: EditionKind
    #: The meeting on the route that it was for, the body's name then, and the day of the meeting.
    meeting: Id | None = None
    body: Text = Text()
    on: date | None = None
    #: The day on which it was kept, which its exports bear where no meeting has a day.
    kept: date
    #: The version of the program that made it.
    program: Plain
    lang: Lang
    #: The kind of report that was exported.
    report: Plain = "memo"
    content: Sha256
    #: The assets that its content names, so that they stay in the file.
    assets: tuple[Sha256, ...] = ()
    files: tuple[EditionFile, ...] = ()
