"""The slide of KPIs: bars, ticks and discs where the figures put them, and no text outside its place."""

import pytest

from app.layout.frames import ShapeItem
from app.model.base import Lang, text
from app.model.project import Project
from app.services.starters import Starter
from tests.layout.decks import placed, wrong
from tests.layout.faults import flat
from tests.services.projects import starter

LONG = "Verksamhetsutvecklingsprojektportföljstyrningsgruppsordförande"


def wordy(project: Project, times: int) -> Project:
    """The project's actions several times over, with long names of KPIs and owners."""
    actions = tuple(
        action.model_copy(
            update={
                "id": f"{times + number:032x}",
                "owner": LONG,
                "depends_on": (),
                "kpis": tuple(kpi.model_copy(update={"name": text(f"{LONG} {LONG}")}) for kpi in action.kpis),
            }
        )
        for number, action in enumerate(project.actions * times)
    )
    return project.model_copy(update={"actions": actions})


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", ["municipality", "company"])
def test_a_starter_has_nothing_out_of_place(name: Starter, lang: Lang) -> None:
    slides = placed(starter(name, lang), "kpis", lang)
    assert slides
    assert wrong(slides) == []


def test_many_kpis_with_long_names_go_on_over_several_slides() -> None:
    slides = placed(wordy(starter("municipality", "sv"), 5), "kpis", "sv")
    assert len(slides) > 4
    assert wrong(slides) == []


def test_the_bar_ends_where_the_disc_stands() -> None:
    shapes = [
        one for slide in placed(starter("municipality", "sv"), "kpis", "sv") for one in flat(slide.items)
        if isinstance(one, ShapeItem)
    ]  # fmt: skip
    covered = {one.block: one.box.right for one in shapes if one.name == "covered"}
    discs = {one.block: one.box.x + one.box.w / 2 for one in shapes if one.name == "latest"}
    assert covered
    assert all(discs[block] == pytest.approx(right) for block, right in covered.items())
