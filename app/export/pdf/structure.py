"""The structure of a document, written down while it is drawn: which element each stretch of content belongs to, in reading order.

Drawing tells a `Marks` what comes next; a `Structure` puts the operators of marked content around it (ISO 32000-1, 14.6) and keeps
the tree, `UNMARKED` keeps nothing."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import Final, NamedTuple, Protocol

from app.export.pdf.tags import Artifact, Place, Tag
from app.layout.frames import Box


class Marks(Protocol):
    """What drawing tells of its content. `line_end` is written after every line of text, so that words stay apart."""

    line_end: str

    def say(self, place: Place) -> None:
        """What is drawn from now on belongs there."""
        ...

    def writer(self, operators: list[str]) -> Callable[[str], None]:
        """What puts operators that draw at the end of a list, after those that mark what they belong to."""
        ...

    def end_page(self) -> str:
        """The operators that close a page; what comes next stands on a new one."""
        ...

    @contextmanager
    def link(self, says: str) -> Generator[None]:
        """What is drawn within is a link, whose annotation is the next on the page."""
        ...


class _Unmarked:
    """Drawing for the eye alone."""

    line_end = ""

    def say(self, place: Place) -> None: ...

    def writer(self, operators: list[str]) -> Callable[[str], None]:
        return operators.append

    def end_page(self) -> str:
        return ""

    @contextmanager
    def link(self, says: str) -> Generator[None]:  # noqa: ARG002 - the protocol's name
        yield


UNMARKED: Final[Marks] = _Unmarked()


class Content(NamedTuple):
    """A stretch of marked content: its page (from 0) and its number there."""

    page: int
    number: int


class Annotation(NamedTuple):
    """A link's annotation: its page (from 0), its place among those of the page, and its number in the document."""

    page: int
    place: int
    number: int


@dataclass(slots=True)
class Element:
    """An element of the structure, with what it holds in reading order."""

    tag: Tag
    kids: "list[Element | Content | Annotation]" = field(default_factory=list["Element | Content | Annotation"])
    #: A figure's page and the area on it, in points from the top left; None where it is not known or there are several.
    box: tuple[int, Box] | None = None


@dataclass(slots=True)
class Link:
    """An annotation's element, and what it says to who cannot see it."""

    element: Element
    says: str


class Structure:
    """The elements of a document that is being drawn."""

    line_end = " "

    def __init__(self) -> None:
        self.roots: list[Element] = []
        #: By page, the element of each stretch of marked content, by its number.
        self.contents: list[list[Element]] = [[]]
        #: By page, its annotations in their order.
        self.links: list[list[Link]] = [[]]
        self._elements: dict[tuple[tuple[str, str], ...], Element] = {}
        self._numbers = count()
        self._place: Element | Artifact = Artifact.DECORATION
        self._open: Element | Artifact | None = None
        self._last: Element | None = None

    def say(self, place: Place) -> None:
        """What is drawn from now on belongs there. An element stands in the tree even where nothing is drawn for it: an empty cell."""
        if isinstance(place, Artifact):
            self._place = place
        else:
            self._place = self._last = self._element(place)

    def _element(self, tag: Tag) -> Element:
        """The element of a tag. A list that follows another in the same element goes on with it."""
        found = self._elements.get(tag.path)
        if found is None:
            kids = self._element(tag.within).kids if tag.within else self.roots
            before = kids[-1] if kids else None
            if tag.kind == "L" and isinstance(before, Element) and before.tag.kind == "L":
                found = before
            else:
                found = Element(tag)
                kids.append(found)
            self._elements[tag.path] = found
        return found

    def writer(self, operators: list[str]) -> Callable[[str], None]:
        """What puts operators that draw at the end of a list, after those that mark what they belong to."""
        return lambda drawn: operators.append(self._marked(drawn))

    def _marked(self, operators: str) -> str:
        if self._place is self._open:
            return operators
        closing = "EMC " if self._open is not None else ""
        self._open = self._place
        if isinstance(self._place, Artifact):
            return f"{closing}/Artifact <</Type /{self._place.value}>> BDC {operators}"
        held = self.contents[-1]
        content = Content(len(self.contents) - 1, len(held))
        held.append(self._place)
        self._place.kids.append(content)
        if self._place.box is None and self._place.tag.box is not None:
            self._place.box = (content.page, self._place.tag.box)
        return f"{closing}/{self._place.tag.kind} <</MCID {content.number}>> BDC {operators}"

    def end_page(self) -> str:
        """The operators that close a page."""
        closing = "EMC" if self._open is not None else ""
        self._open, self._place = None, Artifact.DECORATION
        self.contents.append([])
        self.links.append([])
        return closing

    @contextmanager
    def link(self, says: str) -> Generator[None]:
        """A link within the element at hand; one in what is passed over belongs to the last element. Raises ValueError without any."""
        around = self._place
        parent = around if isinstance(around, Element) else self._last
        if parent is None:
            raise ValueError(says)
        element = Element(parent.tag.inner("Link", says))
        parent.kids.append(element)
        element.kids.append(Annotation(len(self.links) - 1, len(self.links[-1]), next(self._numbers)))
        self.links[-1].append(Link(element, says))
        self._place = element
        yield
        self._place = around
