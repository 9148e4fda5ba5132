"""Moments as the window tells them: the time of day, and the day when it is another."""

from datetime import datetime

from app.language.format import format_date
from app.model.base import Lang


def clock(when: datetime, lang: Lang) -> str:
    """The time of day: "14.32", "14:32"."""
    return f"{when:%H.%M}" if lang == "sv" else f"{when:%H:%M}"


def moment(when: datetime, lang: Lang) -> str:
    """The time of day, with its date when that is not today."""
    if when.date() == datetime.now(when.tzinfo).date():
        return clock(when, lang)
    return f"{format_date(when.date(), lang)} {clock(when, lang)}"
