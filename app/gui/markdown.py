"""Markdown as the window shows it: safe HTML for labels, without raw HTML, pictures or anything fetched."""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_MARK = re.compile(r"\[@([a-z0-9-]+)\]")


@cache
def _reader() -> "MarkdownIt":
    # Imported with the first text: the start page has none.
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable("image")


def html(markdown: str, *, size: float, line: int, color: str, link: str, family: str = "") -> str:
    """A text as HTML in one size (points) and line height (percent), colours as `#RRGGBB`. Heads are in `family`."""
    style = f"font-size:{size:.1f}pt; line-height:{line}%; color:{color};"
    inner = _reader().render(markdown)
    head = f"margin:10px 0 4px 0; font-family:{family}; font-size:{size:.1f}pt; font-weight:600; color:{color};"
    inner = re.sub(r"<h\d>(.*?)</h\d>", rf'<p style="{head}">\1</p>', inner)
    inner = (
        inner.replace("<ul>", '<ul style="margin-left:-18px;">')
        .replace("<ol>", '<ol style="margin-left:-14px;">')
        .replace("<p>", f'<p style="margin:0 0 10px 0; {style}">')
        .replace("<li>", f'<li style="{style}">')
    )
    return inner.replace("<a ", f'<a style="color:{link}; text-decoration:none;" ')


def numbered(markdown: str, numbers: dict[str, int]) -> str:
    """A text with its source marks as numbers that lead to the list of sources: `[@s1]` becomes a link `#s1`."""
    return _MARK.sub(lambda found: f"[\\[{numbers[found[1]]}\\]](#{found[1]})" if found[1] in numbers else "", markdown)


def plain(text: str) -> str:
    """A text as HTML that says it as it is."""
    return escape(text)
