"""Elements of DrawingML, PresentationML and charts, built with lxml: namespaces, a child with its attributes, bytes."""

from collections.abc import Mapping
from typing import Final, cast

from lxml import etree

#: lxml's element type has no public name.
Element = etree._Element  # pyright: ignore[reportPrivateUsage]
Attributes = Mapping[str, str]

_MAIN: Final = "http://schemas.openxmlformats.org"
_URIS: Final[Mapping[str, str]] = {
    "a": f"{_MAIN}/drawingml/2006/main",
    "p": f"{_MAIN}/presentationml/2006/main",
    "r": f"{_MAIN}/officeDocument/2006/relationships",
    "c": f"{_MAIN}/drawingml/2006/chart",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "ahyp": "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
    "c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
    "cp": f"{_MAIN}/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ep": f"{_MAIN}/officeDocument/2006/extended-properties",
}
A: Final = f"{{{_URIS['a']}}}"
P: Final = f"{{{_URIS['p']}}}"
R: Final = f"{{{_URIS['r']}}}"
C: Final = f"{{{_URIS['c']}}}"
P14: Final = f"{{{_URIS['p14']}}}"
C15: Final = f"{{{_URIS['c15']}}}"
ADEC: Final = f"{{{_URIS['adec']}}}"
AHYP: Final = f"{{{_URIS['ahyp']}}}"
CP: Final = f"{{{_URIS['cp']}}}"
DC: Final = f"{{{_URIS['dc']}}}"
EP: Final = f"{{{_URIS['ep']}}}"
R_ID: Final = f"{R}id"


def root(tag: str, prefixes: str, attributes: Attributes | None = None) -> Element:
    """A document's first element, declaring the namespaces of `prefixes` ("a p r")."""
    namespaces = {prefix: _URIS[prefix] for prefix in prefixes.split()}
    return etree.Element(tag, dict(attributes or {}), nsmap=namespaces)


def plain_root(uri: str, name: str) -> Element:
    """A first element in a namespace without prefix, as the package's own files must have it."""
    return etree.Element(f"{{{uri}}}{name}", nsmap=cast(dict[str, str], {None: uri}))


def sub(parent: Element, tag: str, attributes: Attributes | None = None, text: str | None = None) -> Element:
    """A new last child."""
    child = etree.SubElement(parent, tag, attributes)  # pyright: ignore[reportArgumentType, reportCallIssue]
    if text is not None:
        child.text = text
    return child


def extension(parent: Element, prefix: str, uri: str) -> Element:
    """A new extension under `parent`'s extension list `<prefix:extLst>`; `prefix` is that of the list ("a", "p")."""
    name = f"{{{_URIS[prefix]}}}"
    return sub(sub(parent, f"{name}extLst"), f"{name}ext", {"uri": uri})


def extended(parent: Element, tag: str, prefix: str, attributes: Attributes) -> Element:
    """A new last child in a namespace of its own, declared where it stands."""
    return etree.SubElement(parent, tag, dict(attributes), nsmap={prefix: _URIS[prefix]})


def parsed(data: bytes) -> Element:
    """The document's first element; entities are not resolved and nothing is fetched."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))


def serialized(element: Element) -> bytes:
    """The document as a part's bytes."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
