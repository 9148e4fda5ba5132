"""A figure that a text mentions is said in every place that the text goes to, in the language of its sentence."""

from decimal import Decimal
from typing import cast, get_args

import pytest

from app.compose import Composer, compose, compose_report
from app.language.format import NBSP
from app.language.mentions import FigureNames, FigureWords
from app.model.base import Lang, text
from app.model.mentions import mention, mention_of
from app.model.money import CostLine, RateHabits
from app.model.project import Action, Alternative, Figure, Organisation, Project, Secrecy
from app.model.report_kind import ReportKind
from app.project.earlier import Earlier
from app.project.edits import put
from app.project.mentions import Mentions, dangling, mentions_of
from app.project.secrecy import public_version
from app.services.section_text import section_copied
from tests.compose.test_since import edition
from tests.sample import TODAY, sample_project

CALLS, EMPTY, LOCKS, GONE, TODAYS = (f"{number:032x}" for number in range(0xA01, 0xA06))
SPENT = f"{1:032x}"


def told(sentence: str, lang: Lang = "sv", **changes: object) -> str:
    """A sentence as the summary says it, in a project with a few figures and one action's calculation."""
    project = a_project(**changes)
    project = put(project, "matter/answer", text(**{lang: sentence}))
    return Composer(project, lang=lang, today=TODAY).slide("summary").title.plain.replace(NBSP, " ")


def a_project(**changes: object) -> Project:
    lines = (
        CostLine(id=SPENT, sign="cost", amounts={2027: Decimal(3_600_000)}),
        CostLine(id=f"{2:032x}", sign="cost", kind="investment", amounts={2027: Decimal(2_700_000)}),
        CostLine(id=f"{3:032x}", sign="effect", amounts={2028: Decimal(5_000_000)}),
        CostLine(id=f"{4:032x}", sign="effect", certainty="hard-to-value", amounts={2029: Decimal(4_000_000)}),
    )
    today = CostLine(id=f"{5:032x}", sign="cost", amounts={2027: Decimal(7_000_000)})
    rates = RateHabits(discount=Decimal(5), internal=Decimal("2.5"), depreciation_years=3)
    project = Project(
        id=f"{9:032x}",
        created=TODAY,
        organisation=Organisation(name="Almesjö kommun", rates=rates),
        alternatives=(Alternative(id=TODAYS, name=text("Som i dag"), as_today=True, lines=(today,)),),
        actions=(Action(id=LOCKS, title=text("Digitala lås"), lines=lines),),
        figures=(
            Figure(id=CALLS, label=text("Samtal"), value=Decimal("4100.5"), unit=text("samtal", "calls")),
            Figure(id=EMPTY, label=text("Tomt")),
        ),
    )
    return project.model_copy(update=changes)


@pytest.mark.parametrize(
    ("name", "swedish", "english"),
    [
        (CALLS, "4 100,5 samtal", "4,100.5 calls"),
        ("cost", "6,3 mkr", "SEK 6.3m"),
        ("running", "3,6 mkr", "SEK 3.6m"),
        ("investment", "2,7 mkr", "SEK 2.7m"),
        ("effect", "9 mkr", "SEK 9m"),
        ("net", "2,7 mkr", "SEK 2.7m"),
        ("payback", "2029", "2029"),
        (mention_of(LOCKS, "cost"), "6,3 mkr", "SEK 6.3m"),
        (
            "effect-split",
            "9 mkr (5 mkr direkt, 4 mkr svårt att värdera)",
            "SEK 9m (SEK 5m direct, SEK 4m hard to value)",
        ),
        ("hard-to-value", "4 mkr", "SEK 4m"),
        ("indirect", "0 mkr", "SEK 0m"),
        ("present-value", "2,1 mkr", "SEK 2.1m"),
        ("capital-cost", "1,9 mkr", "SEK 1.9m"),
        ("as-today", "7 mkr", "SEK 7m"),
        (mention_of(SPENT, "worse"), "−2 mkr", "SEK −2m"),
        (mention_of(SPENT, "margin"), "75 %", "75%"),
        (mention_of(TODAYS, "effect-split"), "0 mkr", "SEK 0m"),
        (EMPTY, "[siffra utan värde]", "[figure without a value]"),
        (GONE, "[okänd siffra]", "[unknown figure]"),
        (mention_of(GONE, "cost"), "[okänd siffra]", "[unknown figure]"),
        ("profit", "[okänd siffra]", "[unknown figure]"),
    ],
)
def test_a_figure_is_said_in_the_language_of_its_sentence(name: str, swedish: str, english: str) -> None:
    assert told(f"Det blir {mention(name)}") == f"Det blir {swedish}"
    assert told(f"It is {mention(name)}", "en") == f"It is {english}"


