"""Masters with their themes, in the presentation's order, and what they and their layouts draw behind content."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.files.archive import BadArchive
from app.files.parts import Element, OfficeFile, OfficePart
from app.layout.template.colors import SLOTS, USUAL_MAP, Scheme, color_in
from app.layout.template.fills import Fill, Source, background_of
from app.layout.template.shapes import Drawn, drawn_on
from app.layout.template.textstyle import Fonts
from app.layout.template.xml import A, P, R, points

_SMALLEST, _LARGEST = 72.0, 4032.0
#: The colours of a theme that is missing or names none: those that PowerPoint itself falls back on.
_USUAL_COLORS: Final = (
    "000000", "FFFFFF", "44546A", "E7E6E6", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72",
)  # fmt: skip


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


def slide_size(presentation: Element) -> tuple[float, float]:
    """The slide's width and height in points, within what PowerPoint allows (1 to 56 inches)."""
    size = presentation.find(f"{P}sldSz")
    width, height = points(size, "cx", 720.0), points(size, "cy", 540.0)
    return min(max(width, _SMALLEST), _LARGEST), min(max(height, _SMALLEST), _LARGEST)


def master_parts(office: OfficeFile, presentation: Element) -> Sequence[OfficePart]:
    """The slide masters in the presentation's order. Raises BadArchive when there is none."""
    listed = [str(each.get(f"{R}id")) for each in presentation.iter(f"{P}sldMasterId")]
    found = _referred(office, office.document, "slideMaster", listed)
    if not found:
        raise BadArchive("template.no-master", file=office.file)
    return found


def layout_parts(office: OfficeFile, master: Master) -> Sequence[OfficePart]:
    """A master's layouts in its order."""
    listed = [str(each.get(f"{R}id")) for each in master.root.iter(f"{P}sldLayoutId")]
    return _referred(office, master.part, "slideLayout", listed)


def _referred(office: OfficeFile, part: OfficePart, kind: str, listed: Sequence[str]) -> list[OfficePart]:
    """The parts of a kind that a part refers to, in the order in which it lists them; in the file's order where it lists none."""
    found = {each.id: office.parts[each.target] for each in part.by_kind(kind) if each.target in office.parts}
    ordered = [found[id] for id in listed if id in found] or list(found.values())
    return list({each.name: each for each in ordered}.values())


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


@dataclass(frozen=True, slots=True)
class Backing:
    """What lies behind a layout's content: ground and shapes, the master's first."""

    ground: Fill | None
    shapes: tuple[tuple[Drawn, bool], ...]


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
