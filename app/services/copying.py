"""What is proposed to be decided, to be pasted into the minutes: as formatted and as plain text."""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from app.compose.asked import minutes_text
from app.compose.telling import Telling
from app.model.base import TAGS, Lang
from app.model.project import Project
from app.model.rich import Para, Rich


class Copied(NamedTuple):
    """A text as HTML, and as plain text for where no form is wanted."""

    html: str
    plain: str


def decisions_copied(project: Project, lang: Lang, today: date) -> Copied:
    """The decisions as worded, numbered through, under how each body's decisions begin; both empty where there are none."""
    text = minutes_text(Telling(project, lang, today))
    return Copied("".join(_html(text, lang)), "\n".join(_lines(text)))


def _lines(text: Rich) -> Iterator[str]:
    for number, para in enumerate(text):
        if number and not para.marker:
            yield ""
        yield f"{para.marker} {para.plain}" if para.marker else para.plain


def _html(text: Rich, lang: Lang) -> Iterator[str]:
    """Heads as bold paragraphs, points as lists that go on counting."""
    counting = False
    for para in text:
        if para.marker and not counting:
            yield f'<ol start="{para.marker.rstrip(".")}" lang="{TAGS[lang]}">'
        if counting and not para.marker:
            yield "</ol>"
        counting = bool(para.marker)
        yield f"<li>{_spans(para)}</li>" if counting else f'<p lang="{TAGS[lang]}"><b>{escape(para.plain)}</b></p>'
    if counting:
        yield "</ol>"


def _spans(para: Para) -> str:
    return "".join(
        f'<span lang="{TAGS[span.lang]}">{"<b>" if span.bold else ""}{escape(span.text)}{"</b>" if span.bold else ""}</span>'
        for span in para.spans
    )
