"""A text as an editor holds it, lines of runs, read from Markdown and written as Markdown. What is written reads as the same lines.

Reading keeps what the exports show (`app.compose.prose`): bold, italic, links of the web and of mail, lists. A heading is a bold line."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby
from typing import Final, Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.model.links import safe_link

Mark = Literal["", "bullet", "number"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one form; `\\n` in it is a line break within the paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or an item of a list, with its number where the list has numbers. `level` counts the lists around its own."""

    runs: tuple[Run, ...]
    mark: Mark = ""
    level: int = 0
    number: int = 0

    @property
    def plain(self) -> str:
        """The text without its form."""
        return "".join(run.text for run in self.runs)


Lines = tuple[Line, ...]
_MARKDOWN: Final = MarkdownIt("commonmark", {"html": False})
#: What may be read as form within a line or at its beginning.
_MAY_BE_FORM: Final = re.compile(r"[\\`*_\[\]<>&]|^\s*(?:[-+#=~>]|\d{1,9}[.)])", re.MULTILINE)
#: A mark of a source, which compose knows by its brackets.
_SOURCE: Final = re.compile(r"(\[@[a-z0-9-]+\])")
_BEGINS_BLOCK: Final = re.compile(r"(?:(\d{1,9})(?=[.)])|(?=[-+#=~>]))")


def canonical(line: Line) -> Line:
    """The line as Markdown can hold it: ends and breaks without blanks around them, blanks in the form of both their neighbours."""
    plain = "".join(run.text for run in line.runs)
    forms = [replace(run, text="") for run in line.runs for _ in run.text]
    kept: list[tuple[str, Run]] = []
    for found in re.finditer(r"\s+|\S+", plain):
        stretch = list(zip(found[0], forms[found.start() : found.end()], strict=True))
        if not found[0][0].isspace():
            kept += stretch
        elif found.start() > 0 and found.end() < len(plain):
            before, after = forms[found.start() - 1], forms[found.end()]
            form = _between(before, [form for _, form in stretch], after)
            kept += [(letter, form) for letter in ("\n" if "\n" in found[0] else found[0])]
    runs = tuple(
        replace(form, text="".join(letter for letter, _ in group)) for form, group in groupby(kept, lambda one: one[1])
    )
    return replace(line, runs=runs)


def _between(before: Run, blanks: Sequence[Run], after: Run) -> Run:
    """The form of blanks: what they and both their neighbours share, from the outermost form inwards."""
    if any(one.href != before.href for one in (*blanks, after)):
        return Run("")
    bold = before.bold and after.bold and all(blank.bold for blank in blanks)
    same = before.bold == bold == after.bold
    italic = same and before.italic and after.italic and all(blank.italic for blank in blanks)
    return Run("", bold, italic, before.href)


@lru_cache(maxsize=256)
def read_markdown(text: str) -> Lines:
    """The lines of a Markdown text."""
    if not _MAY_BE_FORM.search(text):
        paragraphs = (" ".join(part.strip() for part in one.split("\n")) for one in re.split(r"\n\s*\n", text))
        if "  " not in text and "\t" not in text:  # two blanks may be a line break, four a paragraph of code
            return tuple(Line((Run(one.strip()),)) for one in paragraphs if one.strip())
    walk = _Walk()
    for token in _MARKDOWN.parse(text):
        walk.take(token)
    return tuple(walk.found)


