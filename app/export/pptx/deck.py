"""A placed deck as a PowerPoint file, on our own master or on a company's template."""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import BinaryIO, Final
from uuid import NAMESPACE_URL, uuid5

from app.export.pptx.canvas import DeckContext
from app.export.pptx.package import Part, kind
from app.export.pptx.slide import write_slide
from app.export.pptx.stock import CORE_TYPE, Stock, of_type, own_stock
from app.export.pptx.text import TextWriter
from app.export.pptx.xml import CP, DC, P14, R_ID, Element, P, extended, parsed, root, serialized, sub
from app.layout.frames import PlacedDeck, PlacedSlide
from app.layout.themes import Theme
from app.model.base import TAGS

#: Called with the number of slides written and of all slides; it raises to cancel.
Progress = Callable[[int, int], None]

_SLIDE_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"
_SECTIONS: Final = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
#: Slide ids start here by the standard.
_FIRST_SLIDE_ID: Final = 256


def write_pptx(
    deck: PlacedDeck,
    theme: Theme,
    assets: Mapping[str, bytes],
    out: BinaryIO,
    progress: Progress | None = None,
    stock: Stock | None = None,
) -> None:
    """Write a deck on a stock, our own master of the theme when there is none. `assets` are the project's pictures by digest. The same
    deck gives the same bytes.

    Raises KeyError for a picture that is not among the assets, ValueError for a table or picture that PowerPoint would not take and for
    slides that share an id, and what `progress` raises; `out` is written to only at the end."""
    stock = stock or own_stock(theme)
    package = stock.package
    slides = {
        slide.id: package.add(f"/ppt/slides/slide{number}.xml", _SLIDE_TYPE)
        for number, slide in enumerate(deck.slides, start=1)
    }
    if len(slides) < len(deck.slides):
        raise ValueError("two slides of the deck share an id")
    writer = TextWriter(stock.palette, theme.names["symbol"], deck.lang, foreign=stock.foreign)
    context = DeckContext(package, stock.palette, writer, deck.lang, slides, assets)
    for number, slide in enumerate(deck.slides, start=1):
        write_slide(slide, number, stock.layout_of(slide), stock.notes_master, context)
        if progress is not None:
            progress(number, len(deck.slides))
    _list_slides(package.document, deck, slides)
    next(of_type(package, CORE_TYPE)).data = _properties(deck)
    package.write(out)


def _list_slides(document: Part, deck: PlacedDeck, slides: Mapping[str, Part]) -> None:
    """The presentation's slides in order, and its sections."""
    presentation = parsed(document.data)
    listed = root(f"{P}sldIdLst", "p r")
    for id, slide in enumerate(deck.slides, start=_FIRST_SLIDE_ID):
        sub(listed, f"{P}sldId", {"id": str(id), R_ID: document.relate(slides[slide.id], kind("slide"))})
    size = presentation.find(f"{P}sldSz")
    if size is not None and deck.slides:
        size.addprevious(listed)
    sections = list(sections_of(deck.slides))
    if sections:
        _write_sections(presentation, sections)
    document.data = serialized(presentation)


def sections_of(slides: tuple[PlacedSlide, ...]) -> Iterator[tuple[str, list[int]]]:
    """Sections in order with their slides' places. PowerPoint wants every slide in one: slides before the first section open it, and
    slides without a section stay in the one before."""
    names: list[str] = []
    for slide in slides:
        names.append(slide.section or (names[-1] if names else ""))
    first = next((name for name in names if name), "")
    if first:
        named = [(name or first, place) for place, name in enumerate(names)]
        for name, members in groupby(named, key=lambda each: each[0]):
            yield name, [place for _, place in members]


def _write_sections(presentation: Element, sections: list[tuple[str, list[int]]]) -> None:
    extensions = presentation.find(f"{P}extLst")
    if extensions is None:
        extensions = sub(presentation, f"{P}extLst")
    listed = extended(sub(extensions, f"{P}ext", {"uri": _SECTIONS}), f"{P14}sectionLst", "p14", {})
    for number, (name, places) in enumerate(sections):
        id = str(uuid5(NAMESPACE_URL, f"boardwright:section:{number}:{name}")).upper()
        section = sub(listed, f"{P14}section", {"name": name, "id": f"{{{id}}}"})
        members = sub(section, f"{P14}sldIdLst")
        for place in places:
            sub(members, f"{P14}sldId", {"id": str(_FIRST_SLIDE_ID + place)})


def _properties(deck: PlacedDeck) -> bytes:
    """Title, author and language; no times and nobody else's name."""
    core = root(f"{CP}coreProperties", "cp dc")
    sub(core, f"{DC}title", text=deck.title)
    if deck.author:
        sub(core, f"{DC}creator", text=deck.author)
    sub(core, f"{DC}language", text=TAGS[deck.lang])
    return serialized(core)
