"""A row in another currency than the organisation's: which, and the rate by which it is counted."""

from typing import Final, cast

from PySide6.QtCore import Signal

from app.gui.document import Document
from app.gui.fields.kinds import Asking, ChoiceField, NumberField, Options
from app.gui.forms.wording import word
from app.gui.interface import Interface
from app.language.parse import NotUnderstood, parse_number
from app.model.base import FieldPath
from app.model.money import CostLine, Currency
from app.model.project import Project
from app.project import edits

#: Currencies that may be picked; the organisation's and the row's own are offered too.
_CURRENCIES: Final[tuple[Currency, ...]] = ("SEK", "EUR", "NOK", "DKK", "USD", "GBP")


class CurrencyField(ChoiceField):
    """The currency of a row's amounts. `picked` says that another than the organisation's was picked, which takes a rate."""

    picked = Signal()

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__(document, interface, path, asking, _offered(document, None))

    def refresh(self) -> None:
        own = cast("Currency | None", self.document.get(self.path))
        options = _offered(self.document, own)
        if [value for value, _ in options] == [value for value, _ in self._options]:
            super().refresh()
        else:
            self.offer(options)

    def write(self, value: object) -> None:
        """Writes the currency. The rate goes: it was another currency's. One step, which undo takes back whole."""
        if value == self.document.get(self.path):
            return
        rate = f"{self.path.rpartition('/')[0]}/rate"

        def written(project: Project) -> Project:
            return edits.put(edits.put(project, rate, None), self.path, value)

        self.document.apply(written, self.name_of_edit)
        if value is not None:
            self.picked.emit()


class RateField(NumberField):
    """How much of the organisation's currency one of the row's is worth."""

    def ask(self) -> None:
        """Takes the cursor: the row is not counted before the rate is stated."""
        self.show()
        self.focus()

    def read(self, typed: str) -> object:
        value = parse_number(typed, self.interface.lang)
        if value <= 0:
            raise NotUnderstood("read.rate", typed.strip())
        return value

    def retranslate(self) -> None:
        super().retranslate()
        self.name_currencies()

    def name_currencies(self) -> None:
        """Says in the label what is to be stated: "1 EUR är värd så många SEK"."""
        line = cast("CostLine", self.document.get(self.path.rpartition("/")[0]))
        own = self.document.project.organisation.currency
        if line.currency:
            label = self.interface.say(word("costs.rate-of", currency=line.currency, own=own))
            self._label.setText(label)
            self._line.setAccessibleName(label)


def _offered(document: Document, own: Currency | None) -> Options:
    """The organisation's currency first, which a row has without saying so."""
    home = document.project.organisation.currency
    others = [code for code in dict.fromkeys((*_CURRENCIES, *([own] if own else []))) if code != home]
    return [(None, lambda _lang: home), *((code, lambda _lang, code=code: code) for code in others)]
