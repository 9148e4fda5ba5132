"""Tables as blocks: columns, and rows of cells that may be rated."""

from dataclasses import dataclass
from typing import Literal

from app.model.base import FieldPath
from app.model.rich import Para

Align = Literal["left", "right", "center"]


RowKind = Literal["body", "group", "sum"]


#: Rates a cell or a dot by meaning; drawn as word, sign and fill.
Rating = Literal["advantage", "neutral", "drawback", "low", "medium", "high", "better", "worse", "level", "new"]


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its head, how its cells align, and its share of the width relative to the others."""

    head: Para
    share: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its main text, a lesser line below, a rating beside it, a chart series whose key it carries."""

    text: Para
    below: Para = Para()
    rating: Rating | None = None
    series: int | None = None
    muted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row; `id` is the field that it came from."""

    id: FieldPath
    cells: tuple[Cell, ...]
    kind: RowKind = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one row of heads. `caption` states what it shows, with the unit; `alt` says it to who cannot see it."""

    id: FieldPath
    caption: Para
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    alt: str = ""
