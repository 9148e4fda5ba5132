"""Templates that nobody has seen: a plain one with its layouts taken out, renamed, shuffled and turned, its colours, boxes, formats and
fonts changed, art laid over it and its masters multiplied. The same seed gives the same bytes."""

import random
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Final

from lxml import etree
from PIL import Image
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.parts.image import Image as PptxImage
from pptx.parts.image import ImagePart
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

Element = etree._Element  # pyright: ignore[reportPrivateUsage]
#: Width and height in inches: 16:9, 4:3, Google's, A4, an upright page, a wall.
_SIZES: Final = ((13.333, 7.5), (10, 7.5), (10, 5.625), (11.69, 8.27), (7.5, 10), (26.67, 15))
_FONTS: Final = (
    "Calibri",
    "Verdana",
    "Georgia",
    "Unbekannte Grotesk",
    "Century Gothic",
    "Arial Narrow",
    "ＭＳ ゴシック",
)
_NAMES: Final = ("タイトル", "1", "Rubrik och innehåll", "", "Layout", "Disposition personnalisée")
_COLORS: Final = ("1B3A57", "7A0019", "F2C300", "00A88F", "E94E1B", "808080", "2E2E2E", "C9E4F5")
_GROUNDS: Final = ("FFFFFF", "F4F1EA", "0E1B2A", "003D2E", "FFE9A8", "6E6E6E", "B00020")


def hard_template(seed: int) -> bytes:
    """A template made hard by a handful of changes that `seed` draws."""
    draw = random.Random(seed)
    deck = Presentation()
    _resize(deck, draw.choice(_SIZES))
    for change in draw.sample(_CHANGES, draw.randint(3, len(_CHANGES))):
        change(deck, draw)
    out = BytesIO()
    deck.save(out)
    with zipfile.ZipFile(out) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    if draw.random() < 0.3:
        for number in range(2, 2 + draw.randint(1, 3)):
            _copy_master(entries, number)
    return _packed(entries)


def _shapes(deck: Deck) -> list[Element]:
    """The trees of the master and all layouts."""
    master = deck.slide_masters[0]
    return [each.shapes._spTree for each in (master, *master.slide_layouts)]  # pyright: ignore[reportPrivateUsage]


def _resize(deck: Deck, size: tuple[float, float]) -> None:
    """Another format, with all boxes stretched to it."""
    width, height = round(size[0] * 914400), round(size[1] * 914400)
    across, down = width / int(deck.slide_width or 1), height / int(deck.slide_height or 1)
    for tree in _shapes(deck):
        for off, ext in zip(tree.iter(qn("a:off")), tree.iter(qn("a:ext")), strict=False):
            for element, names in ((off, ("x", "y")), (ext, ("cx", "cy"))):
                for name, factor in zip(names, (across, down), strict=True):
                    element.set(name, str(round(int(str(element.get(name, "0"))) * factor)))
    deck.slide_width, deck.slide_height = Emu(width), Emu(height)


def _take_out(deck: Deck, draw: random.Random) -> None:
    layouts = list(deck.slide_layouts)
    for layout in draw.sample(layouts, draw.randint(1, len(layouts) - 1)):
        deck.slide_layouts.remove(layout)


def _rename(deck: Deck, draw: random.Random) -> None:
    for layout in deck.slide_layouts:
        layout.name = draw.choice(_NAMES)


def _untype(deck: Deck, draw: random.Random) -> None:
    for layout in deck.slide_layouts:
        if draw.random() < 0.7 and layout.element.get("type") is not None:
            del layout.element.attrib["type"]


def _shuffle(deck: Deck, draw: random.Random) -> None:
    listed = _found(deck.slide_masters[0].element, "p:sldLayoutIdLst")
    children = list(listed)
    draw.shuffle(children)
    for child in children:
        listed.append(child)


def _turn(deck: Deck, draw: random.Random) -> None:
    for layout in deck.slide_layouts:
        if draw.random() < 0.3:
            for body in layout.element.iter(qn("a:bodyPr")):
                body.set("vert", "vert270")


def _untitle(deck: Deck, draw: random.Random) -> None:
    for layout in deck.slide_layouts:
        if draw.random() < 0.4:
            tree = _found(layout.element, "p:cSld", "p:spTree")
            for shape in list(tree):
                holder = shape.find("/".join(map(qn, ("p:nvSpPr", "p:nvPr", "p:ph"))))
                if holder is not None and ("itle" in str(holder.get("type", "")) or draw.random() < 0.2):
                    tree.remove(shape)