@dataclass(slots=True)
class _Walk:
    """A walk over Markdown's tokens that gathers lines."""

    found: list[Line] = field(default_factory=list[Line])
    #: For each open list the number of its next item, None in a list of bullets.
    lists: list[int | None] = field(default_factory=list["int | None"])
    marked: Line | None = None
    #: Whether the last line is an item whose text may go on.
    goes_on: bool = False
    heading: bool = False

    def take(self, token: Token) -> None:
        """Takes in the next token."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.lists.append(int(token.attrs.get("start", 1)) if token.type.startswith("ordered") else None)
                self.goes_on = False
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self.goes_on = False
            case "list_item_open":
                self._item()
            case "list_item_close":
                self.marked, self.goes_on = None, False
            case "heading_open" | "heading_close":
                self.heading = token.type == "heading_open"
            case "inline":
                self._add(_runs(token.children or (), heading=self.heading))
            case "fence" | "code_block":
                self._add([Run(" ".join(token.content.split()))])
            case _:
                pass

    def _item(self) -> None:
        number, level = self.lists[-1], len(self.lists) - 1
        self.marked = Line((), "bullet", level) if number is None else Line((), "number", level, number)
        self.goes_on = False
        if number is not None:
            self.lists[-1] = number + 1

    def _add(self, runs: Sequence[Run]) -> None:
        begun = self.marked or Line((), level=max(len(self.lists) - 1, 0))
        if runs and runs[0].text[:1] == "\n":  # nothing before the first break: the item's mark stands by nothing
            begun = replace(begun, mark="", number=0)
        line = canonical(replace(begun, runs=tuple(runs)))
        self.marked = None
        if not line.runs:
            return
        if self.goes_on and not line.mark:
            before = self.found.pop()
            line = canonical(replace(before, runs=(*before.runs, Run("\n"), *line.runs)))
        self.found.append(line)
        self.goes_on = bool(self.lists) and bool(line.mark or self.goes_on)


def _runs(tokens: Sequence[Token], *, heading: bool) -> list[Run]:
    found: list[Run] = []
    bold, italic = int(heading), 0
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
            case _:
                text = {"hardbreak": "\n", "softbreak": " "}.get(token.type, token.content)
                found.append(Run(text.replace("\n", " ") if token.content else text, bold > 0, italic > 0, href))
    return [run for run in found if run.text]


def write_markdown(lines: Iterable[Line]) -> str:
    """The lines as Markdown. Lines without text are left out."""
    pen = _Pen()
    for line in lines:
        clean = canonical(line)
        if clean.runs:
            pen.put(clean)
    return "".join(pen.parts)


@dataclass(slots=True)
class _List:
    """A list that is open while writing: the sign after its numbers, "-" for bullets, and how far in its items' text stands."""

    sign: str
    next: int
    inside: str


@dataclass(slots=True)
class _Pen:
    """Writes line after line, with the lists that are open."""

    parts: list[str] = field(default_factory=list[str])
    open: list[_List] = field(default_factory=list[_List])

    def put(self, line: Line) -> None:
        """Writes a line."""
        text = _text(line.runs)
        if line.mark:
            mark, apart = self._mark(line)
        else:
            del self.open[line.level + 1 if line.level else 0 :]
            mark, apart = "", True
        if self.parts:
            self.parts.append("\n\n" if apart else "\n")
        inside = self.open[-1].inside if self.open else ""
        before = mark if line.mark else inside
        self.parts.append(before + text.replace("\n", "\n" + inside))

    def _mark(self, line: Line) -> tuple[str, bool]:
        """What stands before an item's text, and whether a blank line must part it from the line before."""
        after_paragraph = not self.open
        del self.open[line.level + 1 :]
        beside = self.open.pop() if len(self.open) == line.level + 1 else None
        before, opened = self.open[-1].inside if self.open else "", ""
        while len(self.open) < line.level:
            opened += "- "
            self.open.append(_List("-", 0, before + " " * len(opened)))
        goes_on = beside is not None and beside.sign != "-" and beside.next == line.number
        sign = "-" if line.mark == "bullet" else _sign(beside, goes_on=goes_on)
        own = "- " if line.mark == "bullet" else f"{line.number}{sign} "
        self.open.append(_List(sign, line.number + 1, before + " " * len(opened + own)))
        # A number other than 1 begins a list only where no paragraph could go on.
        apart = after_paragraph or (line.mark == "number" and line.number != 1 and not goes_on)
        return before + opened + own, apart


def _sign(beside: _List | None, *, goes_on: bool) -> str:
    """The sign after an item's number: another one than the list before has, where a new list begins beside it."""
    if beside is None or beside.sign == "-":
        return "."
    return beside.sign if goes_on else {".": ")", ")": "."}[beside.sign]


Quote = Callable[[str, bool], str]


