"""Master and layouts: placeholders with their styles, and the cover's motif."""

from collections.abc import Mapping
from typing import Final

from app.export.pptx.canvas import Canvas, DeckContext, place
from app.export.pptx.items import draw
from app.export.pptx.package import Part
from app.export.pptx.paint import Palette
from app.export.pptx.placeholders import LAYOUT_NAMES, Placeholder, TextStyle, layout_placeholders
from app.export.pptx.shape import hold
from app.export.pptx.text import ALIGN, ANCHOR, SLIDE_NUMBER_FIELD, THEME_FONTS, mark
from app.export.pptx.theme_part import color_map
from app.export.pptx.tree import ground, shape_tree
from app.export.pptx.xml import R_ID, A, Element, P, root, serialized, sub
from app.layout.cover_motif import motif
from app.layout.frames import GroupItem, LayoutKey
from app.layout.themes import Theme
from app.model.units import emu

_ON_MASTER: Final = frozenset({"title", "body", "footer", "date", "number"})
_HANG: Final = 14.0
_LEVELS: Final = 5
_LANG: Final = "sv-SE"


def master_part(theme: Theme, layouts: Mapping[str, int]) -> bytes:
    """The slide master. `layouts` gives each layout's id by its relationship."""
    palette = Palette(theme)
    element = root(f"{P}sldMaster", "a p r", {"preserve": "1"})
    content = sub(element, f"{P}cSld")
    ground(content, "ground", palette)
    tree = shape_tree(content)
    for id, placeholder in enumerate(_masters(theme).values(), start=2):
        _write_placeholder(tree, id, placeholder, palette, on_master=True)
    sub(element, f"{P}clrMap", color_map(theme))
    listed = sub(element, f"{P}sldLayoutIdLst")
    for relationship, id in layouts.items():
        sub(listed, f"{P}sldLayoutId", {"id": str(id), R_ID: relationship})
    _write_text_styles(element, theme, palette)
    return serialized(element)


def _masters(theme: Theme) -> dict[str, Placeholder]:
    """The placeholders that the master itself has: as on the layout for content."""
    return {each.key: each for each in layout_placeholders(theme, "content") if each.key in _ON_MASTER}


def layout_part(theme: Theme, layout: LayoutKey, part: Part, deck: DeckContext) -> bytes:
    """A layout. Placeholders that look as on the master inherit everything."""
    element = root(f"{P}sldLayout", "a p r", {"preserve": "1", "userDrawn": "1"})
    content = sub(element, f"{P}cSld", {"name": LAYOUT_NAMES[layout]})
    if layout == "cover":
        ground(content, "cover", deck.palette)
    tree = shape_tree(content)
    canvas = Canvas(deck, part, {})
    if layout == "cover":
        draw(GroupItem("", "Motiv", motif(), decorative=True), tree, canvas)
    masters = _masters(theme)
    for placeholder in layout_placeholders(theme, layout):
        canvas.last_id += 1
        inherits = masters.get(placeholder.key) == placeholder
        _write_placeholder(tree, canvas.last_id, placeholder, deck.palette, inherits=inherits)
    sub(sub(element, f"{P}clrMapOvr"), f"{A}masterClrMapping")
    return serialized(element)


def _write_placeholder(
    tree: Element,
    id: int,
    placeholder: Placeholder,
    palette: Palette,
    *,
    inherits: bool = False,
    on_master: bool = False,
) -> None:
    shape = sub(tree, f"{P}sp")
    naming = sub(shape, f"{P}nvSpPr")
    sub(naming, f"{P}cNvPr", {"id": str(id), "name": placeholder.identity.name})
    sub(sub(naming, f"{P}cNvSpPr"), f"{A}spLocks", {"noGrp": "1"})
    hold(sub(naming, f"{P}nvPr"), placeholder, on_master=on_master)
    properties = sub(shape, f"{P}spPr")
    body = sub(shape, f"{P}txBody")
    if inherits:
        sub(body, f"{A}bodyPr")
        sub(body, f"{A}lstStyle")
    else:
        _write_look(properties, placeholder, palette)
        _write_body_properties(body, placeholder.style)
        _write_level(sub(body, f"{A}lstStyle"), "lvl1pPr", placeholder.style, palette)
    _write_prompt(sub(body, f"{A}p"), placeholder)


def _write_look(properties: Element, placeholder: Placeholder, palette: Palette) -> None:
    place(properties, f"{A}xfrm", placeholder.box)
    sub(sub(properties, f"{A}prstGeom", {"prst": "rect"}), f"{A}avLst")
    palette.fill(properties, placeholder.fill)
    palette.outline(properties, placeholder.outline.color, placeholder.outline.width)


def _write_body_properties(body: Element, style: TextStyle) -> None:
    left, top, right, bottom = (str(emu(inset)) for inset in style.insets)
    attributes = {"vert": "horz", "wrap": "square", "lIns": left, "tIns": top, "rIns": right, "bIns": bottom}
    properties = sub(body, f"{A}bodyPr", attributes | {"rtlCol": "0", "anchor": ANCHOR[style.anchor]})
    sub(properties, f"{A}normAutofit")


def _write_prompt(paragraph: Element, placeholder: Placeholder) -> None:
    """What an empty placeholder says. Never nothing: LibreOffice forgets the style of an empty footer."""
    identity = placeholder.identity
    if identity.kind == "sldNum":
        run = sub(paragraph, f"{A}fld", {"id": SLIDE_NUMBER_FIELD, "type": "slidenum"})
    else:
        run = sub(paragraph, f"{A}r")
    sub(run, f"{A}rPr", {"lang": _LANG})
    sub(run, f"{A}t", text=identity.prompt or "‹nr›")
    sub(paragraph, f"{A}endParaRPr", {"lang": _LANG})


def _write_text_styles(parent: Element, theme: Theme, palette: Palette) -> None:
    """Title, body and other text: body levels below the first are marked by dashes."""
    styles = sub(parent, f"{P}txStyles")
    title = TextStyle(theme.font("title"), "ink")
    _write_level(sub(styles, f"{P}titleStyle"), "lvl1pPr", title, palette)
    body = sub(styles, f"{P}bodyStyle")
    _write_level(body, "lvl1pPr", TextStyle(theme.font("body"), "ink"), palette)
    for level in range(2, _LEVELS + 1):
        style = TextStyle(theme.font("body" if level == 2 else "second"), "ink")
        _write_level(body, f"lvl{level}pPr", style, palette, dash=level - 1)
    _write_level(sub(styles, f"{P}otherStyle"), "lvl1pPr", TextStyle(theme.font("body"), "ink"), palette)


def _write_level(parent: Element, tag: str, style: TextStyle, palette: Palette, *, dash: int = 0) -> None:
    """A level's paragraph and run style; `dash` is how deep its dash is indented, 0 for none."""
    indents = {"marL": str(emu(_HANG * dash)), "indent": str(-emu(_HANG) if dash else 0)}
    level = sub(parent, f"{A}{tag}", indents | {"algn": ALIGN[style.align]})
    sub(sub(level, f"{A}lnSpc"), f"{A}spcPts", {"val": str(round(style.font.line * 100))})
    sub(sub(level, f"{A}spcBef"), f"{A}spcPts", {"val": "0"})
    if dash:
        mark(level, "–")
    else:
        sub(level, f"{A}buNone")
    look = sub(level, f"{A}defRPr", {"sz": str(round(style.font.size * 100)), "b": "1" if style.font.bold else "0"})
    palette.fill(look, style.color)
    sub(look, f"{A}latin", {"typeface": THEME_FONTS[style.font.family]})
