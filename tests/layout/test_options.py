"""The options' map says every fact whole, and breaks no criterion within a word, on formats that it is narrow on."""

import re

import pytest

from app.compose import compose
from app.layout.frames import TableItem, TextBody
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from app.model.project import Project
from tests.layout.faults import flat
from tests.layout.grids import GRIDS
from tests.sample import TODAY
from tests.services.projects import starter

_MEASURER = Measurer(FJARD.faces)
_PROJECTS = {"sv": starter("municipality", "sv"), "en": starter("company", "en")}


def cells(project: Project, grid: str, lang: str) -> list[TextBody]:
    storyline = compose(project, lang="sv" if lang == "sv" else "en", today=TODAY)
    deck = place(storyline, FJARD, _MEASURER, GRIDS[grid])
    tables = [
        item
        for slide in deck.slides
        if slide.kind == "options"
        for item in flat(slide.items)
        if isinstance(item, TableItem)
    ]
    return [cell.body for table in tables for row in table.rows for cell in row.cells]


def broken(body: TextBody) -> list[str]:
    """Words on a text's lines that are only part of a word; after a hyphen of its own a word may break."""
    lines = ["".join(piece.run.text for piece in line.pieces).split() for line in body.lines]
    known = {part for word in body.plain.split() for part in (word, *re.split(r"(?<=-)", word))}
    return [word for line in lines for word in line if word not in known]


@pytest.mark.parametrize("grid", ["4:3", "Google", "a column of logos", "A4", "portrait"])
@pytest.mark.parametrize("lang", _PROJECTS)
def test_no_fact_is_cut_and_no_word_broken(grid: str, lang: str) -> None:
    bodies = cells(_PROJECTS[lang], grid, lang)
    assert len(bodies) > 20
    assert [body.plain for body in bodies if "…" in body.plain] == []
    assert [word for body in bodies for word in broken(body)] == []
