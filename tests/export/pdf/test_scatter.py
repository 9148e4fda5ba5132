"""Ways along a scale as they look on a PDF page: discs, lines and gridlines where the frame says."""

from io import BytesIO
from typing import Any, Final, cast

import pypdfium2
import pytest
from PIL import Image

from app.export.pdf import write_deck_pdf
from app.layout.charts import ScatterDiscs, ScatterRow
from app.layout.frames import Box, Role, ScatterItem
from app.layout.themes import FJARD
from tests.export.pdf.decks import deck, slide

_pdfium: Final = cast(Any, pypdfium2)
#: Points of the picture for one of the page.
SCALE: Final = 2
CHART: Final = ScatterItem(
    block="patterns", name="readiness", box=Box(386, 150, 428, 120), plot=Box(400, 150, 400, 120),
    heads=("Mönster", "I dag", "Mål"),
    rows=(ScatterRow("Tjänstebyte", 1, 4), ScatterRow("Plattform", 3, 3), ScatterRow("Skalbarhet", 2, None)),
    discs=(
        ScatterDiscs("still", 21, "rule"), ScatterDiscs("still", 17, "ground"), ScatterDiscs("start", 13, "rule"),
        ScatterDiscs("start", 9, "ground"), ScatterDiscs("end", 13, "accent"),
    ),
    line="accent", line_width=2.0, low=1, high=5, font=FJARD.font("label"), lang="sv", alt="Tre mönster",
)  # fmt: skip


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """The chart alone on a page, as a picture."""
    out = BytesIO()
    write_deck_pdf(deck(slide("one", "Var vi står", CHART)), FJARD, {}, out, lambda _share: None)
    return cast(Image.Image, _pdfium.PdfDocument(out.getvalue())[0].render(scale=SCALE).to_pil()).convert("RGB")


def role_at(page: Image.Image, x: float, y: float, *roles: Role) -> Role:
    """Which of these colours of the theme is nearest to what is drawn at a place, in points."""
    seen = cast(tuple[int, int, int], page.getpixel((round(x * SCALE), round(y * SCALE))))

    def apart(role: Role) -> int:
        return sum(abs(one - other) for one, other in zip(seen, bytes.fromhex(FJARD.colors[role]), strict=True))

    return min(roles, key=apart)


def test_today_is_hollow_and_the_target_filled_with_a_line_between(page: Image.Image) -> None:
    y = CHART.y(0)
    assert role_at(page, CHART.x(1), y, "ground", "rule", "accent") == "ground"
    assert role_at(page, CHART.x(1), y - 5.5, "ground", "rule", "accent") == "rule"
    assert role_at(page, CHART.x(4), y, "ground", "rule", "accent") == "accent"
    assert role_at(page, CHART.x(2) + 20, y, "ground", "rule", "accent") == "accent"


def test_a_reached_target_is_ringed_and_a_missing_one_leaves_its_row_open(page: Image.Image) -> None:
    assert role_at(page, CHART.x(3), CHART.y(1) - 9.5, "ground", "rule", "accent") == "rule"
    assert role_at(page, CHART.x(3), CHART.y(1) - 7.5, "ground", "rule", "accent") == "ground"
    assert role_at(page, CHART.x(3) + 30, CHART.y(2), "ground", "rule", "accent") == "ground"


def test_each_step_has_a_gridline(page: Image.Image) -> None:
    between = CHART.plot.y + 2
    assert {role_at(page, CHART.x(step), between, "ground", "hairline") for step in range(1, 6)} == {"hairline"}
    assert role_at(page, CHART.x(1) + 50, between, "ground", "hairline") == "ground"
