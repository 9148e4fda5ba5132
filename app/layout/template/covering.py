"""Where a cover's title, answer and lines stand on the layout that opens a deck, none of them on another."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from app.layout.frames import Box
from app.layout.grid import CoverZones, Place
from app.layout.template.mapping import Seat
from app.layout.template.places import Real, apart, meet, round_all
from app.layout.template.theming import cover_needs_plate, slot_at

#: Heights in points, and the room between them.
_LINE: Final = 20.0
_GAP: Final = 9.0
#: By how much boxes that only touch may seem to overlap, as places are reckoned.
_HAIR: Final = 1.0
#: The least height of the answer, and of the place that it shares with the occasion's lines.
_LEAST_ANSWER: Final = 2 * _LINE
_LEAST_SHARED: Final = 5 * _LINE
#: The least height of a title's place whose lower half is given to the answer.
_LEAST_PARTED: Final = 9 * _LINE
#: Below this width the occasion's details stand on several lines where there is room.
_NARROW: Final = 400.0


def cover_of(layout: Real, seat: Seat) -> CoverZones:
    """A cover's places in points of the layout."""
    _, height = layout.size
    title = _title(layout, seat)
    aside = _aside(layout, title)
    slot = slot_at(layout.look, seat.subtitle)
    subtitle = None if slot is None else _beside(layout.place(slot), (title.box,), _LEAST_ANSWER)
    if subtitle is None and (aside is None or aside.h < _LEAST_SHARED):
        aside = _free_body(layout, title) or aside
        if title.box.h >= _LEAST_PARTED and (aside is None or aside.h < _LEAST_SHARED):
            title, subtitle = _parted(title)
    if subtitle is None:
        subtitle, aside = _below(title, aside, height)
    if aside is None or meet(aside, subtitle.box):
        subtitle, aside = _shared(subtitle, title, layout.size)
    occasion, label = _lines(layout, seat, aside, (title.box, subtitle.box))
    boxes = (title.box, subtitle.box, occasion, label)
    plate = round_all(boxes, layout.size) if cover_needs_plate(layout.look, seat) else None
    return CoverZones(title, subtitle, None, occasion, label, plate)


def _title(layout: Real, seat: Seat) -> Place:
    slot = slot_at(layout.look, seat.title)
    if slot is not None and slot.upright:
        return layout.place(slot)
    area = layout.box(layout.look.body)
    return Place(Box(area.x, area.y + area.h * 0.15, area.w, area.h * 0.35), anchor="bottom")


def _aside(layout: Real, title: Place) -> Box | None:
    """The quiet place beside a cover's texts, less what a title takes of it that the layout has no placeholder for."""
    if layout.look.aside is None:
        return None
    left = apart(layout.box(layout.look.aside), (title.box,))
    return left if left.h >= _LEAST_ANSWER else None


def _beside(place: Place, others: Sequence[Box], least: float) -> Place | None:
    """A place without what others take of it; None where too little is left."""
    box = apart(place.box, others)
    if box == place.box:
        return place
    return replace(place, box=box) if box.h >= least else None


def _below(title: Place, aside: Box | None, height: float) -> tuple[Place, Box | None]:
    """A place for the answer below a title that the layout gives no subtitle, and what is left of the quiet place for other lines."""
    if aside is not None and aside.h >= _LEAST_SHARED:
        box = Box(aside.x, aside.y + _GAP, min(aside.w, title.box.w), aside.h - 3.5 * _LINE)
        return Place(box, title.align), Box(aside.x, box.bottom, aside.w, aside.bottom - box.bottom)
    box = Box(title.box.x, title.box.bottom + _GAP, title.box.w, max(height - title.box.bottom - 5 * _LINE, 2 * _LINE))
    return Place(box, title.align), aside


def _free_body(layout: Real, title: Place) -> Box | None:
    """What a title leaves below itself of the area for content, which is clear of art; None where that is too low for a cover's texts."""
    body = layout.box(layout.look.body)
    top = max(body.y, title.box.bottom)
    return Box(body.x, top, body.w, body.bottom - top) if body.bottom - top >= _LEAST_SHARED else None


def _parted(title: Place) -> tuple[Place, Place]:
    """A high title's place, which fills what a cover has, halved: the title above, the answer below."""
    box, (left, top, right, _) = title.box, title.insets
    half = box.h / 2
    answer = Place(box.inset(top=half), title.align, insets=(left, _GAP, right, 0.0))
    return replace(title, box=box.inset(bottom=half), anchor="bottom", insets=(left, top, right, 0.0)), answer


def _shared(subtitle: Place, title: Place, size: tuple[float, float]) -> tuple[Place, Box]:
    """The subtitle's place, let out where it is low, parted in two where the layout leaves no other for the lines below it."""
    box = _let_out(subtitle.box, title.box, size[1])
    lines = min(3 * _LINE, box.h / 2)
    left, _, right, _ = subtitle.insets
    lower = Box(box.x + left, box.bottom - lines, box.w - left - right, lines)
    return replace(subtitle, box=replace(box, h=box.h - lines), insets=(left, 0.0, right, 0.0)), lower


def _let_out(box: Box, title: Box, height: float) -> Box:
    """A low box made higher: downwards as far as the slide or the title below lets it, then upwards as far as the title above does."""
    lacking = max(_LEAST_SHARED - box.h, 0.0)
    floor = title.y if title.y >= box.bottom - _HAIR else height - _GAP
    down = min(lacking, max(floor - box.bottom, 0.0))
    ceiling = title.bottom if title.bottom <= box.y + _HAIR else _GAP
    up = min(lacking - down, max(box.y - ceiling, 0.0))
    return Box(box.x, box.y - up, box.w, box.h + up + down)


def _lines(layout: Real, seat: Seat, room: Box, others: Sequence[Box]) -> tuple[Box, Box]:
    """Where the occasion's two lines stand, and the line for draft and class."""
    slot = slot_at(layout.look, seat.occasion)
    own = None if slot is None else layout.place(slot).box
    if own is not None and own.h >= 2 * _LINE and not any(meet(own, other) for other in (*others, room)):
        return own, Box(room.x, room.bottom - _LINE, room.w, _LINE)
    if room.h >= 3 * _LINE:
        height = (4 if room.w < _NARROW and room.h >= 6 * _LINE else 2) * _LINE
        lines = Box(room.x, room.bottom - _LINE - height, room.w, height)
        return lines, Box(room.x, lines.bottom, room.w, _LINE)
    label = Box(room.x + room.w * 0.65, room.bottom - _LINE, room.w * 0.35, _LINE)
    return Box(room.x, room.bottom - 2 * _LINE, room.w * 0.6, 2 * _LINE), label
