"""The notes master: the slide's picture above the speaker notes, on upright A4-like pages."""

from typing import Final

from app.export.pptx.canvas import place
from app.export.pptx.paint import Palette
from app.export.pptx.theme_part import color_map
from app.export.pptx.tree import ground, shape_tree
from app.export.pptx.xml import A, Element, P, root, serialized, sub
from app.layout.frames import Box
from app.layout.themes import Theme

_PICTURE: Final = Box(36, 54, 468, 263.25)
_TEXT: Final = Box(54, 342, 432, 324)
_LANG: Final = "sv-SE"


def notes_master_part(theme: Theme) -> bytes:
    """The notes master. Notes are printed: dark themes print them dark on white all the same."""
    palette = Palette(theme)
    element = root(f"{P}notesMaster", "a p r")
    content = sub(element, f"{P}cSld")
    ground(content, "ground", palette)
    tree = shape_tree(content)
    _write_picture(tree)
    _write_text(tree)
    sub(element, f"{P}clrMap", color_map(theme) | {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"})
    style = sub(element, f"{P}notesStyle")
    level = sub(style, f"{A}lvl1pPr", {"marL": "0", "algn": "l"})
    sub(sub(level, f"{A}spcBef"), f"{A}spcPts", {"val": "300"})
    look = sub(level, f"{A}defRPr", {"sz": "1200"})
    palette.fill(look, "ink")
    sub(look, f"{A}latin", {"typeface": "+mn-lt"})
    return serialized(element)


def _write_picture(tree: Element) -> None:
    shape = _placeholder(tree, "2", "Bild", {"type": "sldImg", "idx": "2"}, {"noRot": "1", "noChangeAspect": "1"})
    properties = sub(shape, f"{P}spPr")
    place(properties, f"{A}xfrm", _PICTURE)
    sub(sub(properties, f"{A}prstGeom", {"prst": "rect"}), f"{A}avLst")
    sub(properties, f"{A}noFill")
    sub(sub(sub(properties, f"{A}ln", {"w": "9525"}), f"{A}solidFill"), f"{A}schemeClr", {"val": "tx2"})


def _write_text(tree: Element) -> None:
    shape = _placeholder(tree, "3", "Talmanus", {"type": "body", "sz": "quarter", "idx": "3"}, {})
    properties = sub(shape, f"{P}spPr")
    place(properties, f"{A}xfrm", _TEXT)
    sub(sub(properties, f"{A}prstGeom", {"prst": "rect"}), f"{A}avLst")
    body = sub(shape, f"{P}txBody")
    sub(body, f"{A}bodyPr", {"lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0"})
    sub(body, f"{A}lstStyle")
    paragraph = sub(body, f"{A}p")
    run = sub(paragraph, f"{A}r")
    sub(run, f"{A}rPr", {"lang": _LANG})
    sub(run, f"{A}t", text="Talmanus")
    sub(paragraph, f"{A}endParaRPr", {"lang": _LANG})


def _placeholder(tree: Element, id: str, name: str, kind: dict[str, str], locks: dict[str, str]) -> Element:
    shape = sub(tree, f"{P}sp")
    naming = sub(shape, f"{P}nvSpPr")
    sub(naming, f"{P}cNvPr", {"id": id, "name": name})
    sub(sub(naming, f"{P}cNvSpPr"), f"{A}spLocks", {"noGrp": "1"} | locks)
    sub(sub(naming, f"{P}nvPr"), f"{P}ph", kind)
    return shape
