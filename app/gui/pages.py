"""Which page serves a place. Pages are imported when they are first asked for, so that the window stands at once."""

from app.gui.document import Document
from app.gui.interface import Interface
from app.gui.page import Page


def make_page(kind: str, document: Document, interface: Interface) -> Page:
    """The page for places of a kind. Raises KeyError for a kind that there is none for."""
    if kind == "library":
        from app.gui.library.page import LibraryPage

        return LibraryPage(document, interface)
    if kind == "storyline":
        from app.gui.storyline import StorylinePage

        return StorylinePage(document, interface)
    if kind == "editions":
        from app.gui.editions import EditionsPage

        return EditionsPage(document, interface)
    from app.gui.forms import PAGES

    return PAGES[kind](document, interface)
