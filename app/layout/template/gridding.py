"""A template's grid: where title, body, takeaway, source and foot stand on the layout that a kind of slide takes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.layout.frames import Box
from app.layout.grid import CoverZones, Foot, Grid, Place
from app.layout.template.look import LayoutLook, Slot, TemplateLook
from app.layout.template.mapping import LayoutMap, Seat
from app.layout.template.theming import cover_needs_plate, needs_plate, slot_at, title_needs_plate

#: A slide whose longer side is beyond these, in points, is laid out at another size and written larger or smaller.
_USUAL: Final = (600.0, 1400.0)
_WIDE, _SMALL = 960.0, 720.0
#: Heights in points, and the room between them.
_SOURCE_H: Final = 15.0
_TAKEAWAY_H: Final = 30.0
_GAP: Final = 9.0
_SECOND_LINE: Final = 7.5
_CLASS: Final = (80.0, 17.0)
_NUMBER_W: Final = 34.0
_LINE: Final = 20.0
_TITLE_H: Final = 60.0
#: The least height in which a title or a line of the foot is set, in points.
_LEAST_TITLE: Final = 30.0
#: Below this a gutter would part columns that are narrow already.
_GUTTER_SHARE: Final = 0.019


def scale_of(look: TemplateLook) -> float:
    """Real points per point of the layout: 1 but for very large and very small slides."""
    longest = max(look.width, look.height)
    if longest > _USUAL[1]:
        return longest / _WIDE
    return longest / _SMALL if longest < _USUAL[0] else 1.0


def grid_of(look: TemplateLook, layouts: LayoutMap, kind: str) -> Grid:
    """The grid for a kind of slide, in points of the layout (real ones divided by `scale_of`)."""
    seat, cover_seat = layouts.seat(kind if kind != "cover" else "summary"), layouts.seat("cover")
    scale = scale_of(look)
    content = _Real(look.layouts[seat.layout], scale)
    cover = _Real(look.layouts[cover_seat.layout], scale)
    width, height = look.width / scale, look.height / scale
    title, area = _title_and_area(content, seat)
    source = Box(area.x, area.bottom - _SOURCE_H - _SECOND_LINE, area.w, _SOURCE_H)
    foot, source = _foot(content, seat, source, (title.box, area), (width, height))
    bottom = source.y - _SECOND_LINE - _GAP / 2
    takeaway = Box(area.x, bottom - _TAKEAWAY_H, area.w, _TAKEAWAY_H)
    return Grid(
        width,
        height,
        title=title,
        title_widest=None,
        body=Box(area.x, area.y, area.w, bottom - area.y),
        body_above_takeaway=Box(area.x, area.y, area.w, takeaway.y - _GAP - area.y),
        takeaway=takeaway,
        source=source,
        foot=foot,
        cover=_cover(cover, cover_seat, width, height),
        plate=_plate(content.look, title.box, area, (width, height)),
        gutter=min(18.0, area.w * _GUTTER_SHARE),
    )


@dataclass(frozen=True, slots=True)
class _Real:
    """A layout whose boxes are read in points of the layout."""

    look: LayoutLook
    scale: float

    def box(self, real: Box) -> Box:
        return Box(real.x / self.scale, real.y / self.scale, real.w / self.scale, real.h / self.scale)

    def place(self, slot: Slot) -> Place:
        left, top, right, bottom = (inset / self.scale for inset in slot.insets)
        align = slot.levels[0].align if slot.levels else "left"
        return Place(self.box(slot.clear), align, slot.anchor, (left, top, right, bottom))


def _title_and_area(layout: _Real, seat: Seat) -> tuple[Place, Box]:
    """The title's place and the area below; where the layout has no title, one is parted off the area's top."""
    area = layout.box(layout.look.body)
    slot = slot_at(layout.look, seat.title)
    if slot is None or not slot.upright:
        title = Box(area.x, area.y, area.w, min(_TITLE_H, area.h / 4))
        return Place(title, anchor="middle"), area.inset(top=title.h + _GAP)
    place = layout.place(slot)
    return _roomy(place, layout.box(layout.look.title_room or slot.clear)), area


def _roomy(place: Place, room: Box) -> Place:
    """A title's place, let out into the free room round it where it would not hold two lines."""
    lacking = _TITLE_H - place.box.h
    if lacking <= 0:
        return place
    down = min(lacking, max(room.bottom - place.box.bottom, 0.0)) if place.anchor != "bottom" else 0.0
    up = min(lacking - down, max(place.box.y - room.y, 0.0))
    if place.anchor == "bottom":
        down = min(lacking - up, max(room.bottom - place.box.bottom, 0.0))
    place = replace(place, box=Box(place.box.x, place.box.y - up, place.box.w, place.box.h + up + down))
    if place.box.h - place.insets[1] - place.insets[3] < _LEAST_TITLE:
        place = replace(place, insets=(place.insets[0], 0.0, place.insets[2], 0.0))
    return place


def _plate(layout: LayoutLook, title: Box, area: Box, size: tuple[float, float]) -> Box | None:
    """The plate behind a body that is too restless to write on, and behind a title that cannot be read."""
    boxes: list[Box] = []
    if needs_plate(layout.ground):
        boxes.append(area.inset(-_GAP, -_GAP / 2, -_GAP, -_GAP / 2))
    if title_needs_plate(layout.title_ground):
        boxes.append(title)
    return _round_all(boxes, size) if boxes else None


