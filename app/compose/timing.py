"""The time a matter has at the meeting, and how many slides it holds.

Half of a slot is questions and the members have read the papers: ten minutes carry three to five slides, half an hour about ten. So a
slide's time counts the questions it raises."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from app.compose.telling import Telling
from app.model.project import Audience

#: No slot is too short for these: what it is about, the answer, what is asked.
_FEWEST: Final = 3
#: Up to here an estimate is told to the minute, in minutes; then to five.
_EXACT: Final = 15


@dataclass(frozen=True, slots=True)
class Time:
    """What a matter may take: `slot` minutes, None for as long as it needs, and `pace` minutes a slide with its questions."""

    slot: int | None
    pace: Decimal

    @property
    def room(self) -> int | None:
        """How many slides the slot holds; None when it has no bound."""
        return None if self.slot is None else max(int(self.slot / self.pace), _FEWEST)

    def needed(self, slides: int) -> int:
        """About how many minutes so many slides take."""
        minutes = slides * self.pace
        unit = 1 if minutes <= _EXACT else 5
        return max(int((minutes / unit).quantize(Decimal(1), ROUND_HALF_UP)) * unit, 1)


USUAL: Final[Mapping[Audience, Time]] = {
    "ten-minutes": Time(10, Decimal(2)),
    "half-hour": Time(30, Decimal(3)),
    "full-review": Time(None, Decimal(3)),
    "audit": Time(30, Decimal(3)),
}


def time_of(telling: Telling) -> Time:
    """The time that is set for the project's audience; another audience, told to for once, has its usual time."""
    choices, usual = telling.project.storyline, USUAL[telling.audience]
    if telling.audience != choices.audience:
        return usual
    return Time(choices.minutes or usual.slot, choices.pace or usual.pace)
