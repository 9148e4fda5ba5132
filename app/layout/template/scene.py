"""What is seen behind a layout: its art, the quiet area for content, and where titles and a cover's lines could reach."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image

from app.layout.frames import Box
from app.layout.template.areas import Occupied, changed, covers_slide, is_plate, quiet, restless, share_in
from app.layout.template.backdrop import SPECKS, Backdrop, colors_in
from app.layout.template.colors import contrast
from app.layout.template.fills import Picture
from app.layout.template.look import Art, Ground, GroundKind, Slot
from app.layout.template.masters import Backing

CONTENT: Final = ("body", "obj", "pic", "chart", "tbl", "dgm", "media", "clipArt")
TITLES: Final = ("title", "ctrTitle")
FOOT: Final = ("dt", "ftr", "sldNum")
#: What content keeps off a title or foot, and the slide's edge where no placeholder tells, in points and as a share of the width.
_GAP: Final = 6.0
_MARGIN: Final = 0.05
#: The least height of an area for content, as a share of the slide's.
LOWEST: Final = 0.4
#: How much of a placeholder must be clear of art for the clear part to be taken for it.
_MOSTLY: Final = 0.5
#: The steps, in points, in which a title's place is let out; how much two grounds may differ to be alike.
_STEP: Final = 3.0
_ALIKE: Final = 1.08
#: How much of a box on a gradient is left out as specks: its lightest and darkest colours lie in corners, where words stand too.
_CORNERS: Final = 0.001
#: Placeholders that hold no text.
_UNSPOKEN: Final = ("pic", "chart", "tbl", "dgm", "media", "clipArt")
#: The least place for a cover's lines, in points; and the contrast that text needs, with a little to spare.
_ASIDE: Final = (220.0, 44.0)
_READABLE: Final = 4.6


@dataclass(frozen=True, slots=True)
class Scene:
    """What was seen behind a layout: art, the whole picture with its pixels per point, which cells are taken, the area for content."""

    art: tuple[Art, ...]
    image: Image.Image
    scale: float
    taken: Occupied
    body: Box
    #: Where a picture that is the ground has edges; None on other grounds.
    edges: Image.Image | None

    @property
    def size(self) -> tuple[float, float]:
        """The slide's width and height in points."""
        return self.image.width / self.scale, self.image.height / self.scale

    def ground(self, box: Box, kind: GroundKind) -> Ground:
        """The darkest and lightest colour behind a box."""
        dark, light = colors_in(self.image, box, self.scale, _CORNERS if kind == "gradient" else SPECKS)
        unrest = 0.0 if self.edges is None else share_in(self.edges, box, self.scale)
        return Ground(kind=kind, dark=dark, light=light, unrest=unrest)

    def clear(self, box: Box) -> Box:
        """The part of a placeholder that no art reaches into; the whole where too little would be left."""
        free = self.taken.largest_free(box)
        return free if free is not None and free.w * free.h >= _MOSTLY * box.w * box.h else box

    def around(self, title: Box, body: Box) -> Box:
        """How far a title could reach up and down from its place on the same ground, without meeting the slide's edge or the content."""
        top, bottom = title.y, title.bottom
        like = colors_in(self.image, title, self.scale)
        lowest = body.y - _GAP if body.y >= title.bottom else title.bottom
        while top - _STEP >= _GAP and self._is_like(Box(title.x, top - _STEP, title.w, _STEP), like):
            top -= _STEP
        while bottom + _STEP <= lowest and self._is_like(Box(title.x, bottom, title.w, _STEP), like):
            bottom += _STEP
        return Box(title.x, top, title.w, bottom - top)

    def _is_like(self, strip: Box, like: tuple[str, str]) -> bool:
        """Whether a strip has no colour darker or lighter than two others, but for a little."""
        dark, light = colors_in(self.image, strip, self.scale)
        return (
            contrast(dark, light) <= contrast(*like) * _ALIKE
            and max(contrast(dark, like[0]), contrast(light, like[1])) <= contrast(*like) * _ALIKE
        )

    def aside(self, title: Box | None, slots: Sequence[Slot], ground: Ground) -> Box | None:
        """A quiet place beside all placeholders, where a line or two can be read in the title's colour: below the title, else anywhere.
        Placeholders that a cover leaves empty, for pictures and such, give room where nothing else does."""
        spoken = [slot for slot in slots if slot.kind not in _UNSPOKEN]
        found = self._aside(title, slots, ground)
        return found or (self._aside(title, spoken, ground) if len(spoken) < len(slots) else None)

    def _aside(self, title: Box | None, slots: Sequence[Slot], ground: Ground) -> Box | None:
        taken = self.taken.grown(_GAP)
        if self.edges is not None:
            taken.add_mask(self.edges)
        for slot in slots:
            taken.add_box(slot.box)
        width, height = self.size
        edge = width * _MARGIN
        left = title.x if title else edge
        below = title.bottom if title else height / 2
        columns = (
            Box(left, below, width - edge - left, height - edge / 2 - below),
            Box(left, edge / 2, width - edge - left, height - edge),
            Box(edge, edge / 2, width - 2 * edge, height - edge),
        )
        for column in columns:
            found = taken.largest_free(column) if column.w > 0 and column.h > 0 else None
            if found is not None and found.h >= _ASIDE[1] and found.w >= min(_ASIDE[0], width / 3):
                here = self.ground(found, ground.kind)
                if _reads_on(here.colors + ground.colors):
                    return found
        return None


