"""Text bodies: paragraphs with exact line pitch, runs marked with their language.

Text that stands as its placeholder wants it states no size and inherits; all other text is explicit, since neither PowerPoint nor
LibreOffice can be trusted to shrink text on opening."""

import re
from collections.abc import Callable
from typing import Final

from app.export.pptx.paint import Palette
from app.export.pptx.placeholders import TextStyle
from app.export.pptx.xml import AHYP, R_ID, A, Element, extended, extension, sub
from app.layout.bidi import passages, right_to_left
from app.layout.frames import Font, Paragraph, Run, TextBody
from app.layout.look import Family
from app.model.base import TAGS, Lang
from app.model.tables import Align
from app.model.units import emu

#: Links a run: given the run, the relationship id and, for a jump within the deck, the action. None for no link.
Linker = Callable[[Run], tuple[str, str] | None]

ALIGN: Final = {"left": "l", "center": "ctr", "right": "r"}
ANCHOR: Final = {"top": "t", "middle": "ctr", "bottom": "b"}
THEME_FONTS: Final = {"heading": "+mj-lt", "body": "+mn-lt"}
#: A number as PowerPoint counts them itself, and what stands after it.
_NUMBERED: Final = re.compile(r"([1-9]\d{0,3})([.)]?)")
_NUMBERINGS: Final = {"": "arabicPlain", ".": "arabicPeriod", ")": "arabicParenR"}
#: The address of the extension that keeps a link in its run's colour.
_LINK_COLOR: Final = "{A12FA001-AC4F-418D-AE19-62706E023703}"
#: Size of an empty text, in hundredths of a point: small, so that it never makes its row grow.
_EMPTY_SIZE: Final = "600"
SLIDE_NUMBER_FIELD: Final = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


