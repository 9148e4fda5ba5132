"""A template's parts become a `TemplateLook`: masters, layouts, placeholders, grounds, art, and the area for content."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PIL import Image

from app.files.archive import BadArchive
from app.files.parts import Element, OfficeFile, OfficePart
from app.layout.frames import Box
from app.layout.template.areas import Occupied, changed, covers_slide, is_plate, quiet, restless, share_in
from app.layout.template.backdrop import Backdrop, colors_in
from app.layout.template.colors import SLOTS, USUAL_MAP, Scheme, color_in, contrast
from app.layout.template.fills import Fill, Gradient, Picture, Source, background_of
from app.layout.template.leavings import leavings
from app.layout.template.look import VERSION, Art, Ground, GroundKind, LayoutLook, MasterLook, Slot, TemplateLook
from app.layout.template.opening import open_template
from app.layout.template.shapes import Drawn, drawn_on
from app.layout.template.slots import Styles, master_levels, slots_of, theme_name
from app.layout.template.textstyle import Fonts
from app.layout.template.xml import A, P, R, points

#: How many pixels wide the pictures are that grounds and art are judged by.
_PIXELS: Final = 320
_SMALLEST, _LARGEST = 72.0, 4032.0
CONTENT: Final = ("body", "obj", "pic", "chart", "tbl", "dgm", "media", "clipArt")
_TITLES: Final = ("title", "ctrTitle")
_FOOT: Final = ("dt", "ftr", "sldNum")
#: What content keeps off a title or foot, and the slide's edge where no placeholder tells, in points and as a share of the width.
_GAP: Final = 6.0
_MARGIN: Final = 0.05
#: The least height of an area for content, as a share of the slide's.
_LOWEST: Final = 0.4
#: How much of a placeholder must be clear of art for the clear part to be taken for it.
_MOSTLY: Final = 0.5
#: The steps, in points, in which a title's place is let out; how much two grounds may differ to be alike.
_STEP: Final = 3.0
_ALIKE: Final = 1.08
#: The least place for a cover's lines, in points; and the contrast that text needs, with a little to spare.
_ASIDE: Final = (220.0, 44.0)
_READABLE: Final = 4.6


@dataclass(frozen=True, slots=True)
class Master:
    """A master with all that its layouts take from it."""

    part: OfficePart
    root: Element
    theme: OfficePart | None
    theme_root: Element | None
    fonts: Fonts
    slots: dict[str, str]
    names: dict[str, str]


@dataclass(frozen=True, slots=True)
class Backing:
    """What lies behind a layout's content: ground and shapes, the master's first."""

    ground: Fill | None
    shapes: tuple[tuple[Drawn, bool], ...]


def analyse(data: bytes, file: str) -> TemplateLook:
    """What is in a template's bytes. Raises BadArchive, naming `file`, for what cannot be used as one."""
    office = open_template(data, file)
    try:
        return _analysed(office, hashlib.sha256(data).hexdigest())
    except BadArchive as problem:
        raise BadArchive(problem.key, **{**problem.values, "file": file}) from problem


def _analysed(office: OfficeFile, digest: str) -> TemplateLook:
    presentation = office.document.xml()
    size = slide_size(presentation)
    masters = [read_master(office, part) for part in master_parts(office, presentation)]
    usual = presentation.find(f"{P}defaultTextStyle")
    canvas = Backdrop(office, size, _PIXELS)
    layouts: list[LayoutLook] = []
    for index, master in enumerate(masters):
        found = [
            _layout(office, part, part.xml(), master, index, usual, canvas) for part in layout_parts(office, master)
        ]
        if not any(takes_content(layout, size) for layout in found) and _has_title(master):
            found.append(_added(office, master, index, usual, canvas))
        layouts += found
    if not layouts:
        layouts = [_added(office, master, index, usual, canvas) for index, master in enumerate(masters)]
    looks = tuple(_master_look(master, usual) for master in masters)
    used = _used(office, presentation)
    layouts = [layout.model_copy(update={"uses": used.count(layout.part)}) for layout in layouts]
    return TemplateLook(
        version=VERSION,
        digest=digest,
        width=size[0],
        height=size[1],
        masters=looks,
        layouts=tuple(layouts),
        fonts=_families(looks, layouts),
        opens_with=next((place for place, layout in enumerate(layouts) if used and layout.part == used[0]), None),
        left_out=leavings(office),
    )


