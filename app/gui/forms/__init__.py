"""The pages on which one writes: a page class for each kind of place, as `app.gui.places.kind_of` names them."""

from collections.abc import Mapping
from typing import Final

from app.gui.forms.page import RecordPage
from app.gui.forms.pattern import PatternPage

PAGES: Final[Mapping[str, type[RecordPage]]] = {
    "pattern": PatternPage,
}
