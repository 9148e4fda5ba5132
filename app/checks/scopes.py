"""What rules look at, one at a time: the whole project, each action, each text, each slide. Each has a key by which it is known again."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Generic, Protocol, TypeVar

from app.checks.deck import Deck, ShownSlide
from app.checks.material import Material
from app.checks.texts import Wording
from app.model.base import Id
from app.model.project import Action, Alternative, ChosenPattern, Decision, Figure, Meeting, Project, Risk

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Scope(Generic[S]):
    """A kind of thing to look at. `token` is what must be the same for a thing to count as unchanged."""

    subjects: Callable[[Material], Iterable[tuple[str, S]]]
    token: Callable[[S], object]


class _Identified(Protocol):
    @property
    def id(self) -> Id: ...


_M = TypeVar("_M", bound=_Identified)


def _each(members: Callable[[Project], Sequence[_M]]) -> Scope[_M]:
    """Each member of a collection of the project, by its id."""

    def subjects(material: Material) -> Iterator[tuple[str, _M]]:
        yield from ((member.id, member) for member in members(material.project))

    return Scope(subjects, lambda member: member)


#: The whole project. Nothing of it is watched but the parts that a rule says it reads.
PROJECT: Final[Scope[Project]] = Scope(lambda material: (("", material.project),), lambda _: None)
DECISIONS: Final[Scope[Decision]] = _each(lambda project: project.decisions)
ACTIONS: Final[Scope[Action]] = _each(lambda project: project.actions)
ALTERNATIVES: Final[Scope[Alternative]] = _each(lambda project: project.alternatives)
FIGURES: Final[Scope[Figure]] = _each(lambda project: project.figures)
MEETINGS: Final[Scope[Meeting]] = _each(lambda project: project.matter.route)
PATTERNS: Final[Scope[ChosenPattern]] = _each(lambda project: project.patterns)
RISKS: Final[Scope[Risk]] = _each(lambda project: project.risks)
#: Each wording of each text that somebody wrote.
TEXTS: Final[Scope[Wording]] = Scope(
    lambda material: ((wording.path, wording) for wording in material.wordings), lambda wording: wording.text
)
#: Each slide that is shown.
SLIDES: Final[Scope[ShownSlide]] = Scope(
    lambda material: ((shown.slide.id, shown) for shown in material.deck.slides), lambda shown: shown
)
#: All slides that are shown, together.
DECK: Final[Scope[Deck]] = Scope(lambda material: (("", material.deck),), lambda deck: deck)