def _text(runs: Sequence[Run]) -> str:
    """The runs as Markdown: the plainest way that reads as the same again."""
    if not any(run.bold or run.italic or run.href for run in runs):
        plain = "".join(run.text for run in runs)
        if not _MAY_BE_FORM.search(plain) and "  " not in plain:
            return plain.replace("\n", "\\\n")
    wanted = tuple(runs)
    for italic, quote, apart in (("*", _bare, False), ("*", _quoted, False), ("_", _quoted, True)):
        written = _written(wanted, italic, quote, apart=apart)
        found = read_markdown(written)
        if len(found) == 1 and found[0].runs == wanted and not found[0].mark:
            return written
    return _written((Run("".join(run.text for run in runs)),), "*", _quoted, apart=False)


def _written(runs: Sequence[Run], italic: str, quote: Quote, *, apart: bool) -> str:
    """The runs with their signs. `apart` writes a letter beside a sign as its number, so that the sign is read as one."""
    parts: list[tuple[bool, str]] = []
    begins = True
    for href, linked in groupby(runs, lambda run: run.href):
        inner: list[tuple[bool, str]] = []
        for bold, strong in groupby(linked, lambda run: run.bold):
            words: list[tuple[bool, str]] = []
            for slanted, same in groupby(strong, lambda run: run.italic):
                text = "".join(run.text for run in same)
                words += _signed([(False, quote(text, begins))], italic if slanted else "")
                begins = False
            inner += _signed(words, "**" if bold else "")
        parts += inner if href is None else [(True, "["), *inner, (True, f"]({_address(href)})")]
    if apart:
        parts = _apart(parts)
    return "".join(text for _, text in parts)


def _signed(parts: list[tuple[bool, str]], sign: str) -> list[tuple[bool, str]]:
    """Parts within a sign; blanks at their ends stay outside."""
    return [(True, sign), *parts, (True, sign)] if sign else parts


def _apart(parts: list[tuple[bool, str]]) -> list[tuple[bool, str]]:
    """Letters right before and after a sign as numbers, except inside the sign, where they must be letters for it to open or close."""
    found = list(parts)
    for at, (is_sign, text) in enumerate(parts):
        if is_sign or not text:
            continue
        after_sign = at > 0 and parts[at - 1][0] and _closes(parts, at - 1)
        before_sign = at + 1 < len(parts) and parts[at + 1][0] and not _closes(parts, at + 1)
        head = _numbered(text[0]) if after_sign else text[0]
        tail = text[1:-1] + (_numbered(text[-1]) if before_sign else text[-1]) if len(text) > 1 else ""
        found[at] = (False, (_numbered(text) if before_sign and len(text) == 1 else head) + tail)
    return found


def _numbered(letter: str) -> str:
    return f"&#{ord(letter)};" if letter.isalnum() else letter


def _closes(parts: Sequence[tuple[bool, str]], at: int) -> bool:
    """Whether the sign at a place closes what an equal one opened."""
    return sum(1 for is_sign, text in parts[: at + 1] if is_sign and text == parts[at][1]) % 2 == 0


def _bare(text: str, _begins: bool) -> str:
    return text.replace("\n", "\\\n")


def _quoted(text: str, begins: bool) -> str:
    """A text with a backslash before all that could be read as form."""
    lines = text.split("\n")
    shown: list[str] = []
    for at, line in enumerate(lines):
        parts = _SOURCE.split(line)
        quoted = "".join(
            part if index % 2 else re.sub(r"([\\`*_\[\]<>&]|!$)", r"\\\1", part) for index, part in enumerate(parts)
        )
        shown.append(_BEGINS_BLOCK.sub(r"\1\\", quoted, count=1) if _at_start(quoted, at > 0 or begins) else quoted)
    return "\\\n".join(shown)


def _at_start(line: str, begins: bool) -> bool:
    return begins and _BEGINS_BLOCK.match(line) is not None


def _address(href: str) -> str:
    """An address as a link holds it: in angles where it has brackets or blanks of its own."""
    plain = href.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
    return f"<{plain}>" if re.search(r"[\s()]", plain) else plain