def _reads_on(grounds: Sequence[str]) -> bool:
    """Whether black or white can be read on all of some grounds."""
    return max(min(contrast(ink, ground) for ground in grounds) for ink in ("000000", "FFFFFF")) >= _READABLE


def looked_at(backing: Backing, slots: Sequence[Slot], areas: Sequence[Box], canvas: Backdrop) -> Scene:
    """Draws what lies behind a layout, shape by shape, and sees what each of them takes."""
    size = (canvas.size[0] / canvas.scale, canvas.size[1] / canvas.scale)
    art, uneasy = Occupied(size), Occupied(size)
    image = canvas.ground(backing.ground)
    edges = restless(image) if isinstance(backing.ground, Picture) else None
    if edges is not None:
        uneasy.add_mask(edges)
    text = [slot.box for slot in slots if slot.kind in TITLES or slot.kind == "subTitle"]
    found: list[Art] = []
    for shape, on_master in backing.shapes:
        drawn = shape.kind != "object" and canvas.can_draw(shape.fill)
        before = image.copy()
        canvas.shapes(image, (shape,))
        mask = changed(before, image)
        plated = [area for area in (*text, *areas) if shape.kind == "shape" and is_plate(mask, area, canvas.scale)]
        if drawn and (covers_slide(mask) or (plated and areas[0] in plated)):
            continue
        if shape.kind == "text" or not drawn:
            art.add_box(shape.box)
        elif mask.getbbox() is None:
            continue
        else:
            art.add_mask(mask, spared=plated)
        found.append(Art(kind=shape.kind, box=shape.box, on_master=on_master, drawn=drawn))
    for slot in slots:
        if slot.plate is not None:
            canvas.plate(image, slot.box, slot.plate)
    return Scene(tuple(found), image, canvas.scale, art, _body(art, uneasy, slots, areas, size), edges)


def _body(
    art: Occupied, uneasy: Occupied, slots: Sequence[Slot], areas: Sequence[Box], size: tuple[float, float]
) -> Box:
    """The area for content."""
    fixed = art.grown(_GAP)
    for slot in slots:
        if slot.kind in TITLES:
            fixed.add_box(_kept_off(slot.box))
        elif slot.kind in FOOT:
            fixed.add_box(slot.box)
    body: Box | None = None
    for area in areas:
        found = quiet(area, fixed, uneasy)
        if body is None or (body.h < LOWEST * size[1] and found.h > body.h):
            body = found
        if body.h >= LOWEST * size[1] and body.w >= size[0] / 2:
            break
    return body or areas[-1]


def _kept_off(box: Box) -> Box:
    """A title's box with the room that content leaves below it."""
    return Box(box.x, box.y, box.w, box.h + _GAP)


def content_areas(slots: Sequence[Slot], general: Sequence[Slot], size: tuple[float, float]) -> Iterator[Box]:
    """Where a layout may mean content to stand, the likeliest first: its own content placeholders together, the master's, what the
    title leaves."""
    own = [slot.box for slot in slots if slot.kind in CONTENT and slot.upright]
    if own:
        yield _on_slide(_together(own), size)
    for slot in general:
        if slot.kind == "body":
            yield _on_slide(slot.box, size)
            break
    title = next((slot.box for slot in slots if slot.kind in TITLES), None)
    side = title.x if title is not None and 0 < title.x < size[0] / 4 else size[0] * _MARGIN
    top = title.bottom + _GAP if title is not None and title.bottom < size[1] / 2 else size[1] * _MARGIN
    feet = [slot.box.y for slot in slots if slot.kind in FOOT and slot.box.y > size[1] / 2]
    foot = min(feet, default=size[1] * (1 - _MARGIN))
    yield _on_slide(Box(side, top, size[0] - 2 * side, max(foot - _GAP - top, 1.0)), size)


def _together(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _on_slide(box: Box, size: tuple[float, float]) -> Box:
    left, top = min(max(box.x, 0.0), size[0] - 1), min(max(box.y, 0.0), size[1] - 1)
    return Box(left, top, max(min(box.right, size[0]) - left, 1.0), max(min(box.bottom, size[1]) - top, 1.0))


def foot_area(slots: Sequence[Slot], size: tuple[float, float]) -> Box:
    boxes = [slot.box for slot in slots if slot.kind in FOOT]
    return _on_slide(_together(boxes), size) if boxes else Box(0, size[1] * 0.93, size[0], size[1] * 0.07)
