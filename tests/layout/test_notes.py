"""Speaker notes on placed slides: what the slide cuts short stands there whole, and a slide that goes on says so."""

from dataclasses import replace

from app.compose import compose
from app.compose.storyline import Slide
from app.layout.frames import PlacedSlide
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from app.model.base import text
from app.model.rich import Para, para
from app.project import edits
from tests.layout.decks import placed
from tests.layout.test_priorities import many
from tests.sample import TODAY, sample_project

LONG = "Kostnaden för det som dubbleras växer " * 20


def said(slide: PlacedSlide) -> str:
    return "\n".join(line.plain for line in slide.notes.text)


def shown(slide: Slide) -> PlacedSlide:
    storyline = compose(sample_project(), lang="sv", today=TODAY)
    return place(replace(storyline, slides=(slide,)), FJARD, Measurer(FJARD.faces)).slides[0]


def risks() -> Slide:
    storyline = compose(sample_project(), lang="sv", today=TODAY)
    return next(slide for slide in storyline.slides if slide.id == "risks")


def test_what_fits_is_not_said_again() -> None:
    assert "I sin helhet" not in said(shown(risks()))


def test_a_title_a_takeaway_and_a_source_that_are_cut_stand_whole() -> None:
    first, second, third = (para(f"{LONG}{number}", "sv") for number in range(3))
    found = shown(replace(risks(), title=first, takeaway=second, source=third))
    for wording in (first, second, third):
        assert wording.plain in said(found)
    assert found.title.endswith("…")


def test_a_title_in_another_language_keeps_it() -> None:
    english = para(LONG, "en")
    line = next(line for line in shown(replace(risks(), title=english)).notes.text if line.plain == english.plain)
    assert line.spans[0].lang == "en"


def test_a_title_that_the_writer_gave_stands_whole_in_the_decks_notes() -> None:
    project = edits.put(sample_project(), "matter/answer", text(LONG.strip()))
    assert LONG.strip() in said(placed(project, "summary", "sv")[0])


def test_a_slide_that_goes_on_does_not_say_it_all_again() -> None:
    first, second, *_ = placed(many(40), "priorities", "sv")
    assert said(first).startswith("Att säga")
    assert said(second) == "Fortsättning på bilden med samma rubrik."


def test_notes_of_nothing_are_nothing() -> None:
    assert shown(replace(risks(), title=Para(), notes=None)).notes.text == ()
