"""The text for a meeting's minutes, to be pasted there: as formatted and as plain text."""

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from app.compose.minutes import minutes_of
from app.compose.telling import Telling
from app.model.base import TAGS, Id, Lang
from app.model.project import Project
from app.model.rich import Para, Rich


class Copied(NamedTuple):
    """A text as HTML, and as plain text for where no form is wanted."""

    html: str
    plain: str


def minutes_copied(project: Project, lang: Lang, today: date, meeting: Id | None = None) -> Copied:
    """The decisions of a meeting as worded, numbered through, under how each body's decisions begin or how it decided them; both empty
    where there are none. The meeting is the next when None."""
    text = minutes_of(Telling(project, lang, today, meeting=meeting))
    return Copied("".join(_html(text, lang)), "\n".join(_lines(text)))


def _lines(text: Rich) -> Iterator[str]:
    for before, para in zip((None, *text), text, strict=False):
        if before and _begins(before, para):
            yield ""
        yield f"{para.marker} {para.plain}" if para.marker else para.plain


def _begins(before: Para, para: Para) -> bool:
    """Whether a paragraph begins anew after the one before: not a point, nor the head below its place in the minutes."""
    return not para.marker and bool(before.marker or before.spans[0].bold or not para.spans[0].bold)


def _html(text: Rich, lang: Lang) -> Iterator[str]:
    """Heads as bold paragraphs, points as lists that go on counting."""
    counting = False
    for para in text:
        if para.marker and not counting:
            yield f'<ol start="{para.marker.rstrip(".")}" lang="{TAGS[lang]}">'
        if counting and not para.marker:
            yield "</ol>"
        counting = bool(para.marker)
        yield f"<li>{_spans(para)}</li>" if counting else f'<p lang="{TAGS[lang]}">{_spans(para)}</p>'
    if counting:
        yield "</ol>"


def _spans(para: Para) -> str:
    return "".join(
        f'<span lang="{TAGS[span.lang]}">{"<b>" if span.bold else ""}{escape(span.text)}{"</b>" if span.bold else ""}</span>'
        for span in para.spans
    )
