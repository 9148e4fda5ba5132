"""What drawn content is: its place in the document's structure, or that it says nothing to who listens.

The types are the standard structure types of ISO 32000-1, 14.8.4; PDF/UA-1 (ISO 14289-1) says how they are to be used."""

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final, Literal

from app.layout.frames import Box
from app.model.base import Lang

Scope = Literal["Row", "Column"]
_LEAST_HEADING: Final = 6


class Artifact(Enum):
    """Content that is passed over when a page is read aloud: what decorates it, and what stands on every page."""

    DECORATION = "Layout"
    RUNNING = "Pagination"


@dataclass(frozen=True, slots=True)
class Tag:
    """A place in the document's structure: elements from the outermost, each a standard structure type and a key of its own. Content
    with the same path belongs to one element, also across pages.

    `within` is the element around it. `alt` says a figure or table to who cannot see it, and `box` is where on its page it stands
    (points from the top left); `scope` says what a table's head is the head of, and `columns` how many of them a cell takes."""

    path: tuple[tuple[str, str], ...]
    lang: Lang
    alt: str = ""
    within: "Tag | None" = None
    scope: Scope | None = None
    columns: int = 1
    box: Box | None = None

    @property
    def kind(self) -> str:
        """The structure type."""
        return self.path[-1][0]

    def inner(self, kind: str, key: str = "", alt: str = "") -> "Tag":
        """An element within this one; its key is this one's with `key` added."""
        own = f"{self.path[-1][1]}/{key}" if self.path else key
        return Tag((*self.path, (kind, own)), self.lang, alt, self)

    def figure(self, key: str, alt: str, box: Box | None) -> "Tag":
        """A figure within this element, with what it shows in words and where it stands on its page."""
        return replace(self.inner("Figure", key, alt), box=box)

    def head_cell(self, key: str, scope: Scope, columns: int = 1) -> "Tag":
        """A table's head, of a row or of so many columns, within this row."""
        return replace(self.inner("TH", key), scope=scope, columns=columns)

    def cell(self, key: str, columns: int = 1) -> "Tag":
        """A table's cell over so many columns, within this row."""
        return replace(self.inner("TD", key), columns=columns)

    def heading(self, key: str) -> "Tag":
        """A heading of the section that this is: a level below that of the section around it, so that no level is left out."""
        sections = sum(kind == "Sect" for kind, _ in self.path)
        return self.inner(f"H{min(1 + sections, _LEAST_HEADING)}", key)


#: What drawing says of its content.
Place = Tag | Artifact
