"""Projects placed for tests: one slide of a project as it stands, and what is wrong with it."""

from dataclasses import replace
from functools import cache
from itertools import count

from app.compose import compose
from app.layout.frames import PlacedSlide
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from app.library import load_packs
from app.model.base import Lang
from app.model.pattern import Pack
from app.model.project import Project
from app.services.starters import Starter, start
from tests.layout.faults import faults
from tests.sample import TODAY

_MEASURER = Measurer(FJARD.faces)


@cache
def _packs() -> tuple[Pack, ...]:
    return load_packs()


@cache
def starter(name: Starter, lang: Lang) -> Project:
    """A starter project made on the day that the tests take for today."""
    ids = count(1)
    return start(name, lang, TODAY, _packs(), lambda: f"{next(ids):032x}")


def placed(project: Project, kind: str, lang: Lang) -> tuple[PlacedSlide, ...]:
    """The placed slides of a kind, and none of the others."""
    storyline = compose(project, lang=lang, today=TODAY)
    slides = tuple(slide for slide in storyline.slides if slide.kind == kind)
    return place(replace(storyline, slides=slides), FJARD, _MEASURER).slides


def wrong(slides: tuple[PlacedSlide, ...]) -> list[str]:
    """All faults of placed slides."""
    return [fault for slide in slides for fault in faults(slide, (960.0, 540.0))]
