"""A template's parts become a `TemplateLook`: masters, layouts, placeholders, grounds, art, and the area for content."""

import hashlib
from collections.abc import Iterator, Sequence

from app.files.archive import BadArchive
from app.files.parts import Element, OfficeFile, OfficePart
from app.layout.frames import Box
from app.layout.template.backdrop import Backdrop
from app.layout.template.colors import USUAL_MAP
from app.layout.template.fills import Gradient, Picture
from app.layout.template.leavings import leavings
from app.layout.template.look import VERSION, Ground, GroundKind, LayoutLook, MasterLook, Slot, TemplateLook
from app.layout.template.masters import (
    Master,
    backing_of,
    layout_parts,
    master_parts,
    read_master,
    scheme_for,
    slide_size,
)
from app.layout.template.opening import open_template
from app.layout.template.places import lacking
from app.layout.template.scene import LOWEST, TITLES, content_areas, foot_area, looked_at
from app.layout.template.slots import Styles, master_levels, slots_of, theme_name
from app.layout.template.xml import P, R

#: How many pixels wide the pictures are that grounds and art are judged by.
_PIXELS = 320


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
    titles = [layout.slots[place] for place in layout.of_kind(*TITLES)]
    roomy = layout.body.w >= 0.5 * size[0] and layout.body.h >= LOWEST * size[1] and not lacking(layout.body, size)
    return roomy and any(slot.upright for slot in titles)


def _used(office: OfficeFile, presentation: Element) -> list[str]:
    """The layouts of the example slides, in their order: what the template's own people use for what."""
    used: list[str] = []
    for listed in presentation.iter(f"{P}sldId"):
        slide = office.target(office.document, listed.get(f"{R}id"))
        used += [each.target for each in slide.by_kind("slideLayout")][:1] if slide is not None else []
    return used


def _styles(master: Master, root: Element, usual: Element | None) -> Styles:
    return Styles(master.root, usual, scheme_for(master, root), master.fonts)


def _has_title(master: Master) -> bool:
    styles = _styles(master, master.root, None)
    content = master.root.find(f"{P}cSld")
    return content is not None and any(slot.kind in TITLES for slot in slots_of(content, styles))


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
    scene = looked_at(backing, slots, tuple(content_areas(slots, tuple(_master_slots(master)), size)), canvas)
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
    title = next((slot.box for slot in slots if slot.kind in TITLES), None)
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
        foot_ground=ground(foot_area(slots, size)),
        aside_ground=ground(aside or foot_area(slots, size)),
    )


def _master_slots(master: Master) -> Iterator[Slot]:
    content = master.root.find(f"{P}cSld")
    return iter(()) if content is None else slots_of(content, _styles(master, master.root, None))


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
