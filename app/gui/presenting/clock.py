"""The presenter's time: since the start, and on each slide."""

from collections.abc import Callable
from typing import Final

#: Tells a time that only goes on, in seconds.
Now = Callable[[], float]
_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE


class Clock:
    """Counts time since the start, and on each slide apart; it can be paused. A slide that is returned to goes on from its time."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._since: float | None = None
        self._slide = ""
        self._spent: dict[str, float] = {}

    @property
    def running(self) -> bool:
        """Whether the time goes on."""
        return self._since is not None

    @property
    def whole(self) -> float:
        """The time on all slides together, in seconds."""
        return sum(self._spent.values()) + self._open()

    @property
    def on_slide(self) -> float:
        """The time on the current slide, in seconds."""
        return self._spent.get(self._slide, 0.0) + self._open()

    def turn(self, slide: str) -> None:
        """From here on time is counted for this slide."""
        self._settle()
        self._slide = slide

    def go(self) -> None:
        """Lets the time go on."""
        if self._since is None:
            self._since = self._now()

    def pause(self) -> None:
        """Holds the time."""
        self._settle()
        self._since = None

    def again(self) -> None:
        """Begins at nothing."""
        self._spent.clear()
        if self._since is not None:
            self._since = self._now()

    def _open(self) -> float:
        return 0.0 if self._since is None else self._now() - self._since

    def _settle(self) -> None:
        if self._since is not None:
            self._spent[self._slide] = self.on_slide
            self._since = self._now()


def told(seconds: float) -> str:
    """A time as a clock shows it: "4:05", "1:02:09"."""
    whole = int(seconds)
    hours, minutes, rest = whole // _HOUR, whole % _HOUR // _MINUTE, whole % _MINUTE
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