def _round_all(boxes: Sequence[Box], size: tuple[float, float]) -> Box:
    """The box round boxes, as far as it lies on the slide."""
    left, top = max(min(box.x for box in boxes), 0.0), max(min(box.y for box in boxes), 0.0)
    right, bottom = min(max(box.right for box in boxes), size[0]), min(max(box.bottom for box in boxes), size[1])
    return Box(left, top, right - left, bottom - top)


def _meet(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.x, other.x) > 1
        and min(one.bottom, other.bottom) - max(one.y, other.y) > 1
    )


def _foot(
    layout: _Real, seat: Seat, source: Box, others: tuple[Box, Box], size: tuple[float, float]
) -> tuple[Foot, Box]:
    """The foot's places, and the source line less what stands at its end: the class, and the number where the layout has no place
    for one. A place that lies over title or body is none."""
    footer, occasion, number = (
        None if place is None or any(_meet(place.box, other) for other in others) else place
        for place in (
            _line(layout, seat.footer, size),
            _line(layout, seat.date, size),
            _line(layout, seat.number, size),
        )
    )
    right = source.right
    in_body = number is None
    if number is None:
        box = Box(right - _NUMBER_W, source.y - 1, _NUMBER_W, _CLASS[1])
        number = Place(box, "right", "middle")
        right = box.x - _GAP
    label = Place(Box(right - _CLASS[0], source.y - 1, _CLASS[0], _CLASS[1]), "center", "middle")
    foot = Foot(footer, occasion, label, number, number_in_body=in_body)
    return foot, replace(source, w=label.box.x - _GAP - source.x)


def _line(layout: _Real, place: int | None, size: tuple[float, float]) -> Place | None:
    """A placeholder of the foot as a place for one line; None where there is none, or it is turned, too small to read, or lies on the
    edges of a picture."""
    slot = slot_at(layout.look, place)
    if slot is None or not slot.upright or title_needs_plate(slot.ground):
        return None
    found = layout.place(slot)
    if found.box.x < 0 or found.box.y < 0 or found.box.right > size[0] or found.box.bottom > size[1]:
        found = replace(found, box=_round_all((found.box,), size))
    if found.box.w < 20 or found.box.h < 9:
        return None
    tall = found.box.h - found.insets[1] - found.insets[3] >= 12
    return found if tall else replace(found, insets=(found.insets[0], 0.0, found.insets[2], 0.0))


def _cover(layout: _Real, seat: Seat, width: float, height: float) -> CoverZones:
    title_slot, subtitle_slot = slot_at(layout.look, seat.title), slot_at(layout.look, seat.subtitle)
    if title_slot is not None and title_slot.upright:
        title = layout.place(title_slot)
    else:
        area = layout.box(layout.look.body)
        title = Place(Box(area.x, area.y + area.h * 0.15, area.w, area.h * 0.35), anchor="bottom")
    aside = layout.box(layout.look.aside) if layout.look.aside else None
    if subtitle_slot is not None:
        subtitle = layout.place(subtitle_slot)
    else:
        subtitle, aside = _below(title, aside, height)
    if aside is None:
        subtitle, aside = _shared(subtitle)
    occasion, label = _lines(layout, seat, aside)
    boxes = (title.box, subtitle.box, occasion, label)
    plate = _round_all(boxes, (width, height)) if cover_needs_plate(layout.look, seat) else None
    return CoverZones(title, subtitle, None, occasion, label, plate)


def _below(title: Place, aside: Box | None, height: float) -> tuple[Place, Box | None]:
    """A place for the answer below a title that the layout gives no subtitle, and what is left of the quiet place for other lines."""
    if aside is not None and aside.h >= 5 * _LINE:
        box = Box(aside.x, aside.y + _GAP, min(aside.w, title.box.w), aside.h - 3.5 * _LINE)
        return Place(box, title.align), Box(aside.x, box.bottom, aside.w, aside.bottom - box.bottom)
    box = Box(title.box.x, title.box.bottom + _GAP, title.box.w, max(height - title.box.bottom - 5 * _LINE, 2 * _LINE))
    return Place(box, title.align), aside


def _shared(subtitle: Place) -> tuple[Place, Box]:
    """The subtitle's place parted in two where the layout leaves no other for the lines below it."""
    box = subtitle.box
    lines = min(3 * _LINE, box.h / 2)
    lower = Box(box.x + subtitle.insets[0], box.bottom - lines, box.w - subtitle.insets[0] - subtitle.insets[2], lines)
    return replace(
        subtitle, box=replace(box, h=box.h - lines), insets=(subtitle.insets[0], 0.0, subtitle.insets[2], 0.0)
    ), lower


def _lines(layout: _Real, seat: Seat, room: Box) -> tuple[Box, Box]:
    """Where the occasion's two lines stand, and the line for draft and class."""
    slot = slot_at(layout.look, seat.occasion)
    if slot is not None:
        return layout.box(slot.clear), Box(room.x, room.bottom - _LINE, room.w, _LINE)
    if room.h >= 3 * _LINE:
        return Box(room.x, room.bottom - 3 * _LINE, room.w, 2 * _LINE), Box(room.x, room.bottom - _LINE, room.w, _LINE)
    label = Box(room.x + room.w * 0.65, room.bottom - _LINE, room.w * 0.35, _LINE)
    return Box(room.x, room.bottom - 2 * _LINE, room.w * 0.6, 2 * _LINE), label
