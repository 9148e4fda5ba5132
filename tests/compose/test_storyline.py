"""The storyline of a project: which slides, in which order, under which titles, in which language."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.compose import Composer, compose, compose_slide, every_slide, outline
from app.compose.storyline import Slide, Storyline
from app.model.base import Lang, text
from app.model.blocks import Passage
from app.model.project import ChosenPattern, Project, SlideChoice
from tests.sample import KF, KS, TODAY, empty_project, sample_project
from tests.sample_actions import EXCHANGE, EXPAND, INVENTORY, SKILLS, key

LANGS: tuple[Lang, ...] = ("sv", "en")


def told(project: Project, lang: Lang = "sv") -> Storyline:
    return compose(project, lang=lang, today=TODAY)


def titles(storyline: Storyline) -> list[str]:
    return [slide.title.plain for slide in storyline.slides]


def slide(project: Project, slide_id: str, lang: Lang = "sv") -> Slide:
    return compose_slide(project, slide_id, lang=lang, today=TODAY)


def retitled(project: Project, slide_id: str, title: str) -> Project:
    choice = SlideChoice(slide=slide_id, title=text(title))
    slides = (*project.storyline.slides, choice)
    return project.model_copy(update={"storyline": project.storyline.model_copy(update={"slides": slides})})


def with_choices(project: Project, **choices: object) -> Project:
    return project.model_copy(update={"storyline": project.storyline.model_copy(update=choices)})


# --- which slides


def test_a_full_project_has_every_kind_of_slide_in_the_order_of_the_story() -> None:
    kinds = list(dict.fromkeys(slide.kind for slide in told(sample_project()).slides))
    assert kinds == [
        "cover", "summary", "decisions", "why-now", "readiness", "pattern", "options", "priorities",
        "recommendation", "roadmap", "investment", "risks", "kpis", "organisation", "next-steps", "questions",
        "calculation", "method", "glossary", "sources",
    ]  # fmt: skip


def test_an_empty_project_is_a_cover_and_nothing_else() -> None:
    storyline = told(empty_project())
    assert [slide.id for slide in storyline.slides] == ["cover"]
    assert storyline.sections == ()
    assert storyline.slides[0].title.plain == "Strategiskt underlag"


def test_each_slide_stands_in_its_part_of_the_tracker() -> None:
    storyline = told(sample_project())
    assert [part.plain for part in storyline.sections] == ["I korthet", "Varför nu", "Läge", "Vägval", "Genomförande"]
    indexes = [slide.section for slide in storyline.slides if not slide.backup][1:]
    assert all(one is not None and other is not None and one <= other for one, other in pairwise(indexes))
    assert {slide.id for slide in storyline.slides if slide.backup} == {
        "questions", "calculation", "method", "glossary", "sources",
    }  # fmt: skip


def test_a_part_without_slides_has_no_place_in_the_tracker() -> None:
    project = sample_project().model_copy(update={"actions": (), "alternatives": ()})
    assert "Vägval" not in [part.plain for part in told(project).sections]


def test_stopped_actions_are_not_told() -> None:
    project = sample_project()
    stopped = tuple(action.model_copy(update={"status": "stopped"}) for action in project.actions)
    ids = outline(project.model_copy(update={"actions": stopped}), lang="sv", today=TODAY)
    assert not {one.split("/")[0] for one in ids} & {"recommendation", "roadmap", "investment"}


def test_recommendations_of_the_patterns_that_mean_most_come_first() -> None:
    ids = [one for one in outline(sample_project(), lang="sv", today=TODAY) if one.startswith("recommendation/")]
    assert ids[0] == f"recommendation/{INVENTORY}"
    assert ids[-1] == f"recommendation/{SKILLS}"


# --- choices


def test_a_slide_switched_off_is_left_out_and_can_still_be_composed() -> None:
    project = with_choices(sample_project(), slides=(SlideChoice(slide="why-now", on=False),))
    assert "why-now" not in outline(project, lang="sv", today=TODAY)
    assert slide(project, "why-now").section is None
    assert "why-now" in [one for one, _ in every_slide(project, lang="sv", today=TODAY)]


def test_slides_stand_as_ordered_and_others_after_the_one_they_usually_follow() -> None:
    project = with_choices(sample_project(), order=("cover", "risks", "decisions", "gone"))
    ids = outline(project, lang="sv", today=TODAY)
    assert ids[:6] == ("cover", "summary", "risks", "kpis", "organisation", "next-steps")
    assert sorted(ids) == sorted(outline(sample_project(), lang="sv", today=TODAY))


def test_a_title_of_ones_own_stands_as_written() -> None:
    project = retitled(sample_project(), "investment", "Det lönar sig **snart**")
    found = slide(project, "investment")
    assert found.title.plain == "Det lönar sig snart"
    assert found.title_id == "storyline/investment/title"


def test_a_slide_that_there_is_not_is_refused() -> None:
    with pytest.raises(KeyError):
        slide(sample_project(), "pattern/unknown")


# --- titles


@pytest.mark.parametrize("lang", LANGS)
def test_every_title_is_there_and_unlike_the_others(lang: Lang) -> None:
    found = titles(told(sample_project(), lang))
    assert all(found)
    assert len(set(found)) == len(found)


def test_titles_state_the_message_with_figures() -> None:
    by_id = {slide.id: slide.title.plain.replace("\xa0", " ") for slide in told(sample_project()).slides}
    assert by_id["decisions"] == "Kommunstyrelsen föreslås fatta tre beslut; två av dem avgörs den 28 juni"
    assert by_id["investment"] == "Satsningen på 23,5 mkr är återbetald 2031"
    assert by_id["options"] == "Plattform i etapper har fördel i tre av fyra kriterier och nackdel i ett"
    assert by_id["risks"] == "Två av fem risker är höga, och båda har ägare och åtgärd"
    assert (
        by_id[f"recommendation/{EXPAND}"] == "Bygg ut stödet till tolv delade tjänster: 5,2 mkr, klart i december 2029"
    )


def test_english_titles_are_english_sentences() -> None:
    by_id = {slide.id: slide.title.plain.replace("\xa0", " ") for slide in told(sample_project(), "en").slides}
    assert by_id["investment"] == "The SEK 23.5m programme pays back in 2031"
    assert by_id["roadmap"] == "One of six actions is done; the last will be done by December 2029"


def test_patterns_with_one_title_are_told_apart_by_their_names() -> None:
    project = sample_project()
    same = tuple(chosen.model_copy(update={"message": text("Allt ändras")}) for chosen in project.patterns)
    found = titles(told(project.model_copy(update={"patterns": same})))
    assert "Allt ändras (Tjänstebyte)" in found
    assert len(set(found)) == len(found)


def test_a_pattern_chosen_twice_is_told_apart_by_number() -> None:
    project = sample_project()
    twin = project.patterns[0].model_copy(update={"id": key(0x99)})
    found = titles(told(project.model_copy(update={"patterns": (*project.patterns, twin)})))
    assert len(set(found)) == len(found)


def test_a_made_title_gives_way_to_the_same_one_written_by_hand() -> None:
    made = slide(sample_project(), "risks").title.plain
    project = retitled(sample_project(), "roadmap", made)
    found = titles(told(project))
    assert made in found
    assert f"{made} (2)" in found


def test_one_thing_is_not_counted_as_many() -> None:
    project = sample_project()
    project = project.model_copy(
        update={
            "decisions": project.decisions[1:2], "risks": project.risks[:1],
            "patterns": project.patterns[:1], "actions": project.actions[:1],
        }
    )  # fmt: skip
    swedish = [title.replace("\xa0", " ") for title in titles(told(project, "sv"))]
    assert "Kommunstyrelsen föreslås fatta ett beslut, på 9,4 mkr" in swedish
    assert "Den risk vi ser är hög, och den har ägare och åtgärd" in swedish
    english = [title.replace("\xa0", " ") for title in titles(told(project, "en"))]
    assert "The Municipal Executive Board is asked to take one decision, worth SEK 9.4m" in english
    assert "The one risk we see is high, and it has an owner and a treatment" in english


# --- languages


def spans_of(slide: Slide) -> list[tuple[str, Lang]]:
    return [(span.text, span.lang) for span in (*slide.title.spans, *slide.takeaway.spans, *slide.source.spans)]


def test_a_text_in_the_other_language_stands_alone_and_is_marked_as_what_it_is() -> None:
    title = slide(sample_project(), f"recommendation/{INVENTORY}", "en").title
    assert [(span.text, span.lang) for span in title.spans] == [("Inventera dagens stöd för tjänstebyte", "sv")]
    assert slide(sample_project(), "summary", "en").title.spans[0].lang == "sv"


def test_no_sentence_mixes_languages() -> None:
    project = sample_project()
    swedish = tuple(
        meeting.model_copy(update={"body": text(meeting.body.root["sv"])}) for meeting in project.matter.route
    )
    project = project.model_copy(update={"matter": project.matter.model_copy(update={"route": swedish})})
    assert slide(project, "decisions", "en").title.plain.startswith("Three decisions are proposed")
    assert slide(project, "next-steps", "en").title.plain.startswith("The decision is taken on")
    for one in told(project, "en").slides:
        assert len({span.lang for span in one.title.spans}) == 1


def test_an_analysis_in_swedish_is_marked_in_an_english_deck() -> None:
    blocks = slide(sample_project(), f"pattern/{EXCHANGE}", "en").blocks
    meaning = next(block for block in blocks if isinstance(block, Passage) and block.role == "meaning")
    spans = [span for paragraph in meaning.text for span in paragraph.spans]
    assert spans
    assert {span.lang for span in spans} == {"sv"}


# --- one slide alone


@pytest.mark.parametrize("lang", LANGS)
def test_a_slide_composed_alone_is_the_one_in_the_whole(lang: Lang) -> None:
    for whole in told(sample_project(), lang).slides:
        assert slide(sample_project(), whole.id, lang) == whole


def test_what_stands_around_a_slide_is_the_same_without_the_slides() -> None:
    whole = told(sample_project())
    assert Composer(sample_project(), lang="sv", today=TODAY).surroundings == replace(whole, slides=())


def test_the_same_project_gives_the_same_storyline() -> None:
    assert told(sample_project()) == told(sample_project())


# --- whatever is written

_WORDS = st.text(max_size=40)


@settings(max_examples=40, deadline=None)
@given(_WORDS, _WORDS, _WORDS, st.sampled_from(LANGS), st.booleans())
def test_any_words_give_unique_titles(first: str, second: str, third: str, lang: Lang, english: bool) -> None:
    wording = text(en=first) if english else text(first)
    project = sample_project()
    patterns = tuple(chosen.model_copy(update={"message": wording}) for chosen in project.patterns)
    actions = tuple(action.model_copy(update={"title": text(second)}) for action in project.actions)
    matter = project.matter.model_copy(update={"title": wording, "answer": text(third)})
    found = told(project.model_copy(update={"patterns": patterns, "actions": actions, "matter": matter}), lang).slides
    assert all(one.title.plain.strip() for one in found)
    assert len({one.title.plain for one in found}) == len(found)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_project_with_anything_missing_is_still_told(data: st.DataObject) -> None:
    project, bare = sample_project(), empty_project()
    dropped = [
        name
        for name in ("matter", "patterns", "actions", "criteria", "alternatives", "risks", "decisions", "recommended")
        if data.draw(st.booleans(), name)
    ]
    kept = project.model_copy(update={name: getattr(bare, name) for name in dropped})
    if data.draw(st.booleans(), "bare patterns"):
        kept = kept.model_copy(update={"patterns": tuple(_bare(chosen) for chosen in kept.patterns)})
    if data.draw(st.booleans(), "bare actions"):
        bare_action = {"title": text(), "lines": (), "start": None, "due": None, "owner": ""}
        actions = tuple(one.model_copy(update=bare_action) for one in kept.actions)
        kept = kept.model_copy(update={"actions": actions})
    for lang in LANGS:
        found = told(kept, lang)
        assert len(set(titles(found))) == len(found.slides)


def _bare(chosen: ChosenPattern) -> ChosenPattern:
    return ChosenPattern(id=chosen.id, pack=chosen.pack, pack_version=chosen.pack_version, pattern=chosen.pattern)


def test_dates_come_from_the_meeting_else_from_the_day_of_the_export() -> None:
    assert told(sample_project()).furniture.occasion.plain == "Kommunstyrelsen 15\xa0juni\xa02027"
    later = compose(empty_project(), lang="en", today=date(2028, 1, 2))
    assert later.furniture.occasion.plain == "2\xa0January\xa02028"


def test_a_draft_says_so() -> None:
    assert compose(sample_project(), lang="sv", today=TODAY, draft=True).furniture.draft.plain == "Utkast"
    assert not told(sample_project()).furniture.draft


def test_decisions_meant_for_a_later_body_do_not_hide_the_sum() -> None:
    project = sample_project()
    one_body = tuple(decision.model_copy(update={"meeting": KS}) for decision in project.decisions)
    title = slide(project.model_copy(update={"decisions": one_body}), "decisions").title.plain
    assert title == "Kommunstyrelsen föreslås fatta tre beslut, på sammanlagt 9,4\xa0mkr"
    assert KF not in title
