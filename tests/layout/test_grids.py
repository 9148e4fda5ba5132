"""Decks stand without fault on grids as companies' templates have them, whatever format and however little of the slide is free."""

from collections import Counter
from dataclasses import replace

import pytest

from app.compose import compose
from app.layout.frames import Box, PlacedDeck, PlacedSlide, ScatterItem, ShapeItem, TableItem, TextItem
from app.layout.grid import Grid
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from app.model.base import LANGS, Lang, text
from app.model.project import Project
from tests.generated import TODAY as GENERATED_ON
from tests.generated import generated_project
from tests.layout.faults import faults, flat
from tests.layout.grids import GRIDS
from tests.layout.strained import COMPOUND, SENTENCE, everywhere, many
from tests.sample import TODAY, sample_project
from tests.services.projects import starter

#: Projects that people might have, each in one language.
_PLAUSIBLE: tuple[tuple[Project, Lang], ...] = ((sample_project(), "sv"), (starter("company", "en"), "en"))
_MEASURER = Measurer(FJARD.faces)
#: The narrowest and the lowest.
_HARD = ("portrait", "the least")
_STRAINED = {
    "a compound everywhere": lambda: everywhere(COMPOUND),
    "long sentences everywhere": lambda: everywhere(SENTENCE),
    "sixty of all": lambda: many(sample_project(), patterns=60, risks=60, decisions=20, actions=40),
}


def placed(project: Project, grid: Grid, lang: Lang = "sv") -> PlacedDeck:
    """A project's deck on a grid."""
    return place(compose(project, lang=lang, today=TODAY), FJARD, _MEASURER, grid)


def wrong(deck: PlacedDeck) -> list[str]:
    """All faults of a deck."""
    return [fault for slide in deck.slides for fault in faults(slide, deck.size)]


def outside(deck: PlacedDeck, grid: Grid) -> list[str]:
    """Tables and charts of content slides that reach out of the body, which on a template may be art."""
    return [
        f"{slide.id}: {item.name} {item.box}"
        for slide in deck.slides
        if slide.kind != "cover"
        for item in flat(slide.items)
        if isinstance(item, TableItem | ScatterItem) and not _within(item.box, grid.body)
    ]


def size_of_title(slide: PlacedSlide) -> float:
    """The size of a slide's title in points."""
    titles = [item for item in slide.items if isinstance(item, TextItem) and item.placeholder == "title"]
    return titles[0].body.paragraphs[0].runs[0].font.size


def said(slide: PlacedSlide) -> list[tuple[str, str]]:
    """The names and texts of a slide's boxes."""
    boxes = [item for item in flat(slide.items) if isinstance(item, TextItem | ShapeItem)]
    return [(item.name, item.body.plain) for item in boxes if item.body is not None]


def _within(box: Box, body: Box) -> bool:
    slack = 1.0
    return (
        box.x >= body.x - slack
        and box.y >= body.y - slack
        and box.right <= body.right + slack
        and box.bottom <= body.bottom + slack
    )


@pytest.mark.parametrize("name", GRIDS)
def test_a_plausible_deck_stands_without_fault_on_any_grid(name: str) -> None:
    grid = GRIDS[name]
    for project, lang in _PLAUSIBLE:
        deck = placed(project, grid, lang)
        assert wrong(deck) == []
        assert outside(deck, grid) == []


@pytest.mark.parametrize("name", _HARD)
@pytest.mark.parametrize("case", _STRAINED)
def test_a_strained_deck_stands_without_fault_on_hard_grids(case: str, name: str) -> None:
    assert wrong(placed(_STRAINED[case](), GRIDS[name])) == []


def test_titles_have_one_size_through_a_deck_where_their_place_holds_one_line() -> None:
    low = GRIDS["a deep header"]
    low = replace(low, title=replace(low.title, box=replace(low.title.box, h=40)))
    deck = placed(starter("municipality", "sv"), low)
    assert {size_of_title(slide) for slide in deck.slides if slide.kind != "cover"} == {FJARD.font("numeral").size}


def test_a_title_beyond_the_shared_steps_is_smaller_alone() -> None:
    project = sample_project()
    matter = project.matter.model_copy(update={"answer": text(sv=" ".join(["grunden"] * 14))})
    long = project.model_copy(update={"matter": matter})
    low = GRIDS["the least"]
    sizes = Counter(size_of_title(slide) for slide in placed(long, low).slides if slide.kind != "cover")
    assert len(sizes) == 2
    assert sizes[max(sizes)] > sizes[min(sizes)]


@pytest.mark.parametrize("name", ["Google", "the least"])
def test_what_shifts_go_from_and_to_stands_whole_where_slides_are_parted_anyway(name: str) -> None:
    assert not GRIDS[name].roomy
    slides = [slide for slide in placed(starter("municipality", "sv"), GRIDS[name]).slides if slide.kind == "why-now"]
    assert not any(slide.hidden for slide in slides)
    sides = [text for slide in slides for name, text in said(slide) if name in ("from", "to")]
    assert len(sides) == 10
    assert not [text for text in sides if "…" in text]


def test_no_shift_goes_to_the_backup_for_the_sake_of_a_gloss() -> None:
    roomy = GRIDS["4:3"]
    assert roomy.roomy
    slides = [slide for slide in placed(starter("municipality", "sv"), roomy).slides if slide.kind == "why-now"]
    assert len(slides) == 1


def test_a_cover_tells_its_occasion_whole_in_a_narrow_place() -> None:
    wide = GRIDS["4:3"]
    narrow = replace(wide, cover=replace(wide.cover, occasion=Box(36, 400, 215, 80)))
    cover = placed(starter("municipality", "sv"), narrow).slides[0]
    told = [text for name, text in said(cover) if name in ("occasion", "details")]
    assert len(told) == 2
    assert not [text for text in told if "…" in text]


def test_slides_of_a_usual_format_need_no_more_slides_than_ours() -> None:
    ours = len(place(compose(sample_project(), lang="sv", today=TODAY), FJARD, _MEASURER).slides)
    assert len(placed(sample_project(), GRIDS["A4"]).slides) <= ours + 1
    assert len(placed(sample_project(), GRIDS["4:3"]).slides) <= ours + 3


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(100))
def test_any_deck_stands_without_fault_on_any_grid(seed: int) -> None:
    project = generated_project(seed, 14)
    lang = LANGS[seed % len(LANGS)]
    for name, grid in GRIDS.items():
        deck = place(compose(project, lang=lang, today=GENERATED_ON), FJARD, _MEASURER, grid)
        assert wrong(deck) == [], name
