"""Reads numbers and money as people type them in Swedish and English: "1,5 mkr", "1 500 tkr", "SEK 1.5m", "250 000 kr"."""

import re
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Final

from app.language.format import NBSP, habits
from app.language.told import Told
from app.model.base import Lang


class NotUnderstood(Told, ValueError):
    """What was typed cannot be read. `told(lang)` says so; `suggestion` is what was probably meant, or None."""

    def __init__(self, key: str, text: str, suggestion: str | None = None, **values: object) -> None:
        super().__init__(key, text=text, suggestion=suggestion, **values)
        self.suggestion = suggestion


_SPACES: Final = str.maketrans(dict.fromkeys("\u00a0\u202f\u2009\u2007\t", " "))
_MINUSES: Final = str.maketrans(dict.fromkeys("\u2212\u2013", "-"))
_NUMBER: Final = re.compile(r"(?P<sign>[-+]?) ?(?P<body>\d[\d ., ]*\d|\d|[.,]\d+)")


def plain_spaces(text: str) -> str:
    """The text with one ordinary space wherever it had white space of any kind, and an ordinary minus."""
    return " ".join(text.translate(_SPACES).translate(_MINUSES).split())


def parse_number(text: str, lang: Lang) -> Decimal:
    """A number as typed: "1 234,5", "1,234.5", "−3", "38 %". Raises NotUnderstood."""
    typed = plain_spaces(text)
    found = _NUMBER.fullmatch(typed.removesuffix("%").strip())
    value = _value(found["sign"], found["body"], lang) if found else None
    if value is None:
        raise _unclear("read.number", text.strip(), typed)
    return value


_MEASURE: Final = re.compile(r"(?P<number>[-+]? ?(?:\d[\d ., ]*\d|\d|[.,]\d+)) ?(?P<unit>[^\d\s.,+-][^\d]{0,23})?")


def parse_measure(text: str, lang: Lang) -> tuple[Decimal, str]:
    """A number and the unit typed after it, "" for none: "15 %", "2,5 mkr", "38 timmar". Raises NotUnderstood."""
    found = _MEASURE.fullmatch(plain_spaces(text))
    if found is None:
        raise NotUnderstood("read.number", text.strip())
    return parse_number(found["number"], lang), (found["unit"] or "").strip()


def _unclear(key: str, text: str, typed: str) -> NotUnderstood:
    """What to say of a number that cannot be read: "1.500" in Swedish is asked about, since it may be 1500 or 1,5."""
    if re.search(r"\d[.,]\d{3}(?!\d)", typed):
        return NotUnderstood("read.unreadable-meant", text, re.sub(r"(?<=\d)[.,](?=\d{3})", NBSP, typed))
    return NotUnderstood(key, text)


def _value(sign: str, body: str, lang: Lang) -> Decimal | None:
    """The value of digits, groups and a decimal sign; None when the groups are not of three, or the sign could mean either."""
    point = _decimal_sign(body, lang)
    if point is None:
        return None
    whole, _, fraction = body.rpartition(point) if point and point in body else (body, "", "")
    groups = re.split("[ .,]", whole)
    evenly = len(groups) == 1 or (1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:]))
    one_kind = len(set(re.findall("[ .,]", whole))) <= 1
    if not (evenly and one_kind and (fraction.isdigit() or not fraction)):
        return None
    value = Decimal(f"{''.join(groups) or '0'}.{fraction or '0'}")
    return tidy(-value if sign == "-" else value)


def _decimal_sign(body: str, lang: Lang) -> str | None:
    """The decimal sign that was used, "" for none, None when it cannot be told."""
    ours = habits(lang).decimal
    other = "." if ours == "," else ","
    points, others = body.count(ours), body.count(other)
    if points and others:
        return max(ours, other, key=body.rfind)
    if points == 1:
        return ours
    if others == 1 and not re.fullmatch(rf"\d{{1,3}}{re.escape(other)}\d{{3}}", body):
        return other
    # "1,234" is one thousand in English; "1.234" might be either in Swedish, so it is asked about.
    return None if others == 1 and lang == "sv" else ""


