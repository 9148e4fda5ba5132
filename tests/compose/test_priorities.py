"""Priorities: what gives most for the effort, by figures that add up."""

from decimal import Decimal

from app.compose import compose_slide, outline
from app.compose.storyline import Slide
from app.model.base import Lang
from app.model.graphics import Matrix
from app.model.project import Project
from app.model.tables import Table
from tests.sample import TODAY, sample_project
from tests.sample_actions import EXPAND, MOVE, SKILLS


def slide(project: Project | None = None, lang: Lang = "sv") -> Slide:
    return compose_slide(project or sample_project(), "priorities", lang=lang, today=TODAY)


def parts(found: Slide) -> tuple[Matrix, Table]:
    matrix, table = found.blocks
    assert isinstance(matrix, Matrix)
    assert isinstance(table, Table)
    return matrix, table


def with_efforts(**efforts: int | None) -> Project:
    """The sample project with other efforts, by the action's id after an underscore."""
    project = sample_project()
    actions = tuple(
        action.model_copy(update={"effort": efforts.get(f"_{action.id}", action.effort)}) for action in project.actions
    )
    return project.model_copy(update={"actions": actions})


def test_actions_stand_by_effect_less_effort_with_one_number_in_matrix_and_table() -> None:
    matrix, table = parts(slide())
    assert [(dot.id, dot.number, dot.x, dot.y) for dot in matrix.dots] == [
        (f"actions/{MOVE}", "1", 5, 5),
        (f"actions/{EXPAND}", "2", 3, 2),
    ]
    assert [row.id for row in table.rows] == [f"actions/{MOVE}", f"actions/{EXPAND}", "actions"]
    assert [row.cells[2].text.plain for row in table.rows] == ["0", "−1", ""]


def test_the_title_names_what_gives_most_and_how_much() -> None:
    title = slide().title.plain.replace("\xa0", " ")
    assert title == "”Flytta tjugo system till plattformen” ger mest för insatsen: 21,7 mkr av 26,4 mkr i effekt"
    english = slide(lang="en").title.plain.replace("\xa0", " ")
    assert (
        english == "“Move twenty systems to the platform” gives most for the effort: SEK 21.7m of SEK 26.4m in effect"
    )


def test_actions_that_are_equally_good_are_not_set_before_each_other() -> None:
    found = slide(with_efforts(**{f"_{EXPAND}": 2}))
    assert found.title.plain.startswith("De två åtgärder som ger effekt i pengar ger lika mycket för insatsen")
    assert all(dot.leading for dot in parts(found)[0].dots)


def test_the_sum_is_that_of_the_actions_shown() -> None:
    _, table = parts(slide())
    for column in (3, 4):
        shown = [Decimal(row.cells[column].text.plain.replace(",", ".")) for row in table.rows]
        assert sum(shown[:-1]) == shown[-1]


def test_says_how_many_actions_cannot_be_weighed() -> None:
    assert slide().takeaway.plain.startswith("Fyra åtgärder står inte i matrisen")


def test_one_action_alone_is_not_weighed() -> None:
    assert "priorities" not in outline(with_efforts(**{f"_{EXPAND}": None}), lang="sv", today=TODAY)


def rated(**effects: int) -> Project:
    """The sample project with effects rated, by the action's id after an underscore."""
    project = sample_project()
    actions = tuple(
        action.model_copy(update={"effect": effects.get(f"_{action.id}"), "effort": action.effort or 1})
        for action in project.actions
    )
    return project.model_copy(update={"actions": actions})


def test_an_action_without_money_stands_where_its_effect_was_rated() -> None:
    found = slide(rated(**{f"_{SKILLS}": 4}))
    matrix, table = parts(found)
    skills = next(dot for dot in matrix.dots if dot.id == f"actions/{SKILLS}")
    assert skills.y == 4
    row = next(row for row in table.rows if row.id == f"actions/{SKILLS}")
    assert row.cells[4].text.plain == "steg 4"
    assert "Tre åtgärder" in found.takeaway.plain


def test_money_comes_before_a_rating() -> None:
    matrix, _ = parts(slide(rated(**{f"_{MOVE}": 1})))
    assert next(dot for dot in matrix.dots if dot.id == f"actions/{MOVE}").y == 5


def test_a_leading_action_without_money_is_named_without_an_amount() -> None:
    project = rated(**{f"_{SKILLS}": 5})
    actions = tuple(
        action.model_copy(update={"effort": 1 if action.id == SKILLS else action.effort}) for action in project.actions
    )
    title = slide(project.model_copy(update={"actions": actions})).title.plain.replace("\xa0", " ")
    assert title.endswith("ger mest för insatsen av de tre åtgärderna")
    assert "mkr" not in title


def test_actions_rated_alike_without_any_money_have_no_row_of_sums() -> None:
    project = rated(**{f"_{SKILLS}": 3, f"_{EXPAND}": 3})
    actions = tuple(action.model_copy(update={"lines": (), "effort": 3}) for action in project.actions if action.effect)
    found = slide(project.model_copy(update={"actions": actions}))
    assert found.title.plain == "De två åtgärderna ger lika mycket för insatsen"
    assert [row.kind for row in parts(found)[1].rows] == ["body", "body"]
