"""A slide of the CIO's own holds its text and shows its picture undistorted, on any body."""

import pytest

from app.compose.storyline import Slide
from app.layout.arrange.free import arrange
from app.layout.frames import Box, PictureItem, TextItem
from app.layout.grid import OURS
from app.layout.measure import Measurer
from app.layout.setting import Setting
from app.layout.themes import THEMES
from app.model.blocks import Block, Passage, Picture
from app.model.rich import Para, para

SETTING = Setting(THEMES["fjard"], Measurer(THEMES["fjard"].faces), "sv", OURS)
BODIES = (OURS.body, Box(40, 90, 520, 200), Box(50, 120, 500, 550))
TEXT = Passage("text", Para(), tuple(para(f"Mening {n} som säger något om läget.", "sv") for n in range(8)))


def picture(width: int, height: int) -> Picture:
    return Picture("picture", "a" * 64, "Karta", width, height)


def pages(*blocks: Block, body: Box = OURS.body) -> list[list[object]]:
    slide = Slide("free/x", "free", "title", para("Rubrik", "sv"), None, blocks)
    return [list(page.items) for page in arrange(slide, body, SETTING)]


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("shape", [(400, 300), (2000, 300), (300, 2000)])
def test_a_picture_keeps_its_shape_within_the_body_and_beside_the_text(body: Box, shape: tuple[int, int]) -> None:
    first, *_ = pages(TEXT, picture(*shape), body=body)
    (text,) = (item for item in first if isinstance(item, TextItem))
    (shown,) = (item for item in first if isinstance(item, PictureItem))
    assert shown.box.w / shown.box.h == pytest.approx(shape[0] / shape[1])
    assert body.x <= shown.box.x
    assert shown.box.right <= body.right + 0.01
    assert body.y <= shown.box.y
    assert shown.box.bottom <= body.bottom + 0.01
    assert text.box.right <= shown.box.x or text.box.bottom <= shown.box.y


def test_text_that_does_not_fit_goes_on() -> None:
    long = Passage("text", Para(), TEXT.text * 12)
    told = pages(long, picture(400, 300))
    assert len(told) > 1
    said = "".join(item.body.plain for page in told for item in page if isinstance(item, TextItem))
    assert said.replace("\n", "").count("Mening 7") == 12


def test_a_slide_with_nothing_on_it_is_a_page() -> None:
    assert pages() == [[]]
    ((alone,),) = pages(picture(400, 300))
    assert isinstance(alone, PictureItem)
    assert alone.box.h == pytest.approx(OURS.body.h)
