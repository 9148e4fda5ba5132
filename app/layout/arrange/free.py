"""A slide of the CIO's own: text over the width, beside a picture or above it, or a picture alone."""

from dataclasses import replace
from typing import Final

from app.compose.storyline import Slide
from app.layout.arrange.flow import carried_on, first_fit, rich
from app.layout.frames import Box, Item, PictureItem
from app.layout.setting import BodyPage, Setting
from app.layout.themes import TypeStep
from app.model.blocks import Passage, Picture
from app.model.rich import Para

_STEPS: Final[tuple[TypeStep, ...]] = ("lead", "body", "second")
#: A picture that tells nothing of its shape is taken to be so much wider than high.
_USUAL_SHAPE: Final = 4 / 3
#: Narrower bodies have the picture below the text, in points.
_NARROW: Final = 560.0


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Text to the left, the picture to the right as large as it goes; text that does not fit follows on slides of its own."""
    passage = next((block for block in slide.blocks if isinstance(block, Passage)), None)
    picture = next((block for block in slide.blocks if isinstance(block, Picture)), None)
    if passage is None:
        return (BodyPage((_alone(picture, body),) if picture else ()),)
    text_box, picture_box = _parted(body, setting) if picture else (setting.columns(1, 9, body), None)
    if body.w < _NARROW and not picture:
        text_box = body
    text, rest, tightened = first_fit(rich(passage.text, setting), _STEPS, text_box, setting)
    items: list[Item] = [setting.text(passage.id, "text", text, text_box, tightened=tightened)]
    if picture and picture_box:
        items.append(_placed(picture, picture_box))
    return (BodyPage(tuple(items)), *carried_on(passage.id, Para(), rest, body, setting))


def _parted(body: Box, setting: Setting) -> tuple[Box, Box]:
    """Room for text and picture: side by side, on a narrow body one above the other."""
    if body.w >= _NARROW:
        return setting.columns(1, 6, body), setting.columns(7, 12, body)
    half = (body.h - setting.grid.gutter) / 2
    return replace(body, h=half), replace(body, y=body.bottom - half, h=half)


def _placed(picture: Picture, room: Box) -> PictureItem:
    """The picture as large as its shape allows, at the room's right and top."""
    shape = picture.width / picture.height if picture.width and picture.height else _USUAL_SHAPE
    width = min(room.w, room.h * shape)
    box = Box(room.right - width, room.y, width, width / shape)
    return PictureItem(picture.id, "picture", box, picture.sha256, picture.alt)


def _alone(picture: Picture, room: Box) -> PictureItem:
    """A picture without text: below the title's beginning, where a text would begin."""
    placed = _placed(picture, room)
    return replace(placed, box=replace(placed.box, x=room.x))
