"""Cover: organisation above, title and answer to the left of the motif, occasion and class at the foot."""

from typing import Final

from app.compose.storyline import Slide
from app.layout.frames import Box, Item
from app.layout.grid import HEIGHT, MARGIN
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.text import height_of, shortened
from app.layout.themes import TypeStep
from app.layout.titles import balanced_width
from app.model.blocks import CoverBlock
from app.model.rich import Para
from app.model.units import inches

_WIDTH: Final = inches(7.6)
_TITLE_TOP: Final = inches(2.1)
_TITLE_H: Final = inches(2.1)
_TITLE_STEPS: Final[tuple[TypeStep, ...]] = ("cover", "title", "figure")


def arrange(slide: Slide, _body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The one page of a cover; the title in the largest step that holds it."""
    block = next(block for block in slide.blocks if isinstance(block, CoverBlock))
    items: list[Item] = []
    title, bottom = _title(slide, setting)
    items.append(title)
    items += _line(block.id, "organisation", block.organisation, inches(0.62), "second", setting, bold=True)
    answer = shortened(styled(block.answer, setting.font("lead"), "cover-muted"), _WIDTH, 4, setting.measurer)
    if answer.runs:
        box = Box(MARGIN, bottom + 14, balanced_width(answer, _WIDTH, setting), 4 * 22)
        items.append(setting.text("matter/answer", "subtitle", (answer,), box, placeholder="subtitle"))
    foot = HEIGHT - inches(1.3)
    items += _line(block.id, "occasion", block.occasion, foot, "second", setting, bold=True)
    items += _line(block.id, "details", block.details, foot + 20, "label", setting)
    return (BodyPage(tuple(items)),)


def _title(slide: Slide, setting: Setting) -> tuple[Item, float]:
    """The title in its placeholder, and where it ends."""
    fitting: list[TypeStep] = [step for step in _TITLE_STEPS if _height(slide, step, setting) <= _TITLE_H]
    step = fitting[0] if fitting else _TITLE_STEPS[-1]
    whole = styled(slide.title, setting.font(step), "on-cover")
    paragraph = shortened(whole, _WIDTH, int(_TITLE_H // whole.line), setting.measurer)
    height = height_of((paragraph,), _WIDTH, setting.measurer)
    box = Box(MARGIN, _TITLE_TOP, balanced_width(paragraph, _WIDTH, setting), _TITLE_H)
    tightened = step != _TITLE_STEPS[0]
    item = setting.text(slide.title_id, "title", (paragraph,), box, placeholder="title", tightened=tightened)
    return item, _TITLE_TOP + height


def _height(slide: Slide, step: TypeStep, setting: Setting) -> float:
    return height_of((styled(slide.title, setting.font(step)),), _WIDTH, setting.measurer)


def _line(
    block: str, name: str, text: Para, y: float, step: TypeStep, setting: Setting, *, bold: bool = False
) -> tuple[Item, ...]:
    if not text:
        return ()
    font = setting.font(step, bold=bold)
    line = shortened(styled(text, font, "on-cover" if bold else "cover-muted"), _WIDTH, 1, setting.measurer)
    return (setting.text(block, name, (line,), Box(MARGIN, y, _WIDTH, font.line)),)
