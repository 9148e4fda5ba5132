"""What was measured, as lines of a table."""

from collections.abc import Iterable
from dataclasses import dataclass

from tests.bench.timing import Times

_WIDTH = 58


@dataclass(frozen=True, slots=True)
class Line:
    """Something timed, what it is held against (a floor of the same run), and the goal in words."""

    what: str
    times: Times
    floor: Times | None = None
    goal: str = ""

    def __str__(self) -> str:
        cpu, floor = self.times.cpu_median, self.floor.median if self.floor else None
        cells = (
            f"{self.what:<{_WIDTH}}",
            _ms(self.times.median),
            _ms(self.times.p95),
            _ms(cpu),
            _ms(floor),
            f"{self.times.median / floor:7.2f}" if floor else " " * 7,
            f"  {self.goal}",
        )
        return "".join(cells).rstrip()


def show(title: str, lines: Iterable[Line | str]) -> None:
    """Prints a part of the table, each line as soon as it is known."""
    print(f"\n{title:<{_WIDTH}}   median      p95      cpu    floor  ratio  goal")
    for line in lines:
        print(line, flush=True)


def _ms(seconds: float | None) -> str:
    """Milliseconds, right-aligned."""
    return " " * 9 if seconds is None else f"{seconds * 1000:9.1f}"
