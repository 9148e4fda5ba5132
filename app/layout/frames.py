"""Frames: a placed slide, in points from the slide's top left corner. Every exporter draws what stands here.

Colours are named by role and resolved by the theme; fonts by family role, size and line. Text has been measured and broken into
lines; an exporter that draws itself (PDF) draws the lines, one that hands text on (PowerPoint) writes the paragraphs."""

from dataclasses import dataclass, field, replace
from typing import Literal

from app.layout.charts import ChartItem, ScatterItem
from app.layout.look import Box, Font, Role
from app.model.base import FieldPath, Lang
from app.model.rich import Para, Rich
from app.model.tables import Align

Anchor = Literal["top", "middle", "bottom"]
#: The master's placeholders, by their job.
PlaceholderKey = Literal[
    "title", "subtitle", "body", "takeaway", "source", "classification", "footer", "date", "number"
]
LayoutKey = Literal["cover", "content", "content-takeaway"]


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one font, colour and language. `ref` is the id of a slide whose number the text is."""

    text: str
    font: Font
    color: Role
    lang: Lang
    href: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that break into lines together. Lengths in points; `hang` is the indent of the lines after a marker."""

    runs: tuple[Run, ...]
    align: Align = "left"
    line: float = 0.0
    before: float = 0.0
    marker: str = ""
    hang: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A run's part on one line: where it starts, and how wide it was measured."""

    run: Run
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands: its pieces on a baseline (points from the slide's top). `last` ends its paragraph."""

    pieces: tuple[Piece, ...]
    baseline: float
    last: bool = True


@dataclass(frozen=True, slots=True)
class TextBody:
    """Text fitted into a box. `tightened` text is smaller than its role's size and carries its sizes explicitly."""

    paragraphs: tuple[Paragraph, ...]
    lines: tuple[Line, ...]
    anchor: Anchor = "top"
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    tightened: bool = False
    height: float = 0.0

    @property
    def plain(self) -> str:
        """The text, a line a paragraph."""
        return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class TextItem:
    """A text in its box, in a placeholder of the layout where it has one.

    `fill` and `outline` are the placeholder's own as the layout draws it, for exporters that draw themselves; `filled` says that the
    slide departs from the layout, as a confidential class does."""

    block: FieldPath
    name: str
    box: Box
    body: TextBody
    placeholder: PlaceholderKey | None = None
    fill: Role | None = None
    outline: Role | None = None
    filled: bool = False


Geometry = Literal["rectangle", "ellipse", "diamond", "line", "arrow"]


@dataclass(frozen=True, slots=True)
class ShapeItem:
    """A shape, with text in it where it has some. A line or arrow runs from the box's top left to its bottom right
    (`w` or `h` may be 0 or negative). `decorative` shapes say nothing to who cannot see them. `opacity` (0 to 1) is the fill's:
    how much of the slide's ground it hides."""

    block: FieldPath
    name: str
    box: Box
    geometry: Geometry
    fill: Role | None = None
    outline: Role | None = None
    outline_width: float = 0.0
    body: TextBody | None = None
    alt: str = ""
    decorative: bool = True
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class PictureItem:
    """A picture, by the digest of its bytes among the project's assets."""

    block: FieldPath
    name: str
    box: Box
    sha256: str
    alt: str


@dataclass(frozen=True, slots=True)
class Border:
    """A cell's edge; none when the role is None."""

    color: Role | None = None
    width: float = 0.0


NO_BORDER = Border()


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell at its place. `columns` it spans (1 for most). Its text's lines stand in slide coordinates."""

    body: TextBody
    fill: Role | None = None
    top: Border = NO_BORDER
    bottom: Border = NO_BORDER
    left: Border = NO_BORDER
    right: Border = NO_BORDER
    columns: int = 1
    block: FieldPath = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its exact height. A spanning cell is followed by fewer cells, not by empty ones."""

    height: float
    cells: tuple[TableCell, ...]
    head: bool = False


@dataclass(frozen=True, slots=True)
class TableItem:
    """A native table. Column widths and row heights add up to the box."""

    block: FieldPath
    name: str
    box: Box
    widths: tuple[float, ...]
    rows: tuple[TableRow, ...]
    alt: str = ""


@dataclass(frozen=True, slots=True)
class LinkItem:
    """An area that leads to an address or, with `slide`, to another slide by its id."""

    block: FieldPath
    name: str
    box: Box
    href: str | None = None
    slide: str | None = None


@dataclass(frozen=True, slots=True)
class GroupItem:
    """Items that belong together: moved together in PowerPoint, described once."""

    block: FieldPath
    name: str
    items: tuple["Item", ...]
    alt: str = ""
    decorative: bool = False


Item = TextItem | ShapeItem | PictureItem | ChartItem | ScatterItem | TableItem | LinkItem | GroupItem


@dataclass(frozen=True, slots=True)
class PlacedNotes:
    """Speaker notes: parts, each below its label, which may be empty."""

    parts: tuple[tuple[Para, Rich], ...] = ()

    @property
    def text(self) -> Rich:
        """All of it as paragraphs to write; labels are bold."""
        return tuple(line for label, text in self.parts for line in (*((_bold(label),) if label else ()), *text))


def _bold(label: Para) -> Para:
    return replace(label, spans=tuple(replace(span, bold=True) for span in label.spans))


@dataclass(frozen=True, slots=True)
class PlacedSlide:
    """A slide where everything stands. Items are in reading order; `id` is stable, a split slide adds "/2", "/3"."""

    id: str
    kind: str
    layout: LayoutKey
    title: str
    section: str
    items: tuple[Item, ...]
    notes: PlacedNotes
    number: int = 0
    hidden: bool = False
    background: Role = "ground"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """What fitting had to do: `tightened`, `split`, `cut` or `widened`, on which slide, for which field."""

    kind: Literal["tightened", "split", "cut", "widened"]
    slide: str
    block: FieldPath
    detail: str = ""


@dataclass(frozen=True, slots=True)
class PlacedDeck:
    """All slides, numbered, with the deck's title and language, and what fitting had to do."""

    lang: Lang
    title: str
    size: tuple[float, float]
    slides: tuple[PlacedSlide, ...]
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    #: The person that the file's properties name; nobody when empty.
    author: str = ""
