"""Editions: a project as it was sent out or presented, kept inside the project and never edited."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Final, Literal, get_args

from pydantic import Field

from app.model.audience import Audience
from app.model.base import Id, Lang, Plain, Record, Sha256, Text
from app.model.pattern import Slug

#: `sent`: with the papers. `presented`: at the meeting.
EditionKind = Literal["sent", "presented"]
EDITION_KINDS: Final[tuple[EditionKind, ...]] = get_args(EditionKind)
#: The whole, or what is left of it when what is marked as secret is left out.
Version = Literal["full", "public"]


class EditionFile(Record):
    """A file that was exported then: what it is ("pptx", "pdf"), its name and its digest."""

    product: Plain
    name: Plain
    sha256: Sha256


class KeptTemplate(Record):
    """A template that files were made on: its file's name, the digest under which it lies with the edition, and the layouts that
    were chosen of it, counted from 0, by slide kind."""

    name: Plain
    sha256: Sha256
    layouts: Mapping[Slug, Annotated[int, Field(ge=0, le=2_000)]] = {}


class Manner(Record):
    """How files were exported beside their language and kind of report, so that they can be made again. What is empty was as the
    project has it."""

    audience: Audience | None = None
    theme: Plain = ""
    #: A template other than the project's own.
    template: KeptTemplate | None = None
    #: What the report in Word was written in; a look of our own when None.
    word_template: KeptTemplate | None = None
    version: Version = "full"
    draft: bool = False
    #: The person that the files' properties name.
    author: Plain = ""
    #: Were the PDFs locked with a password? It is not kept, and a locked file never comes out the same twice.
    locked: bool = False


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
    manner: Manner = Manner()

    @property
    def held(self) -> tuple[Sha256, ...]:
        """The digests of all that lies in the project file with the edition: its content, and templates that are not the project's."""
        templates = (self.manner.template, self.manner.word_template)
        return (self.content, *(template.sha256 for template in templates if template))
