"""The handout: the deck's slides on paper, what is said to them below."""

from dataclasses import replace
from io import BytesIO

from app.compose import handout_of
from app.export.pdf import write_handout
from app.layout.frames import PlacedDeck, PlacedNotes
from app.layout.themes import FJARD
from app.model.rich import Rich, para
from tests.export.pdf import decks
from tests.export.pdf.readers import links, outline, page_texts
from tests.export.pdf.tagged import heard
from tests.sample import TODAY, sample_project


def told(*parts: tuple[str, Rich]) -> PlacedNotes:
    """Notes in Swedish."""
    return PlacedNotes(tuple((para(label, "sv"), text) for label, text in parts))


def handout(placed: PlacedDeck) -> bytes:
    """A deck's handout as PDF."""
    out = BytesIO()
    write_handout(handout_of(sample_project(), lang="sv", today=TODAY), placed, FJARD, {}, out, lambda _share: None)
    return out.getvalue()


def with_notes(*parts: tuple[str, Rich]) -> PlacedDeck:
    """A deck of a cover, a slide with everything that bears the notes, and one without any."""
    last = decks.slide("last", "Det här är nästa steg")
    return decks.deck(decks.cover(), replace(decks.everything(), notes=told(*parts)), last)


def test_each_slide_stands_over_its_notes_with_room_to_write() -> None:
    data = handout(with_notes(("Att säga", (para("Börja med priset.", "sv"),)), ("Källor", (para("SKR 2024.", "sv"),))))
    texts = [" ".join(text.split()) for text in page_texts(data)]
    assert len(texts) == 3
    title = decks.everything().title
    assert texts[1].index(title.split()[0]) < texts[1].index("Att säga") < texts[1].index("SKR 2024.")
    assert all("Anteckningar" in text for text in texts)
    assert [name for _, name, _ in outline(data)][1:] == [title, "Det här är nästa steg"]


def test_long_notes_go_on_to_the_next_page_and_the_next_slide_starts_its_own() -> None:
    words = tuple(para(f"Stycke {number}: {'så långt som ett manus kan bli ' * 8}", "sv") for number in range(30))
    texts = [" ".join(text.split()) for text in page_texts(handout(with_notes(("Att säga", words))))]
    assert len(texts) > 3
    assert sum("Det här är nästa steg" in text for text in texts) == 1
    assert "Stycke 29" in texts[-2]
    assert "Det här är nästa steg" in texts[-1]


def test_links_and_figures_lie_where_the_slide_is_drawn() -> None:
    data = handout(with_notes())
    assert {link.page for link in links(data)} == {1}
    assert any(each.kind == "Figure" and each.alt for each in heard(data))


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert handout(with_notes()) == handout(with_notes())
