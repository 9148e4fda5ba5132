"""All that is written in a project is told field by field, and nothing that the program keeps for itself."""

from app.model.base import LANGS, text
from app.model.mentions import mention
from app.project import edits
from app.project.written import written
from tests.sample import sample_project
from tests.sample_actions import LAYER

SAMPLE = sample_project()


def test_every_field_is_told_with_its_record_and_its_name() -> None:
    told = {each.path: (each.where, each.field, each.text) for each in written(SAMPLE, "sv")}
    name = "Upphandla ett integrationslager"
    assert told[f"actions/{LAYER}/owner"] == (name, "Ansvarig", "Upphandlingschef")
    assert told[f"actions/{LAYER}/due"] == (name, "Klar senast", "31\xa0mars\xa02028")
    assert told["recommended"] == ("Alternativ", "Vi förordar", "Plattform i etapper")


def test_a_text_is_told_in_each_language_in_which_it_is_written() -> None:
    told = [(each.lang, each.text) for each in written(SAMPLE, "sv") if each.path == "matter/title"]
    assert told == list(SAMPLE.matter.title.root.items())


def test_a_figure_that_a_text_mentions_is_said() -> None:
    mentioned = edits.put(SAMPLE, "matter/answer", text(sv=f"Det kostar {mention('cost')}."))
    (told,) = [each.text for each in written(mentioned, "sv") if each.path == "matter/answer"]
    assert "{" not in told
    assert told.endswith("mkr.")


def test_what_was_typed_and_is_not_valid_is_told_as_typed() -> None:
    path = f"actions/{LAYER}/due"
    drafted = edits.put_draft(SAMPLE, path, "31 feb")
    assert [each.text for each in written(drafted, "sv") if each.path == path] == ["31 feb"]


def test_every_field_has_a_name_and_no_key_of_the_program() -> None:
    for lang in LANGS:
        told = [each for each in written(SAMPLE, lang) if not each.path.startswith("storyline")]
        assert all(each.field or each.where for each in told)
        assert not [each for each in told if "{" in each.field or each.text in ("running", "direct", "cost", "effect")]
