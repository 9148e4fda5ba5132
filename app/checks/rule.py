"""What a rule is: what it looks at, what it says of it and why, and an example that it finds and one that it does not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final, Generic, Literal, NamedTuple, TypeVar

from app.checks.deck import SlideId
from app.checks.material import Material
from app.checks.scopes import Scope
from app.layout.setting import Setting
from app.model.base import FieldPath, Lang, Text
from app.model.checks import Severity
from app.model.project import Project

S = TypeVar("S")

Group = Literal[
    "decision",
    "action",
    "evidence",
    "message",
    "language",
    "length",
    "form",
    "risk",
    "follow-up",
    "money",
    "competence",
    "safety",
]
#: The parts of a project that a rule may read beside what it looks at.
Part = Literal[
    "language",
    "organisation",
    "matter",
    "patterns",
    "actions",
    "criteria",
    "alternatives",
    "recommended",
    "risks",
    "figures",
    "decisions",
    "storyline",
    "assets",
    "secrecy",
    "editions",
    "checks",
]


class Money(NamedTuple):
    """An amount to be said in the project's currency and scale."""

    amount: Decimal


#: What a finding's sentence is filled in with.
Value = str | int | date | Text | Money


@dataclass(frozen=True, slots=True)
class Fix:
    """How a finding can be mended at once: what is done, and the values that are put."""

    says: Text
    puts: Mapping[FieldPath, object]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule finds something: the field, the slide, or neither when it is about the whole."""

    path: FieldPath = ""
    slide: SlideId = ""
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What a rule may look at: the whole material, and its own limits as they are kept here."""

    material: Material
    limits: Mapping[str, Decimal]
    terms: frozenset[str] = frozenset()

    @property
    def project(self) -> Project:
        """The project. A rule reads only what it looks at and the parts that it says it reads."""
        return self.material.project

    @property
    def lang(self) -> Lang:
        """The language that the material is checked in."""
        return self.material.lang

    @property
    def today(self) -> date:
        """The day of the check."""
        return self.material.today


#: Values put into the example project (`app.checks.example`), by path.
Example = Mapping[FieldPath, object]
#: The example project as it is, which no rule finds anything in.
IN_ORDER: Final[Example] = {}


@dataclass(frozen=True, slots=True)
class Rule(Generic[S]):
    """A rule. Its texts are in Swedish and English; `says` is one sentence, filled in with a hit's values.

    `fires` and `silent` are shown beside it in its documentation, and a test holds the rule to them."""

    id: str
    severity: Severity
    #: What is wrong, as a heading.
    title: Text
    #: What was found.
    says: Text
    #: Why a board cares.
    why: Text
    source: Text
    scope: Scope[S]
    find: Callable[[S, Look], Iterable[Hit]]
    fires: Example
    silent: Example = field(default_factory=dict[FieldPath, object])
    #: For what only a company's template causes: what the template of the example that is found makes of the setting.
    template: Callable[[Setting], Setting] | None = None
    #: What `find` reads of the project beside what it looks at; only when one of these changes is the same thing looked at again.
    reads: tuple[Part, ...] = ()
    limits: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])

    @property
    def group(self) -> str:
        """The group that it stands in: the first part of its id."""
        return self.id.partition(".")[0]


AnyRule = Rule[Any]
