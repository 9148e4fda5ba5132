"""Native charts as frames hold them: plain values, and where the plot stands."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from app.layout.look import Box, Font, Role
from app.model.base import FieldPath, Lang


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """A series of a chart: values by category, the labels to show on them ("" for none), fill and outline."""

    name: str
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]
    fill: Role | None
    outline: Role | None
    label_color: Role
    #: True where labels stand inside their segment; else a small segment's label is left out.
    inside: bool = True


@dataclass(frozen=True, slots=True)
class ChartItem:
    """Native stacked columns. `plot` is the inner plot area in slide points; values run linearly from `low` at its bottom to `high`
    at its top. Each category takes an equal part of the width, its column `1 / (1 + gap)` of that. `totals` stand above the columns."""

    block: FieldPath
    name: str
    box: Box
    plot: Box
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    totals: tuple[str, ...]
    low: Decimal
    high: Decimal
    gap: float
    unit: str
    number_format: str
    font: Font
    lang: Lang
    alt: str


@dataclass(frozen=True, slots=True)
class ScatterRow:
    """A row of a scatter chart: from where to where on the scale; None where an end is not set."""

    name: str
    start: int | None
    end: int | None


ScatterAt = Literal["start", "end", "still"]


@dataclass(frozen=True, slots=True)
class ScatterDiscs:
    """Discs of one look: at the start of each row, at its end, or, "still", only where both are the same. `size` is the diameter
    in whole points, as charts take it."""

    at: ScatterAt
    size: int
    fill: Role


@dataclass(frozen=True, slots=True)
class ScatterItem:
    """Native scatter chart of ways along a scale: a row each, from the top of `plot` in equal heights, with a line from start to end
    and discs over it in their order. The scale runs linearly from `low` at the plot's left to `high` at its right, a gridline at each
    whole step. `heads` name the rows, their start and their end for who edits the data."""

    block: FieldPath
    name: str
    box: Box
    plot: Box
    heads: tuple[str, str, str]
    rows: tuple[ScatterRow, ...]
    discs: tuple[ScatterDiscs, ...]
    line: Role
    line_width: float
    low: int
    high: int
    font: Font
    lang: Lang
    alt: str

    def x(self, value: int) -> float:
        """Where a value of the scale lies, in points from the slide's left."""
        return self.plot.x + (value - self.low) / (self.high - self.low) * self.plot.w

    def y(self, row: int) -> float:
        """The middle of a row (from 0), in points from the slide's top."""
        return self.plot.y + (row + 0.5) * self.plot.h / len(self.rows)

    def placed(self, at: ScatterAt) -> tuple[int | None, ...]:
        """By row, where on the scale it has discs of a kind."""
        match at:
            case "start":
                return tuple(row.start for row in self.rows)
            case "end":
                return tuple(row.end for row in self.rows)
            case "still":
                return tuple(row.end if row.start == row.end else None for row in self.rows)
