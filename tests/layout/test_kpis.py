"""The slide of KPIs: bars, ticks and discs where the figures put them, and no text outside its place."""

import pytest

from app.layout.frames import ShapeItem, TextItem
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


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("index", [0, 1, 3])
def test_a_kpi_alone_fills_the_slide_with_its_way(index: int, lang: Lang) -> None:
    project = starter("municipality", lang)
    action = project.actions[index].model_copy(update={"depends_on": ()})
    slides = placed(project.model_copy(update={"actions": (action,)}), "kpis", lang)
    (way,) = [one for one in flat(slides[0].items) if isinstance(one, ShapeItem) and one.name == "way"]
    assert way.box.w > 800
    assert wrong(slides) == []


def test_a_kpi_alone_with_long_names_keeps_to_its_place() -> None:
    project = wordy(starter("municipality", "sv"), 1)
    slides = placed(project.model_copy(update={"actions": project.actions[:1]}), "kpis", "sv")
    assert len(slides) == 1
    assert wrong(slides) == []


def test_rows_of_a_slide_are_set_in_one_size() -> None:
    (slide,) = placed(starter("municipality", "sv"), "kpis", "sv")
    names = [one for one in slide.items if isinstance(one, TextItem) and one.name == "kpi"]
    assert len({one.body.paragraphs[0].runs[0].font.size for one in names}) == 1
