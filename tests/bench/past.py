"""Search across past projects: a thousand of them taken in, and questions answered, down to a single letter."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

from app.model.base import text
from app.model.project import Project
from app.project import edits
from app.project.store import save_project
from app.services.past import search, update
from tests.bench.table import Line
from tests.bench.timing import compared, once

_QUERIES: Final = ("stordatorer", "avtal kommun", "s", "de")
_ROUNDS: Final = 15
_MOST: Final = 50


def past(sample: Project, count: int, folder: Path) -> Iterator[Line]:
    """So many projects in an index, each with an analysis of its own for every pattern; then questions."""
    random, index = Random(1), folder / "past.sqlite"
    paths = [folder / f"{number:04}.boardwright" for number in range(count)]
    for path in paths:
        save_project(path, _written_anew(sample, random), {})
    yield Line(
        f"{count} projects taken in", once(lambda: update(index, paths, lambda _done, _of: None)), None, "under 30000"
    )
    yield Line("the same again, unchanged", once(lambda: update(index, paths, lambda _done, _of: None)))
    for query in _QUERIES:
        (times,) = compared((lambda query=query: search(index, query, _MOST),), _ROUNDS)
        yield Line(f"“{query}” answered", times, None, "under 50")


def _written_anew(project: Project, random: Random) -> Project:
    words = (
        "avtalet",
        "stordatorn",
        "kommunen",
        "plattformen",
        "ägaren",
        "kostar",
        "delas",
        "växer",
        "2029",
        "inte",
        "och",
    )
    for chosen in project.patterns:
        said = " ".join(random.choices(words, k=80))
        project = edits.put(project, f"patterns/{chosen.id}/meaning", text(f"{random.getrandbits(32):x} {said}"))
    return project