def takes_content(layout: LayoutLook, size: tuple[float, float]) -> bool:
    """Whether a layout has an upright title and room below or beside it for content."""
    titles = [layout.slots[place] for place in layout.of_kind(*_TITLES)]
    roomy = layout.body.w >= 0.5 * size[0] and layout.body.h >= _LOWEST * size[1]
    return roomy and any(slot.upright for slot in titles)


def _used(office: OfficeFile, presentation: Element) -> list[str]:
    """The layouts of the example slides, in their order: what the template's own people use for what."""
    used: list[str] = []
    for listed in presentation.iter(f"{P}sldId"):
        slide = office.target(office.document, listed.get(f"{R}id"))
        used += [each.target for each in slide.by_kind("slideLayout")][:1] if slide is not None else []
    return used


def slide_size(presentation: Element) -> tuple[float, float]:
    """The slide's width and height in points, within what PowerPoint allows (1 to 56 inches)."""
    size = presentation.find(f"{P}sldSz")
    width, height = points(size, "cx", 720.0), points(size, "cy", 540.0)
    return min(max(width, _SMALLEST), _LARGEST), min(max(height, _SMALLEST), _LARGEST)


def master_parts(office: OfficeFile, presentation: Element) -> Sequence[OfficePart]:
    """The slide masters in the presentation's order. Raises BadArchive when there is none."""
    listed = (office.target(office.document, each.get(f"{R}id")) for each in presentation.iter(f"{P}sldMasterId"))
    found = _distinct(listed) or _distinct(
        office.parts.get(each.target) for each in office.document.by_kind("slideMaster")
    )
    if not found:
        raise BadArchive("template.no-master", file=office.file)
    return found


def layout_parts(office: OfficeFile, master: Master) -> Sequence[OfficePart]:
    """A master's layouts in its order."""
    listed = (office.target(master.part, each.get(f"{R}id")) for each in master.root.iter(f"{P}sldLayoutId"))
    return _distinct(listed) or _distinct(office.parts.get(each.target) for each in master.part.by_kind("slideLayout"))


def _distinct(parts: Iterable[OfficePart | None]) -> list[OfficePart]:
    return list({part.name: part for part in parts if part is not None}.values())


def read_master(office: OfficeFile, part: OfficePart) -> Master:
    """A master with its theme's colours and fonts."""
    root = part.xml()
    reference = next(part.by_kind("theme"), None)
    theme = office.parts.get(reference.target) if reference else None
    theme_root = theme.xml() if theme else None
    return Master(part, root, theme, theme_root, _fonts(theme_root), _slots(theme_root), _names(root))


def _fonts(theme: Element | None) -> Fonts:
    names = [
        ""
        if theme is None or (found := theme.find(f".//{A}{tag}/{A}latin")) is None
        else str(found.get("typeface", ""))
        for tag in ("majorFont", "minorFont")
    ]
    return Fonts(names[0] or names[1] or "Calibri", names[1] or names[0] or "Calibri")


#: The colours of a theme that is missing or names none: those that PowerPoint itself falls back on.
_USUAL_COLORS: Final = (
    "000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72",
)  # fmt: skip


def _slots(theme: Element | None) -> dict[str, str]:
    colors: dict[str, str] = dict(zip(SLOTS, _USUAL_COLORS, strict=True))
    scheme = None if theme is None else theme.find(f".//{A}clrScheme")
    for name in SLOTS if scheme is not None else ():
        color = color_in(scheme.find(f"{A}{name}"), Scheme({}, {})) if scheme is not None else None
        if color:
            colors[name] = color.hex
    return colors


def _names(root: Element) -> dict[str, str]:
    stated = root.find(f"{P}clrMap")
    return dict(USUAL_MAP) if stated is None else {str(name): str(value) for name, value in stated.attrib.items()}