class TextWriter:
    """Writes texts in a theme's colours and fonts. `lang` marks what has no run to take a language from. On a `foreign` presentation
    texts outside placeholders state what they would else take from its usual text style: centred, spaced, in capitals."""

    def __init__(self, palette: Palette, symbol_font: str, lang: Lang, *, foreign: bool = False) -> None:
        self._palette = palette
        self._symbol_font = symbol_font
        self._lang: Lang = lang
        self._foreign = foreign

    def body(
        self,
        parent: Element,
        tag: str,
        body: TextBody,
        link: Linker,
        style: TextStyle | None = None,
        *,
        number: bool = False,
    ) -> Element:
        """A text body element. `style` is what its placeholder gives; without one, everything is stated. A `number` is the slide's
        own and stays so when slides move."""
        inherited = None if body.tightened and (style is None or style.bare) else style
        element = sub(parent, tag)
        self._properties(element, body, style)
        self._list_style(element, style)
        for index, paragraph in enumerate(body.paragraphs):
            self._paragraph(element, paragraph, link, inherited, first=index == 0, number=number)
        if not body.paragraphs:
            self._end(sub(element, f"{A}p"), None, explicit=True)
        _settle_direction(element, foreign=self._foreign)
        return element

    def cell(self, parent: Element, body: TextBody, link: Linker) -> None:
        """A table cell's text: its insets and anchor stand in the cell's own properties."""
        element = sub(parent, f"{A}txBody")
        sub(element, f"{A}bodyPr")
        self._list_style(element, None)
        for index, paragraph in enumerate(body.paragraphs):
            self._paragraph(element, paragraph, link, None, first=index == 0)
        if not body.paragraphs:
            self._end(sub(element, f"{A}p"), None, explicit=True)
        _settle_direction(element, foreign=self._foreign)

    def _list_style(self, parent: Element, style: TextStyle | None) -> None:
        """The text's own list style: empty but where a foreign presentation's must be set aside."""
        element = sub(parent, f"{A}lstStyle")
        if style is None and self._foreign:
            level = sub(element, f"{A}lvl1pPr", {"marL": "0", "indent": "0", "algn": "l"})
            for tag in ("spcBef", "spcAft"):
                sub(sub(level, f"{A}{tag}"), f"{A}spcPts", {"val": "0"})
            sub(level, f"{A}buNone")
            sub(level, f"{A}defRPr", {"b": "0", "i": "0", "u": "none", "cap": "none", "spc": "0"})

    def _properties(self, parent: Element, body: TextBody, style: TextStyle | None) -> None:
        attributes: dict[str, str] = {}
        if style is None:
            attributes |= {"wrap": "square", "rtlCol": "0"}
        if style is None or style.insets != body.insets:
            left, top, right, bottom = (str(emu(inset)) for inset in body.insets)
            attributes |= {"lIns": left, "tIns": top, "rIns": right, "bIns": bottom}
        if style is None or style.anchor != body.anchor:
            attributes["anchor"] = ANCHOR[body.anchor]
        if style is not None and not style.bare:
            attributes |= {"vert": "horz", "wrap": "square", "numCol": "1"}
        properties = sub(parent, f"{A}bodyPr", attributes)
        if style is None:
            sub(properties, f"{A}noAutofit")
        elif not style.bare:
            sub(properties, f"{A}normAutofit")

    def _paragraph(
        self,
        parent: Element,
        paragraph: Paragraph,
        link: Linker,
        style: TextStyle | None,
        *,
        first: bool = False,
        number: bool = False,
    ) -> None:
        element = sub(parent, f"{A}p")
        self._layout(element, paragraph, style, first=first)
        for run in paragraph.runs:
            for index, text in enumerate(run.text.split("\n")):
                if index:
                    self._look(sub(element, f"{A}br"), f"{A}rPr", run, style, None)
                for passage, tag in passages(text):
                    self._run(element, run, passage, tag, style, link(run), number=number)
        self._end(element, paragraph.runs[-1] if paragraph.runs else None, explicit=style is None)

    def _layout(self, parent: Element, paragraph: Paragraph, style: TextStyle | None, *, first: bool) -> None:
        bare = style is None or style.bare
        indents = _indents(paragraph) or ({} if bare else {"marL": "0", "indent": "0"})
        alignment = _alignment(paragraph, style) or ({"algn": "l"} if style is None and self._foreign else {})
        properties = sub(parent, f"{A}pPr", indents | alignment)
        line = pitch(paragraph)
        if line and (style is None or line != style.font.line):
            sub(sub(properties, f"{A}lnSpc"), f"{A}spcPts", {"val": str(round(line * 100))})
        # Space before a text's first paragraph has no room of its own in the frames.
        before = 0.0 if first else paragraph.before
        if before or not bare:
            sub(sub(properties, f"{A}spcBef"), f"{A}spcPts", {"val": str(round(before * 100))})
        if not bare:
            sub(sub(properties, f"{A}spcAft"), f"{A}spcPts", {"val": "0"})
        if paragraph.marker and style is None and self._foreign:
            # A foreign presentation may give its own marks a colour, which ours would take over on any ground.
            sub(properties, f"{A}buClrTx")
            sub(properties, f"{A}buSzTx")
        if paragraph.marker:
            mark(properties, paragraph.marker)
        elif not bare:
            sub(properties, f"{A}buNone")

    def _run(
        self,
        parent: Element,
        run: Run,
        text: str,
        tag: str,
        style: TextStyle | None,
        target: tuple[str, str] | None,
        *,
        number: bool,
    ) -> None:
        """A run. `tag` is the language that its script tells ("ar-SA"): its fonts are then those for complex scripts."""
        element = (
            sub(parent, f"{A}fld", {"id": SLIDE_NUMBER_FIELD, "type": "slidenum"}) if number else sub(parent, f"{A}r")
        )
        self._look(element, f"{A}rPr", run, style, target, tag)
        sub(element, f"{A}t", text=text)

    def _look(
        self,
        parent: Element,
        name: str,
        run: Run,
        style: TextStyle | None,
        target: tuple[str, str] | None,
        tag: str = "",
    ) -> None:
        properties = sub(parent, name, {"lang": tag or TAGS[run.lang]} | _font_attributes(run.font, style))
        if style is None or style.color != run.color:
            self._palette.fill(properties, run.color)
        if style is None or style.font.family != run.font.family:
            self._typeface(properties, run.font.family)
        if tag:
            _write_complex(properties, run.font.family)
        if target is not None:
            _write_link(properties, target)

    def _typeface(self, parent: Element, family: Family) -> None:
        """The fonts of a family role. Signs lie outside the Latin range: PowerPoint takes their font from the others."""
        if family == "symbol":
            for script in ("latin", "ea", "cs", "sym"):
                sub(parent, f"{A}{script}", {"typeface": self._symbol_font})
        else:
            sub(parent, f"{A}latin", {"typeface": THEME_FONTS[family]})

    def _end(self, parent: Element, run: Run | None, *, explicit: bool) -> None:
        lang = run.lang if run else self._lang
        attributes = {"lang": TAGS[lang]}
        if explicit:
            attributes["sz"] = str(round(run.font.size * 100)) if run else _EMPTY_SIZE
        sub(parent, f"{A}endParaRPr", attributes)


