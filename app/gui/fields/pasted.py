"""What comes from the clipboard, Word's and the web's HTML or plain text, as lines that a text can hold. All else is left behind."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

from app.gui.fields.markdown_lines import Line, Lines, Mark, Run, canonical
from app.model.links import safe_link

_SILENT: Final = frozenset(
    {"head", "style", "script", "title", "template", "noscript", "svg", "math", "object", "select"}
)
_BLOCKS: Final = frozenset(
    {
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "blockquote",
        "section",
        "article",
        "pre",
        "hr",
        "dt",
        "dd",
    }
    | {"header", "footer", "figure", "figcaption", "address", "main", "nav", "aside", "body"}
)
_VOID: Final = frozenset({"br", "hr", "img", "meta", "link", "input", "col", "base", "wbr", "area", "source"})
_BULLET: Final = re.compile(r"^\s*(?:[-*•·‣–o§]|\u2013)[ \t\u00a0]+(?=\S)")
_NUMBER: Final = re.compile(r"^\s*(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
_LIST_LEVEL: Final = re.compile(r"mso-list:\s*\S+\s+level(\d)")


def from_plain(text: str) -> Lines:
    """Lines of plain text. Such as begin with a bullet or a number are items of a list when more than one does."""
    rows = [row for row in re.split(r"\r\n|[\r\n\u2029]", text) if row.strip()]
    marked = sum(1 for row in rows if _BULLET.match(row) or _NUMBER.match(row)) > 1
    return tuple(found for row in rows if (found := _plain_line(row, marked=marked)).runs)


def _plain_line(row: str, *, marked: bool) -> Line:
    bullet, number = _BULLET.match(row), _NUMBER.match(row)
    if marked and number:
        return canonical(Line((Run(row[number.end() :]),), "number", 0, int(number[1])))
    return canonical(
        Line((Run(row[bullet.end() :] if marked and bullet else row),), "bullet" if marked and bullet else "")
    )


def from_html(html: str) -> Lines:
    """The lines of a piece of HTML."""
    reader = _Reader()
    reader.feed(re.sub(r"<!--(?:Start|End)Fragment-->", "", html))
    reader.close()
    reader.end_line()
    return tuple(reader.found)


@dataclass(frozen=True)
class _Form:
    """What an open element does to the text in it."""

    tag: str
    bold: bool | None = None
    italic: bool | None = None
    href: str | None = None
    silent: bool = False
    literal: bool = False


@dataclass
class _List:
    """An open list: the number of its next item, None for bullets."""

    next: int | None
    began: bool = field(default=False)


class _Reader(HTMLParser):
    """Gathers lines. `<![if !supportLists]>` is Word's way to write a list's sign as text, which is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Line] = []
        self._open: list[_Form] = []
        self._lists: list[_List] = []
        self._runs: list[Run] = []
        self._begun = Line(())
        self._word_sign = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag in ("ul", "ol"):
            self.end_line()
            self._lists.append(_List(_start(values) if tag == "ol" else None))
        elif tag == "li":
            self.end_line()
            self._begun = self._item()
        elif tag == "br":
            self._runs.append(Run("\n"))
        elif tag in ("td", "th"):
            self._runs.append(Run(" "))
        elif tag in _BLOCKS:
            self._begin_block(values)
        if tag not in _VOID:
            self._open.append(_form(tag, values))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.end_line()
            self._lists[-1:] = []
        elif tag in _BLOCKS or tag == "li":
            self.end_line()
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].tag == tag:
                del self._open[at:]
                break

    def handle_data(self, data: str) -> None:
        if self._word_sign:
            self._word_list_sign(data)
        elif not any(form.silent for form in self._open):
            literal = any(form.literal for form in self._open)
            self._runs.append(Run(data if literal else re.sub(r"[ \t\r\n\f]+", " ", data), *self._said()))

    def unknown_decl(self, data: str) -> None:
        """Word's conditions: <![if !supportLists]> … <![endif]>."""
        self._word_sign = "supportLists" in data

    def handle_comment(self, data: str) -> None:
        """The same, where the clipboard writes them as comments."""
        if "supportLists" in data:
            self._word_sign = "endif" not in data
        elif "endif" in data:
            self._word_sign = False

    def end_line(self) -> None:
        """Ends the line that is gathered, if anything is."""
        line = canonical(
            Line(tuple(run for run in self._runs if run.text), self._begun.mark, self._begun.level, self._begun.number)
        )
        self._runs = []
        if line.runs:
            self.found.append(line)
            self._begun = Line(())

    def _begin_block(self, values: dict[str, str]) -> None:
        begun = self._begun if not any(run.text.strip() for run in self._runs) else Line(())
        self.end_line()
        level = _LIST_LEVEL.search(values.get("style", ""))
        self._begun = Line((), "bullet", int(level[1]) - 1) if level else begun

    def _word_list_sign(self, data: str) -> None:
        """Takes the kind of a Word list's item from its sign: "1." counts, anything else is a bullet."""
        number = re.fullmatch(r"\s*(\d{1,3})[.)]\s*", data)
        if number:
            self._begun = Line((), "number", self._begun.level, int(number[1]))

    def _item(self) -> Line:
        if not self._lists:
            return Line((), "bullet")
        here, level = self._lists[-1], len(self._lists) - 1
        if here.next is None:
            return Line((), "bullet", level)
        here.next += 1
        return Line((), "number", level, here.next - 1)

    def _said(self) -> tuple[bool, bool, str | None]:
        bold = next((form.bold for form in reversed(self._open) if form.bold is not None), False)
        italic = next((form.italic for form in reversed(self._open) if form.italic is not None), False)
        return bold, italic, next((form.href for form in reversed(self._open) if form.href), None)


def _start(values: dict[str, str]) -> int:
    start = values.get("start", "1")
    return int(start) if start.isdecimal() and len(start) < 7 else 1


def _form(tag: str, values: dict[str, str]) -> _Form:
    style = values.get("style", "").replace(" ", "").lower()
    bold = True if tag in ("b", "strong", "th") or re.fullmatch(r"h\d", tag) else None
    italic = True if tag in ("i", "em", "cite", "dfn") else None
    if weight := re.search(r"(?:^|;)font-weight:(\w+)", style):
        bold = weight[1] in ("bold", "bolder") or (weight[1].isdecimal() and int(weight[1]) >= 600)
    if slant := re.search(r"(?:^|;)font-style:(\w+)", style):
        italic = slant[1] in ("italic", "oblique")
    href = safe_link(values.get("href", "")) if tag == "a" else None
    hidden = "display:none" in style or "mso-hide:all" in style
    return _Form(tag, bold, italic, href, tag in _SILENT or hidden, tag == "pre")


__all__ = ["Mark", "from_html", "from_plain"]
