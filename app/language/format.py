"""How each language writes numbers, money and dates. Names of months and signs come from CLDR by way of Babel.

What belongs together is held together by no-break spaces: "16,6 mkr", "15 juni 2027", "SEK 16.6m"."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Final, Literal, cast

from babel import Locale

from app.model.base import TAGS, Lang
from app.model.money import MoneyHabits, NegativeForm
from app.model.project import Scale

NBSP: Final = "\N{NO-BREAK SPACE}"
MINUS: Final = "\N{MINUS SIGN}"

#: long "15 juni 2027" · short "15 juni" · abbr "15 aug. 2027" · month "juni 2027" · iso "2027-06-15"
DateStyle = Literal["long", "short", "abbr", "month", "iso"]

#: The power of ten by which an amount is divided to be shown on a scale, and the decimals it then usually has.
SHIFT: Final[Mapping[Scale, int]] = {"unit": 0, "thousand": 3, "million": 6}
USUAL_DECIMALS: Final[Mapping[Scale, int]] = {"unit": 0, "thousand": 0, "million": 1}
#: In Swedish "kr" is the Swedish krona; other currencies stand by their code: "16,6 MNOK".
_SWEDISH_UNITS: Final[Mapping[Scale, str]] = {"unit": "kr", "thousand": "tkr", "million": "mkr"}
_LONGER_UNITS: Final[Mapping[Scale, str]] = {"million": "mnkr"}
_SWEDISH_PREFIXES: Final[Mapping[Scale, str]] = {"unit": "", "thousand": "T", "million": "M"}
_ENGLISH_SUFFIXES: Final[Mapping[Scale, str]] = {"unit": "", "thousand": "k", "million": "m"}
_ENGLISH_SIGNS: Final[Mapping[str, str]] = {"EUR": "€", "GBP": "£", "USD": "US$"}
#: How amounts are written where the organisation has not said otherwise.
USUAL_HABITS: Final = MoneyHabits()


@dataclass(frozen=True, slots=True)
class Habits:
    """What CLDR says of a language: the decimal sign and what to put for the signs of Python's own format, months by name."""

    decimal: str
    signs: Mapping[int, str]
    months: tuple[str, ...]
    short_months: tuple[str, ...]


@cache
def habits(lang: Lang) -> Habits:
    """The habits of a language, read once."""
    locale = Locale.parse(TAGS[lang], sep="-")
    symbols = cast("Mapping[str, Mapping[str, str]]", locale.number_symbols)["latn"]
    months = cast("Mapping[str, Mapping[str, Mapping[int, str]]]", locale.months)["format"]
    signs = str.maketrans({",": symbols["group"], ".": symbols["decimal"], "-": MINUS})
    return Habits(
        decimal=symbols["decimal"],
        signs=signs,
        months=tuple(months["wide"][number] for number in range(1, 13)),
        short_months=tuple(months["abbreviated"][number] for number in range(1, 13)),
    )


def format_date(day: date, lang: Lang, style: DateStyle = "long") -> str:
    """A date as the language writes it."""
    if style == "iso":
        return day.isoformat()
    names = habits(lang).short_months if style == "abbr" else habits(lang).months
    month = names[day.month - 1]
    if style == "month":
        return f"{month}{NBSP}{day.year}"
    if style == "short":
        return f"{day.day}{NBSP}{month}"
    return f"{day.day}{NBSP}{month}{NBSP}{day.year}"


def rounded(value: Decimal, decimals: int) -> Decimal:
    """The value with so many decimals, halves away from zero as bookkeepers do; never a negative zero."""
    found = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return found if found else abs(found)


def format_number(value: Decimal | float, lang: Lang, decimals: int | None = None) -> str:
    """A number with the language's signs: "1 234,5", "1,234.5". All its own decimals unless their number is given."""
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    shown = exact if decimals is None else rounded(exact, decimals)
    return f"{shown:,f}".translate(habits(lang).signs)


def format_percent(value: Decimal | float, lang: Lang, decimals: int | None = None) -> str:
    """A value already counted in per cent: 38 gives "38 %", "38%"."""
    return format_number(value, lang, decimals) + (f"{NBSP}%" if lang == "sv" else "%")


