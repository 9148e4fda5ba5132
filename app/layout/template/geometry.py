"""Outlines of shapes as polygons: the presets that templates decorate with, and paths of their own; and where a shape stands, turned,
flipped and within groups. In points."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, pi, radians, sin
from typing import Final

from app.files.parts import Element
from app.layout.frames import Box
from app.layout.template.xml import A, local, number

Point = tuple[float, float]
Polygon = tuple[Point, ...]
#: Steps in which a curve is drawn.
_CURVE: Final = 10
_ROUND: Final = 24
_TURN: Final = 60_000
#: Paths that are longer than this are drawn as far: enough for any emblem, no way to keep the reader busy.
_MOST_POINTS: Final = 20_000


@dataclass(frozen=True, slots=True)
class Transform:
    """An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, at: Point) -> Point:
        """A point mapped."""
        return self.a * at[0] + self.c * at[1] + self.e, self.b * at[0] + self.d * at[1] + self.f

    def after(self, first: "Transform") -> "Transform":
        """`first`, and this one after it."""
        return Transform(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            self.a * first.e + self.c * first.f + self.e,
            self.b * first.e + self.d * first.f + self.f,
        )


def within_group(group: Box, inner: Box) -> Transform:
    """From a group's own measure to that of what holds it."""
    across = group.w / inner.w if inner.w else 1.0
    down = group.h / inner.h if inner.h else 1.0
    return Transform(across, 0.0, 0.0, down, group.x - inner.x * across, group.y - inner.y * down)


def turned(box: Box, transform: Element | None) -> Transform:
    """The turn and flips of an `xfrm` round the middle of its box."""
    x, y = box.x + box.w / 2, box.y + box.h / 2
    across = -1.0 if transform is not None and transform.get("flipH") in ("1", "true") else 1.0
    down = -1.0 if transform is not None and transform.get("flipV") in ("1", "true") else 1.0
    angle = radians(number(transform, "rot") / _TURN)
    a, b, c, d = cos(angle) * across, sin(angle) * across, -sin(angle) * down, cos(angle) * down
    return Transform(a, b, c, d, x - a * x - c * y, y - b * x - d * y)


def bounds(points: Sequence[Point]) -> Box:
    """The box round points; at least one."""
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def corners(box: Box) -> Polygon:
    """A box as a polygon."""
    return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)


def _arc(x: float, y: float, across: float, down: float, start: float, sweep: float, steps: int) -> Iterator[Point]:
    for step in range(steps + 1):
        angle = start + sweep * step / steps
        yield x + across * cos(angle), y + down * sin(angle)


def _ellipse(box: Box, _: float) -> Polygon:
    return tuple(_arc(box.x + box.w / 2, box.y + box.h / 2, box.w / 2, box.h / 2, 0, 2 * pi, 2 * _ROUND))


def _round(box: Box, share: float) -> Polygon:
    radius = min(box.w, box.h) * min(share, 0.5)
    middles = (
        (box.right - radius, box.y + radius, -pi / 2), (box.right - radius, box.bottom - radius, 0.0),
        (box.x + radius, box.bottom - radius, pi / 2), (box.x + radius, box.y + radius, pi),
    )  # fmt: skip
    return tuple(point for x, y, start in middles for point in _arc(x, y, radius, radius, start, pi / 2, 6))


def _of(*shares: Point) -> Callable[[Box, float], Polygon]:
    """Corners as shares of the box."""
    return lambda box, _: tuple((box.x + box.w * x, box.y + box.h * y) for x, y in shares)


def _chevron(box: Box, share: float) -> Polygon:
    nose = min(box.w, box.h * share)
    x, middle = box.right - nose, box.y + box.h / 2
    return (box.x, box.y), (x, box.y), (box.right, middle), (x, box.bottom), (box.x, box.bottom), (box.x + nose, middle)


def _pentagon(box: Box, share: float) -> Polygon:
    x, middle = box.right - min(box.w, box.h * share), box.y + box.h / 2
    return (box.x, box.y), (x, box.y), (box.right, middle), (x, box.bottom), (box.x, box.bottom)


def _leaning(box: Box, share: float) -> Polygon:
    lean = min(box.w, box.h * share)
    return (box.x + lean, box.y), (box.right, box.y), (box.right - lean, box.bottom), (box.x, box.bottom)


