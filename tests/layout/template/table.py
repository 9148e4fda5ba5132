"""Prints the tables of docs/templates.md: what is chosen in each template of a folder, and what is said of files that are none.

.venv/bin/python -m tests.layout.template.table ../shared/corpus/templates
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.files.errors import UserError
from app.layout.frames import Box
from app.layout.template.analyse import analyse
from app.layout.template.fit import Fit, fitted
from app.layout.template.look import LayoutLook
from app.layout.template.mapping import Seat, map_layouts
from app.layout.template.opening import read_template
from app.layout.template.theming import foot_places
from app.model.units import POINTS_PER_MM

_USED: Final = (
    "| template | slide, cm | masters, layouts | cover | other slides | title | body, cm | foot | left out |",
    "|---|---|---|---|---|---|---|---|---|",
)
_FOOT: Final = {"dt": "date", "ftr": "footer", "sldNum": "number"}
_REFUSED: Final = ("| file | what is said |", "|---|---|")


def tables(folder: Path) -> Iterator[str]:
    """The lines of both tables, by file name."""
    used: list[str] = []
    refused: list[str] = []
    for path in sorted(folder.iterdir()):
        try:
            look = analyse(read_template(path), path.name)
        except UserError as said:
            refused.append(_row(path.name, said.told("en")))
        else:
            used.append(_row(*_told(path.name, fitted(look, map_layouts(look)))))
    yield from (*_USED, *used, "", *_REFUSED, *refused)


def _told(name: str, fit: Fit) -> tuple[str, ...]:
    cover, usual = fit.layouts.seat("cover"), fit.layouts.seat("summary")
    layout = fit.look.layouts[usual.layout]
    body = fit.grid.body
    return (
        name,
        _size(Box(0, 0, fit.look.width, fit.look.height)),
        f"{len(fit.look.masters)}, {sum(not each.added for each in fit.look.layouts)}",
        _named(fit.look.layouts[cover.layout], cover),
        _named(layout, usual),
        "own" if usual.title is None else "placeholder",
        _size(Box(0, 0, body.w * fit.scale, body.h * fit.scale)),
        ", ".join(_FOOT[layout.slots[place].kind] for place in sorted(foot_places(layout, usual))) or "–",
        ", ".join(fit.look.left_out) or "–",
    )


def _named(layout: LayoutLook, seat: Seat) -> str:
    return "added" if layout.added else f"{seat.layout + 1} {layout.name}".strip()


def _size(box: Box) -> str:
    return f"{box.w / POINTS_PER_MM / 10:.1f} × {box.h / POINTS_PER_MM / 10:.1f}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


if __name__ == "__main__":
    print("\n".join(tables(Path(sys.argv[1]))))