def pitch(paragraph: Paragraph) -> float:
    """The exact line pitch in points: the paragraph's own, else the largest of its fonts'; 0 without either."""
    return paragraph.line or max((run.font.line for run in paragraph.runs), default=0.0)


def mark(properties: Element, marker: str) -> None:
    """A list mark as PowerPoint's own: it numbers on by itself."""
    numbered = _NUMBERED.fullmatch(marker)
    if numbered:
        start, after = numbered.groups()
        sub(properties, f"{A}buAutoNum", {"type": _NUMBERINGS[after]} | ({} if start == "1" else {"startAt": start}))
    else:
        # Without a font LibreOffice takes the mark from one of its own, in which dashes are longer and stand higher.
        sub(properties, f"{A}buFont", {"typeface": "+mn-lt"})
        sub(properties, f"{A}buChar", {"char": marker})


def _settle_direction(body: Element, *, foreign: bool) -> None:
    """Says of every paragraph how it runs where one runs from right to left, since LibreOffice lets the next ones run as the last that
    said; and on a foreign presentation, which may run from right to left itself."""
    properties = body.findall(f"{A}p/{A}pPr")
    if foreign or any(each.get("rtl") for each in properties):
        for each in properties:
            each.set("rtl", each.get("rtl") or "0")


def _indents(paragraph: Paragraph) -> dict[str, str]:
    if not paragraph.hang:
        return {}
    hang = emu(paragraph.hang)
    return {"marL": str(hang), "indent": str(-hang if paragraph.marker else 0)}


def _alignment(paragraph: Paragraph, style: TextStyle | None) -> dict[str, str]:
    rtl = right_to_left("".join(run.text for run in paragraph.runs))
    align: Align = "right" if rtl and paragraph.align == "left" else paragraph.align
    attributes: dict[str, str] = {}
    if align != (style.align if style else "left"):
        attributes["algn"] = ALIGN[align]
    if rtl:
        attributes["rtl"] = "1"
    return attributes


def _write_complex(properties: Element, family: Family) -> None:
    """The font of a complex script, which is the theme's own for it; signs name theirs already."""
    if family != "symbol":
        sub(properties, f"{A}cs", {"typeface": "+mj-cs" if family == "heading" else "+mn-cs"})


def _font_attributes(font: Font, style: TextStyle | None) -> dict[str, str]:
    attributes: dict[str, str] = {}
    if style is None or style.font.size != font.size:
        attributes["sz"] = str(round(font.size * 100))
    if font.bold != (style.font.bold if style else False):
        attributes["b"] = "1" if font.bold else "0"
    if font.italic != (style.font.italic if style else False):
        attributes["i"] = "1" if font.italic else "0"
    if font.caps != (style.font.caps if style else False):
        attributes["cap"] = "all" if font.caps else "none"
    return attributes


def _write_link(properties: Element, target: tuple[str, str]) -> None:
    id, action = target
    click = sub(properties, f"{A}hlinkClick", {R_ID: id} | ({"action": action} if action else {}))
    extended(extension(click, "a", _LINK_COLOR), f"{AHYP}hlinkClr", "ahyp", {"val": "tx"})
