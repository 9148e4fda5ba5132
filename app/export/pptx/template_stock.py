"""A company's template as a stock: its layouts' placeholders, its colours by their names, and a layout added where none takes content."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from app.export.pptx.master_notes import notes_master_part
from app.export.pptx.package import Package, Part, kind
from app.export.pptx.paint import Palette, Slot
from app.export.pptx.placeholders import Identity, Kind, Placeholder, TextStyle
from app.export.pptx.slide import Layout
from app.export.pptx.stock import LAYOUT_TYPE, NOTES_MASTER_TYPE, Stock, of_type
from app.export.pptx.template_package import part_of, template_package, unused_ids
from app.export.pptx.theme_part import theme_part
from app.export.pptx.tree import shape_tree
from app.export.pptx.xml import R_ID, A, Element, P, parsed, root, serialized, sub
from app.files.parts import parse_xml
from app.layout.frames import Box, Font, PlacedSlide, PlaceholderKey, Role
from app.layout.template.fit import Fit
from app.layout.template.look import LayoutLook
from app.layout.template.look import Slot as Place
from app.layout.template.mapping import Seat, use_of
from app.layout.template.opening import open_template
from app.layout.template.shades import shade_of
from app.layout.themes import Theme

_THEME_TYPE: Final = "application/vnd.openxmlformats-officedocument.theme+xml"
#: Placeholders that a seat may name, by what our texts call them.
_SEATED: Final[Mapping[PlaceholderKey, str]] = {
    "title": "title", "subtitle": "subtitle", "body": "body", "footer": "footer", "date": "date", "number": "number",
}  # fmt: skip
_INHERITED: Final[Mapping[PlaceholderKey, Role]] = {
    "title": "title", "subtitle": "cover-muted", "body": "ink", "footer": "foot", "date": "foot", "number": "foot",
}  # fmt: skip
_KINDS: Final[Mapping[str, Kind]] = {
    "title": "title", "ctrTitle": "ctrTitle", "subTitle": "subTitle", "body": "body", "dt": "dt", "ftr": "ftr", "sldNum": "sldNum",
}  # fmt: skip
#: What a title takes over where no layout has a place for one: nothing, so that all is stated.
_NOTHING: Final = TextStyle(
    Font("symbol", 0.0, 0.0, bold=True, italic=True, caps=True),
    None,
    "right",
    "bottom",
    (-1.0, -1.0, -1.0, -1.0),
    bare=False,
)
_NOWHERE: Final = Box(-1.0, -1.0, 0.0, 0.0)
_SCHEME: Final = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)


def template_stock(data: bytes, fit: Fit) -> Stock:
    """The stock of a template's bytes that `fit` was made from. The same template and choice of layouts give the same stock."""
    office = open_template(data, "template.pptx")
    package = template_package(office)
    parts = {
        place: _layout_part(package, look, fit) for place, look in enumerate(fit.look.layouts) if _is_used(place, fit)
    }
    maps = {place: _own_map(part) for place, part in parts.items()}
    layouts = {
        kind: Layout(parts[seat.layout], tuple(_placeholders(kind, seat, fit)), None, maps[seat.layout])
        for kind, seat in fit.layouts.seats.items()
    }

    def layout_of(slide: PlacedSlide) -> Layout:
        return next((layout for kind, layout in layouts.items() if kind == slide.kind), layouts["summary"])

    notes = next(of_type(package, NOTES_MASTER_TYPE), None) or _add_notes_master(package, fit.theme)
    return Stock(package, Palette(fit.theme, _slots(fit, maps)), layout_of, notes, foreign=True)


def _is_used(place: int, fit: Fit) -> bool:
    return any(seat.layout == place for seat in fit.layouts.seats.values())


def _layout_part(package: Package, look: LayoutLook, fit: Fit) -> Part:
    if not look.added:
        return part_of(package, look.part)
    return _add_layout(package, part_of(package, fit.look.masters[look.master].part), look)


def _own_map(part: Part) -> Element | None:
    """A layout's own mapping of colours; None when it has the master's."""
    found = parse_xml(part.data, part.name).find(f"{P}clrMapOvr")
    return found if found is not None and found.find(f"{A}overrideClrMapping") is not None else None


# -- placeholders ----------------------------------------------------------------------------------------------


def _placeholders(kind: str, seat: Seat, fit: Fit) -> Iterator[Placeholder]:
    """The seat's placeholders; a title always, even where the layout has no place for one."""
    look = fit.look.layouts[seat.layout]
    for key, name in _SEATED.items():
        place: int | None = getattr(seat, name)
        slot = None if place is None else look.slots[place]
        if slot is not None and not (key == "body" and use_of(kind) == "cover"):
            yield _placeholder(key, slot, kind, fit)
        elif key == "title":
            yield Placeholder("title", _NOWHERE, _NOTHING, own=Identity("title", 0, "", ""))


