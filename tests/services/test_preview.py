"""The preview shows each slide as the deck has it, and follows every edit."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.layout.frames import Item, PlacedSlide, TextItem
from app.model.base import Lang, text
from app.services.export import Choices, placed, settled, style_of
from app.services.preview import Previewer
from app.services.starters import Starter
from app.services.templates import template_at, with_template
from tests.export.pdf.readers import page_texts
from tests.sample import TODAY, empty_project, sample_project
from tests.services.projects import FILLED, LANGS, starter
from tests.templates import company_template

CHOICES = Choices("sv", TODAY)


def title(slide: PlacedSlide) -> Item:
    """A slide's title."""
    return next(item for item in slide.items if isinstance(item, TextItem) and item.placeholder == "title")


@pytest.mark.parametrize("name", FILLED)
@pytest.mark.parametrize("lang", LANGS)
def test_every_slide_is_previewed_as_the_deck_has_it(name: Starter, lang: Lang) -> None:
    project, choices = starter(name, lang), Choices(lang, TODAY)
    deck = placed(project, choices, style_of(project, choices))
    previewer = Previewer()
    pages = [page for key in previewer.slides(project, choices) for page in previewer.placed(project, key, choices)]
    assert [(page.id, page.title) for page in pages] == [(slide.id, slide.title) for slide in deck.slides]
    assert [page.layout for page in pages] == [slide.layout for slide in deck.slides]
    if len(previewer.slides(project, choices)) == len(deck.slides):
        assert pages == list(deck.slides)


def test_pages_that_a_short_slot_moves_to_the_backup_have_the_numbers_of_the_deck() -> None:
    project = starter("company", "sv")
    many = tuple(risk.model_copy(update={"id": f"{at:032x}"}) for at, risk in enumerate(4 * project.risks))
    storyline = project.storyline.model_copy(update={"audience": "half-hour"})
    project = project.model_copy(update={"risks": many, "storyline": storyline})
    numbers = {slide.id: slide.number for slide in placed(project, CHOICES, style_of(project, CHOICES)).slides}
    first, *more = Previewer().placed(project, "risks", CHOICES)
    assert [page.hidden for page in (first, *more)] == [False, *(True for _ in more)]
    assert more
    assert [page.number for page in (first, *more)] == [numbers[page.id] for page in (first, *more)]


def test_a_previewed_page_is_one_pdf_page_with_the_slides_title() -> None:
    project, previewer = sample_project(), Previewer()
    for key in previewer.slides(project, CHOICES):
        first = previewer.placed(project, key, CHOICES)[0]
        (shown,) = page_texts(previewer.page(first, project, {}, CHOICES))
        assert " ".join(first.title.split()) in shown


def test_an_edit_shows_on_the_next_page() -> None:
    project, previewer = sample_project(), Previewer()
    key = next(key for key in previewer.slides(project, CHOICES) if key.startswith("pattern/"))
    before = previewer.page(previewer.placed(project, key, CHOICES)[0], project, {}, CHOICES)
    chosen = project.patterns[0].model_copy(update={"message": text("Nu delar vi tjänster med alla")})
    edited = project.model_copy(update={"patterns": (chosen, *project.patterns[1:])})
    after = previewer.page(previewer.placed(edited, key, CHOICES)[0], edited, {}, CHOICES)
    assert "Nu delar vi tjänster med alla" in page_texts(after)[0]
    assert "Nu delar vi tjänster med alla" not in page_texts(before)[0]


def test_a_slide_comes_with_its_pattern_and_goes_with_it() -> None:
    project, previewer = sample_project(), Previewer()
    fewer = project.model_copy(update={"patterns": project.patterns[1:]})
    gone = set(previewer.slides(project, CHOICES)) - set(previewer.slides(fewer, CHOICES))
    assert f"pattern/{project.patterns[0].id}" in gone


@pytest.mark.parametrize("key", ["pattern/00000000000000000000000000000000", "nothing", ""])
def test_a_slide_that_the_deck_lacks_is_no_slide(key: str) -> None:
    with pytest.raises(KeyError):
        Previewer().placed(sample_project(), key, CHOICES)


def test_an_empty_project_has_a_page_to_show() -> None:
    previewer = Previewer()
    first = previewer.slides(empty_project(), CHOICES)[0]
    page = previewer.placed(empty_project(), first, CHOICES)[0]
    assert previewer.page(page, empty_project(), {}, CHOICES).startswith(b"%PDF")


def test_a_template_shows_under_every_slide_as_the_deck_has_it(tmp_path: Path) -> None:
    file = tmp_path / "mall.pptx"
    file.write_bytes(company_template())
    project, assets = with_template(starter("municipality", "sv"), {}, template_at(file))
    choices = settled(project, assets, CHOICES)
    deck, previewer = placed(project, choices, style_of(project, choices)), Previewer()
    keys = previewer.slides(project, choices)
    pages = [page for key in keys for page in previewer.placed(project, key, choices)]
    assert [(page.id, page.title, page.layout) for page in pages] == [(s.id, s.title, s.layout) for s in deck.slides]
    assert [title(page) for page in pages] == [title(slide) for slide in deck.slides], "set in another size"
    assert previewer.size(project, choices) == (720, 540)
    grounds = {previewer.backdrop(page, project, choices) for page in pages}
    assert None not in grounds, "the band along the top is nowhere to be seen"
    with Image.open(BytesIO(next(ground for ground in grounds if ground))) as ground:
        assert ground.convert("RGB").getpixel((800, 10)) == pytest.approx((0x2F, 0x6B, 0x3A), abs=6)
    assert b"/Subtype /Image" not in previewer.page(pages[1], project, assets, choices)