#: Presets by their outline and the usual share of their handle. Others are drawn as their box, which hides no less.
_PRESETS: Final[Mapping[str, tuple[Callable[[Box, float], Polygon], float]]] = {
    "ellipse": (_ellipse, 0.0),
    "roundRect": (_round, 0.16667),
    "triangle": (_of((0.5, 0), (1, 1), (0, 1)), 0.0),
    "rtTriangle": (_of((0, 0), (1, 1), (0, 1)), 0.0),
    "diamond": (_of((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)), 0.0),
    "chevron": (_chevron, 0.5),
    "homePlate": (_pentagon, 0.5),
    "parallelogram": (_leaning, 0.25),
}
_LINES: Final = frozenset({"line", "straightConnector1"})


@dataclass(frozen=True, slots=True)
class Outline:
    """A shape's outlines. An open one is only a line."""

    polygons: tuple[Polygon, ...]
    closed: bool = True


def outline_of(properties: Element, box: Box) -> Outline:
    """The outline that an `spPr` gives a shape in its box."""
    custom = properties.find(f"{A}custGeom")
    if custom is not None:
        polygons = tuple(_paths(custom, box))
        return Outline(polygons or (corners(box),))
    preset = properties.find(f"{A}prstGeom")
    name = "rect" if preset is None else str(preset.get("prst", "rect"))
    if name in _LINES:
        return Outline((((box.x, box.y), (box.right, box.bottom)),), closed=False)
    make, share = _PRESETS.get(name, (None, 0.0))
    return Outline((corners(box) if make is None else make(box, _handle(preset, share)),))


def _handle(preset: Element | None, usual: float) -> float:
    """The share that a preset's first handle is set to."""
    guide = None if preset is None else preset.find(f"{A}avLst/{A}gd")
    formula = "" if guide is None else str(guide.get("fmla", ""))
    value = formula.removeprefix("val ")
    return int(value) / 100_000 if value.isdecimal() and len(value) < 8 else usual


def _paths(custom: Element, box: Box) -> Iterator[Polygon]:
    for path in custom.iter(f"{A}path"):
        wide, high = number(path, "w"), number(path, "h")
        across, down = box.w / wide if wide else 1 / 12700, box.h / high if high else 1 / 12700
        yield from _subpaths(path, Transform(across, 0.0, 0.0, down, box.x, box.y))


def _subpaths(path: Element, place: Transform) -> Iterator[Polygon]:
    drawn: list[Point] = []
    count = 0
    for command in path:
        name = local(command)
        given = [(float(number(point, "x")), float(number(point, "y"))) for point in command.iter(f"{A}pt")]
        if name in ("moveTo", "close") and len(drawn) > 1:
            yield tuple(place.point(point) for point in drawn)
        if name == "moveTo":
            drawn = given[:1]
        elif name == "close":
            drawn = drawn[:1]
        elif drawn:
            drawn += _drawn(name, drawn[-1], given, command)
        count += len(given)
        if count > _MOST_POINTS:
            break
    if len(drawn) > 1:
        yield tuple(place.point(point) for point in drawn)


def _drawn(name: str, start: Point, given: Sequence[Point], command: Element) -> Iterator[Point]:
    """The points after `start` that a command of a path draws."""
    if name == "arcTo":
        across, down = float(number(command, "wR")), float(number(command, "hR"))
        begin, sweep = (radians(number(command, key) / _TURN) for key in ("stAng", "swAng"))
        x, y = start[0] - across * cos(begin), start[1] - down * sin(begin)
        yield from _arc(x, y, across, down, begin, sweep, _CURVE)
    elif name in ("cubicBezTo", "quadBezTo"):
        for step in range(1, _CURVE + 1):
            yield _bezier((start, *given), step / _CURVE)
    else:
        yield from given


def _bezier(points: Sequence[Point], share: float) -> Point:
    """A point of a Bézier curve (de Casteljau's algorithm)."""
    current: list[Point] = list(points)
    while len(current) > 1:
        current = [
            (x + (other_x - x) * share, y + (other_y - y) * share) for (x, y), (other_x, other_y) in pairwise(current)
        ]
    return current[0]
