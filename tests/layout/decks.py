"""Projects placed for tests: one slide of a project as it stands, and what is wrong with it."""

from dataclasses import replace

from app.compose import compose
from app.layout.frames import PlacedSlide
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from app.model.base import Lang
from app.model.project import Project
from tests.layout.faults import faults
from tests.sample import TODAY

_MEASURER = Measurer(FJARD.faces)


def placed(project: Project, kind: str, lang: Lang) -> tuple[PlacedSlide, ...]:
    """The placed slides of a kind, and none of the others."""
    storyline = compose(project, lang=lang, today=TODAY)
    slides = tuple(slide for slide in storyline.slides if slide.kind == kind)
    return place(replace(storyline, slides=slides), FJARD, _MEASURER).slides


def wrong(slides: tuple[PlacedSlide, ...]) -> list[str]:
    """All faults of placed slides."""
    return [fault for slide in slides for fault in faults(slide, (960.0, 540.0))]
