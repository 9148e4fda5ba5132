"""Which page serves a place. Pages are imported when they are first asked for, so that the window stands at once."""

from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.page import FormPage, Page
from app.gui.places import place_of


def make_page(kind: str, document: Document, interface: Interface) -> Page:
    """The page for places of a kind; one with a heading alone where there are no fields."""
    if kind == "library":
        from app.gui.library.page import LibraryPage

        return LibraryPage(document, interface)
    if kind == "storyline":
        from app.gui.storyline import StorylinePage

        return StorylinePage(document, interface)
    from app.gui.forms import PAGES

    return PAGES.get(kind, Heading)(document, interface)


class Heading(FormPage):
    """A page that only says where one is."""

    def title(self) -> str:
        return self.interface(f"place.{place_of(self.place).partition('/')[0]}")
