"""Exports in the running program: decks against bare python-pptx, pages against bare reportlab."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.layout.grid import OURS
from app.model.project import Project
from app.services.export import Product, export, placed, style_of
from tests.bench.bare import bare_deck, bare_pdf
from tests.bench.counting import described, lines_of
from tests.bench.projects import CHOICES, of_slides
from tests.bench.table import Line
from tests.bench.timing import Times, compared

_A4: Final = (595.28, 841.89)
#: Slides, rounds, and the goal.
_SIZES: Final = ((15, 9, "at most 2 x python-pptx"), (30, 7, ""), (300, 2, ""))
#: So many slides are timed alone: python-pptx's own part naming grows with their square.
_MOST: Final = 1000


def write(project: Project, product: Product, path: Path) -> None:
    """One product of a project, as the program writes it."""
    export(project, {}, {product: path}, CHOICES, lambda _done, _product: None)


def exports(project: Project, folder: Path) -> Iterator[Line]:
    """The sample's three products."""
    deck = placed(project, CHOICES, style_of(project, CHOICES))
    slides = described(deck)
    shapes = sum(len(slide.shapes) + len(slide.tables) + len(slide.charts) for slide in slides)
    ours, floor = compared((lambda: write(project, "pptx", folder / "deck.pptx"), lambda: bare_deck(slides)), 9)
    yield Line(f"deck .pptx, {len(slides)} slides, {shapes} shapes", ours, floor, "at most 2 x python-pptx")
    products: tuple[tuple[Product, str, tuple[float, float]], ...] = (
        ("deck-pdf", "deck PDF", OURS.size),
        ("pdf", "report PDF", _A4),
    )
    for product, name, size in products:
        yield _pdf(project, product, name, size, folder / f"{product}.pdf")


def _pdf(project: Project, product: Product, name: str, size: tuple[float, float], path: Path) -> Line:
    write(project, product, path)
    pages = lines_of(path.read_bytes())
    ours, floor = compared((lambda: write(project, product, path), lambda: bare_pdf(pages, size)), 9)
    return Line(f"{name}, {len(pages)} pages, {sum(map(len, pages))} lines", ours, floor)


def by_size(project: Project, folder: Path) -> Iterator[Line]:
    """Decks of growing size: the cost of a slide should stay the same."""
    for size, rounds, goal in _SIZES:
        large = of_slides(project, size)
        slides = described(placed(large, CHOICES, style_of(large, CHOICES)))
        ours, floor = compared(
            (
                lambda large=large: write(large, "pptx", folder / "large.pptx"),
                lambda slides=slides: bare_deck(slides),
            ),
            rounds,
        )
        yield Line(f"deck .pptx, {len(slides)} slides", ours, floor, goal or _each(ours, len(slides)))
    largest = of_slides(project, _MOST)
    slides = len(placed(largest, CHOICES, style_of(largest, CHOICES)).slides)
    (times,) = compared((lambda: write(largest, "pptx", folder / "large.pptx"),), 1)
    yield Line(f"deck .pptx, {slides} slides", times, None, _each(times, slides))


def _each(times: Times, slides: int) -> str:
    return f"{(times.cpu_median or times.median) / slides * 1000:.1f} of cpu a slide"
