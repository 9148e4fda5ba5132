"""The slide of where we stand: a native chart whose discs stand at the steps, beside names that never collide."""

import pytest

from app.layout.frames import PlacedSlide, ScatterItem
from app.model.base import text
from app.model.project import Project
from tests.layout.decks import placed, wrong
from tests.layout.faults import texts
from tests.services.projects import starter

LONG = "Verksamhetsutvecklingsprojektportföljstyrningsgruppsordförande och de som sitter bredvid"


def assessed(*steps: tuple[int | None, int | None, int | None], named: str = "") -> Project:
    """The municipality's project with patterns of these relevances, readiness today and targets."""
    project = starter("municipality", "sv")
    patterns = tuple(
        chosen.model_copy(
            update={
                "id": f"{number:032x}",
                "pattern": chosen.pattern.model_copy(update={"short": text(named)} if named else {}),
                "assessment": chosen.assessment.model_copy(
                    update={
                        name: getattr(chosen.assessment, name).model_copy(update={"step": step})
                        for name, step in zip(("relevance", "readiness", "target"), each, strict=True)
                    }
                ),
            }
        )
        for number, each in enumerate(steps)
        for chosen in (project.patterns[number % len(project.patterns)],)
    )
    return project.model_copy(update={"patterns": patterns, "actions": ()})


def charts(slides: tuple[PlacedSlide, ...]) -> list[ScatterItem]:
    """The charts of slides."""
    return [item for slide in slides for item in slide.items if isinstance(item, ScatterItem)]


CASES = {
    "one": assessed((5, 2, 4)),
    "forty": assessed(*((5 - number // 10, 1 + number % 3, 3 + number % 3) for number in range(40)), named=LONG),
    "target reached": assessed((5, 3, 3), (4, 4, 4)),
    "no target, no readiness": assessed((5, 3, None), (None, None, 4)),
    "target below today": assessed((5, 4, 2), (3, 1, 5)),
}


@pytest.mark.parametrize("case", CASES)
def test_every_pattern_stands_in_a_chart_and_nothing_collides(case: str) -> None:
    slides = placed(CASES[case], "readiness", "sv")
    assert wrong(slides) == []
    assert sum(len(chart.rows) for chart in charts(slides)) == len(CASES[case].patterns)


def test_ends_are_those_of_the_assessment_and_missing_ones_are_left_out() -> None:
    (chart,) = charts(placed(CASES["no target, no readiness"], "readiness", "sv"))
    assert [(row.start, row.end) for row in chart.rows] == [(3, None), (None, 4)]
    assert (chart.x(1), chart.x(5)) == (chart.plot.x, chart.plot.right)


def test_a_reached_target_has_a_ring() -> None:
    (chart,) = charts(placed(CASES["target reached"], "readiness", "sv"))
    assert chart.placed("still") == (3, 4)
    (chart,) = charts(placed(CASES["target below today"], "readiness", "sv"))
    assert chart.placed("still") == (None, None)


def test_few_patterns_say_why_they_stand_where_they_do() -> None:
    (slide,) = placed(starter("municipality", "sv"), "readiness", "sv")
    words = " ".join(body.plain for item in slide.items for _, _, body in texts(item))
    assert "En enda nämnd har digitala mål i sin plan" in words
