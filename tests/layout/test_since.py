"""The slide of what changed: nothing out of place, whatever the grid and however much there is; the bar stands on the first alone."""

import pytest

from app.compose import Composer
from app.layout.frames import GroupItem, PlacedSlide, TableItem
from app.layout.grid import OURS, Grid
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from app.model.base import LANGS, Lang, text
from app.model.editions import Edition
from app.model.project import Action, Audience, Project
from app.project.earlier import Earlier
from tests.layout.faults import faults
from tests.layout.grids import GRIDS
from tests.layout.strained import COMPOUND
from tests.sample import KS, TODAY, sample_project
from tests.sample_actions import key

_MEASURER = Measurer(FJARD.faces)


def with_changes(count: int, title: str = "Öppna lokalbokningen") -> Project:
    """The sample with so many actions more."""
    sample = sample_project()
    added = (Action(id=key(0xA00 + number), title=text(f"{title} {number}")) for number in range(count))
    return sample.model_copy(update={"actions": (*sample.actions, *added)})


def placed(
    now: Project, kind: str = "since", grid: Grid = OURS, lang: Lang = "sv", audience: Audience = "full-review"
) -> tuple[PlacedSlide, ...]:
    """The slides of a kind, compared with the sample as it stands."""
    edition = Edition(
        id=key(0xE01), kind="presented", meeting=KS, body=text("Kommunstyrelsen"), on=TODAY, kept=TODAY, program="1",
        lang="sv", content=f"{1:064x}",
    )  # fmt: skip
    earlier = Earlier(edition, sample_project())
    storyline = Composer(now, lang=lang, today=TODAY, audience=audience, earlier=earlier).storyline
    deck = place(storyline, FJARD, _MEASURER, grid)
    return tuple(slide for slide in deck.slides if slide.kind == kind)


def wrong(slides: tuple[PlacedSlide, ...], grid: Grid = OURS) -> list[str]:
    return [fault for slide in slides for fault in faults(slide, grid.size)]


def tables(slides: tuple[PlacedSlide, ...]) -> list[TableItem]:
    return [item for slide in slides for item in slide.items if isinstance(item, TableItem)]


@pytest.mark.parametrize("count", [1, 60])
@pytest.mark.parametrize("lang", LANGS)
def test_one_change_or_sixty_stand_without_fault(lang: Lang, count: int) -> None:
    slides = placed(with_changes(count), lang=lang)
    assert wrong(slides) == []
    bars = [[item.name for item in slide.items if isinstance(item, GroupItem)].count("balance") for slide in slides]
    assert bars == [1, *(0 for _ in slides[1:])]


@pytest.mark.parametrize("kind", ["since", "status"])
@pytest.mark.parametrize("name", GRIDS)
def test_on_any_grid_it_keeps_to_its_place(name: str, kind: str) -> None:
    assert wrong(placed(with_changes(12, COMPOUND), kind, GRIDS[name]), GRIDS[name]) == []


def test_every_row_is_there_and_each_slide_says_what_its_rows_are_about() -> None:
    slides = placed(with_changes(60))
    rows = [[row for row in table.rows if not row.head] for table in tables(slides)]
    assert sum(map(len, rows)) >= 60
    assert all(page[0].cells[0].body.plain for page in rows)
    # Within a slide the theme is said where it begins.
    assert all(not row.cells[0].body.plain for row in rows[-1][1:])


def test_in_a_bounded_time_what_does_not_fit_goes_to_the_backup() -> None:
    slides = placed(with_changes(60), audience="half-hour")
    assert [slide.hidden for slide in slides[:2]] == [False, True]
