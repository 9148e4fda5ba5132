"""What an export will be, told before it is made: how long the deck is, its cover, what does not fit, what the checks find."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.files.errors import UserError
from app.files.settings import settings_path
from app.layout.frames import Diagnostic, PlacedSlide
from app.model.base import LANGS, Text
from app.model.checks import Severity
from app.model.project import Project
from app.services.export import Choices, Length, length_of, placed, settled, style_of, version_of


@dataclass(frozen=True, slots=True)
class Cut:
    """A slide on which a text is cut short: its number and its title."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check found and nobody has left: how grave it is, and the sentence about it in both languages."""

    severity: Severity
    told: Text


@dataclass(frozen=True, slots=True)
class Survey:
    """The deck's length, its first slide as a PDF page (None when all slides are off), where texts are cut short, and what the
    checks find, the gravest first."""

    length: Length
    cover: bytes | None
    cuts: tuple[Cut, ...]
    remarks: tuple[Remark, ...]


def survey(project: Project, assets: Mapping[str, bytes], choices: Choices) -> Survey:
    """Composes and places the whole deck, and draws its first slide. Raises UserError for a theme that does not exist."""
    # Imported where it draws: the window reads the answer without what draws PDFs.
    from app.export.pdf import draw_page

    project = version_of(project, choices)
    choices = settled(project, assets, choices)
    style = style_of(project, choices)
    deck = placed(project, choices, style)
    first = next(iter(deck.slides), None)
    cover = draw_page(first, style.drawn_theme(), deck.size, assets) if first is not None else None
    return Survey(
        length_of(deck, project, choices), cover, _cuts(deck.slides, deck.diagnostics), _remarks(project, choices)
    )


def _remarks(project: Project, choices: Choices) -> tuple[Remark, ...]:
    """What the checks find. A file of the organisation's that cannot be read is told of by `boardwright check`; our rules hold then."""
    # Imported where it checks: the window reads the answer without the rules.
    from app.checks.house import House
    from app.services.checks import checker_of, house_rules

    try:
        house = house_rules(settings_path().parent)
    except UserError:
        house = House()
    found = (one for one in checker_of(project, choices, house).check(project) if one.ignored is None)
    return tuple(Remark(one.severity, Text({lang: one.told(lang) for lang in LANGS})) for one in found)


def _cuts(slides: tuple[PlacedSlide, ...], diagnostics: tuple[Diagnostic, ...]) -> tuple[Cut, ...]:
    cut = {each.slide for each in diagnostics if each.kind == "cut"}
    return tuple(Cut(number, slide.title) for number, slide in enumerate(slides, start=1) if slide.id in cut)
