"""Organisation: who decides and who answers, and what nobody answers for."""

from app.compose import compose_slide, outline
from app.compose.storyline import Slide
from app.model.base import Lang
from app.model.graphics import Responsibility
from app.model.project import Project
from tests.sample import TODAY, sample_project
from tests.sample_actions import EXPAND


def slide(project: Project | None = None, lang: Lang = "sv") -> Slide:
    return compose_slide(project or sample_project(), "organisation", lang=lang, today=TODAY)


def block(project: Project | None = None) -> Responsibility:
    (found,) = slide(project).blocks
    assert isinstance(found, Responsibility)
    return found


def verbs(found: Responsibility) -> dict[str, dict[str, str]]:
    """What each head does, by task."""
    return {
        task.name.plain: {
            head.plain: part.text.plain for head, part in zip(found.heads, task.parts, strict=True) if part.text
        }
        for _, tasks in found.groups
        for task in tasks
    }


def with_owner(owner: str) -> Project:
    """The sample project with another owner of one action."""
    project = sample_project()
    actions = tuple(one.model_copy(update={"owner": owner}) if one.id == EXPAND else one for one in project.actions)
    return project.model_copy(update={"actions": actions})


def test_each_body_does_its_part_on_the_way_to_the_one_that_decides() -> None:
    assert verbs(block())["1. godkänna inriktningen"] == {
        "Kommunstyrelsen": "Föreslår",
        "Kommunfullmäktige": "Beslutar",
        "Kommundirektör": "Svarar",
    }
    assert verbs(block())["3. uppdra åt kommundirektören"] == {
        "Kommunstyrelsen": "Beslutar",
        "Kommundirektör": "Svarar",
    }


def test_those_without_a_column_are_named_in_the_last_one() -> None:
    found = block()
    assert [head.plain for head in found.heads][-1] == "Övriga"
    assert len(found.heads) <= 6
    assert verbs(found)["Upphandla ett integrationslager"] == {"Övriga": "Svarar: Upphandlingschef"}


def test_nobody_decides_twice_and_every_task_has_one_who_answers() -> None:
    for task in verbs(block()).values():
        assert sum(verb.startswith("Beslutar") for verb in task.values()) <= 1
        assert sum("varar" in verb for verb in task.values()) == 1


def test_a_task_that_nobody_answers_for_is_told() -> None:
    found = slide(with_owner(""))
    assert found.title.plain.endswith("beslutar, men en uppgift saknar ansvarig")
    assert verbs(block(with_owner("")))["Bygg ut stödet till tolv delade tjänster"] == {"Övriga": "Ansvarig saknas"}
    assert "ansvarig saknas" in block(with_owner("")).alt


def test_the_title_says_who_decides_in_both_languages() -> None:
    assert slide().title.plain == "Kommunfullmäktige och kommunstyrelsen beslutar, och sju ansvariga är utsedda"
    english = "The Municipal Council and the Municipal Executive Board decide, and seven owners are named"
    assert slide(lang="en").title.plain == english


def test_decisions_without_owners_say_nothing_of_responsibility() -> None:
    project = sample_project()
    bare = tuple(decision.model_copy(update={"owner": ""}) for decision in project.decisions)
    assert "organisation" not in outline(project.model_copy(update={"decisions": bare}), lang="sv", today=TODAY)
