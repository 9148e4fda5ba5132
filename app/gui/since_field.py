"""The field for the edition that the deck tells the changes since. It is there once a project has an edition."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtWidgets import QComboBox

from app.gui.document import Document
from app.gui.edition_names import edition_name
from app.gui.fields.kinds import Asking, ChoiceField, Options
from app.gui.interface import Interface, Wording, term
from app.language.catalogue import Words
from app.model.base import Lang
from app.model.editions import Edition
from app.project.earlier import NONE, last_presented

_PATH: Final = "storyline/since"
#: So many letters of a name are always seen.
_SHORTEST: Final = 20


class SinceField(ChoiceField):
    """The last one presented, any other edition, or none."""

    _offered: tuple[Sequence[Edition], Edition | None] | None = None

    def __init__(self, document: Document, interface: Interface) -> None:
        super().__init__(document, interface, _PATH, Asking(term("since", "field.label")), ())
        # An edition's name may be longer than the page is wide.
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(_SHORTEST)

    def refresh(self) -> None:
        project = self.document.project
        offered = project.editions, last_presented(project, project.matter.meeting_for(None, date.today()))
        if offered == self._offered:
            super().refresh()
            return
        self._offered = offered
        self.offer(_options(*offered))
        # Shown before it lies on a page it would be a window of its own.
        if self.parentWidget() is not None or not project.editions:
            self.setVisible(bool(project.editions))


def _options(editions: Sequence[Edition], usual: Edition | None) -> Options:
    """What may be compared with, the newest edition first."""

    def named(lang: Lang) -> str:
        say = Words("since", lang)
        return say("field.usual", name=edition_name(usual, lang)) if usual else say("field.usual-none")

    others: list[tuple[object, Wording]] = [
        (edition.id, lambda lang, edition=edition: edition_name(edition, lang)) for edition in reversed(editions)
    ]
    return [("", named), *others, (NONE, term("since", "field.none"))]