def scheme_for(master: Master, root: Element) -> Scheme:
    """The colours in force on a layout (or on the master itself): the master's map, unless the layout has one of its own."""
    own = root.find(f"{P}clrMapOvr/{A}overrideClrMapping")
    names = master.names if own is None else {str(name): str(value) for name, value in own.attrib.items()}
    return Scheme(master.slots, names)


def backing_of(office: OfficeFile, part: OfficePart, root: Element, master: Master) -> Backing:
    """Ground and shapes behind a layout's content."""
    scheme = scheme_for(master, root)
    own = Source(office, part, master.theme, master.theme_root, scheme)
    inherited = Source(office, master.part, master.theme, master.theme_root, scheme)
    content, general = root.find(f"{P}cSld"), master.root.find(f"{P}cSld")
    ground = background_of(content, own) or background_of(general, inherited)
    below = () if root.get("showMasterSp") in ("0", "false") else drawn_on(general, inherited, master.fonts)
    shapes = [(shape, True) for shape in below]
    if root is not master.root:
        shapes += [(shape, False) for shape in drawn_on(content, own, master.fonts)]
    return Backing(ground, tuple(shapes))


def _styles(master: Master, root: Element, usual: Element | None) -> Styles:
    return Styles(master.root, usual, scheme_for(master, root), master.fonts)


def _has_title(master: Master) -> bool:
    styles = _styles(master, master.root, None)
    content = master.root.find(f"{P}cSld")
    return content is not None and any(slot.kind in _TITLES for slot in slots_of(content, styles))


def _added(office: OfficeFile, master: Master, index: int, usual: Element | None, canvas: Backdrop) -> LayoutLook:
    """The layout that an export adds to a master which has none with a title: the master's own placeholders."""
    look = _layout(office, master.part, master.root, master, index, usual, canvas)
    return look.model_copy(update={"part": "", "name": "", "kind": "", "added": True})


def _layout(
    office: OfficeFile,
    part: OfficePart,
    root: Element,
    master: Master,
    index: int,
    usual: Element | None,
    canvas: Backdrop,
) -> LayoutLook:
    content = root.find(f"{P}cSld")
    slots = () if content is None else tuple(slots_of(content, _styles(master, root, usual)))
    backing = backing_of(office, part, root, master)
    size = (canvas.size[0] / canvas.scale, canvas.size[1] / canvas.scale)
    scene = _looked_at(backing, slots, tuple(_content_areas(slots, master, size)), canvas)
    kind: GroundKind = (
        "picture"
        if isinstance(backing.ground, Picture)
        else "gradient"
        if isinstance(backing.ground, Gradient)
        else "solid"
    )

    def ground(box: Box) -> Ground:
        return scene.ground(box, kind)

    body = scene.body
    title = next((slot.box for slot in slots if slot.kind in _TITLES), None)
    title_ground = ground(scene.clear(title) if title else body)
    aside = scene.aside(title, slots, title_ground)
    return LayoutLook(
        part=part.name,
        name="" if content is None else str(content.get("name", "")),
        kind=str(root.get("type", "")),
        master=index,
        slots=tuple(
            slot.model_copy(update={"clear": (clear := scene.clear(slot.box)), "ground": ground(clear)})
            for slot in slots
        ),
        art=scene.art,
        body=body,
        aside=aside,
        ground=ground(body),
        title_room=scene.around(title, body) if title else None,
        title_ground=title_ground,
        foot_ground=ground(_foot_area(slots, size)),
        aside_ground=ground(aside or _foot_area(slots, size)),
    )


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
        dark, light = colors_in(self.image, box, self.scale)
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
        """A quiet place beside all placeholders, where a line or two can be read in the title's colour: below the title, else anywhere."""
        taken = self.taken.copy()
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