def format_amount(
    amount: Decimal, scale: Scale, lang: Lang, decimals: int | None = None, negative: NegativeForm = "minus"
) -> str:
    """An amount of money on a scale without its unit, as a table's cells have it: 16 600 000 gives "16,6"; "−6,3" or "(6,3)".

    Without `decimals` an amount that would be rounded to nothing keeps up to three, so that it is never shown as 0."""
    scaled = amount.scaleb(-SHIFT[scale])
    places = _usual_decimals(scaled, scale) if decimals is None else decimals
    figure = format_number(scaled, lang, places)
    return f"({figure[1:]})" if negative == "parentheses" and figure.startswith(MINUS) else figure


def _usual_decimals(scaled: Decimal, scale: Scale) -> int:
    if scale == "unit":
        return 0 if scaled == scaled.to_integral_value() else 2
    usual = USUAL_DECIMALS[scale]
    if not scaled:
        return usual
    first_digit = -scaled.adjusted()
    return usual if first_digit <= usual else min(first_digit, 3)


def format_money(
    amount: Decimal,
    currency: str,
    scale: Scale,
    lang: Lang,
    decimals: int | None = None,
    written: MoneyHabits = USUAL_HABITS,
) -> str:
    """An amount with its unit: "16,6 mkr", "SEK 16.6m"; "16,6 MEUR", "€16.6m"; "250 000 kr", "SEK 250,000". Where the unit is written
    by the currency's code, "16,6 MSEK", "MSEK 16.6"."""
    figure = format_amount(amount, scale, lang, decimals, written.negative)
    if lang == "sv":
        return f"{figure}{NBSP}{unit_label(currency, scale, lang, written)}"
    if written.unit == "code":
        return f"{unit_label(currency, scale, lang, written)}{NBSP}{figure}"
    suffix = _ENGLISH_SUFFIXES[scale]
    sign = _ENGLISH_SIGNS.get(currency)
    if sign is None:
        return f"{currency}{NBSP}{figure}{suffix}"
    return f"{MINUS}{sign}{figure[1:]}{suffix}" if figure.startswith(MINUS) else f"{sign}{figure}{suffix}"


def unit_label(currency: str, scale: Scale, lang: Lang, written: MoneyHabits = USUAL_HABITS) -> str:
    """The unit alone, for a table's head: "mkr", "SEK m"; "MEUR", "€m"; as the organisation writes it: "mnkr", "MSEK"."""
    if written.unit == "code" or (lang == "sv" and currency != "SEK"):
        return _SWEDISH_PREFIXES[scale] + currency
    if lang == "sv":
        return _LONGER_UNITS.get(scale, _SWEDISH_UNITS[scale]) if written.unit == "mnkr" else _SWEDISH_UNITS[scale]
    sign, suffix = _ENGLISH_SIGNS.get(currency), _ENGLISH_SUFFIXES[scale]
    if sign is not None:
        return sign + suffix
    return f"{currency}{NBSP}{suffix}" if suffix else currency


def quarter_of(day: date) -> int:
    """The calendar quarter, 1 to 4."""
    return (day.month + 2) // 3


def quarter_name(day: date, lang: Lang) -> str:
    """The quarter without its year: "Kv 3", "Q3"."""
    return f"Kv{NBSP}{quarter_of(day)}" if lang == "sv" else f"Q{quarter_of(day)}"


def quarter_label(day: date, lang: Lang) -> str:
    """The quarter with its year: "Kv 3 2027", "Q3 2027"."""
    return f"{quarter_name(day, lang)}{NBSP}{day.year}"


def fiscal_year_of(day: date, starts_month: int) -> int:
    """The calendar year in which the day's fiscal year began."""
    return day.year if day.month >= starts_month else day.year - 1


def fiscal_year_label(year: int, starts_month: int) -> str:
    """A fiscal year as both languages write it: "2027", or "2027/28" where it is not the calendar year."""
    return str(year) if starts_month == 1 else f"{year}/{(year + 1) % 100:02}"
