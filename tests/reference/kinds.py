"""A slide of every kind, and as a picture: what the references and the gallery are made of."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import Any, cast, get_args

import pypdfium2
from PIL import Image

from app.compose.storyline import SlideKind
from app.export.pdf import write_deck_pdf
from app.layout.frames import PlacedSlide
from app.layout.themes import THEMES
from app.model.base import Lang
from app.model.project import Project
from app.services.export import Choices, placed, style_of
from tests.reference.complete import complete, earlier
from tests.sample import TODAY

KINDS: tuple[SlideKind, ...] = get_args(SlideKind)


def of_every_kind(project: Project, lang: Lang, theme: str) -> bytes:
    """A PDF of the first slide of each kind, in the order of `KINDS`; what the project leaves out is added.

    Raises KeyError for a kind of which there is no slide even so."""
    project, assets = complete(project)
    choices = Choices(lang, TODAY, audience="full-review", theme=theme, earlier=earlier(project))
    deck = placed(project, choices, style_of(project, choices))
    first: Mapping[str, PlacedSlide] = {slide.kind: slide for slide in reversed(deck.slides)}
    out = BytesIO()
    shown = replace(deck, slides=tuple(first[kind] for kind in KINDS))
    write_deck_pdf(shown, THEMES[theme], assets, out, lambda _share: None)
    return out.getvalue()


def pictures(pdf: bytes, width: int) -> list[Image.Image]:
    """Each page, so many points of a picture wide."""
    document = cast(Any, pypdfium2.PdfDocument(pdf))
    return [cast(Image.Image, page.render(scale=width / page.get_width()).to_pil()).convert("RGB") for page in document]
