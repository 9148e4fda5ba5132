"""What people write, Markdown, as paragraphs of spans. No HTML; links to the web and to mail addresses only."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.compose.ties import tied
from app.model.base import Lang
from app.model.links import safe_link
from app.model.rich import Para, Rich, Span

BULLET: Final = "–"

_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False})
#: A library's text names a source by its key: "[@s1]".
_MARK: Final = re.compile(r"[ \u00a0]*\[@([a-z0-9-]+)\]")


def rich(text: str, lang: Lang) -> Rich:
    """The paragraphs of a Markdown text, marks of sources left out."""
    return _paragraphs(_MARK.sub("", text), lang)


@lru_cache(maxsize=8192)
def line(text: str, lang: Lang) -> Para:
    """The text for a place of one line: bold, italic and links, but no lists or paragraphs."""
    if not _MAY_BE_FORM.search(text):
        stripped = text.strip()
        return Para((Span(tied(stripped), lang),)) if stripped else Para()
    tokens = _MARKDOWN.parseInline(_MARK.sub("", text))
    spans = _spans(tokens[0].children or (), lang) if tokens else ()
    return Para(_joined([span for one in spans for span in (*one.spans, Span(" ", lang))]))


#: What Markdown may read as form within a line; most titles and names hold nothing of it.
_MAY_BE_FORM: Final = re.compile(r"[*_`\[\]<>&\\!\n\t]|  ")


def cited(text: str, lang: Lang, numbers: Mapping[str, str]) -> Rich:
    """The paragraphs of a library's text, each mark of a source shown by its number: "[3]"."""

    def shown(found: re.Match[str]) -> str:
        number = numbers.get(found[1])
        return f"\u00a0\\[{number}\\]" if number else ""

    return _paragraphs(_MARK.sub(shown, text), lang)


@lru_cache(maxsize=4096)
def _paragraphs(text: str, lang: Lang) -> Rich:
    walk = _Walk(lang)
    for token in _MARKDOWN.parse(text):
        walk.take(token)
    return tuple(paragraph for paragraph in walk.found if paragraph)


@dataclass(slots=True)
class _Walk:
    """A walk over Markdown's tokens that gathers paragraphs."""

    lang: Lang
    found: list[Para] = field(default_factory=list[Para])
    #: For each open list the next number, None in a list of bullets.
    lists: list[int | None] = field(default_factory=list["int | None"])
    marker: str = ""
    heading: bool = False

    def take(self, token: Token) -> None:
        """Take in the next token."""
        match token.type:
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_open":
                self.lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self._item()
            case "list_item_close":
                self.marker = ""  # of an item without text
            case "heading_open" | "heading_close":
                self.heading = token.type == "heading_open"
            case "inline":
                self._add(_spans(token.children or (), self.lang))
            case "fence" | "code_block":
                self._add((_Line((Span(tied(" ".join(token.content.split())), self.lang),)),))
            case _:
                pass

    def _item(self) -> None:
        number = self.lists[-1]
        self.marker = BULLET if number is None else f"{number}."
        if number is not None:
            self.lists[-1] = number + 1

    def _add(self, lines: Sequence["_Line"]) -> None:
        level = max(len(self.lists) - 1, 0)
        for one in lines:
            spans = tuple(replace(span, bold=True) for span in one.spans) if self.heading else one.spans
            self.found.append(Para(spans, self.marker, level))
            self.marker = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """The spans up to a hard line break."""

    spans: tuple[Span, ...]


def _spans(tokens: Sequence[Token], lang: Lang) -> tuple[_Line, ...]:
    lines: list[list[Span]] = [[]]
    bold = italic = 0
    href: str | None = None
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "link_open":
                href = safe_link(str(token.attrs.get("href", "")))
            case "link_close":
                href = None
            case "hardbreak":
                lines.append([])
            case "softbreak":
                lines[-1].append(Span(" ", lang, bold > 0, italic > 0, href))
            case _:
                if token.content:
                    lines[-1].append(Span(tied(token.content), lang, bold > 0, italic > 0, href))
    return tuple(_Line(_joined(spans)) for spans in lines)


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Neighbours of one form made one span, blanks at either end taken away."""
    joined: list[Span] = []
    for span in spans:
        if joined and replace(joined[-1], text=span.text) == span:
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        else:
            joined.append(span)
    if joined:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(span for span in joined if span.text)
