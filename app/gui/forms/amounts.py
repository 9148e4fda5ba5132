"""Cells of amounts: each row in its own currency, without the unit that the table's heading says."""

from decimal import Decimal
from functools import cache
from typing import Final, cast

from app.gui.document import Document
from app.gui.fields.values import exact_money
from app.gui.forms.kinds import MONEY, Kind
from app.language.format import SHIFT, USUAL_DECIMALS, format_amount, rounded
from app.language.parse import parse_money
from app.model.base import Lang, Record
from app.model.money import CostLine, Currency
from app.model.project import Organisation

#: So many decimals are shown at most; what needs more is said in whole units of its currency.
_MOST: Final = 3


def brief_money(amount: Decimal, organisation: Organisation, lang: Lang) -> str:
    """An amount on the organisation's scale without its unit; with a unit of its own where it would not be exact so."""
    scaled = amount.scaleb(-SHIFT[organisation.scale])
    for decimals in (USUAL_DECIMALS[organisation.scale], 2, _MOST):
        if rounded(scaled, decimals) == scaled:
            return format_amount(amount, organisation.scale, lang, decimals, organisation.money.negative)
    return exact_money(amount, organisation, lang)


def _brief(document: Document, lang: Lang, value: object) -> str:
    return brief_money(cast("Decimal", value), document.project.organisation, lang)


AMOUNT: Final = Kind(MONEY.read, MONEY.shown, right=True, brief=_brief)


def amount_of(record: Record) -> Kind:
    """The kind of a row's amounts: in the organisation's currency, or in the row's own, whose unit its cells say."""
    currency = cast("CostLine", record).currency
    return _foreign(currency) if currency else AMOUNT


@cache
def _foreign(currency: Currency) -> Kind:
    def shown(document: Document, lang: Lang, value: object) -> str:
        organisation = document.project.organisation.model_copy(update={"currency": currency})
        return exact_money(cast("Decimal", value), organisation, lang)

    return Kind(lambda _document, lang, typed, _old: parse_money(typed, currency, lang), shown, right=True)
