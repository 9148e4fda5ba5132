"""The slide of priorities: everything in its place, however many actions and however long their names."""

import pytest

from app.layout.frames import ShapeItem, TableItem
from app.model.base import Lang, text
from app.model.project import Project
from app.services.starters import Starter
from tests.layout.decks import placed, wrong
from tests.layout.faults import flat
from tests.sample import sample_project
from tests.sample_actions import EXPAND, key
from tests.services.projects import starter

LONG = "Verksamhetsutvecklingsprojektportföljstyrningsgruppsordförande"


def many(count: int) -> Project:
    project = sample_project()
    action = next(one for one in project.actions if one.id == EXPAND)
    copies = tuple(
        action.model_copy(update={"id": key(0x1000 + n), "title": text(f"{LONG} {n}"), "owner": LONG, "depends_on": ()})
        for n in range(count)
    )
    return project.model_copy(update={"actions": copies})


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", ["municipality", "company"])
def test_a_starter_fits_on_one_slide(name: Starter, lang: Lang) -> None:
    slides = placed(starter(name, lang), "priorities", lang)
    assert len(slides) == 1
    assert wrong(slides) == []


@pytest.mark.parametrize("count", [2, 40])
def test_many_actions_with_long_names_fit_on_as_many_slides_as_they_take(count: int) -> None:
    slides = placed(many(count), "priorities", "sv")
    assert wrong(slides) == []
    assert (len(slides) > 1) == (count == 40)


def test_the_leading_action_and_what_is_as_good_stand_out() -> None:
    shapes = [one for one in flat(placed(sample_project(), "priorities", "sv")[0].items) if isinstance(one, ShapeItem)]
    fills = {one.name: one.fill for one in shapes}
    assert (fills["dot 1"], fills["dot 2"]) == ("accent", "ink")
    assert (fills["cell 5 5"], fills["cell 1 3"], fills["cell 5 4"]) == ("tint", "tint", "panel")


def test_each_further_slide_has_the_matrix_with_what_it_names() -> None:
    slides = placed(many(40), "priorities", "sv")
    for slide in slides[1:]:
        items = list(flat(slide.items))
        table = next(item for item in items if isinstance(item, TableItem))
        rows = {row.cells[0].block for row in table.rows if row.cells[0].block.startswith("actions/")}
        dots = [item for item in items if isinstance(item, ShapeItem) and item.geometry == "ellipse"]
        assert dots
        assert {dot.block for dot in dots} <= rows
