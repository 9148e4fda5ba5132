"""A deck that is written larger keeps its proportions: every length of its text grows, whole numbers as well as others."""

from app.compose import compose
from app.layout.frames import Paragraph, PlacedDeck
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.scaling import scaled
from app.layout.themes import FJARD
from tests.layout.faults import flat, texts
from tests.sample import TODAY, sample_project


def paragraphs(deck: PlacedDeck) -> list[Paragraph]:
    items = [item for slide in deck.slides for item in flat(slide.items)]
    return [paragraph for item in items for _, _, body in texts(item) for paragraph in body.paragraphs]


def test_indents_spaces_and_lines_grow_with_their_text() -> None:
    deck = place(compose(sample_project(), lang="sv", today=TODAY), FJARD, Measurer(FJARD.faces))
    twice = scaled(deck, 2.0)
    assert twice.size == (1920, 1080)
    small, large = paragraphs(deck), paragraphs(twice)
    assert any(paragraph.hang for paragraph in small)
    for one, other in zip(small, large, strict=True):
        assert (other.hang, other.before, other.line) == (2 * one.hang, 2 * one.before, 2 * one.line)
        assert [(r.font.size, r.font.line) for r in other.runs] == [
            (2 * r.font.size, 2 * r.font.line) for r in one.runs
        ]
