"""Random but valid projects: the same seed gives the same project.

They are drawn to be awkward: texts of every length and script, dates out of order, amounts from nothing to a hundred thousand
billions, and slides that somebody switched off, moved or named anew. What no window could write is not drawn."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from hashlib import sha256
from io import BytesIO
from random import Random
from typing import Final, TypeVar, get_args

from PIL import Image

from app.compose.storyline import SlideKind
from app.layout.themes import THEMES
from app.library import load_packs
from app.model.base import Id, Text, text
from app.model.money import CostKind, CostLine, Sign
from app.model.pattern import FirstStep, Pattern
from app.model.project import (
    Action,
    ActionStatus,
    Alternative,
    Appendix,
    Assessment,
    Asset,
    Audience,
    ChosenPattern,
    Classification,
    Criterion,
    DatedValue,
    Decision,
    Evidence,
    Figure,
    FreeSlide,
    Kpi,
    Matter,
    Meeting,
    Milestone,
    Organisation,
    OrganisationKind,
    Outcome,
    OutcomeKind,
    Project,
    Risk,
    Scale,
    Score,
    Section,
    SlideChoice,
    SlideCopy,
    Statement,
    StorylineChoices,
)
from tests.generated_figures import with_figures
from tests.generated_texts import one_line, prose
from tests.sample_patterns import sample_patterns

#: The day on which a generated project is exported.
TODAY: Final = date(2027, 6, 1)
#: How many of a thing a project has, from nothing to more than anyone would write.
_MANY: Final = (0, 0, 1, 1, 2, 3, 4, 6, 9, 14, 24, 40, 60)
#: Actions can be more than that.
_MORE: Final = (90, 140, 200)
_FEW: Final = (0, 0, 1, 1, 2, 3, 5, 8)

_SIGNS: Final[tuple[Sign, ...]] = ("cost", "effect")
_COST_KINDS: Final[tuple[CostKind, ...]] = ("running", "investment")
_STATUSES: Final[tuple[ActionStatus, ...]] = ("proposed", "planned", "ongoing", "done", "stopped")
_AUDIENCES: Final[tuple[Audience, ...]] = ("ten-minutes", "half-hour", "full-review", "audit")
_ORGANISATIONS: Final[tuple[OrganisationKind, ...]] = ("municipality", "region", "agency", "company")
_CLASSES: Final[tuple[Classification, ...]] = ("open", "internal", "confidential")
_SCALES: Final[tuple[Scale, ...]] = ("unit", "thousand", "million")
_OUTCOMES: Final[tuple[OutcomeKind, ...]] = ("approved", "rejected", "other-motion", "tabled", "referred-back")
#: Slides that every storyline may have, and one that none has.
_SLIDES: Final = (*(kind for kind in get_args(SlideKind) if kind not in ("pattern", "recommendation")), "no-such-slide")


def _drawn(width: int, height: int) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, height), "#5B6B76").save(out, "PNG")
    return out.getvalue()


_BY_SHAPE: Final = {shape: _drawn(*shape) for shape in ((640, 400), (40, 900), (1200, 60))}
#: The pictures that projects have, by their digest: of a usual shape, very high, very wide.
PICTURES: Final = {sha256(data).hexdigest(): data for data in _BY_SHAPE.values()}
_SHAPES: Final = {sha256(data).hexdigest(): shape for shape, data in _BY_SHAPE.items()}

_T = TypeVar("_T")


def generated_project(seed: int, most: int = 60) -> Project:
    """The project of a seed, with at most so many of each thing that it has; 60 makes room for 200 actions."""
    return with_figures(_Draw(seed, most).project(), Random(f"figures of {seed}"))


@cache
def _library() -> tuple[tuple[str, Pattern], ...]:
    """The patterns there are to choose, each with its pack."""
    found = [(pack.id, pattern) for pack in load_packs() for pattern in pack.patterns]
    return (*found, *(("own", pattern) for pattern in sample_patterns()))


class _Draw:
    """Draws one project. What is drawn for the whole project (its languages, its money) is drawn first."""

    def __init__(self, seed: int, most: int) -> None:
        self.random = Random(seed)
        self._many = tuple(size for size in _MANY if size <= most)
        self._actions_at_most = (*self._many, *_MORE) if most == max(_MANY) else self._many
        self._wordings = self._one(((1, 0), (0, 1), (1, 1), (1, 1), (2, 1)))
        #: How rarely an optional field is left empty: 0 for a project of bare names, 10 for one filled in throughout.
        self._filled = self._one((0, 3, 6, 9, 10))
        self._scale = self._one((0, 1, 4, 6, 7, 9, 14))
        self._years = self._one(
            (range(2027, 2031), range(2024, 2033), range(2026, 2028), range(2027, 2028), range(1990, 2101))
        )

    def project(self) -> Project:
        criteria = self._some(_FEW, self._criterion)
        alternatives = self._some(_FEW, lambda: self._alternative(criteria))
        self._assets = self._some((0, 0, 1, 3), self._asset)
        patterns = self._patterns()
        actions = self._actions(patterns)
        route = self._some((0, 1, 1, 2, 3), self._meeting)
        return Project(
            id=self._id(),
            language=self._one(("sv", "en")),
            created=TODAY - timedelta(days=self.random.randrange(900)),
            organisation=self._organisation(),
            matter=self._matter(route),
            patterns=patterns,
            actions=actions,
            criteria=criteria,
            alternatives=alternatives,
            recommended=self._maybe(lambda: self._one(alternatives).id) if alternatives else None,
            risks=self._some(self._many, lambda: self._risk(actions, alternatives)),
            figures=self._some(_FEW, self._figure),
            decisions=self._some(_FEW, lambda: self._decision(route)),
            storyline=self._storyline((*patterns, *actions)),
            assets=tuple({asset.sha256: asset for asset in self._assets}.values()),
            drafts=self._drafts(actions),
        )

    def _one(self, among: Sequence[_T]) -> _T:
        return self.random.choice(among)

    def _some(self, sizes: Sequence[int], make: Callable[[], _T]) -> tuple[_T, ...]:
        return tuple(make() for _ in range(self._one(sizes)))

    def _maybe(self, make: Callable[[], _T]) -> _T | None:
        return make() if self.random.randrange(10) < self._filled else None

    def _id(self) -> Id:
        return f"{self.random.getrandbits(128):032x}"

    def _text(self, make: Callable[[Random], str]) -> Text:
        """A text in the project's languages; one in five times in other ones."""
        sv, en = self._wordings if self.random.randrange(5) else (1, 1)
        swedish = make(self.random) if self.random.randrange(2) < sv else ""
        return text(swedish, make(self.random) if en else "")

    def _name(self) -> Text:
        return self._text(one_line)

    def _prose(self) -> Text:
        return self._maybe(lambda: self._text(prose)) or Text()

    def _line(self) -> Text:
        return self._maybe(self._name) or Text()

    def _plain(self) -> str:
        return self._maybe(lambda: one_line(self.random)) or ""

    def _day(self) -> date | None:
        """Mostly near today; now and then the very day, long ago, or far ahead."""
        away = self._one((0, self.random.randrange(-400, 1500), self.random.randrange(-400, 1500), -9000, 26000))
        return self._maybe(lambda: TODAY + timedelta(days=away))

    def _step(self) -> int | None:
        return self._maybe(lambda: self.random.randint(1, 5))

    def _score(self) -> Score:
        return Score(step=self._step(), reason=self._line())

    def _amount(self) -> Decimal:
        if not self.random.randrange(6):
            return Decimal(0)
        return Decimal(self.random.randint(0, 10**self._scale * 100)) / self._one((1, 100, 100)) % 10**14

    def _organisation(self) -> Organisation:
        return Organisation(
            name=self._plain(),
            kind=self._one(_ORGANISATIONS),
            classification=self._one(_CLASSES),
            currency=self._one(("SEK", "SEK", "EUR", "NOK", "USD", "JPY", "ISK")),
            scale=self._one(_SCALES),
            fiscal_year_starts=self._one((1, 1, 5, 7, 9, 12)),
            theme=self._one(tuple(THEMES)),
        )

    def _matter(self, route: tuple[Meeting, ...]) -> Matter:
        return Matter(
            title=self._line(),
            reference=self._plain(),
            agenda_number=self._plain(),
            author=self._plain(),
            author_role=self._line(),
            answer=self._line(),
            statements=self._some(_FEW, lambda: Statement(id=self._id(), text=self._name(), support=self._line())),
            route=route,
            sections=self._some(_FEW, lambda: Section(id=self._id(), heading=self._name(), body=self._prose())),
            appendices=self._some(_FEW, lambda: Appendix(id=self._id(), title=self._name())),
        )

    def _meeting(self) -> Meeting:
        decides = bool(self.random.randrange(3))
        return Meeting(id=self._id(), body=self._name(), on=self._day(), decides=decides, wording=self._line())

    def _patterns(self) -> tuple[ChosenPattern, ...]:
        """Patterns of the library, some with words of their own; with more than it has, some twice under other packs."""
        known = _library()
        order = self.random.sample(range(len(known)), len(known))
        return tuple(
            self._chosen(*known[order[index % len(order)]], index // len(order))
            for index in range(self._one(self._many))
        )

    def _chosen(self, pack: str, pattern: Pattern, copy: int) -> ChosenPattern:
        if not self.random.randrange(4):
            own = {"name": self._name(), "short": self._name(), "headline": self._name(), "summary": self._text(prose)}
            pattern = pattern.model_copy(update={key: value for key, value in own.items() if value})
        return ChosenPattern(
            id=self._id(),
            pack=f"{pack}-{copy}" if copy else pack,
            pack_version="1",
            pattern=pattern,
            message=self._line(),
            meaning=self._prose(),
            evidence=self._some(_FEW, self._evidence),
            assessment=Assessment(relevance=self._score(), readiness=self._score(), target=self._score()),
        )

    def _evidence(self) -> Evidence:
        return Evidence(
            id=self._id(),
            value=self._line(),
            statement=self._name(),
            source=self._line(),
            dated=self._day(),
            asset=self._picture(),
        )

    def _asset(self) -> Asset:
        digest, (width, height) = self._one(tuple(_SHAPES.items()))
        sized = bool(self.random.randrange(4))
        return Asset(
            sha256=digest,
            name=f"bild {width}.png",
            media_type="image/png",
            description=self._line(),
            width=width if sized else None,
            height=height if sized else None,
        )

    def _picture(self) -> str | None:
        return self._maybe(lambda: self._one(self._assets).sha256) if self._assets else None

    def _free_slide(self) -> FreeSlide:
        return FreeSlide(
            id=self._id(), title=self._line(), text=self._prose(), picture=self._picture(), notes=self._prose()
        )

    def _actions(self, patterns: Sequence[ChosenPattern]) -> tuple[Action, ...]:
        actions: list[Action] = []
        for _ in range(self._one(self._actions_at_most)):
            actions.append(self._action(patterns, [action.id for action in actions]))
        return tuple(actions)

    def _action(self, patterns: Sequence[ChosenPattern], earlier: Sequence[Id]) -> Action:
        chosen = self._maybe(lambda: self._one(patterns)) if patterns else None
        advice = self._maybe(lambda: self._one(chosen.pattern.recommendations)) if chosen else None
        return Action(
            id=self._id(),
            chosen=chosen.id if chosen else None,
            recommendation=advice.id if advice else None,
            title=advice.title if advice and self.random.randrange(2) else self._name(),
            what=self._prose(),
            owner=self._plain(),
            start=self._day(),
            due=self._day(),
            lines=self._some(_FEW, self._cost_line),
            kpis=self._some((0, 1, 1, 2, 5), self._kpi),
            status=self._one(_STATUSES),
            effort=self._step(),
            effect=self._step(),
            risk=self._prose(),
            first_steps=self._first_steps(),
            milestones=self._some(_FEW, lambda: Milestone(id=self._id(), name=self._name(), on=self._day())),
            depends_on=tuple(self.random.sample(earlier, min(len(earlier), self._one((0, 0, 1, 2, 5))))),
        )

    def _first_steps(self) -> tuple[FirstStep, ...]:
        days = sorted(self.random.sample(range(1, 366), self._one((0, 1, 3, 6))))
        return tuple(FirstStep(day=day, text=self._name()) for day in days)

    def _cost_line(self) -> CostLine:
        years = self.random.sample(self._years, min(len(self._years), self._one((0, 1, 2, 4, 8))))
        return CostLine(
            id=self._id(),
            sign=self._one(_SIGNS),
            kind=self._one(_COST_KINDS),
            certainty=self._one(("direct", "indirect", "hard-to-value")),
            what=self._line(),
            amounts={year: self._amount() for year in years},
        )

    def _kpi(self) -> Kpi:
        days = {TODAY - timedelta(days=self.random.randrange(1000)) for _ in range(self._one((0, 1, 3, 12)))}
        return Kpi(
            id=self._id(),
            name=self._name(),
            unit=self._line(),
            baseline=self._maybe(self._amount),
            target=self._maybe(lambda: -self._amount()),
            target_date=self._day(),
            values=tuple(DatedValue(on=day, value=self._amount()) for day in sorted(days)),
        )

    def _criterion(self) -> Criterion:
        return Criterion(id=self._id(), name=self._name())

    def _alternative(self, criteria: Sequence[Criterion]) -> Alternative:
        scored = [criterion for criterion in criteria if self.random.randrange(4)]
        return Alternative(
            id=self._id(),
            name=self._name(),
            description=self._prose(),
            as_today=not self.random.randrange(3),
            lines=self._some(_FEW, self._cost_line),
            scores={criterion.id: self._score() for criterion in scored},
        )

    def _risk(self, actions: Sequence[Action], alternatives: Sequence[Alternative]) -> Risk:
        return Risk(
            id=self._id(),
            title=self._name(),
            likelihood=self._step(),
            consequence=self._step(),
            owner=self._plain(),
            treatment=self._prose(),
            action=self._maybe(lambda: self._one(actions).id) if actions else None,
            alternative=self._maybe(lambda: self._one(alternatives).id) if alternatives else None,
        )

    def _figure(self) -> Figure:
        return Figure(
            id=self._id(),
            label=self._name(),
            value=self._maybe(self._amount),
            unit=self._line(),
            year=self._maybe(lambda: self._one(self._years)),
            price_level=self._maybe(lambda: self._one(self._years)),
            kind=self._one(("running", "investment", "other")),
            source=self._line(),
            dated=self._day(),
        )

    def _decision(self, route: Sequence[Meeting]) -> Decision:
        return Decision(
            id=self._id(),
            text=self._text(prose) if not self.random.randrange(5) else self._name(),
            meeting=self._maybe(lambda: self._one(route).id) if route else None,
            amount=self._maybe(self._amount),
            amount_kind=self._one(_COST_KINDS),
            funding=self._line(),
            owner=self._plain(),
            due=self._day(),
            consequence=self._prose(),
            outcome=None if self.random.randrange(4) else self._outcome(),
        )

    def _outcome(self) -> Outcome:
        return Outcome(kind=self._one(_OUTCOMES), on=self._day(), minutes=self._plain(), note=self._line())

    def _storyline(self, members: Sequence[ChosenPattern | Action]) -> StorylineChoices:
        ids = (*_SLIDES, *(f"{_kind(member)}/{member.id}" for member in members))
        if self.random.randrange(2):
            return StorylineChoices(audience=self._one(_AUDIENCES), minutes=self.random.randint(1, 480))
        free = self._some((0, 0, 1, 3), self._free_slide)
        copies = self._some((0, 0, 1, 3), lambda: SlideCopy(id=self._id(), of=self._one(ids)))
        ids = (*ids, *(f"free/{slide.id}" for slide in free))
        settled = self.random.sample(ids, self._one((0, 1, 3, 8)))
        return StorylineChoices(
            audience=self._one(_AUDIENCES),
            pace=self._one((None, Decimal("1.5"), Decimal(6))),
            slides=tuple(self._slide_choice(key) for key in settled),
            order=tuple(self.random.sample(ids, self._one((0, 2, 9)))),
            free=free,
            copies=copies,
        )

    def _slide_choice(self, slide: str) -> SlideChoice:
        on, backup = bool(self.random.randrange(2)), self._one((None, None, True, False))
        return SlideChoice(slide=slide, on=on, title=self._line(), backup=backup)

    def _drafts(self, actions: Sequence[Action]) -> Mapping[str, str]:
        return {f"actions/{action.id}/due": "31 februari" for action in actions if not self.random.randrange(8)}


def _kind(member: ChosenPattern | Action) -> str:
    return "pattern" if isinstance(member, ChosenPattern) else "recommendation"
