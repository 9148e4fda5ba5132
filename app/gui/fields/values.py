"""Fields for values: what is typed is read as a date, an amount or a number, and kept as typed when it cannot be."""

from datetime import date
from decimal import Decimal
from typing import cast

from PySide6.QtCore import Qt

from app.gui.document import Document
from app.gui.fields.base import Asking, Field
from app.gui.fields.plain_edit import LineEdit
from app.gui.fields.understood import Understood
from app.gui.interface import Interface
from app.language.format import NBSP, format_date, format_money, format_number
from app.language.parse import NotUnderstood, parse_measure, parse_money, parse_number
from app.language.parse_dates import parse_date
from app.language.told import Told
from app.model.base import FieldPath, Lang, Text
from app.model.project import Organisation, Project
from app.project import edits


class ParsedField(Field):
    """A line that is read as a value while it is typed. `read` raises Told; `shown` writes the value as the language does."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__(document, interface, path, asking)
        self._line = LineEdit()
        self._understood = Understood(self._line)
        self.destroyed.connect(self._understood.deleteLater)
        self._line.textEdited.connect(self._typed)
        self.install(self._line)
        self.retranslate()
        self.refresh()

    def read(self, typed: str) -> object:
        """The value that was typed. Raises Told."""
        raise NotImplementedError

    def shown(self, value: object) -> str:
        """The value as the language writes it."""
        raise NotImplementedError

    def understood(self, value: object) -> str:
        """How the value is said while one types it: in full, where what is typed may be short."""
        return self.shown(value)

    def refresh(self) -> None:
        draft = self.document.draft(self.path)
        if draft is not None:
            self._line.show_text(draft)
            self.set_error(self._fault(draft))
            return
        self.set_error(None)
        value = self.document.get(self.path)
        if not self._says(value):
            self._line.show_text("" if value is None else self.shown(value))

    def retranslate(self) -> None:
        super().retranslate()
        self._line.setPlaceholderText(self.interface.say(self.asking.placeholder) if self.asking.placeholder else "")
        self.left()

    def left(self) -> None:
        """Shows the value in its usual form once the field is left."""
        self._understood.say("")
        if self.document.draft(self.path) is None and not self._line.hasFocus():
            value = self.document.get(self.path)
            self._line.show_text("" if value is None else self.shown(value))

    def _typed(self, typed: str) -> None:
        try:
            value = self.read(typed) if typed.strip() else None
            self.write(value)
        except Told as error:
            self._understood.say("")
            self.keep_typed(typed, error)
            return
        words = "" if value is None else self.understood(value)
        self._understood.say("" if _bare(words) == _bare(typed) else words)

    def _fault(self, typed: str) -> Told | None:
        """What is wrong with what was typed: it cannot be read, or the field does not take it."""
        try:
            edits.put(self.document.project, self.path, self.read(typed))
        except Told as error:
            return error
        return None

    def _says(self, value: object) -> bool:
        typed = self._line.text()
        try:
            return (self.read(typed) if typed.strip() else None) == value
        except Told:
            return False


class DateField(ParsedField):
    """A day: "2027-09-01", "1 sep 2027", "kv 3 2027" (its last day)."""

    def read(self, typed: str) -> date:
        return parse_date(typed, self.interface.lang)

    def shown(self, value: object) -> str:
        return format_date(cast("date", value), self.interface.lang, "abbr")

    def understood(self, value: object) -> str:
        return format_date(cast("date", value), self.interface.lang)


class StartField(DateField):
    """A day that begins something: of a quarter, its first."""

    def read(self, typed: str) -> date:
        return parse_date(typed, self.interface.lang, "first")


class NumberField(ParsedField):
    """A number of any kind: "1 234,5"."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__(document, interface, path, asking)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, typed: str) -> object:
        return parse_number(typed, self.interface.lang)

    def shown(self, value: object) -> str:
        return format_number(cast("Decimal", value), self.interface.lang)


class WholeField(NumberField):
    """A whole number, written without groups: a year, minutes."""

    def read(self, typed: str) -> object:
        value = parse_number(typed, self.interface.lang)
        if value != value.to_integral_value():
            raise NotUnderstood("read.number", typed)
        return int(value)

    def shown(self, value: object) -> str:
        return str(value)


class MeasureField(NumberField):
    """A number whose unit stands in the field beside it: what is typed with one, "15 %" or "2,5 mkr", is parted between them."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        self._unit_before: Text | None = None
        super().__init__(document, interface, path, asking)

    def read(self, typed: str) -> object:
        return parse_measure(typed, self.interface.lang)[0]

    def left(self) -> None:
        self._unit_before = None
        super().left()

    def write(self, value: object) -> None:
        """Writes the number, and the unit when one is typed. Raises InvalidValue."""
        place, lang = f"{self.path.rpartition('/')[0]}/unit", self.document.project.language
        if self._unit_before is None:
            self._unit_before = cast("Text", self.document.get(place))
        before = self._unit_before
        unit = parse_measure(self._line.text(), self.interface.lang)[1] if value is not None else ""

        def written(project: Project) -> Project:
            measured = edits.type_over(project, self.path, value)
            return edits.put(measured, place, before.writing(lang, unit) if unit else before)

        self.document.apply(written, self.name_of_edit, self.path)
        self.set_error(None)

    def understood(self, value: object) -> str:
        unit = parse_measure(self._line.text(), self.interface.lang)[1]
        return f"{self.shown(value)}{NBSP}{unit}" if unit else self.shown(value)


class MoneyField(ParsedField):
    """An amount in the project's currency, not negative: "1,5 mkr", "250 000 kr"."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__(document, interface, path, asking)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)

    def read(self, typed: str) -> Decimal:
        return parse_money(typed, self.document.project.organisation.currency, self.interface.lang)

    def shown(self, value: object) -> str:
        return exact_money(cast("Decimal", value), self.document.project.organisation, self.interface.lang)

    def understood(self, value: object) -> str:
        return format_money(
            cast("Decimal", value), self.document.project.organisation.currency, "unit", self.interface.lang
        )


def exact_money(amount: Decimal, organisation: Organisation, lang: Lang) -> str:
    """An amount on the organisation's scale with as many decimals as it needs; in whole units where that is more than three."""
    for decimals in (None, 2, 3):
        shown = format_money(amount, organisation.currency, organisation.scale, lang, decimals, organisation.money)
        if parse_money(shown, organisation.currency, lang) == amount:
            return shown
    return format_money(amount, organisation.currency, "unit", lang)


def _bare(text: str) -> str:
    """A text without blanks and case, to see whether two say the same."""
    return "".join(text.split()).casefold()
