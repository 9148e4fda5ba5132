"""A drawn document made into one of PDF/UA-1 and PDF/A-2a: its structure tree, what it says of itself, and its colours.

The door to pikepdf for what we write. The identifiers are those of ISO 14289-1, 5 and ISO 19005-2, 6.6.4."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import BinaryIO, Final
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from app.export.pdf.info import Info
from app.export.pdf.structure import Annotation, Content, Element, Link, Structure
from app.model.base import TAGS
from app.resources import asset

#: A link's annotation is printed (ISO 19005-2, 6.3.2).
_PRINTED: Final = 4
#: Elements that stand in the tree even when they hold nothing: a table's rows have as many cells as it has columns.
_KEPT_EMPTY: Final = frozenset({"TD", "TH"})
#: A string has at most 32,767 bytes, of which a character may need four, and two say how they are written.
_LONGEST: Final = 8000
#: What XML 1.0 has no place for.
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VERSION: Final = "1.7"


def write_standard(drawn: BytesIO, structure: Structure, info: Info, out: BinaryIO) -> None:
    """Writes the document with its structure. The same calls give the same bytes, its identifier included."""
    with pikepdf.open(drawn) as pdf:
        _Tree(pdf, structure).put()
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        pdf.Root.Metadata = pdf.make_stream(_metadata(info), Type=Name.Metadata, Subtype=Name.XML)
        pdf.Root.OutputIntents = Array([_intent(pdf)])
        del pdf.docinfo["/Keywords"]
        for key in ("/Author", "/Subject"):
            if not str(pdf.docinfo[key]):
                del pdf.docinfo[key]
        pdf.save(
            out,
            min_version=_VERSION,
            deterministic_id=True,
            recompress_flate=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )


class _Tree:
    """The structure tree of one document, and the parent tree that leads from content to it."""

    def __init__(self, pdf: pikepdf.Pdf, structure: Structure) -> None:
        self._pdf = pdf
        self._structure = structure
        self._pages = [page.obj for page in pdf.pages]
        self._made: dict[int, pikepdf.Object] = {}

    def put(self) -> None:
        """Puts the tree in, and tells every page and annotation where it belongs."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = Array(
            [made for element in self._structure.roots if (made := self._element(element, root)) is not None]
        )
        numbers: list[pikepdf.Object | int] = []
        for number, page in enumerate(self._pages):
            page.StructParents = number
            page.Tabs = Name.S
            elements = Array([self._made[id(element)] for element in self._structure.contents[number]])
            numbers += [number, self._pdf.make_indirect(elements)]
        for place, link in enumerate(link for links in self._structure.links for link in links):
            numbers += [len(self._pages) + place, self._made[id(link.element)]]
        for page, links in zip(self._pages, self._structure.links, strict=False):
            self._describe(page, links)
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        root.ParentTreeNextKey = len(numbers) // 2
        self._pdf.Root.StructTreeRoot = root

    def _describe(self, page: pikepdf.Object, links: Sequence[Link]) -> None:
        """What a page's annotations say to who cannot see them."""
        for place, link in enumerate(links):
            annotation = page.Annots[place]
            annotation.Contents = _string(link.says)
            annotation.F = _PRINTED

    def _element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object | None:
        """An element with all that it holds; None for one that holds nothing and is not needed."""
        tag = element.tag
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{tag.kind}"), P=parent))
        kids = [kid for held in element.kids if (kid := self._kid(held, made)) is not None]
        if not kids and tag.kind not in _KEPT_EMPTY:
            return None
        if kids:
            made.K = Array(kids)
        if tag.alt and tag.kind != "Table":
            made.Alt = _string(tag.alt)
        if tag.within is not None and tag.lang != tag.within.lang:
            made.Lang = String(TAGS[tag.lang])
        attributes = self._attributes(element)
        if attributes is not None:
            made.A = attributes
        self._made[id(element)] = made
        return made

    def _kid(self, held: Element | Content | Annotation, made: pikepdf.Object) -> pikepdf.Object | int | None:
        match held:
            case Element():
                return self._element(held, made)
            case Content(page, number):
                if "/Pg" not in made:
                    made.Pg = self._pages[page]
                if made.Pg.objgen == self._pages[page].objgen:
                    return number
                return Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=number)
            case Annotation(page, place, number):
                annotation = self._pages[page].Annots[place]
                annotation.StructParent = len(self._pages) + number
                return Dictionary(Type=Name.OBJR, Pg=self._pages[page], Obj=annotation)

    def _attributes(self, element: Element) -> pikepdf.Object | None:
        tag = element.tag
        if tag.kind == "Table" and tag.alt:
            # Alternative text would be read in the table's place, a summary before it.
            return Dictionary(O=Name.Table, Summary=_string(tag.alt))
        if tag.scope is not None or tag.columns > 1:
            attributes = Dictionary(O=Name.Table)
            if tag.scope is not None:
                attributes.Scope = Name(f"/{tag.scope}")
            if tag.columns > 1:
                attributes.ColSpan = tag.columns
            return attributes
        if element.box is not None:
            page, box = element.box
            high = float(self._pages[page].MediaBox[3])
            corners = (box.x, high - box.bottom, box.right, high - box.y)
            return Dictionary(O=Name.Layout, BBox=Array([round(corner, 2) for corner in corners]))
        return None


def _string(text: str) -> String:
    """A text as PDF has it; one too long for that (ISO 19005-2, 6.1.13) ends with an ellipsis."""
    return String(text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…")


def _intent(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Our colours are those of sRGB."""
    profile = pdf.make_stream(asset("colour", "sRGB.icc").read_bytes(), N=3)
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )


_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{lang}</rdf:li></rdf:Bag></dc:language>
{author}{subject}<xmp:CreatorTool>Boardwright</xmp:CreatorTool>
<xmp:CreateDate>2000-01-01T00:00:00+00:00</xmp:CreateDate>
<xmp:ModifyDate>2000-01-01T00:00:00+00:00</xmp:ModifyDate>
<pdf:Producer>Boardwright</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def _metadata(info: Info) -> bytes:
    """The document's XMP, the same as its document information (whose date is that of documents without one)."""
    author = f"<dc:creator><rdf:Seq><rdf:li>{_said(info.author)}</rdf:li></rdf:Seq></dc:creator>\n"
    subject = (
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{_said(info.subject)}</rdf:li></rdf:Alt>'
        "</dc:description>\n"
    )
    return _XMP.format(
        title=_said(info.title),
        lang=_said(info.lang),
        author=author if info.author else "",
        subject=subject if info.subject else "",
    ).encode()


def _said(text: str) -> str:
    """A text as XML has it."""
    return escape(_NO_XML.sub("", text))
