"""What was found in a template: plain data, the same for the same bytes, that can be kept as JSON. Lengths in points of the slide."""

from collections.abc import Mapping
from typing import Annotated, Final, Literal

from pydantic import Field

from app.layout.frames import Anchor, Box
from app.model.base import Record
from app.model.tables import Align

#: Goes up when the reader finds more or other than before, so that what was kept is found anew.
VERSION: Final = 4

Hex = Annotated[str, Field(pattern=r"^[0-9A-F]{6}$")]
#: Placeholders by what they take; "obj" takes any content.
SlotKind = Literal[
    "title",
    "ctrTitle",
    "subTitle",
    "body",
    "obj",
    "pic",
    "chart",
    "tbl",
    "dgm",
    "media",
    "clipArt",
    "dt",
    "ftr",
    "sldNum",
]
GroundKind = Literal["solid", "gradient", "picture"]
ArtKind = Literal["picture", "shape", "line", "text", "object"]
FontRole = Literal["heading", "body", "own"]


class Ground(Record):
    """What lies behind text in a region: its darkest and lightest colour, and how much of it (0 to 1) is edges of a picture."""

    kind: GroundKind
    dark: Hex
    light: Hex
    unrest: float = 0.0

    @property
    def colors(self) -> tuple[str, ...]:
        """The colours that text must stand out from."""
        return (self.dark,) if self.dark == self.light else (self.dark, self.light)


class Level(Record):
    """How text of a list level looks. `font` says whether the typeface is the theme's; `marker` is "" without a list mark."""

    size: float = 18.0
    bold: bool = False
    italic: bool = False
    caps: bool = False
    color: Hex = "000000"
    font: FontRole = "body"
    typeface: str = ""
    align: Align = "left"
    marker: str = ""
    margin: float = 0.0
    indent: float = 0.0


#: Placeholders whose place and fill slides inherit: titles and the foot.
_KEPT: Final = frozenset({"title", "ctrTitle", "subTitle", "dt", "ftr", "sldNum"})


class Slot(Record):
    """A placeholder of a layout: how PowerPoint pairs it (kind and index), its box, and its text. `upright` is False for turned text."""

    kind: SlotKind
    index: int
    name: str
    box: Box
    #: The part of the box that no art reaches into, and what lies behind it.
    clear: Box
    ground: Ground
    levels: tuple[Level, ...]
    anchor: Anchor = "top"
    insets: tuple[float, float, float, float] = (7.2, 3.6, 7.2, 3.6)
    upright: bool = True
    fill: Hex | None = None

    @property
    def plate(self) -> Hex | None:
        """The fill that stands behind a slide's text in this placeholder; None where it has none, or is not one that slides keep."""
        return self.fill if self.kind in _KEPT else None


class Art(Record):
    """Something drawn on master or layout that is not the ground: a logo, a rule, a name. `drawn` is False for what we cannot draw."""

    kind: ArtKind
    box: Box
    on_master: bool
    drawn: bool = True


class LayoutLook(Record):
    """A layout. `body` is the area for content, clear of title, foot and art; the grounds are those behind title, body and foot.

    `added` is True for the layout that the export adds to a master that has none."""

    part: str
    name: str
    kind: str
    master: int
    slots: tuple[Slot, ...]
    art: tuple[Art, ...]
    body: Box
    #: A quiet place beside all placeholders, for a line or two on a cover.
    aside: Box | None
    #: How far the title could reach.
    title_room: Box | None
    ground: Ground
    title_ground: Ground
    foot_ground: Ground
    aside_ground: Ground
    added: bool = False
    #: How many example slides stand on it.
    uses: int = 0

    def of_kind(self, *kinds: SlotKind) -> tuple[int, ...]:
        """The places of the slots of some kinds."""
        return tuple(place for place, slot in enumerate(self.slots) if slot.kind in kinds)


class MasterLook(Record):
    """A master with its theme: colours by slot ("dk1", "accent1"), and the typefaces of headings and text."""

    part: str
    theme: str
    colors: Mapping[str, Hex]
    heading: str
    text: str
    #: Whether slides' names for text and ground mean the scheme's dark and light, as is usual.
    usual_map: bool
    #: List levels of text, the first level first.
    levels: tuple[Level, ...]


class TemplateLook(Record):
    """A template. Layouts stand in the masters' order, and are told apart by their place alone."""

    version: int
    digest: str
    width: float
    height: float
    masters: tuple[MasterLook, ...]
    layouts: tuple[LayoutLook, ...]
    #: The layout of the first example slide.
    opens_with: int | None
    #: Families that text is set in, for the report on fonts.
    fonts: tuple[str, ...]
    #: Keys of what an export leaves out: "macros", "links", "embedded", "comments", "custom-xml", "persons", "slides", "signature".
    left_out: tuple[str, ...] = ()
