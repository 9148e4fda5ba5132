"""The projects that are measured: the municipality's starter, and larger ones made of its parts."""

from datetime import date
from itertools import count
from typing import Final

from app.library import load_packs
from app.model.base import Id, Lang, NewId
from app.model.project import Action, ChosenPattern, Project
from app.services.export import Choices
from app.services.starters import start

LANG: Final[Lang] = "sv"
TODAY: Final = date(2027, 1, 11)
CHOICES: Final = Choices(LANG, TODAY)
#: Slides about the whole and not about one pattern or action, and how many slides one of these brings with it: its own, and its
#: share of the lists that are split.
_ABOUT_THE_WHOLE: Final = 12
_FOR_EACH: Final = 1.5


def numbered_ids(first: int = 1) -> NewId:
    """Ids that are the same in every run."""
    numbers = count(first)
    return lambda: f"{next(numbers):032x}"


def municipality() -> Project:
    """The sample project."""
    return start("municipality", LANG, TODAY, load_packs(), numbered_ids())


def grown(project: Project, patterns: int, actions: int) -> Project:
    """The project with so many patterns and actions: its own, over and over, under ids of their own."""
    new_id = numbered_ids(1 << 64)
    chosen = tuple(_again(project.patterns[n % len(project.patterns)], new_id()) for n in range(patterns))
    adopted = tuple(
        _adopted(project.actions[n % len(project.actions)], new_id(), chosen[n % patterns].id) for n in range(actions)
    )
    return project.model_copy(update={"patterns": chosen, "actions": adopted, "risks": project.risks[:0]})


def of_slides(project: Project, slides: int) -> Project:
    """The project grown or cut to about so many slides, with three actions for every two patterns."""
    members = (slides - _ABOUT_THE_WHOLE) / _FOR_EACH
    return grown(project, max(1, round(members * 0.4)), max(1, round(members * 0.6)))


def _again(chosen: ChosenPattern, new: Id) -> ChosenPattern:
    return chosen.model_copy(update={"id": new})


def _adopted(action: Action, new: Id, chosen: Id) -> Action:
    return action.model_copy(update={"id": new, "chosen": chosen, "depends_on": ()})