def tidy(value: Decimal) -> Decimal:
    """The same value without trailing zeros and without a power of ten: 1500000, 0.5."""
    whole = value.to_integral_value()
    return whole.quantize(Decimal(1)) if whole == value else value.normalize()


#: Words for the size of an amount, in either language: the power of ten.
_SIZES: Final[Mapping[str, int]] = {
    **dict.fromkeys(("tusen", "tn", "t", "k", "thousand"), 3),
    **dict.fromkeys(("miljon", "miljoner", "milj", "mio", "mn", "m", "million", "millions"), 6),
    **dict.fromkeys(("miljard", "miljarder", "mdr", "md", "bn", "billion", "billions"), 9),
}
_KRONOR: Final = frozenset({"SEK", "NOK", "DKK", "ISK"})
#: What names a currency besides its code.
_CURRENCIES: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(("kr", "kronor", "krona", ":-", ",-"), _KRONOR),
    **dict.fromkeys(("€", "euro", "euros"), frozenset({"EUR"})),
    **dict.fromkeys(("£", "pound", "pounds", "pund"), frozenset({"GBP"})),
    **dict.fromkeys(("$", "us$", "dollar", "dollars"), frozenset({"USD"})),
}
_CODES: Final = frozenset({"AUD", "CAD", "CHF", "CZK", "DKK", "EUR", "GBP", "ISK", "JPY", "NOK", "PLN", "SEK", "USD"})
#: The units that a suggestion may name, as the language writes them.
_UNITS: Final[Mapping[Lang, tuple[str, ...]]] = {
    "sv": ("kr", "tkr", "mkr", "mnkr", "mdkr", "tusen", "miljoner", "miljarder", "kronor"),
    "en": ("k", "m", "bn", "thousand", "million", "billion"),
}
_MONEY: Final = re.compile(
    r"(?P<before>-?) ?(?P<head>[^\d.,+-]*?) ?(?P<sign>[-+]?) ?(?P<body>\d[\d ., ]*\d|\d|[.,]\d+) ?(?P<tail>\D*)"
)


def money_units(lang: Lang) -> tuple[str, ...]:
    """The words for sizes of money, as the language writes them: "tkr", "mkr"."""
    return _UNITS[lang]


def parse_money(text: str, currency: str, lang: Lang) -> Decimal:
    """An amount as typed, in the project's currency (its ISO code). Raises NotUnderstood, with what was probably meant."""
    typed = plain_spaces(text)
    found = _MONEY.fullmatch(typed)
    value = _value(found["before"] or found["sign"], found["body"], lang) if found else None
    if not found or value is None:
        raise _unclear("read.money", text.strip(), typed)
    power = 0
    for word in f"{found['head']} {found['tail']}".split():
        size, named = _unit(word, currency)
        if size is None or (size and power):
            raise _unit_unknown(text.strip(), found["body"], found["tail"], lang)
        if currency not in named:
            raise NotUnderstood("read.other-currency", text.strip(), currency=currency)
        power += size
    return tidy(value.scaleb(power))


def _unit(word: str, currency: str) -> tuple[int | None, frozenset[str]]:
    """The power of ten and the currencies that a word may stand for; None for a word that is no unit: "mkr" gives 6 and kronor."""
    low, any_currency = word.lower().removesuffix("."), frozenset({currency})
    if low in _SIZES:
        return _SIZES[low], any_currency
    for name, meant in (*_CURRENCIES.items(), *((code.lower(), frozenset({code})) for code in (*_CODES, currency))):
        size = low.removesuffix(name)
        if low.endswith(name) and (not size or size in _SIZES):
            return _SIZES.get(size, 0), meant
    return None, any_currency


def _unit_unknown(text: str, number: str, unit: str, lang: Lang) -> NotUnderstood:
    meant = get_close_matches(unit.lower(), _UNITS[lang], n=1)
    if not meant:
        return NotUnderstood("read.money", text)
    gap = "" if meant[0] in ("k", "m", "bn") else NBSP
    return NotUnderstood("read.unreadable-meant", text, f"{number}{gap}{meant[0]}")
