"""A slide's grid and zones, in points: where title, body, takeaway, source and foot stand on a canvas of any size.

Our own is 16:9, 960 × 540 pt, with twelve columns of 0.771 in and gutters of 0.25 in. A company's template has others."""

from dataclasses import dataclass, field
from typing import Final

from app.layout.frames import Anchor, Box
from app.layout.text import NO_INSETS, Insets
from app.model.tables import Align
from app.model.units import inches

_COLUMNS: Final = 12
#: Seven tenths of our own body, in square points.
_ROOMY: Final = 200_000.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands, and how it stands there. Insets are left, top, right, bottom in points."""

    box: Box
    align: Align = "left"
    anchor: Anchor = "top"
    insets: Insets = NO_INSETS


@dataclass(frozen=True, slots=True)
class Foot:
    """Where the foot's parts stand; None for what the slide has no place for. `number_in_body` says that the number stands on the
    body's ground rather than the foot's, on a template that has no place for it."""

    organisation: Place | None = None
    occasion: Place | None = None
    classification: Place | None = None
    number: Place | None = None
    number_in_body: bool = False

    @property
    def flows(self) -> bool:
        """Whether the occasion begins within the organisation's place: it then follows after the organisation's name."""
        first, second = self.organisation, self.occasion
        return first is not None and second is not None and first.box.x <= second.box.x < first.box.right


@dataclass(frozen=True, slots=True)
class CoverZones:
    """Where a cover's texts stand. Without a place of its own the subtitle follows below the title, wherever that ends.

    `occasion` holds two lines, the occasion and its details; `label` one, the draft word and the class. `plate` is drawn behind them
    where a template's picture is too restless to write on."""

    title: Place
    subtitle: Place | None
    organisation: Box | None
    occasion: Box
    label: Box
    plate: Box | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """The canvas and its zones, in points. `title_widest` is how wide a title may become that its place is too narrow for; None
    where the title's place is a template's, which is neither widened nor narrowed. `body_above_takeaway` is the body of a slide
    that has a takeaway. `plate` is drawn behind the body where a template's picture is too restless to write on."""

    width: float
    height: float
    title: Place
    title_widest: float | None
    body: Box
    body_above_takeaway: Box
    takeaway: Box
    source: Box
    foot: Foot
    cover: CoverZones
    tracker: Box | None = None
    plate: Box | None = None
    gutter: float = field(default=inches(0.25))

    @property
    def size(self) -> tuple[float, float]:
        """The canvas, width and height."""
        return self.width, self.height

    @property
    def roomy(self) -> bool:
        """Whether the body has about as much room as ours: a slide that takes several there has much to say, not little room."""
        return self.body.w * self.body.h >= _ROOMY

    def columns(self, first: int, last: int, within: Box) -> Box:
        """The box over columns `first` to `last` (1 to 12) of those that `within` is parted into, and as high."""
        column = (within.w - (_COLUMNS - 1) * self.gutter) / _COLUMNS
        return Box(
            within.x + (first - 1) * (column + self.gutter),
            within.y,
            (last - first + 1) * column + (last - first) * self.gutter,
            within.h,
        )


_WIDTH, _HEIGHT, _MARGIN = 960.0, 540.0, inches(0.667)
_WIDE, _RIGHT = _WIDTH - 2 * _MARGIN, _WIDTH - _MARGIN
_FOOT_Y, _FOOT_H = inches(7.08), inches(0.24)
_COVER_W = inches(7.6)

#: Where the slide's number and the class's label stand on our own slides.
NUMBER: Final = Place(Box(_RIGHT - inches(0.45), _FOOT_Y, inches(0.45), _FOOT_H), "right", "middle")
CLASSIFICATION: Final = Place(
    Box(_RIGHT - inches(0.45) - inches(1.1), _FOOT_Y, inches(1.1), _FOOT_H), "center", "middle"
)
#: The grid of our own themes.
OURS: Final = Grid(
    _WIDTH,
    _HEIGHT,
    title=Place(Box(_MARGIN, inches(0.72), inches(9.96), inches(0.95))),
    title_widest=_WIDE,
    body=Box(_MARGIN, inches(1.96), _WIDE, inches(6.58 - 1.96)),
    body_above_takeaway=Box(_MARGIN, inches(1.96), _WIDE, inches(5.96 - 1.96)),
    takeaway=Box(_MARGIN, inches(6.13), _WIDE, inches(0.42)),
    source=Box(_MARGIN, inches(6.72), _WIDE, inches(0.21)),
    foot=Foot(
        organisation=Place(Box(_MARGIN, _FOOT_Y, inches(4), _FOOT_H), anchor="middle"),
        occasion=Place(Box(_MARGIN, _FOOT_Y, CLASSIFICATION.box.x - inches(0.3) - _MARGIN, _FOOT_H), anchor="middle"),
        classification=CLASSIFICATION,
        number=NUMBER,
    ),
    cover=CoverZones(
        title=Place(Box(_MARGIN, inches(2.1), _COVER_W, inches(2.1))),
        subtitle=None,
        organisation=Box(_MARGIN, inches(0.62), _COVER_W, inches(0.25)),
        occasion=Box(_MARGIN, _HEIGHT - inches(1.3), _COVER_W, inches(0.5)),
        label=Box(_MARGIN, _FOOT_Y - 6, inches(6), _FOOT_H),
    ),
    tracker=Box(_MARGIN, inches(0.28), _WIDE, inches(0.27)),
)
