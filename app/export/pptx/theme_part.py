"""The theme part: colours and fonts as PowerPoint's own slots, so that everything in a deck can be recoloured at once."""

from typing import Final

from app.export.pptx.paint import SLOTS
from app.export.pptx.xml import A, Element, parsed, root, serialized, sub
from app.layout.frames import Role
from app.layout.themes import Theme

#: Plain fills, lines and no effects: the three grades of each that the standard asks for.
_FORMATS: Final = b"""
<a:fmtScheme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Boardwright">
  <a:fillStyleLst>
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
  </a:fillStyleLst>
  <a:lnStyleLst>
    <a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>
    <a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>
    <a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>
  </a:lnStyleLst>
  <a:effectStyleLst>
    <a:effectStyle><a:effectLst/></a:effectStyle>
    <a:effectStyle><a:effectLst/></a:effectStyle>
    <a:effectStyle><a:effectLst/></a:effectStyle>
  </a:effectStyleLst>
  <a:bgFillStyleLst>
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
    <a:solidFill><a:schemeClr val="phClr"/></a:solidFill>
  </a:bgFillStyleLst>
</a:fmtScheme>
"""


def color_map(theme: Theme) -> dict[str, str]:
    """Which slot is text and which is ground. The dark slot stays dark in a dark theme: text and ground change places."""
    text, back = ("lt", "dk") if theme.dark else ("dk", "lt")
    slots = {"bg1": f"{back}1", "tx1": f"{text}1", "bg2": f"{back}2", "tx2": f"{text}2"}
    same = [*(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink"]
    return slots | {name: name for name in same}


def theme_part(theme: Theme, name: str) -> bytes:
    """The theme as a part, under the name that PowerPoint shows."""
    element = root(f"{A}theme", "a", {"name": name})
    elements = sub(element, f"{A}themeElements")
    _write_colors(elements, theme, name)
    _write_fonts(elements, theme, name)
    elements.append(parsed(_FORMATS))
    sub(element, f"{A}objectDefaults")
    sub(element, f"{A}extraClrSchemeLst")
    return serialized(element)


def _write_colors(parent: Element, theme: Theme, name: str) -> None:
    slots = color_map(theme)
    roles: dict[str, Role] = {slots[slot]: role for role, slot in SLOTS.items()}
    roles |= {"hlink": "accent", "folHlink": "muted"}
    scheme = sub(parent, f"{A}clrScheme", {"name": name})
    order = ["dk1", "lt1", "dk2", "lt2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink"]
    for slot in order:
        sub(sub(scheme, f"{A}{slot}"), f"{A}srgbClr", {"val": theme.colors[roles[slot]]})


def _write_fonts(parent: Element, theme: Theme, name: str) -> None:
    scheme = sub(parent, f"{A}fontScheme", {"name": name})
    for tag, family in (("majorFont", theme.names["heading"]), ("minorFont", theme.names["body"])):
        fonts = sub(scheme, f"{A}{tag}")
        sub(fonts, f"{A}latin", {"typeface": family})
        sub(fonts, f"{A}ea", {"typeface": ""})
        sub(fonts, f"{A}cs", {"typeface": "Arial"})
