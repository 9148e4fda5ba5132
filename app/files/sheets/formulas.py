"""Whether a workbook's formula leads back to itself: Excel then stores a zero, which is nobody's figure."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from app.files.sheets.area import Area, read_area

Place = tuple[str, int, int]
#: How many formulas are followed from a cell: more belong to models in which a circle is found by the spreadsheet itself.
_MOST: Final = 5_000
_TEXT: Final = re.compile(r'"(?:[^"]|"")*"')
_REFERENCE: Final = re.compile(
    r"(?<![\w.!'$])(?:'(?:[^']|'')+'!|[^\W\d][\w.]*!)?\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}"
    r"(?::\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})?(?![\w.(!])"
)


class Formulas:
    """The formulas of a workbook by sheet, row and column, a sheet read when it is first asked for."""

    def __init__(self, sheets: tuple[str, ...], read: Callable[[str], Mapping[tuple[int, int], str]]) -> None:
        self._sheets, self._read = sheets, read
        self._known: dict[str, Mapping[tuple[int, int], str]] = {}

    def at(self, sheet: str, place: tuple[int, int]) -> str | None:
        """The formula in a cell; None where a value was typed, or nothing."""
        return self._of(sheet).get(place)

    def used_by(self, place: Place) -> Iterator[Place]:
        """The cells with formulas that the formula in a cell refers to."""
        formula = self.at(place[0], place[1:]) or ""
        for found in _REFERENCE.finditer(_TEXT.sub('""', formula)):
            area = read_area(found[0], place[0])
            if area is not None and area.sheet in self._sheets:
                yield from self._within(area)

    def _within(self, area: Area) -> Iterator[Place]:
        known = self._of(area.sheet)
        if area.is_cell:
            if (area.row, area.column) in known:
                yield area.sheet, area.row, area.column
            return
        yield from ((area.sheet, *place) for place in known if area.holds(*place))

    def _of(self, sheet: str) -> Mapping[tuple[int, int], str]:
        if sheet not in self._known:
            self._known[sheet] = self._read(sheet)
        return self._known[sheet]


def goes_in_a_circle(formulas: Formulas, sheet: str, place: tuple[int, int]) -> bool:
    """Whether what a cell's formula rests on, near or far, goes in a circle."""
    open_now: set[Place] = set()
    done: set[Place] = set()
    start: Place = (sheet, *place)
    stack: list[tuple[Place, Iterator[Place]]] = [(start, formulas.used_by(start))]
    open_now.add(start)
    while stack and len(done) < _MOST:
        here, rest = stack[-1]
        following = next(rest, None)
        if following is None:
            stack.pop()
            open_now.discard(here)
            done.add(here)
        elif following in open_now:
            return True
        elif following not in done:
            open_now.add(following)
            stack.append((following, formulas.used_by(following)))
    return False
