"""Editions kept and opened: their content is the project as it was, packed, under its digest."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from app.files.digest import digest
from app.files.errors import UserError
from app.model.base import Lang, NewId, Text
from app.model.editions import Edition, EditionFile, EditionKind, Manner
from app.model.project import Meeting, Project
from app.model.report_kind import ReportKind
from app.project.attachments import swept
from app.project.packing import packed, unpacked
from app.project.references import mended


class NoEdition(UserError):
    """An edition that is not there, or whose content is damaged."""


class Kept(NamedTuple):
    """A project with a further edition, and the edition's content by its digest, to lie beside the assets."""

    project: Project
    contents: Mapping[str, bytes]


class Occasion(NamedTuple):
    """What an edition is kept for: sent out or presented, for which meeting, exported as what."""

    kind: EditionKind
    meeting: Meeting | None
    lang: Lang
    report: ReportKind
    files: Sequence[EditionFile] = ()
    manner: Manner = Manner()


def keep(project: Project, occasion: Occasion, today: date, program: str, new_id: NewId) -> Kept:
    """Keeps the project as it is. What was kept before is no part of it."""
    content = _packed(project)
    meeting = occasion.meeting
    edition = Edition(
        id=new_id(),
        kind=occasion.kind,
        meeting=meeting.id if meeting else None,
        body=meeting.body if meeting else Text(),
        on=meeting.on if meeting else None,
        kept=today,
        program=program,
        lang=occasion.lang,
        report=occasion.report,
        content=digest(content),
        assets=tuple(asset.sha256 for asset in project.assets),
        files=tuple(occasion.files),
        manner=occasion.manner,
    )
    return Kept(project.model_copy(update={"editions": (*project.editions, edition)}), {edition.content: content})


def edition_of(project: Project, key: str) -> Edition:
    """The edition with that id, or the only one whose id begins so. Raises NoEdition, with those that there are."""
    found = [edition for edition in project.editions if edition.id.startswith(key)] if key else []
    if len(found) != 1:
        known = ", ".join(f"{edition.id[:8]} ({edition.kept.isoformat()})" for edition in project.editions)
        raise NoEdition("edition.unknown", asked=key, known=known or "–")
    return found[0]


def content_of(edition: Edition, contents: Mapping[str, bytes]) -> Project:
    """The project as it was. Raises NoEdition when its content is missing or damaged."""
    data = contents.get(edition.content)
    if data is None or digest(data) != edition.content:
        raise NoEdition("edition.damaged", day=edition.kept.isoformat())
    try:
        return mended(Project.model_validate(unpacked(data)))
    except ValueError as problem:
        raise NoEdition("edition.damaged", day=edition.kept.isoformat()) from problem


def clean(project: Project) -> Project:
    """The project as it may be handed on: without its editions, and without what was typed and is not valid."""
    return swept(project.model_copy(update={"editions": (), "drafts": {}}))


def _packed(project: Project) -> bytes:
    """A project without its editions, as packed JSON; packed here once, so that saving need not do it again."""
    return packed(project.model_copy(update={"editions": ()}))