def _looked_at(backing: Backing, slots: Sequence[Slot], areas: Sequence[Box], canvas: Backdrop) -> Scene:
    """Draws what lies behind a layout, shape by shape, and sees what each of them takes."""
    size = (canvas.size[0] / canvas.scale, canvas.size[1] / canvas.scale)
    art, uneasy = Occupied(size), Occupied(size)
    image = canvas.ground(backing.ground)
    edges = restless(image) if isinstance(backing.ground, Picture) else None
    if edges is not None:
        uneasy.add_mask(edges)
    text = [slot.box for slot in slots if slot.kind in _TITLES or slot.kind == "subTitle"]
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
    return Scene(tuple(found), image, canvas.scale, art, _body(art, uneasy, slots, areas, size), edges)


def _body(
    art: Occupied, uneasy: Occupied, slots: Sequence[Slot], areas: Sequence[Box], size: tuple[float, float]
) -> Box:
    """The area for content."""
    fixed = art.grown(_GAP)
    for slot in slots:
        if slot.kind in _TITLES:
            fixed.add_box(_kept_off(slot.box))
        elif slot.kind in _FOOT:
            fixed.add_box(slot.box)
    body: Box | None = None
    for area in areas:
        found = quiet(area, fixed, uneasy)
        if body is None or (body.h < _LOWEST * size[1] and found.h > body.h):
            body = found
        if body.h >= _LOWEST * size[1] and body.w >= size[0] / 2:
            break
    return body or areas[-1]


def _kept_off(box: Box) -> Box:
    """A title's box with the room that content leaves below it."""
    return Box(box.x, box.y, box.w, box.h + _GAP)


def _content_areas(slots: Sequence[Slot], master: Master, size: tuple[float, float]) -> Iterator[Box]:
    """Where a layout may mean content to stand, the likeliest first: its own content placeholders together, the master's, what the
    title leaves."""
    own = [slot.box for slot in slots if slot.kind in CONTENT and slot.upright]
    if own:
        yield _on_slide(_together(own), size)
    for slot in _master_slots(master):
        if slot.kind == "body":
            yield _on_slide(slot.box, size)
            break
    title = next((slot.box for slot in slots if slot.kind in _TITLES), None)
    side = title.x if title is not None and 0 < title.x < size[0] / 4 else size[0] * _MARGIN
    top = title.bottom + _GAP if title is not None and title.bottom < size[1] / 2 else size[1] * _MARGIN
    feet = [slot.box.y for slot in slots if slot.kind in _FOOT and slot.box.y > size[1] / 2]
    foot = min(feet, default=size[1] * (1 - _MARGIN))
    yield _on_slide(Box(side, top, size[0] - 2 * side, max(foot - _GAP - top, 1.0)), size)


def _master_slots(master: Master) -> Iterator[Slot]:
    content = master.root.find(f"{P}cSld")
    return iter(()) if content is None else slots_of(content, _styles(master, master.root, None))


def _together(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def _on_slide(box: Box, size: tuple[float, float]) -> Box:
    left, top = min(max(box.x, 0.0), size[0] - 1), min(max(box.y, 0.0), size[1] - 1)
    return Box(left, top, max(min(box.right, size[0]) - left, 1.0), max(min(box.bottom, size[1]) - top, 1.0))


def _foot_area(slots: Sequence[Slot], size: tuple[float, float]) -> Box:
    boxes = [slot.box for slot in slots if slot.kind in _FOOT]
    return _on_slide(_together(boxes), size) if boxes else Box(0, size[1] * 0.93, size[0], size[1] * 0.07)


def _master_look(master: Master, usual: Element | None) -> MasterLook:
    return MasterLook(
        part=master.part.name,
        theme=theme_name(master.theme),
        colors=master.slots,
        heading=master.fonts.heading,
        text=master.fonts.text,
        usual_map=all(master.names.get(name, slot) == slot for name, slot in USUAL_MAP.items()),
        levels=master_levels(_styles(master, master.root, usual)),
    )


def _families(masters: Sequence[MasterLook], layouts: Sequence[LayoutLook]) -> tuple[str, ...]:
    """Every family that text is set in, headings and text of the masters first."""
    names = [name for master in masters for name in (master.heading, master.text)]
    names += [slot.levels[0].typeface for layout in layouts for slot in layout.slots if slot.levels]
    return tuple(dict.fromkeys(name for name in names if name and not name.startswith("+")))
