"""The library: packs of patterns, each a shift with its sources, questions and recommendations."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from app.model.base import Plain, Record, Step, Text

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Theme = Literal[
    "market",
    "ecosystem",
    "customer",
    "business-model",
    "governance",
    "organisation",
    "innovation",
    "technology",
    "funding",
]
PatternKind = Literal["shift", "governance"]
#: `source`: the source itself gives the advice. `editorial`: it is our inference.
Origin = Literal["source", "editorial"]
#: `part`: only a part of the source is known to the pack's authors; the rest is never filled in.
Known = Literal["full", "part"]


#: Who asks a question in the boardroom.
Role = Literal["chair", "finance", "audit", "politician", "union"]
#: What a pattern does to another. Both patterns name the link, each from its own side.
LinkKind = Literal["strengthens", "contradicts", "before", "after"]


class Source(Record):
    """Where a fact comes from."""

    key: Slug
    author: Plain
    title: Plain
    publisher: Plain = ""
    year: Annotated[int, Field(ge=1900, le=2200)] | None = None
    address: Plain
    pages: Plain = ""
    known: Known = "full"
    note: Text = Text()


class Question(Record):
    """A question that a board asks, and what a good answer holds."""

    id: Slug
    ask: Text
    answer: Text
    role: Role | None = None


class FirstStep(Record):
    """What is done by a day counted from the decision."""

    day: Annotated[int, Field(ge=1, le=365)]
    text: Text


class Recommendation(Record):
    """Advice that belongs to a pattern."""

    id: Slug
    origin: Origin
    title: Text
    what: Text
    first_steps: tuple[FirstStep, ...] = ()
    effect: Text
    risk: Text
    measure: Text
    #: Who must be in the room.
    room: Text = Text()
    #: What it takes in kind: whose time, roughly how much.
    cost: Text = Text()
    #: How one would know that it does not work.
    fails: Text = Text()
    #: The measure defined: what is counted, by what it is divided, when, from where.
    definition: Text = Text()


class ForUs(Record):
    """What a pattern can mean for an organisation of each kind."""

    municipality: Text = Text()
    region: Text = Text()
    agency: Text = Text()
    #: A company that makes things.
    industry: Text = Text()
    #: A company that sells services.
    service: Text = Text()

    @property
    def each(self) -> Mapping[str, Text]:
        """The texts by kind of organisation."""
        return {name: getattr(self, name) for name in type(self).model_fields}


class Link(Record):
    """How a pattern bears on another, which may lie in another pack."""

    to: Slug
    how: LinkKind
    why: Text


class Indicators(Record):
    """What each step from 1 to 5 looks like, so that two people would score alike."""

    relevance: Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]
    readiness: Annotated[tuple[Text, ...], Field(min_length=5, max_length=5)]

    def of(self, scale: Literal["relevance", "readiness"], step: Step) -> Text:
        """The description of one step on one scale."""
        return (self.relevance if scale == "relevance" else self.readiness)[step - 1]


class Pattern(Record):
    """A described shift, from one logic to another."""

    id: Slug
    kind: PatternKind
    themes: Annotated[tuple[Theme, ...], Field(min_length=1, max_length=3)]
    name: Text
    short: Text
    from_: Annotated[Text, Field(alias="from")]
    to: Text
    from_gloss: Text
    to_gloss: Text
    headline: Text
    summary: Text
    #: Markdown with marks like `[@s1]` that name a source by its key.
    why: Text
    #: Where two sources pull in different directions.
    tension: Text = Text()
    meaning: Text
    for_us: ForUs = ForUs()
    #: What to look for in one's own organisation.
    signs: tuple[Text, ...] = ()
    #: Arguments against the pattern or its advice, fairly put.
    against: tuple[Text, ...] = ()
    links: tuple[Link, ...] = ()
    questions: Annotated[tuple[Question, ...], Field(min_length=3, max_length=5)]
    indicators: Indicators
    recommendations: Annotated[tuple[Recommendation, ...], Field(min_length=1)]
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]

    def recommendation(self, slug: str) -> Recommendation | None:
        """The recommendation with that id, if the pattern has it."""
        return next((found for found in self.recommendations if found.id == slug), None)


class Pack(Record):
    """A folder or file of patterns that can be shared."""

    format: Literal[1]
    id: Slug
    version: Plain
    name: Text
    description: Text
    licence: Plain
    patterns: tuple[Pattern, ...]
