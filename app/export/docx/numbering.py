"""Lists that Word counts itself: each numbered list begins at 1, and bullets where the template has no style for them."""

from typing import Any, Final, cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.numbering import NumberingPart

from app.export.docx.opening import Document
from app.export.docx.xml import Element, W, sub

_EMPTY: Final = b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
#: Where text and its mark begin, in twentieths of a point.
_INDENT, _HANGING = 425, 425


class Lists:
    """The lists of a document."""

    def __init__(self, document: Document) -> None:
        self._root = _numbering(document)
        self._bullets: int | None = None

    @property
    def bullets(self) -> int:
        """The bulleted list."""
        if self._bullets is None:
            self._bullets = self._list("bullet", "–")
        return self._bullets

    def numbered(self) -> int:
        """A new numbered list."""
        return self._list("decimal", "%1.")

    def _list(self, kind: str, text: str) -> int:
        """Adds a list and gives its number. Abstract lists come before all that use them."""
        key = self._next("abstractNum", "abstractNumId")
        abstract = sub(self._root, "abstractNum", abstractNumId=key)
        sub(abstract, "multiLevelType", val="singleLevel")
        level = sub(abstract, "lvl", ilvl=0)
        sub(level, "start", val=1)
        sub(level, "numFmt", val=kind)
        sub(level, "lvlText", val=text)
        sub(level, "lvlJc", val="left")
        sub(sub(level, "pPr"), "ind", left=_INDENT, hanging=_HANGING)
        first = self._root.find(f"{W}num")
        if first is not None:
            first.addprevious(abstract)
        number = self._next("num", "numId")
        sub(sub(self._root, "num", numId=number), "abstractNumId", val=key)
        return number

    def _next(self, name: str, attribute: str) -> int:
        taken = (int(found.get(f"{W}{attribute}") or 0) for found in self._root.findall(f"{W}{name}"))
        return max(taken, default=0) + 1


def _numbering(document: Document) -> Element:
    """The root of the document's numbering, which is made where the template has none."""
    part: Any = document.part
    try:
        found: Any = part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        found = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, _EMPTY, part.package)
        part.relate_to(found, RELATIONSHIP_TYPE.NUMBERING)
    return cast(Element, found.element)
