"""The pages on which one writes: a page class for each kind of place, as `app.gui.places.kind_of` names them."""

from collections.abc import Mapping
from typing import Final

from app.gui.forms.action import ActionPage
from app.gui.forms.actions import ActionsPage
from app.gui.forms.alternatives import AlternativesPage
from app.gui.forms.decisions import DecisionsPage
from app.gui.forms.figures import FiguresPage
from app.gui.forms.matter import MatterPage
from app.gui.forms.page import RecordPage
from app.gui.forms.pattern import PatternPage
from app.gui.forms.risks import RisksPage

PAGES: Final[Mapping[str, type[RecordPage]]] = {
    "matter": MatterPage,
    "pattern": PatternPage,
    "action": ActionPage,
    "actions": ActionsPage,
    "alternatives": AlternativesPage,
    "risks": RisksPage,
    "figures": FiguresPage,
    "decisions": DecisionsPage,
}
