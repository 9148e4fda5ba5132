"""An edition that was kept, taken into the document."""

from app.gui.document import Document
from app.gui.interface import term
from app.project.editions import Kept


def take_kept(document: Document, kept: Kept) -> None:
    """Takes in the newest edition of a project that was kept, as a step that can be undone."""
    for digest, data in kept.contents.items():
        document.hold(digest, data)
    added = kept.project.editions[-1]
    document.apply(lambda now: now.model_copy(update={"editions": (*now.editions, added)}), term("editions", "undo"))