def _placeholder(key: PlaceholderKey, slot: Place, kind: str, fit: Fit) -> Placeholder:
    level = slot.levels[0]
    role: Role = "on-cover" if key == "title" and use_of(kind) == "cover" else _INHERITED[key]
    family = "heading" if key == "title" or level.font == "heading" else "body"
    font = Font(family, level.size, 0.0, level.bold, level.italic, level.caps)
    color = role if fit.theme.colors[role] == level.color else None
    style = TextStyle(font, color, level.align, slot.anchor, slot.insets, bare=False)
    # A title in a layout without one stands in the placeholder of its largest text, and is still the slide's title.
    identity = Identity(_KINDS.get(slot.kind, "obj"), slot.index, slot.name, "")
    if key == "title" and slot.kind not in ("title", "ctrTitle"):
        return Placeholder("title", _NOWHERE, replace(_NOTHING), own=Identity("title", 0, "", ""))
    return Placeholder(key, slot.box, style, own=identity)


# -- colours ---------------------------------------------------------------------------------------------------


def _slots(fit: Fit, maps: Mapping[int, Element | None]) -> Mapping[Role, Slot]:
    """Roles whose colour is one of the template's own, or a lighter or darker one of it. They then follow when the template is recoloured.
    Where layouts map colours in ways of their own, the scheme's own names are used."""
    master = fit.look.masters[fit.look.layouts[fit.layouts.seat("summary").layout].master]
    plain = not any(each is not None for each in maps.values())
    names = {"dk1": "tx1", "lt1": "bg1", "dk2": "tx2", "lt2": "bg2"} if plain and master.usual_map else {}
    found: dict[Role, Slot] = {}
    for role, color in fit.theme.colors.items():
        for name in _SCHEME[:10]:
            shade = shade_of(color, master.colors[name])
            if shade is not None:
                slot = Slot(names.get(name, name), changes=shade)
                if role not in found or len(shade) < len(found[role].changes):
                    found[role] = slot
    return found


# -- parts added -----------------------------------------------------------------------------------------------


def _add_layout(package: Package, master: Part, look: LayoutLook) -> Part:
    """A layout of the master's own placeholders, listed last by it."""
    part = package.add_next("/ppt/slideLayouts/slideLayout", LAYOUT_TYPE)
    part.relate(master, kind("slideMaster"))
    element = root(f"{P}sldLayout", "a p r", {"preserve": "1", "userDrawn": "1"})
    tree = shape_tree(sub(element, f"{P}cSld", {"name": "Boardwright"}))
    for number, slot in enumerate(look.slots, start=2):
        _write_slot(tree, number, slot)
    sub(sub(element, f"{P}clrMapOvr"), f"{A}masterClrMapping")
    part.data = serialized(element)
    listing = parse_xml(master.data, master.name)
    listed = listing.find(f"{P}sldLayoutIdLst")
    if listed is None:
        listed = root(f"{P}sldLayoutIdLst", "p r")
        mapping = listing.find(f"{P}clrMap")
        listing.insert(1, listed) if mapping is None else mapping.addnext(listed)
    sub(
        listed,
        f"{P}sldLayoutId",
        {"id": str(next(unused_ids(package))), R_ID: master.relate(part, kind("slideLayout"))},
    )
    master.data = serialized(listing)
    return part


def _write_slot(tree: Element, number: int, slot: Place) -> None:
    """A placeholder that takes all from the master's of its kind."""
    shape = sub(tree, f"{P}sp")
    naming = sub(shape, f"{P}nvSpPr")
    sub(naming, f"{P}cNvPr", {"id": str(number), "name": slot.name})
    sub(sub(naming, f"{P}cNvSpPr"), f"{A}spLocks", {"noGrp": "1"})
    attributes = {"type": slot.kind} | ({"idx": str(slot.index)} if slot.index else {})
    sub(sub(naming, f"{P}nvPr"), f"{P}ph", attributes)
    sub(shape, f"{P}spPr")
    body = sub(shape, f"{P}txBody")
    sub(body, f"{A}bodyPr")
    sub(body, f"{A}lstStyle")
    sub(sub(body, f"{A}p"), f"{A}endParaRPr", {"lang": "sv-SE"})


def _add_notes_master(package: Package, theme: Theme) -> Part:
    """Our notes master, in a theme part of its own, where the template has none."""
    part = package.add_next("/ppt/notesMasters/notesMaster", NOTES_MASTER_TYPE, notes_master_part(theme))
    part.relate(package.add_next("/ppt/theme/theme", _THEME_TYPE, theme_part(theme, "Boardwright")), kind("theme"))
    document = package.document
    presentation = parsed(document.data)
    listed = root(f"{P}notesMasterIdLst", "p r")
    sub(listed, f"{P}notesMasterId", {R_ID: document.relate(part, kind("notesMaster"))})
    masters = presentation.find(f"{P}sldMasterIdLst")
    presentation.insert(0, listed) if masters is None else masters.addnext(listed)
    document.data = serialized(presentation)
    return part
