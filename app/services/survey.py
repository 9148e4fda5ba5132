"""What an export will be, told before it is made: how long the deck is, what its cover looks like, what does not fit."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.layout.frames import Diagnostic, PlacedSlide
from app.model.project import Project
from app.services.export import Choices, Length, length_of, placed, settled, style_of, version_of


@dataclass(frozen=True, slots=True)
class Cut:
    """A slide on which a text is cut short: its number and its title."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Survey:
    """The deck's length, its first slide as a PDF page (None when all slides are off), and where texts are cut short."""

    length: Length
    cover: bytes | None
    cuts: tuple[Cut, ...]


def survey(project: Project, assets: Mapping[str, bytes], choices: Choices) -> Survey:
    """Composes and places the whole deck, and draws its first slide. Raises UserError for a theme that does not exist."""
    # Imported where it draws: the window reads the answer without what draws PDFs.
    from app.export.pdf import draw_page

    project = version_of(project, choices)
    style = style_of(project, settled(project, assets, choices))
    deck = placed(project, choices, style)
    first = next(iter(deck.slides), None)
    cover = draw_page(first, style.drawn_theme(), deck.size, assets) if first is not None else None
    return Survey(length_of(deck, project, choices), cover, _cuts(deck.slides, deck.diagnostics))


def _cuts(slides: tuple[PlacedSlide, ...], diagnostics: tuple[Diagnostic, ...]) -> tuple[Cut, ...]:
    cut = {each.slide for each in diagnostics if each.kind == "cut"}
    return tuple(Cut(number, slide.title) for number, slide in enumerate(slides, start=1) if slide.id in cut)
