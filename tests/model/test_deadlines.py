"""When papers are due before a meeting, and which days are working days in Sweden."""

from datetime import date

import pytest

from app.model.base import text
from app.model.deadlines import deadlines
from app.model.project import Meeting
from app.model.route import DeadlineHabits, Deadlines
from app.model.workdays import holidays, working_day_by

HABITS = DeadlineHabits(handing_in=14, sending_out=7)


def meeting(on: date | None, said: Deadlines | None = None) -> Meeting:
    return Meeting(id="a" * 32, body=text("Kommunstyrelsen"), on=on, deadlines=said or Deadlines())


def test_they_lie_so_many_days_before_the_meeting() -> None:
    found = deadlines(meeting(date(2026, 12, 16)), HABITS)
    assert (found.handing_in, found.sending_out) == (date(2026, 12, 2), date(2026, 12, 9))


def test_one_that_falls_on_a_holiday_moves_to_the_working_day_before() -> None:
    found = deadlines(meeting(date(2027, 1, 7)), HABITS)
    assert (found.handing_in, found.sending_out) == (date(2026, 12, 23), date(2026, 12, 30))


def test_what_somebody_said_stands() -> None:
    said = Deadlines(handing_in=date(2026, 12, 5))
    found = deadlines(meeting(date(2026, 12, 16), said), HABITS)
    assert (found.handing_in, found.sending_out) == (date(2026, 12, 5), date(2026, 12, 9))


def test_nothing_is_reckoned_without_a_habit_or_a_meetings_day() -> None:
    assert deadlines(meeting(date(2026, 12, 16)), DeadlineHabits()) == Deadlines()
    assert deadlines(meeting(None), HABITS) == Deadlines()


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2027, 3, 26), date(2027, 3, 25)),  # Good Friday
        (date(2027, 3, 29), date(2027, 3, 25)),  # Easter Monday
        (date(2026, 5, 14), date(2026, 5, 13)),  # Ascension Day
        (date(2026, 6, 19), date(2026, 6, 18)),  # Midsummer's Eve
        (date(2027, 1, 6), date(2027, 1, 5)),  # Epiphany
        (date(2027, 6, 7), date(2027, 6, 7)),  # a Monday
        (date(2027, 6, 6), date(2027, 6, 4)),  # the national day, a Sunday
    ],
)
def test_working_days_in_sweden(day: date, working: date) -> None:
    assert working_day_by(day) == working


def test_easter_is_right_over_the_years() -> None:
    known = [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2008, 3, 23), date(2038, 4, 25)]
    assert all(easter in holidays(easter.year) for easter in known)
    assert all(
        date(easter.year, 10, 31) <= max(d for d in holidays(easter.year) if d.month in (10, 11)) for easter in known
    )
