"""Working days in Sweden.

Public holidays after lagen (1989:253) om allmänna helgdagar; Midsummer's Eve, Christmas Eve and New Year's Eve are no working days
either, as semesterlagen (1977:480) has it. Easter by the Gregorian computus (Meeus, Astronomical Algorithms, ch. 8)."""

from datetime import date, timedelta
from functools import cache
from typing import Final

_SATURDAY: Final = 5
#: Month and day of what falls on the same day each year, the eves last.
_FIXED: Final = ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26), (12, 24), (12, 31))
#: Days from Easter Sunday: Good Friday, Easter Sunday and Monday, Ascension Day, Whit Sunday.
_FROM_EASTER: Final = (-2, 0, 1, 39, 49)


def is_working_day(day: date) -> bool:
    """Whether it is neither a Saturday, a Sunday nor a holiday."""
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def working_day_by(day: date) -> date:
    """The day itself, or the last working day before it."""
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


@cache
def holidays(year: int) -> frozenset[date]:
    """The public holidays of a year and the eves that count as such."""
    easter = _easter(year)
    midsummer = _saturday_from(date(year, 6, 20))
    return frozenset(
        (
            *(date(year, month, day) for month, day in _FIXED),
            *(easter + timedelta(days=days) for days in _FROM_EASTER),
            midsummer - timedelta(days=1),
            midsummer,
            _saturday_from(date(year, 10, 31)),
        )
    )


def _saturday_from(day: date) -> date:
    return day + timedelta(days=(_SATURDAY - day.weekday()) % 7)


def _easter(year: int) -> date:
    century, in_century = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - moon - in_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
