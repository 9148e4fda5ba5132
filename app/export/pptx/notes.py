"""Speaker notes: a page of its own for each slide that has any."""

from typing import Final

from app.export.pptx.canvas import Canvas, web_address
from app.export.pptx.package import Part, kind
from app.export.pptx.text import mark
from app.export.pptx.tree import shape_tree
from app.export.pptx.xml import R_ID, A, Element, P, root, serialized, sub
from app.layout.bidi import passages, right_to_left
from app.layout.frames import PlacedSlide
from app.model.base import TAGS
from app.model.rich import Para, Span
from app.model.units import emu

_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
_HANG: Final = 14.0


def write_notes(slide: PlacedSlide, number: int, master: Part, canvas: Canvas) -> None:
    """The slide's notes as a part that slide and notes master are tied to; nothing when there is nothing to say."""
    if not any(slide.notes.text):
        return
    part = canvas.deck.package.add(f"/ppt/notesSlides/notesSlide{number}.xml", _TYPE)
    part.relate(master, kind("notesMaster"))
    part.relate(canvas.part, kind("slide"))
    canvas.part.relate(part, kind("notesSlide"))
    notes = root(f"{P}notes", "a p r")
    tree = shape_tree(sub(notes, f"{P}cSld"))
    image = _placeholder(tree, "2", "Bild", {"type": "sldImg"}, {"noGrp": "1", "noRot": "1", "noChangeAspect": "1"})
    sub(image, f"{P}spPr")
    text = _placeholder(tree, "3", "Talmanus", {"type": "body", "idx": "1"}, {"noGrp": "1"})
    sub(text, f"{P}spPr")
    body = sub(text, f"{P}txBody")
    sub(body, f"{A}bodyPr")
    sub(body, f"{A}lstStyle")
    for para in slide.notes.text:
        _write_paragraph(body, para, part, canvas)
    sub(sub(notes, f"{P}clrMapOvr"), f"{A}masterClrMapping")
    part.data = serialized(notes)


def _placeholder(tree: Element, id: str, name: str, place: dict[str, str], locks: dict[str, str]) -> Element:
    shape = sub(tree, f"{P}sp")
    naming = sub(shape, f"{P}nvSpPr")
    sub(naming, f"{P}cNvPr", {"id": id, "name": name})
    sub(sub(naming, f"{P}cNvSpPr"), f"{A}spLocks", locks)
    sub(sub(naming, f"{P}nvPr"), f"{P}ph", place)
    return shape


def _write_paragraph(parent: Element, para: Para, part: Part, canvas: Canvas) -> None:
    paragraph = sub(parent, f"{A}p")
    attributes = {"algn": "r", "rtl": "1"} if right_to_left(para.plain) else {}
    if para.marker:
        attributes |= {"marL": str(emu(_HANG * (para.level + 1))), "indent": str(-emu(_HANG))}
    properties = sub(paragraph, f"{A}pPr", attributes)
    if para.marker:
        mark(properties, para.marker)
    for span in para.spans:
        if span.text:
            _write_span(paragraph, span, part)
    lang = para.spans[-1].lang if para.spans else canvas.deck.lang
    sub(paragraph, f"{A}endParaRPr", {"lang": TAGS[lang]})


def _write_span(parent: Element, span: Span, part: Part) -> None:
    for passage, tag in passages(span.text):
        run = sub(parent, f"{A}r")
        attributes = {"lang": tag or TAGS[span.lang]}
        if span.bold:
            attributes["b"] = "1"
        if span.italic:
            attributes["i"] = "1"
        properties = sub(run, f"{A}rPr", attributes)
        address = web_address(span.href) if span.href else None
        if address is not None:
            sub(properties, f"{A}hlinkClick", {R_ID: part.relate(address, kind("hyperlink"))})
        sub(run, f"{A}t", text=passage)
