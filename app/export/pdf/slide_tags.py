"""What stands on a slide, as the document's structure has it: a section a slide, its title a heading, texts as paragraphs and lists,
tables with their heads, what is drawn as figures with their descriptions. The foot and the tracker are on every slide: artifacts."""

from collections.abc import Iterator
from itertools import count
from typing import Final, NamedTuple, Protocol

from app.export.pdf.tags import Artifact, Place, Tag
from app.layout.extent import extent
from app.layout.frames import (
    GroupItem,
    Item,
    LinkItem,
    PlacedSlide,
    TableItem,
    TextBody,
    TextItem,
)
from app.layout.frames import Line as PlacedLine
from app.model.base import Lang

_FOOT: Final = frozenset({"classification", "footer", "date", "number"})
#: The name that the layout gives the parts of the deck at the top of a slide.
_TRACKER: Final = "tracker"


class Spoken(NamedTuple):
    """A line, what its text belongs to, and what its first piece does where that is a list's mark."""

    line: PlacedLine
    place: Place
    mark: Place | None = None


class SlideTags(Protocol):
    """Where what is drawn belongs."""

    def begin(self, slide: PlacedSlide) -> Place:
        """Where a slide's items belong."""
        ...

    def item(self, item: Item, around: Place) -> Place:
        """Where an item belongs that stands within another place."""
        ...

    def cells(self, table: TableItem, around: Place) -> Iterator[Place]:
        """Where a table's cells belong, row by row."""
        ...

    def lines(self, body: TextBody, around: Place) -> Iterator[Spoken]:
        """A text's lines and where they belong."""
        ...


class _Untagged:
    """Slides for the eye alone."""

    def begin(self, slide: PlacedSlide) -> Place:  # noqa: ARG002 - the protocol's name
        return Artifact.DECORATION

    def item(self, item: Item, around: Place) -> Place:  # noqa: ARG002
        return around

    def cells(self, table: TableItem, around: Place) -> Iterator[Place]:
        return (around for row in table.rows for _ in row.cells)

    def lines(self, body: TextBody, around: Place) -> Iterator[Spoken]:
        return (Spoken(line, around) for line in body.lines)


UNTAGGED: Final[SlideTags] = _Untagged()


class DeckTags:
    """The structure of a deck in a language. The first title is the deck's, those after it a level below."""

    def __init__(self, lang: Lang) -> None:
        self._root = Tag((("Document", "deck"),), lang)
        self._titled = False
        self._keys = count()

    def begin(self, slide: PlacedSlide) -> Tag:
        """A section of the deck."""
        return self._root.inner("Sect", slide.id)

    def item(self, item: Item, around: Place) -> Place:
        """What decorates stays so, what is part of a figure belongs to it."""
        if isinstance(around, Artifact) or around.kind == "Figure":
            return around
        match item:
            case TextItem():
                return self._text(item, around)
            case GroupItem(name=name, decorative=True):
                return Artifact.RUNNING if name == _TRACKER else Artifact.DECORATION
            case LinkItem():
                return around.inner("P", self._key())
            case TableItem():
                return around.inner("Table", self._key(), item.alt)
            case _:
                return self._figure(item, item.alt, around)

    def _figure(self, item: Item, alt: str, around: Tag) -> Place:
        """What is drawn is a figure where something is said of it; a group of texts is no more than its texts."""
        if alt:
            return around.figure(self._key(), alt, extent(item))
        return around if isinstance(item, GroupItem) else Artifact.DECORATION

    def _text(self, item: TextItem, around: Tag) -> Place:
        if item.placeholder in _FOOT:
            return Artifact.RUNNING
        if item.placeholder != "title":
            return around
        level = "H2" if self._titled else "H1"
        self._titled = True
        return around.inner(level, self._key())

    def _key(self) -> str:
        return str(next(self._keys))

    def cells(self, table: TableItem, around: Place) -> Iterator[Place]:
        """Cells in their rows; where no row is a head, the first cell of each heads it."""
        if isinstance(around, Artifact) or around.kind != "Table":
            yield from UNTAGGED.cells(table, around)
            return
        headed = any(row.head for row in table.rows)
        for number, row in enumerate(table.rows):
            tag = around.inner("THead" if row.head else "TBody").inner("TR", str(number))
            for place, cell in enumerate(row.cells):
                if row.head:
                    yield tag.head_cell(str(place), "Column", cell.columns)
                elif not headed and place == 0:
                    yield tag.head_cell(str(place), "Row", cell.columns)
                else:
                    yield tag.cell(str(place), cell.columns)

    def lines(self, body: TextBody, around: Place) -> Iterator[Spoken]:
        """Paragraphs and list items of a section or a cell; all of a heading or a figure is its own."""
        if isinstance(around, Artifact) or around.kind not in ("Sect", "TD", "TH"):
            yield from UNTAGGED.lines(body, around)
            return
        alone = around.kind != "Sect" and len(body.paragraphs) == 1 and not body.paragraphs[0].marker
        listed: Tag | None = None
        lines = iter(body.lines)
        for paragraph in body.paragraphs:
            mark: Tag | None = None
            if paragraph.marker and paragraph.runs:
                listed = listed or around.inner("L", self._key())
                item = listed.inner("LI", self._key())
                mark, place = item.inner("Lbl"), item.inner("LBody")
            else:
                listed = None
                place = around if alone else around.inner("P", self._key())
            for line in lines:
                yield Spoken(line, place, mark)
                mark = None
                if line.last:
                    break
