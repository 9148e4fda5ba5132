"""One slide being drawn: shape ids, names that a later export finds again, and what the slide refers to."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2s
from typing import Final
from urllib.parse import quote, urlsplit

from app.export.pptx.names import shown_name
from app.export.pptx.package import Package, Part, kind
from app.export.pptx.paint import Palette
from app.export.pptx.placeholders import Placeholder
from app.export.pptx.text import TextWriter
from app.export.pptx.xml import ADEC, R_ID, A, Element, P, extended, extension, sub
from app.layout.frames import Box, Item, PlaceholderKey, Run
from app.model.base import FieldPath, Lang
from app.model.units import emu

#: The action of a link to another slide.
JUMP: Final = "ppaction://hlinksldjump"
_DECORATIVE: Final = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_URL_SAFE: Final = "%:/?#@!$&'()*+,;=~"


@dataclass(slots=True)
class DeckContext:
    """What all slides of a deck share: where parts go, how things look, the slides by id, the project's pictures by digest."""

    package: Package
    palette: Palette
    text: TextWriter
    lang: Lang
    slides: Mapping[str, Part]
    assets: Mapping[str, bytes]
    #: What the deck holds already: picture parts by digest, and how many charts.
    pictures: dict[str, Part] = field(default_factory=dict[str, Part])
    charts: int = 0


@dataclass(slots=True)
class Canvas:
    """A slide's part under work. Ids count from 2: 1 is the shape tree's."""

    deck: DeckContext
    part: Part
    #: The layout's placeholders that are not used yet.
    placeholders: dict[PlaceholderKey, Placeholder]
    last_id: int = 1
    #: Fields by the key in their shapes' names.
    keys: dict[str, FieldPath] = field(default_factory=dict[str, FieldPath])
    #: How many items of a field and name were drawn.
    counts: Counter[tuple[FieldPath, str]] = field(default_factory=Counter[tuple[FieldPath, str]])

    def identify(self, parent: Element, item: Item, *, alt: str = "", decorative: bool = False) -> Element:
        """The `p:cNvPr` of an item: id, name, description; decorative items are marked for screen readers to pass over."""
        self.last_id += 1
        attributes = {"id": str(self.last_id), "name": self._name(item)}
        if alt:
            attributes["descr"] = alt
        properties = sub(parent, f"{P}cNvPr", attributes)
        if decorative and not alt:
            extended(extension(properties, "a", _DECORATIVE), f"{ADEC}decorative", "adec", {"val": "1"})
        return properties

    def link(self, run: Run) -> tuple[str, str] | None:
        """Where a run leads: relationship id and action; None when nowhere."""
        if run.href is None and run.ref is None:
            return None
        return self.target(run.href, run.ref)

    def target(self, href: str | None, slide: str | None) -> tuple[str, str] | None:
        """The relationship to an address or a slide by id. None for an unknown slide, the slide itself, and an address that a document
        must not lead to."""
        if href is not None:
            address = web_address(href)
            return None if address is None else (self.part.relate(address, kind("hyperlink")), "")
        other = self.deck.slides.get(slide) if slide is not None else None
        if other is None or other is self.part:
            return None
        return self.part.relate(other, kind("slide")), JUMP

    def click(self, properties: Element, target: tuple[str, str] | None) -> None:
        """Make a whole shape a link, by its `p:cNvPr`."""
        if target is not None:
            id, action = target
            sub(properties, f"{A}hlinkClick", {R_ID: id} | ({"action": action} if action else {}))

    def _name(self, item: Item) -> str:
        """The item's name in the deck's language, with a key that names its field and place among its like: the same from export to
        export, whatever the language."""
        shown = shown_name(item.name, self.deck.lang)
        if not item.block:
            return shown
        like = (item.block, item.name)
        key = _key(item, self.counts[like])
        self.counts[like] += 1
        self.keys[key] = item.block
        return f"{shown} · bw:{key}"


def _key(item: Item, ordinal: int) -> str:
    return blake2s(f"{item.block}\n{item.name}\n{ordinal}".encode(), digest_size=5).hexdigest()


def web_address(href: str) -> str | None:
    """An address as a relationship may hold it, signs that may not stand in one encoded. None when it leads neither to the web nor to
    a mailbox: a document must not open files or run anything."""
    address = quote(href.strip(), safe=_URL_SAFE)
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        return None
    return address if scheme in _SCHEMES else None


def place(parent: Element, tag: str, box: Box, flips: Mapping[str, str] | None = None) -> Element:
    """A transform with all four of left, top, width and height, rounded so that edges shared in points are shared in EMU."""
    transform = sub(parent, tag, flips)
    left, top = emu(box.x), emu(box.y)
    sub(transform, f"{A}off", {"x": str(left), "y": str(top)})
    sub(transform, f"{A}ext", {"cx": str(max(emu(box.right) - left, 0)), "cy": str(max(emu(box.bottom) - top, 0))})
    return transform
