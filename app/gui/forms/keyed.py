"""Fields for what names a member of its list: the day of a first step, the date of a value. Each stands there once."""

from collections.abc import Sequence
from typing import cast

from app.gui.document import Document
from app.gui.fields.kinds import DateField, ParsedField, WholeField
from app.language.told import Told
from app.model.base import FieldPath
from app.project.paths import keys_of


class DayTaken(Told):
    """Another member of the list has that day already."""


class _KeyField(ParsedField):
    """A field that refuses what another member goes by."""

    def write(self, value: object) -> None:
        """Writes the value. Raises DayTaken or InvalidValue."""
        if value is not None and str(value) in _others(self.document, self.path):
            raise DayTaken("form.day-taken", day=self.shown(value))
        super().write(value)

    def _fault(self, typed: str) -> Told | None:
        fault = super()._fault(typed)
        if fault is None and str(self.read(typed)) in _others(self.document, self.path):
            return DayTaken("form.day-taken", day=typed)
        return fault


class DayField(_KeyField, WholeField):
    """The day of a first step, counted from the decision."""


class OnField(_KeyField, DateField):
    """The date of a value."""


def _others(document: Document, path: FieldPath) -> list[str]:
    """What the other members of the list go by."""
    collection, key, _ = path.rsplit("/", 2)
    members = cast("Sequence[object]", document.get(collection))
    return [other for other in keys_of(members) if other != key]
