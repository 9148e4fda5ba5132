"""Paragraphs, runs and tables in a document's styles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, cast

from docx.image.exceptions import UnrecognizedImageError
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.shape import CT_Inline
from docx.shared import Emu, Mm

from app.export.docx.numbering import Lists
from app.export.docx.opening import Document, body_of
from app.export.docx.styles import Styles, styles_of
from app.export.docx.xml import Element, R, W, new, sub, write_text
from app.model.base import TAGS, Lang
from app.model.rich import Para, Span
from app.model.tables import Align

_RULE: Final = "7F7F7F"
_WIDTH: Final = 5000  # fiftieths of a per cent: the whole measure
#: A pixel in EMU where a picture is drawn as large as it may be: 96 an inch.
_PIXEL: Final = 9525


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its paragraphs, how they align, and whether they stand out."""

    paras: tuple[Para, ...]
    align: Align = "left"
    bold: bool = False


class Writer:
    """Writes at the end of a document, before its last section's properties."""

    def __init__(self, document: Document, lang: Lang, assets: Mapping[str, bytes]) -> None:
        self.document = document
        self._assets = assets
        self.lang: Lang = lang
        self.styles: Styles = styles_of(cast(Element, document.styles.element))
        self.lists = Lists(document)
        self._body = body_of(document)

    def put(self, element: Element) -> None:
        """Adds an element to the body."""
        last = self._body.find(f"{W}sectPr")
        if last is None:
            self._body.append(element)
        else:
            last.addprevious(element)

    def heading(self, text: Para, level: int) -> None:
        """A heading; bold text where the template has none of that level."""
        if text:
            style = self.styles.headings.get(level)
            self.put(self.para(text, style, bold=style is None, keep=True))

    def title(self, text: Para) -> None:
        """The document's title."""
        self.put(self.para(text, self.styles.title, bold=self.styles.title is None))

    def text(self, text: Para, *, bold: bool = False, keep: bool = False) -> None:
        """Running text; nothing for an empty one."""
        if text:
            self.put(self.para(text, self.styles.body, bold=bold, keep=keep))

    def caption(self, text: Para) -> None:
        """What stands above a table."""
        if text:
            self.put(self.para(text, self.styles.caption or self.styles.body, bold=not self.styles.caption, keep=True))

    def bullet(self, text: Para) -> None:
        """A point of a list."""
        style = self.styles.bullet
        self.put(self.para(text, style or self.styles.body, number=None if style else self.lists.bullets))

    def numbered(self, text: Para, of_list: int) -> None:
        """A point that Word numbers itself, of a list of `lists.numbered()`."""
        self.put(self.para(text, self.styles.number or self.styles.body, number=of_list))

    def rich(self, text: Iterable[Para]) -> None:
        """Paragraphs and lists, each numbered list begun anew."""
        numbers: int | None = None
        for para in text:
            if not para.marker:
                numbers = None
                self.text(para)
            elif para.marker[:1].isdigit():
                numbers = self.lists.numbered() if numbers is None or para.marker.startswith("1.") else numbers
                self.numbered(para, numbers)
            else:
                self.bullet(para)

    def para(
        self, text: Para, style: str | None, *, bold: bool = False, keep: bool = False, number: int | None = None,
        align: Align = "left",
    ) -> Element:  # fmt: skip
        """A paragraph."""
        element = new("p")
        form = sub(element, "pPr")
        if style:
            sub(form, "pStyle", val=style)
        if keep:
            sub(form, "keepNext")
        if number is not None:
            counted = sub(form, "numPr")
            sub(counted, "ilvl", val=0)
            sub(counted, "numId", val=number)
        if align != "left":
            sub(form, "jc", val=align)
        for span in text.spans:
            self._span(element, span, bold)
        return element

    def _span(self, parent: Element, span: Span, bold: bool) -> None:
        if span.href:
            link = sub(parent, "hyperlink", history=1)
            key: str = self.document.part.relate_to(span.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(f"{R}id", key)
            parent = link
        run = sub(parent, "r")
        form = sub(run, "rPr")
        if bold or span.bold:
            sub(form, "b")
        if span.italic:
            sub(form, "i")
        if span.href:
            sub(form, "u", val="single")
        sub(form, "lang", val=TAGS[span.lang])
        write_text(run, span.text)

    def picture(self, sha256: str, alt: str) -> bool:
        """A picture as wide as the measure and half as high as the page at most, never distorted or blown up; whether there is one: its
        bytes may not be at hand, or Word may not know them."""
        data = self._assets.get(sha256)
        if data is None:
            return False
        try:
            key, image = self.document.part.get_or_add_image(BytesIO(data))
        except UnrecognizedImageError:
            return False
        wide, high = image.px_width * _PIXEL, image.px_height * _PIXEL
        width, height = _measure(self.document)
        share = min(1.0, width / wide, height / 2 / high)
        number: int = self.document.part.next_id
        shown: Any = CT_Inline.new_pic_inline(
            number, key, image.filename, Emu(round(wide * share)), Emu(round(high * share))
        )
        shown.docPr.set("descr", alt)
        for side in "TBLR":
            shown.set(f"dist{side}", "0")
        element = self.para(Para(), self.styles.body)
        # Lines of a fixed height, as templates have them, would cut the picture off.
        sub(cast(Element, element.find(f"{W}pPr")), "spacing", line=240, lineRule="auto")
        sub(sub(element, "r"), "drawing").append(cast(Element, shown))
        self.put(element)
        return True

    def table(
        self, heads: Sequence[TableCell], rows: Iterable[Sequence[TableCell]], alt: str, shares: Sequence[float]
    ) -> None:
        """A table over the whole measure, whose head is repeated on every page and whose rows stay whole; `shares` of the width."""
        element = new("tbl")
        form = sub(element, "tblPr")
        if self.styles.table:
            sub(form, "tblStyle", val=self.styles.table)
        sub(form, "tblW", w=_WIDTH, type="pct")
        _rule(form)
        sub(form, "tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1)
        if alt:
            sub(form, "tblDescription", val=alt)
        grid = sub(element, "tblGrid")
        widths = [round(9000 * share / sum(shares)) for share in shares]
        for width in widths:
            sub(grid, "gridCol", w=width)
        self._row(element, heads, widths, head=True)
        for row in rows:
            self._row(element, row, widths, head=False)
        self.put(element)
        self.put(self.para(Para(), self.styles.body))

    def _row(self, table: Element, cells: Sequence[TableCell], widths: Sequence[int], *, head: bool) -> None:
        row = sub(table, "tr")
        form = sub(row, "trPr")
        sub(form, "cantSplit")
        if head:
            sub(form, "tblHeader")
        for cell, width in zip(cells, widths, strict=True):
            element = sub(row, "tc")
            sub(sub(element, "tcPr"), "tcW", w=width, type="dxa")
            for para in cell.paras or (Para(),):
                element.append(self.para(para, self.styles.body, bold=head or cell.bold, align=cell.align))


def _measure(document: Document) -> tuple[int, int]:
    """The width and height between the margins, in EMU; those of A4 where a template leaves its page to Word."""
    section = document.sections[-1]
    wide, high = section.page_width or Mm(210), section.page_height or Mm(297)
    sides = (section.left_margin or 0) + (section.right_margin or 0) + (section.gutter or 0)
    return wide - sides, high - (section.top_margin or 0) - (section.bottom_margin or 0)


def _rule(form: Element) -> None:
    """A line below each row, none between columns."""
    borders = sub(form, "tblBorders")
    for edge in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if edge in ("top", "bottom", "insideH"):
            sub(borders, edge, val="single", sz=4, space=0, color=_RULE)
        else:
            sub(borders, edge, val="nil")
