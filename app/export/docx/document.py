"""A report as a Word document: title and facts, the decisions as a numbered list, then its sections; page numbers at the foot."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, BinaryIO, Final, cast

from app.compose.report import Report, ReportSection
from app.export.docx.blocks import write_blocks, write_decisions
from app.export.docx.opening import Document, opened
from app.export.docx.writer import Writer
from app.export.docx.xml import Element, W, new, sub, write_text
from app.model.base import TAGS
from app.model.rich import Para, Span, para

#: The earliest time that a zip can tell, and the one that a document bears: files say nothing of when they were written.
_NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
_NO_DAY: Final = datetime(1980, 1, 1)
#: Word takes no more letters in a property.
_LONGEST: Final = 255
_FIELD: Final = re.compile(r"\{(page|pages)\}")
_FIELDS: Final = {"page": "PAGE", "pages": "NUMPAGES"}


@dataclass(frozen=True, slots=True)
class WordLook:
    """What a document is written in: a template's bytes and the name of its file, else fonts by name (headings, body)."""

    fonts: tuple[str, str]
    template: bytes | None = None
    file: str = ""


def write_docx(report: Report, look: WordLook, assets: Mapping[str, bytes], out: BinaryIO) -> None:
    """Writes a report; `assets` are pictures' bytes by their digests. Raises BadArchive for a template that is none."""
    document = opened(look.template, look.file, look.fonts)
    writer = Writer(document, report.lang, assets)
    writer.text(para(report.words.kind, report.lang))
    writer.title(report.title)
    for label, value in report.header:
        writer.text(_fact(report, label, value))
    writer.text(report.lead)
    write_blocks(report.key_figures, writer)
    if report.decisions.groups:
        writer.heading(report.decisions_head, 1)
        write_decisions(report.decisions, writer)
    for section in report.sections:
        _write_section(section, writer)
    _write_foot(document, report, writer)
    _describe(document, report)
    _save(document, out)


def _fact(report: Report, label: Para, value: Para) -> Para:
    """A fact on one line: "Datum: 7 september 2027"."""
    one_line = tuple(Span(span.text.replace("\n", ", "), span.lang, span.bold, span.italic) for span in value.spans)
    bold = tuple(Span(span.text, span.lang, bold=True) for span in label.spans)
    return Para((*bold, Span(": ", report.lang, bold=True), *one_line))


def _write_section(section: ReportSection, writer: Writer) -> None:
    writer.heading(section.heading, section.level)
    writer.heading(section.claim, 2)
    write_blocks(section.margin, writer)
    write_blocks(section.blocks, writer)


def _write_foot(document: Document, report: Report, writer: Writer) -> None:
    """Reference, class, version and page at the foot of every page, below what the template has there."""
    facts = (report.furniture.organisation, para(report.reference, report.lang), report.furniture.classification)
    said = (*(fact.plain for fact in (*facts, report.furniture.draft) if fact), report.version)
    words = ", ".join(said)
    section: Any = document.sections[0]
    # A first page of its own would need a foot of its own; ours is the same on all.
    feet = (
        (section.footer, section.first_page_footer) if section.different_first_page_header_footer else (section.footer,)
    )
    for foot in feet:
        root = cast(Element, foot._element)  # pyright: ignore[reportPrivateUsage]
        paragraph = writer.para(para(f"{words}  ", report.lang), writer.styles.body)
        _write_page(paragraph, report.words.page, TAGS[report.lang])
        for empty in root.findall(f"{W}p"):
            if not any(empty.itertext()) and empty.find(f".//{W}drawing") is None:
                root.remove(empty)
        root.append(paragraph)


def _write_page(paragraph: Element, pattern: str, tag: str) -> None:
    """The page's number as Word counts it, in a pattern such as "{page} ({pages})"."""
    for number, part in enumerate(_FIELD.split(pattern)):
        parent = sub(paragraph, "fldSimple", instr=_FIELDS[part]) if number % 2 else paragraph
        run = new("r")
        sub(sub(run, "rPr"), "lang", val=tag)
        write_text(run, "1" if number % 2 else part)
        parent.append(run)


def _describe(document: Document, report: Report) -> None:
    """Title and language, and the person who is asked for; nobody else, no time, and nothing of whoever made the template."""
    facts = document.core_properties
    facts.title, facts.language = _property(report.title.plain), TAGS[report.lang]
    facts.subject, facts.author = report.words.kind, _property(report.author)
    for name in (
        "last_modified_by",
        "comments",
        "keywords",
        "category",
        "identifier",
        "version",
        "content_status",
    ):
        setattr(facts, name, "")
    facts.created = facts.modified = _NO_DAY
    facts.revision = 1


def _save(document: Document, out: BinaryIO) -> None:
    """The same document gives the same bytes."""
    made = BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as fresh:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            fresh.writestr(entry, old.read(name))


def _property(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
