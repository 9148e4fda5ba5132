"""Names and values of DrawingML and PresentationML, as the template reader needs them."""

from typing import Final

from app.files.parts import Element
from app.layout.frames import Box
from app.model.units import EMU_PER_POINT

_MAIN: Final = "http://schemas.openxmlformats.org"
A: Final = f"{{{_MAIN}/drawingml/2006/main}}"
P: Final = f"{{{_MAIN}/presentationml/2006/main}}"
R: Final = f"{{{_MAIN}/officeDocument/2006/relationships}}"
MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
#: Whole numbers in attributes beyond this are damage, and would overflow what is computed from them.
_LARGEST: Final = 10**9


def number(element: Element | None, name: str, usual: int = 0) -> int:
    """A whole number in an attribute; `usual` when it is missing or no number. Percentages ("50%") count in thousandths."""
    text = "" if element is None else str(element.get(name, "")).strip()
    try:
        value = round(float(text[:-1]) * 1000) if text.endswith("%") else int(float(text))
    except (ValueError, OverflowError):
        return usual
    return value if abs(value) <= _LARGEST else usual


def points(element: Element | None, name: str, usual: float = 0.0) -> float:
    """A length in EMU in an attribute, in points."""
    if element is None or element.get(name) is None:
        return usual
    return number(element, name, round(usual * EMU_PER_POINT)) / EMU_PER_POINT


def box_of(transform: Element | None) -> Box | None:
    """The box of an `xfrm`; None when it states none."""
    if transform is None:
        return None
    offset, extent = transform.find(f"{A}off"), transform.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    return Box(points(offset, "x"), points(offset, "y"), points(extent, "cx"), points(extent, "cy"))


def local(element: Element) -> str:
    """An element's name without its namespace; empty for comments."""
    name = str(element.tag)
    return name.rsplit("}", 1)[-1] if name.startswith("{") else ""
