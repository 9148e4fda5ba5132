"""The slide of responsibility: verbs in cells that hold them, over as many slides as the tasks need."""

import pytest

from app.layout.frames import TableItem
from app.model.base import Lang, text
from app.model.project import Project
from app.services.starters import Starter
from tests.layout.decks import placed, wrong
from tests.layout.faults import flat
from tests.sample import sample_project
from tests.sample_actions import key
from tests.services.projects import starter

LONG = "Verksamhetsutvecklingsprojektportföljstyrningsgruppsordförande"


def many(count: int) -> Project:
    """So many actions with long names, each with an owner of its own."""
    project = sample_project()
    actions = tuple(
        project.actions[0].model_copy(
            update={"id": key(0x1000 + n), "title": text(f"{LONG} {LONG} {n}"), "owner": f"{LONG} {n}"}
        )
        for n in range(count)
    )
    return project.model_copy(update={"actions": actions})


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", ["municipality", "company"])
def test_a_starter_fits_on_one_slide(name: Starter, lang: Lang) -> None:
    slides = placed(starter(name, lang), "organisation", lang)
    assert len(slides) == 1
    assert wrong(slides) == []


@pytest.mark.parametrize("count", [0, 1, 40])
def test_long_names_of_tasks_and_owners_stay_in_their_cells(count: int) -> None:
    slides = placed(many(count), "organisation", "sv")
    assert wrong(slides) == []
    assert (len(slides) > 1) == (count == 40)


def test_heads_and_the_group_are_repeated_where_the_table_goes_on() -> None:
    tables = [
        next(one for one in flat(slide.items) if isinstance(one, TableItem))
        for slide in placed(many(40), "organisation", "sv")
    ]
    assert all(table.rows[0].head for table in tables)
    assert all(table.rows[1].cells[0].body.plain == "Genomförande" for table in tables[1:])
    assert all(len(table.rows[-1].cells) > 1 for table in tables)
    assert sum(len(row.cells) > 1 for table in tables for row in table.rows[1:]) == 43
