"""A template's grid: where title, body, takeaway, source and foot stand on the layout that a kind of slide takes."""

from dataclasses import replace
from typing import Final

from app.layout.frames import Box
from app.layout.grid import Foot, Grid, Place
from app.layout.template.covering import cover_of
from app.layout.template.look import LayoutLook, TemplateLook
from app.layout.template.mapping import LayoutMap, Seat
from app.layout.template.places import Real, meet, round_all, scale_of
from app.layout.template.theming import foot_places, needs_plate, slot_at, title_needs_plate

#: Heights in points, and the room between them.
_SOURCE_H: Final = 15.0
_TAKEAWAY_H: Final = 30.0
_GAP: Final = 9.0
_SECOND_LINE: Final = 7.5
_CLASS: Final = (80.0, 17.0)
_NUMBER_W: Final = 34.0
#: What content keeps off the slide's edges, in points.
_EDGE: Final = 12.0
_TITLE_H: Final = 60.0
#: The least height in which a title or a line of the foot is set, in points.
_LEAST_TITLE: Final = 30.0
#: Below this a gutter would part columns that are narrow already.
_GUTTER_SHARE: Final = 0.019


def grid_of(look: TemplateLook, layouts: LayoutMap, kind: str) -> Grid:
    """The grid for a kind of slide, in points of the layout (real ones divided by `scale_of`)."""
    seat, cover_seat = layouts.seat(kind if kind != "cover" else "summary"), layouts.seat("cover")
    scale = scale_of((look.width, look.height))
    width, height = look.width / scale, look.height / scale
    content = Real(look.layouts[seat.layout], scale, (width, height))
    cover = Real(look.layouts[cover_seat.layout], scale, (width, height))
    title, area = _title_and_area(content, seat)
    source = Box(area.x, area.bottom - _SOURCE_H - _SECOND_LINE, area.w, _SOURCE_H)
    foot, source = _foot(content, seat, source, (title.box, area))
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
        cover=cover_of(cover, cover_seat),
        plate=_plate(content.look, title.box, area, (width, height)),
        gutter=min(18.0, area.w * _GUTTER_SHARE),
    )


def _title_and_area(layout: Real, seat: Seat) -> tuple[Place, Box]:
    """The title's place and the area below; where the layout has no title, one is parted off the area's top."""
    area = _off_edges(layout.box(layout.look.body), layout.size)
    slot = slot_at(layout.look, seat.title)
    if slot is None or not slot.upright:
        title = Box(area.x, area.y, area.w, min(_TITLE_H, area.h / 4))
        return Place(title, anchor="middle"), area.inset(top=title.h + _GAP)
    place = layout.place(slot)
    return _roomy(place, layout.box(layout.look.title_room or slot.clear)), area


def _off_edges(area: Box, size: tuple[float, float]) -> Box:
    """An area that reaches a slide's edge, less the margin that nobody writes in."""
    left, top = max(area.x, _EDGE), max(area.y, _EDGE)
    right, bottom = min(area.right, size[0] - _EDGE), min(area.bottom, size[1] - _EDGE)
    return Box(left, top, right - left, bottom - top)


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
    return round_all(boxes, size) if boxes else None


def _foot(layout: Real, seat: Seat, source: Box, others: tuple[Box, Box]) -> tuple[Foot, Box]:
    """The foot's places, and the source line less what stands at its end: the class, and the number where the layout has no place
    for one. A place that lies over title or body is none."""
    readable = foot_places(layout.look, seat)
    footer, occasion, number = (
        None if place is None or any(meet(place.box, other) for other in others) else place
        for place in (
            _line(layout, place if place in readable else None) for place in (seat.footer, seat.date, seat.number)
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


def _line(layout: Real, place: int | None) -> Place | None:
    """A placeholder of the foot as a place for one line; None where there is none, or it is turned, off the slide, too small to read, or
    lies on the edges of a picture."""
    slot = slot_at(layout.look, place)
    if slot is None or not slot.upright:
        return None
    found = layout.place(slot)
    seen = round_all((found.box,), layout.size)
    if seen.w < 20 or seen.h < 9:
        return None
    tall = found.box.h - found.insets[1] - found.insets[3] >= 12
    return found if tall else replace(found, insets=(found.insets[0], 0.0, found.insets[2], 0.0))
