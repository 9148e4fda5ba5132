"""The selection pane speaks the deck's language, and knows shapes again whatever the language."""

import re
from io import BytesIO

import pytest

from app.export.pptx import write_pptx
from app.export.pptx.names import shown_name
from app.layout.frames import TextItem
from app.layout.themes import FJARD
from app.model.base import Lang
from app.services.starters import Starter
from tests.export.pptx.decks import deck, slide, takeaway
from tests.export.pptx.readers import found, parts
from tests.services.projects import FILLED, exported

SLIDE = "ppt/slides/slide1.xml"


def names(lang: Lang) -> list[str]:
    """What the shapes of a slide with a takeaway are called."""
    item = takeaway("Vi börjar med det som betyder mest")
    out = BytesIO()
    named = TextItem("patterns/one", "takeaway", item.box, item.body, item.placeholder)
    write_pptx(deck(slide("a", named), lang=lang), FJARD, {}, out)
    return found(out.getvalue(), SLIDE, "//p:sp//p:cNvPr/@name")


def test_a_shape_is_named_in_the_decks_language_with_the_same_key() -> None:
    swedish, english = names("sv")[-1], names("en")[-1]
    assert (swedish.split(" · ")[0], english.split(" · ")[0]) == ("Slutsats", "Takeaway")
    assert swedish.split(" · ")[1] == english.split(" · ")[1]


def test_numbers_stay_and_a_name_of_ones_own_too() -> None:
    assert shown_name("cell 1 4", "sv") == "Ruta 1 4"
    assert shown_name("dot +2", "sv") == "Punkt +2"
    assert shown_name("Till omslaget", "en") == "Till omslaget"


@pytest.mark.parametrize("name", FILLED)
def test_no_shape_of_a_swedish_deck_has_an_english_name(name: Starter) -> None:
    data = exported(name, "sv")["pptx"]
    shown = {
        re.sub(r"( \+?\d+)*( · bw:.*)?$", "", each)
        for part in parts(data)
        if part.startswith("ppt/slides/slide")
        for each in found(data, part, "//p:cNvPr/@name")
        if each
    }
    assert {each for each in shown if each[0].islower()} == set()
