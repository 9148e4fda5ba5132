"""Reads dates as people type them in Swedish and English: "2027-09-01", "1 sept 2027", "1/9 2027", "Q3 2027", "sep 2027"."""

import re
from calendar import monthrange
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Final, Literal

from app.language.format import format_date, habits
from app.language.parse import NotUnderstood, plain_spaces
from app.model.base import LANGS, Lang

#: Which day of a period ("Q3 2027", "sep 2027", "2027") is meant: its first for a start, its last for a due date.
Edge = Literal["first", "last"]
Period = tuple[date, date]

_YEAR = r"(?P<y>\d{4}|\d{2})"
_FULL_YEAR = r"(?P<y>(?:19|20|21)\d{2})"
_DAY = r"(?:den )?(?P<d>\d{1,2})(?:st|nd|rd|th|:[ae]|\.)?"
_MONTH = r"(?P<name>[^\W\d_]{3,})\.?"
_QUARTER = r"(?:q|kv\.?|kvartal|quarter) ?(?P<q>\d)"
_HALF = r"(?:h|halvår|half) ?(?P<h>\d)"
_WEEK = r"(?:v\.?|vecka|w|week) ?(?P<w>\d{1,2})"
_SEP = r"[ /.-]*"

#: Each way to write a day or a period. Periods with a word of their own come before month names, which any word could be.
_FORMS: Final = (
    rf"{_FULL_YEAR}[-./](?P<m>\d{{1,2}})[-./](?P<d>\d{{1,2}})",
    rf"{_FULL_YEAR}(?P<m>\d\d)(?P<d>\d\d)",
    rf"(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[ /.-]+{_FULL_YEAR}",
    r"(?P<d>\d{1,2})[/.](?P<m>\d{1,2})[ /.-]+(?P<y>\d\d)",
    rf"{_QUARTER}{_SEP}{_YEAR}",
    rf"{_FULL_YEAR}{_SEP}{_QUARTER}",
    rf"{_HALF}{_SEP}{_YEAR}",
    rf"{_FULL_YEAR}{_SEP}{_HALF}",
    rf"{_WEEK}{_SEP}{_FULL_YEAR}",
    rf"{_FULL_YEAR}{_SEP}{_WEEK}",
    rf"{_DAY} ?{_MONTH} ?{_YEAR}",
    rf"{_MONTH} {_DAY} {_FULL_YEAR}",
    rf"{_MONTH} ?{_FULL_YEAR}",
    rf"{_FULL_YEAR} {_MONTH}",
    rf"{_FULL_YEAR}[-/ ](?P<m>\d{{1,2}})",
    rf"(?P<m>\d{{1,2}})[-/ ]{_FULL_YEAR}",
    _FULL_YEAR,
)
#: Only Swedes write the year first with two digits.
_SWEDISH_FORMS: Final = (r"(?P<y>\d\d)-?(?P<m>\d\d)-?(?P<d>\d\d)",)
_WITHOUT_YEAR: Final = (r"\d{1,2}[/.]\d{1,2}", _QUARTER, _HALF, _WEEK, rf"{_DAY} ?{_MONTH}", rf"{_MONTH} {_DAY}")


def parse_date(text: str, lang: Lang, day: Edge = "last") -> date:
    """A date as typed; of a period, the `day` that is asked for. Raises NotUnderstood, with what was probably meant."""
    first, last = parse_period(text, lang)
    return first if day == "first" else last


def parse_period(text: str, lang: Lang) -> Period:
    """The first and the last day of what was typed: the same day twice for a single date. Raises NotUnderstood."""
    typed = plain_spaces(text.replace(",", " ").replace("'", " ").replace("’", " ")).lower()
    for form in _compiled(lang):
        if found := form.fullmatch(typed):
            return _period({name: part for name, part in found.groupdict().items() if part}, text.strip(), lang)
    missing = any(re.fullmatch(form, typed) for form in _WITHOUT_YEAR)
    raise NotUnderstood("read.year-missing" if missing else "read.date", text.strip())


@cache
def _compiled(lang: Lang) -> tuple[re.Pattern[str], ...]:
    forms = _FORMS + _SWEDISH_FORMS if lang == "sv" else _FORMS
    return tuple(re.compile(form) for form in forms)


def _period(parts: dict[str, str], text: str, lang: Lang) -> Period:
    """The period that the parts of a form name. Raises NotUnderstood for a day that does not exist."""
    year = int(parts["y"]) + (2000 if len(parts["y"]) == 2 else 0)
    if "name" in parts:
        parts["m"] = str(_month(parts, text, lang))
    try:
        if "w" in parts:
            return date.fromisocalendar(year, int(parts["w"]), 1), date.fromisocalendar(year, int(parts["w"]), 7)
        if "d" in parts:
            return (single := date(year, int(parts["m"]), int(parts["d"]))), single
        return _months(year, parts)
    except ValueError:
        raise NotUnderstood("read.no-such-day", text) from None


def _months(year: int, parts: dict[str, str]) -> Period:
    """The period of one month, three, six or all twelve. Raises ValueError for a number too high."""
    length, number = next(
        (months, int(parts[name])) for name, months in (("m", 1), ("q", 3), ("h", 6), ("y", 12)) if name in parts
    )
    number = 1 if length == 12 else number
    start, end = date(year, (number - 1) * length + 1, 1), number * length
    return start, date(year, end, monthrange(year, end)[1])


def _month(parts: dict[str, str], text: str, lang: Lang) -> int:
    """The number of a month by its name or the beginning of it, in either language; "sept" is both Swedes' and Britons'."""
    name = parts["name"]
    for number, names in _month_names():
        if any(full.startswith(name) for full in names):
            return number
    close = get_close_matches(name, [full for _, names in _month_names() for full in names], n=1)
    if not close:
        raise NotUnderstood("read.date", text)
    number = next(number for number, names in _month_names() if close[0] in names)
    meant = _period({**{key: part for key, part in parts.items() if key != "name"}, "m": str(number)}, text, lang)[0]
    raise NotUnderstood("read.unreadable-meant", text, format_date(meant, lang, "long" if "d" in parts else "month"))


@cache
def _month_names() -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Each month's number with its names, whole and short, in both languages."""
    named = [habits(lang) for lang in LANGS]
    return tuple(
        (number + 1, tuple(name.lower() for each in named for name in (each.months[number], each.short_months[number])))
        for number in range(12)
    )
