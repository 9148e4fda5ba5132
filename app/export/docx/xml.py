"""WordprocessingML by name: elements, paragraphs' and runs' properties (ECMA-376 part 1, chapter 17)."""

from typing import Final

from lxml import etree

#: lxml's element type has no public name.
Element = etree._Element  # pyright: ignore[reportPrivateUsage]

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_NAMESPACES: Final = {"w": W[1:-1], "r": R[1:-1]}


def new(name: str, **attributes: str | int) -> Element:
    """An element with attributes of Word's namespace."""
    element = etree.Element(f"{W}{name}", {}, _NAMESPACES)
    _dress(element, attributes)
    return element


def sub(parent: Element, name: str, **attributes: str | int) -> Element:
    """A new last child, with attributes of Word's namespace."""
    element = etree.SubElement(parent, f"{W}{name}")
    _dress(element, attributes)
    return element


def _dress(element: Element, attributes: dict[str, str | int]) -> None:
    for key, value in attributes.items():
        element.set(f"{W}{key}", str(value))


def value_of(element: Element | None, path: str) -> str | None:
    """The `val` at a path of Word's names ("pPr/outlineLvl"); None where there is none."""
    found = None if element is None else element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def write_text(run: Element, text: str) -> None:
    """A run's text, with its line breaks."""
    for number, line in enumerate(text.split("\n")):
        if number:
            sub(run, "br")
        element = sub(run, "t")
        element.text = line
        element.set(_SPACE, "preserve")