def _recolour(deck: Deck, draw: random.Random) -> None:
    theme = _theme(deck)
    for slot in theme.iter(*(qn(f"a:accent{number}") for number in range(1, 7))):
        _only(slot, draw.choice(_COLORS))
    _save_theme(deck, theme)


def _reground(deck: Deck, draw: random.Random) -> None:
    """A ground of a colour or a gradient; where it is dark, text and ground change places in the map of colours."""
    master = deck.slide_masters[0]
    color, other = draw.choice(_GROUNDS), draw.choice(_GROUNDS)
    fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'
    if draw.random() < 0.3:
        stops = f'<a:gs pos="0"><a:srgbClr val="{color}"/></a:gs><a:gs pos="100000"><a:srgbClr val="{other}"/></a:gs>'
        fill = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="{draw.choice((0, 2700000, 5400000))}"/></a:gradFill>'
    content = _found(master.element, "p:cSld")
    old = content.find(qn("p:bg"))
    if old is not None:
        content.remove(old)
    content.insert(0, _parsed(f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"))
    if sum(bytes.fromhex(color)) < 380:
        names = _found(master.element, "p:clrMap")
        for name, value in {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}.items():
            names.set(name, value)


def _refont(deck: Deck, draw: random.Random) -> None:
    theme = _theme(deck)
    for font in (*theme.iter(qn("a:majorFont")), *theme.iter(qn("a:minorFont"))):
        _found(font, "a:latin").set("typeface", draw.choice(_FONTS))
    _save_theme(deck, theme)


def _restyle(deck: Deck, draw: random.Random) -> None:
    """Titles in other sizes, capitals, bold, at another edge."""
    level = _found(deck.slide_masters[0].element, "p:txStyles", "p:titleStyle", "a:lvl1pPr")
    level.set("algn", draw.choice(("l", "ctr", "r")))
    run = _found(level, "a:defRPr")
    run.set("sz", str(draw.choice((1400, 1800, 2400, 3600, 6000))))
    run.set("b", draw.choice("01"))
    if draw.random() < 0.4:
        run.set("cap", "all")


def _move(deck: Deck, draw: random.Random) -> None:
    """Boxes that stand a little, or much, elsewhere."""
    width, height = int(deck.slide_width or 1), int(deck.slide_height or 1)
    reach = draw.choice((0.02, 0.08))
    for tree in _shapes(deck):
        for off in tree.iter(qn("a:off")):
            if draw.random() < 0.5:
                for name, whole in (("x", width), ("y", height)):
                    moved = int(str(off.get(name))) + draw.uniform(-reach, reach) * whole
                    off.set(name, str(round(max(moved, 0))))


def _decorate(deck: Deck, draw: random.Random) -> None:
    """Bands, columns, corners and a logo on the master."""
    master = deck.slide_masters[0]
    width, height = int(deck.slide_width or 1), int(deck.slide_height or 1)
    places = {
        "head": (0, 0, width, height * 0.16),
        "left": (0, 0, width * 0.08, height),
        "foot": (0, height * 0.93, width, height * 0.07),
        "corner": (width * 0.8, height * 0.75, width * 0.2, height * 0.25),
        "rule": (width * 0.05, height * 0.2, width * 0.9, height * 0.004),
    }
    for name in draw.sample(sorted(places), draw.randint(1, 3)):
        preset = "rtTriangle" if name == "corner" else "rect"
        _add_shape(master.element, places[name], preset, draw.choice(_COLORS))
    if draw.random() < 0.5:
        logo = BytesIO()
        Image.new("RGB", (120, 40), "#" + draw.choice(_COLORS)).save(logo, "PNG")
        relation = master.part.relate_to(
            ImagePart.new(deck.part.package, PptxImage.from_blob(logo.getvalue())), RT.IMAGE
        )
        _add_logo(master.element, (width * 0.86, height * 0.9, width * 0.1, height * 0.05), relation)


_Change = Callable[[Deck, random.Random], None]
_CHANGES: Final[Sequence[_Change]] = (
    _take_out, _rename, _untype, _shuffle, _turn, _untitle, _recolour, _reground, _refont, _restyle, _move, _decorate,
)  # fmt: skip
_SPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def _found(root: Element, *path: str) -> Element:
    """The element at a path that every deck of python-pptx has."""
    found = root.find("/".join(map(qn, path)))
    assert found is not None, path
    return found


def _parsed(xml: str) -> Element:
    return etree.fromstring(re.sub(r"^<([\w:]+)", rf"<\1 {_SPACES}", xml))


def _place(box: tuple[float, float, float, float]) -> str:
    x, y, w, h = (round(each) for each in box)
    return f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm>'


def _add_shape(master: Element, box: tuple[float, float, float, float], preset: str, color: str) -> None:
    tree = _found(master, "p:cSld", "p:spTree")
    fill = f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'
    outline = f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>'
    naming = f'<p:nvSpPr><p:cNvPr id="{90 + len(tree)}" name="Art"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    tree.insert(2, _parsed(f"<p:sp>{naming}<p:spPr>{_place(box)}{outline}{fill}</p:spPr></p:sp>"))


def _add_logo(master: Element, box: tuple[float, float, float, float], relation: str) -> None:
    tree = _found(master, "p:cSld", "p:spTree")
    naming = '<p:nvPicPr><p:cNvPr id="88" name="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
    fill = f'<p:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
    outline = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    tree.append(_parsed(f"<p:pic>{naming}{fill}<p:spPr>{_place(box)}{outline}</p:spPr></p:pic>"))


def _theme_part(deck: Deck):
    return next(
        each.target_part for each in deck.slide_masters[0].part.rels.values() if each.reltype.endswith("/theme")
    )


def _theme(deck: Deck) -> Element:
    return etree.fromstring(_theme_part(deck).blob)


def _save_theme(deck: Deck, theme: Element) -> None:
    _theme_part(deck)._blob = etree.tostring(theme, xml_declaration=True, encoding="UTF-8", standalone=True)  # pyright: ignore[reportPrivateUsage]


def _only(slot: Element, color: str) -> None:
    for child in list(slot):
        slot.remove(child)
    etree.SubElement(slot, qn("a:srgbClr"), {"val": color})


def _packed(entries: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _copy_master(entries: dict[str, bytes], number: int) -> None:
    """A further master with layouts and a theme of its own."""
    copies = {
        name: re.sub(r"(slideMaster|slideLayout|theme)(\d+)\.xml", rf"\g<1>\g<2>{number:02}.xml", name)
        for name in list(entries)
        if re.search(r"ppt/(slideMasters|slideLayouts|theme)/(_rels/)?\w+?1?\d?\.xml(\.rels)?$", name)
        and not re.search(r"\d{3}\.xml", name)
    }
    for name, copy in copies.items():
        content = entries[name]
        if name.endswith(".rels"):
            content = re.sub(rb"(slideMaster|slideLayout|theme)(\d+)\.xml", rb"\g<1>\g<2>%02d.xml" % number, content)
        if "slideMasters/slideMaster" in name:
            content = re.sub(rb'(sldLayoutId [^>]*?id=")(\d+)"', lambda found: _shifted(found, number), content)
        entries[copy] = content
    types = entries["[Content_Types].xml"].decode()
    for name, copy in copies.items():
        found = re.search(rf'<Override PartName="/{re.escape(name)}" ContentType="([^"]+)"/>', types)
        if found:
            types = types.replace("</Types>", f'<Override PartName="/{copy}" ContentType="{found.group(1)}"/></Types>')
    entries["[Content_Types].xml"] = types.encode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slideMaster"
    relations = entries["ppt/_rels/presentation.xml.rels"].decode()
    relation = f'<Relationship Id="rIdM{number}" Type="{kind}" Target="slideMasters/slideMaster1{number:02}.xml"/>'
    entries["ppt/_rels/presentation.xml.rels"] = relations.replace(
        "</Relationships>", f"{relation}</Relationships>"
    ).encode()
    presentation = entries["ppt/presentation.xml"].decode()
    listed = f'<p:sldMasterId id="{2147483648 + number * 100}" r:id="rIdM{number}"/>'
    entries["ppt/presentation.xml"] = presentation.replace(
        "</p:sldMasterIdLst>", f"{listed}</p:sldMasterIdLst>"
    ).encode()


def _shifted(found: "re.Match[bytes]", number: int) -> bytes:
    return found.group(1) + str(int(found.group(2)) + number * 100).encode() + b'"'