def test_of_rows_and_certainties_those_are_offered_that_matter() -> None:
    words = FigureWords(a_project())
    offered = {name for name in FigureNames(a_project(), "sv").by_key if words.offers(name)}
    assert {"present-value", "hard-to-value", "effect-split", mention_of(LOCKS, "direct")} <= offered
    assert not {"indirect", mention_of(TODAYS, "effect-split"), mention_of(SPENT, "worse")} & offered
    assert {name for name in offered if name.endswith("margin")} == {
        mention_of(f"{number:032x}", "margin") for number in (3, 4)
    }


def test_a_sentence_in_the_other_language_keeps_to_its_own_figures() -> None:
    project = put(a_project(), "matter/answer", text(f"Det kostar {mention('cost')}"))
    english = Composer(project, lang="en", today=TODAY).slide("summary").title
    assert [(span.text.replace(NBSP, " "), span.lang) for span in english.spans] == [("Det kostar 6,3 mkr", "sv")]


def test_a_sentence_follows_when_a_figure_changes_and_keeps_its_form() -> None:
    sentence = f"**{mention(CALLS)}** om året, {mention('cost')}, och {{{{}}}} {{inte}} `{mention(CALLS)}`"
    assert told(sentence) == "4 100,5 samtal om året, 6,3 mkr, och {{}} {inte} 4 100,5 samtal"
    figure = a_project().figures[0].model_copy(update={"value": Decimal(38), "unit": text("%", "%")})
    assert told(sentence, figures=(figure,)).startswith("38 % om året")
    assert told(mention(CALLS), "en", figures=(figure,)) == "38%"


def everywhere(part: object, ending: str) -> object:
    """A project's data with an ending on every text that somebody in the organisation wrote."""
    if isinstance(part, list):
        return [everywhere(one, ending) for one in cast("list[object]", part)]
    if not isinstance(part, dict):
        return part
    entries = cast("dict[str, object]", part)
    if entries and entries.keys() <= {"sv", "en"}:
        return {lang: f"{wording} {ending}" for lang, wording in entries.items()}
    return {key: value if key == "pattern" else everywhere(value, ending) for key, value in entries.items()}


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_no_slide_note_or_page_shows_a_mention_as_it_was_typed(lang: Lang) -> None:
    figure = Figure(id=CALLS, label=text("Samtal"), value=Decimal(777_001))
    sample = sample_project().model_copy(update={"figures": (figure,)})
    project = Project.model_validate(everywhere(sample.model_dump(mode="json", by_alias=True), mention(CALLS)))
    earlier = Earlier(edition(), sample)
    made = [compose(project, lang=lang, today=TODAY)]
    made += [
        compose_report(project, lang=lang, today=TODAY, kind=kind, earlier=earlier) for kind in get_args(ReportKind)
    ]
    for one in made:
        assert "{{" not in repr(one)
        assert repr(one).count("777") > 30
    copied = section_copied(project, lang, TODAY, "matter/answer")
    assert "{{" not in copied.plain + copied.html


def test_what_leads_nowhere_is_told_with_its_field() -> None:
    project = put(a_project(), "matter/answer", text(f"{mention(CALLS)} {mention(GONE)}", mention("cost")))
    project = put(project, f"actions/{LOCKS}/what", text(mention(EMPTY)))
    assert [(one.path, one.lang, one.name) for one in dangling(project)] == [
        ("matter/answer", "sv", GONE),
        (f"actions/{LOCKS}/what", "sv", EMPTY),
    ]


def test_a_public_version_says_that_a_figure_is_withheld() -> None:
    mark = Secrecy(id=f"{5:032x}", field=f"figures/{CALLS}")
    project = put(a_project(secrecy=(mark,)), "matter/answer", text(f"Vi får {mention(CALLS)} om året"))
    shown = Composer(public_version(project), lang="sv", today=TODAY).slide("summary").title.plain
    assert shown == "Vi får [utelämnad siffra] om året"


def test_mentions_are_found_again_only_where_something_has_changed() -> None:
    index, project = Mentions(), sample_project()
    assert index.of(project) == ()
    changed = put(project, f"patterns/{project.patterns[0].id}/meaning", text(mention("net")))
    assert index.of(changed) == mentions_of(changed) != ()
    assert index.of(project) == ()
