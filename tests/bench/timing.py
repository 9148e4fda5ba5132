"""Times of calls and of whole processes, in seconds. Two things compared take turns, so that a busy machine is as busy for both."""

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

Call = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Times:
    """Seconds of the same thing done several times: by the clock, and of processor time where it was done in this process."""

    wall: tuple[float, ...]
    cpu: tuple[float, ...] = ()

    @property
    def median(self) -> float:
        """Half of them took no longer."""
        return median(self.wall)

    @property
    def p95(self) -> float:
        """Nineteen in twenty took no longer."""
        return quantiles(self.wall, n=20, method="inclusive")[-1] if len(self.wall) > 1 else max(self.wall)

    @property
    def cpu_median(self) -> float | None:
        """The same of processor time."""
        return median(self.cpu) if self.cpu else None


def once(call: Call) -> Times:
    """A call timed once."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return Times((time.perf_counter() - wall,), (time.process_time() - cpu,))


def together(times: Sequence[Times]) -> Times:
    """Several times as one."""
    return Times(tuple(s for each in times for s in each.wall), tuple(s for each in times for s in each.cpu))


def compared(calls: Sequence[Call], count: int) -> tuple[Times, ...]:
    """Calls timed `count` times each in turn, after one round that does not count."""
    for call in calls:
        call()
    rounds = [[once(call) for call in calls] for _ in range(count)]
    return tuple(together(column) for column in zip(*rounds, strict=True))


def process(command: Sequence[str], env: Mapping[str, str]) -> Call:
    """A call that runs a process to its end. Raises CalledProcessError when it fails."""

    def run() -> None:
        subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)

    return run


def process_until_line(command: Sequence[str], env: Mapping[str, str]) -> Call:
    """A call that starts a process and returns at its first line. Raises ChildProcessError when none comes."""

    def run() -> None:
        with subprocess.Popen(command, env=env, stdout=subprocess.PIPE) as child:
            line = child.stdout.readline() if child.stdout else b""
            child.kill()
        if not line:
            raise ChildProcessError(" ".join(command))

    return run


def whole(calls: Sequence[Call], count: int) -> tuple[Times, ...]:
    """Processes timed by the clock alone."""
    return tuple(Times(times.wall) for times in compared(calls, count))
