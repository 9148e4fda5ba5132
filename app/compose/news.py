"""Which slides say something new since an earlier edition, for marks on their pictures."""

from collections.abc import Mapping
from typing import Final, Literal

from app.compose import Composer
from app.compose.storyline import Slide, SlideId, SlideKind

News = Literal["new", "changed"]
#: These tell of the changes themselves.
_OF_CHANGES: Final[frozenset[SlideKind]] = frozenset(("since", "status"))


def news(now: Composer, before: Composer) -> Mapping[SlideId, News]:
    """What became of each shown slide that is not as it was; both are told in the same language and on the same day."""
    found: dict[SlideId, News] = {}
    for key in now.order:
        slide = now.slide(key)
        if slide.kind in _OF_CHANGES:
            continue
        if not before.has(key):
            found[key] = "new"
        elif _said(slide) != _said(before.slide(key)):
            found[key] = "changed"
    return found


def _said(slide: Slide) -> tuple[object, ...]:
    """What an audience sees of a slide's content."""
    return slide.title.plain, slide.blocks, slide.takeaway
