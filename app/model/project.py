"""The project: one organisation's choice of patterns and what it wrote about them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from app.model.audience import Audience
from app.model.base import FieldPath, Id, Lang, Plain, Record, Sha256, Step, Text
from app.model.checks import CheckSettings
from app.model.editions import Edition
from app.model.figure import Figure
from app.model.money import Amount, CostLine, Currency, MoneyHabits, RateHabits, Scale
from app.model.pattern import FirstStep, Pattern, Slug
from app.model.route import BodyWords, DeadlineHabits, Deadlines

OrganisationKind = Literal["municipality", "region", "agency", "company"]
Classification = Literal["open", "internal", "confidential"]
ActionStatus = Literal["proposed", "planned", "ongoing", "done", "stopped"]
#: `secrecy`: by a paragraph of the law (OSL 5:5 names paragraph, day and authority). `inside`: inside information of a listed company.
SecrecyKind = Literal["secrecy", "inside"]
OutcomeKind = Literal["approved", "rejected", "other-motion", "tabled", "referred-back"]
Month = Annotated[int, Field(ge=1, le=12)]


class Organisation(Record):
    """Whose project it is, and the habits its exports follow."""

    name: Plain = ""
    kind: OrganisationKind = "municipality"
    classification: Classification = "internal"
    currency: Currency = "SEK"
    #: In slides and reports.
    scale: Scale = "million"
    fiscal_year_starts: Month = 1
    money: MoneyHabits = MoneyHabits()
    rates: RateHabits = RateHabits()
    logo: Sha256 | None = None
    theme: Slug = "fjard"
    #: The company's own template among the assets; decks then stand on it rather than in the theme.
    template: Sha256 | None = None
    #: By slide kind, the template's layout that was chosen, counted from 0; other kinds take the one that suits.
    layouts: Mapping[Slug, Annotated[int, Field(ge=0, le=2_000)]] = {}
    #: Address and how to get in touch, on one line; it stands on the first page of reports.
    contact: Plain = ""
    wording: BodyWords = BodyWords()
    deadlines: DeadlineHabits = DeadlineHabits()


class Asset(Record):
    """A picture or evidence file that lies in the project file under its digest."""

    sha256: Sha256
    name: Plain
    media_type: Plain
    description: Text = Text()
    #: A picture's size in pixels; None where it is not known, or no picture.
    width: Annotated[int, Field(ge=1)] | None = None
    height: Annotated[int, Field(ge=1)] | None = None


class Meeting(Record):
    """A body that meets about the matter: what it does with it, and when."""

    id: Id
    body: Text
    on: date | None = None
    deadlines: Deadlines = Deadlines()
    #: Does the body decide, or does it prepare for the one that does?
    decides: bool = True
    #: How its decisions begin, where it is not as the organisation words it: "Kommunstyrelsen föreslår kommunfullmäktige besluta".
    wording: Text = Text()


class Section(Record):
    """A section of the official paper: its heading and its text."""

    id: Id
    heading: Text
    body: Text = Text()


class Appendix(Record):
    """A document that goes along with the paper."""

    id: Id
    title: Text
    asset: Sha256 | None = None


class Matter(Record):
    """What the project puts before a body, and the way it takes through the bodies."""

    title: Text = Text()
    #: Diarienummer, or the item's number on the agenda.
    reference: Plain = ""
    agenda_number: Plain = ""
    author: Plain = ""
    author_role: Text = Text()
    #: The answer first: what we propose and what it gives, in one sentence.
    answer: Text = Text()
    #: Three to five sentences that carry the answer, in order.
    statements: tuple["Statement", ...] = ()
    route: tuple[Meeting, ...] = ()
    sections: tuple[Section, ...] = ()
    appendices: tuple[Appendix, ...] = ()

    @property
    def meeting(self) -> Meeting | None:
        """The meeting at which the matter is decided: the first on the route whose body decides, else the first."""
        first = self.route[0] if self.route else None
        return next((meeting for meeting in self.route if meeting.decides), first)

    def meeting_for(self, chosen: Id | None, today: date) -> Meeting | None:
        """The meeting that an export is for: the one that is chosen, else the next by day of those that decide, else the first of them.

        A body that prepares is met with the same papers, unless it is chosen."""
        named = next((meeting for meeting in self.route if meeting.id == chosen), None)
        coming = (
            (meeting.on, meeting) for meeting in self.route if meeting.decides and meeting.on and meeting.on >= today
        )
        return named or min(coming, key=lambda dated: dated[0], default=(None, self.meeting))[1]


class Statement(Record):
    """A sentence of the executive summary, with a line that supports it."""

    id: Id
    text: Text
    support: Text = Text()
    #: The id of the slide that proves it ("investment", "pattern/<id>"); none is pointed to when empty.
    slide: Plain = ""


class Evidence(Record):
    """A figure or fact that bears what the analysis says."""

    id: Id
    #: As shown, with its unit: "38 %".
    value: Text = Text()
    statement: Text
    source: Text = Text()
    dated: date | None = None
    asset: Sha256 | None = None


class Score(Record):
    """A step from 1 to 5, and the reason for it."""

    step: Step | None = None
    reason: Text = Text()


class Assessment(Record):
    """How much a pattern means to us, how ready we are, and how ready we want to be."""

    relevance: Score = Score()
    readiness: Score = Score()
    target: Score = Score()


class ChosenPattern(Record):
    """A pattern that the project takes up, with the text as it was when chosen, and our analysis of it."""

    id: Id
    pack: Slug
    pack_version: Plain
    pattern: Pattern
    #: The slide's title as the CIO wants it; the pattern's own headline when empty.
    message: Text = Text()
    #: Our analysis: what the shift means for us.
    meaning: Text = Text()
    evidence: tuple[Evidence, ...] = ()
    assessment: Assessment = Assessment()


class DatedValue(Record):
    """A KPI's value on a day."""

    on: date
    value: Decimal


class Kpi(Record):
    """What shows that an action works."""

    id: Id
    name: Text
    unit: Text = Text()
    baseline: Decimal | None = None
    target: Decimal | None = None
    target_date: date | None = None
    values: tuple[DatedValue, ...] = ()


class Milestone(Record):
    """A day by which something stands."""

    id: Id
    name: Text
    on: date | None = None


class Action(Record):
    """A recommendation that the organisation adopts, or a step of its own."""

    id: Id
    #: The chosen pattern and its recommendation; both empty for an action of one's own.
    chosen: Id | None = None
    recommendation: Slug | None = None
    title: Text
    what: Text = Text()
    owner: Plain = ""
    start: date | None = None
    due: date | None = None
    lines: tuple[CostLine, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    status: ActionStatus = "proposed"
    #: How much of the organisation's strength it takes, 1 to 5.
    effort: Step | None = None
    #: How much it gives, 1 to 5, where its effect is not in money.
    effect: Step | None = None
    risk: Text = Text()
    first_steps: tuple[FirstStep, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    #: What its owner last said of it.
    comment: Text = Text()
    depends_on: tuple[Id, ...] = ()


class Criterion(Record):
    """By what the alternatives are weighed."""

    id: Id
    name: Text


class Alternative(Record):
    """A way that was weighed. One of them is "as today", with its cost."""

    id: Id
    name: Text
    description: Text = Text()
    as_today: bool = False
    lines: tuple[CostLine, ...] = ()
    #: By criterion id. Steps 1 and 2 are drawbacks, 3 is neutral, 4 and 5 are advantages.
    scores: Mapping[Id, Score] = {}


class Risk(Record):
    """Something that may happen, of its own or by an action or alternative."""

    id: Id
    title: Text
    likelihood: Step | None = None
    consequence: Step | None = None
    owner: Plain = ""
    treatment: Text = Text()
    action: Id | None = None
    alternative: Id | None = None


class Outcome(Record):
    """What the body decided."""

    kind: OutcomeKind
    on: date | None = None
    minutes: Plain = ""
    note: Text = Text()


class Decision(Record):
    """What a body is asked to decide, worded as if already taken."""

    id: Id
    text: Text
    #: The meeting whose body decides; the one that the export is for when empty.
    meeting: Id | None = None
    amount: Amount | None = None
    amount_kind: Literal["running", "investment"] = "running"
    funding: Text = Text()
    owner: Plain = ""
    due: date | None = None
    #: What happens if no decision is taken.
    consequence: Text = Text()
    outcome: Outcome | None = None
    #: The actions by which it is carried out.
    actions: tuple[Id, ...] = ()

    @property
    def is_asked(self) -> bool:
        """Whether it is still to be decided: what a body put off comes back by itself."""
        return self.outcome is None or self.outcome.kind in ("tabled", "referred-back")


class SlideChoice(Record):
    """What the CIO settled about one slide, by the slide's stable id."""

    slide: Plain
    on: bool = True
    title: Text = Text()
    #: Whether it stands among the hidden backup; as the audience has it when None.
    backup: bool | None = None


class FreeSlide(Record):
    """A slide of the CIO's own: title, text, a picture beside it, and what to say."""

    id: Id
    title: Text = Text()
    text: Text = Text()
    picture: Sha256 | None = None
    notes: Text = Text()


class SlideCopy(Record):
    """A slide that is shown once more, elsewhere and if need be under another title. `of` is the id of the slide."""

    id: Id
    of: Plain


class StorylineChoices(Record):
    """For whom, how long, and what was switched off, moved or retitled. Slides not named here keep their usual place."""

    audience: Audience = "half-hour"
    #: The matter's time at the meeting, in minutes; what the audience usually has when None.
    minutes: Annotated[int, Field(ge=1, le=480)] | None = None
    #: How much of that time a slide takes, its questions included, in minutes; what the audience usually needs when None.
    pace: Annotated[Decimal, Field(ge=Decimal("0.5"), le=60)] | None = None
    slides: tuple[SlideChoice, ...] = ()
    #: Slide ids in the order wanted; those not named stand after the one they usually follow.
    order: tuple[Plain, ...] = ()
    free: tuple[FreeSlide, ...] = ()
    copies: tuple[SlideCopy, ...] = ()
    #: The id of the edition that the deck tells the changes since; the last one presented when empty, none for "none".
    since: Plain = ""


class Secrecy(Record):
    """A mark on a part of the project that a public version leaves out, and on what ground.

    A public version bears its marks as `withheld`; `field` then names only the collection in which something was left out."""

    id: Id
    #: A field, a member or a whole collection: "patterns/<id>/meaning", "actions/<id>".
    field: FieldPath
    kind: SecrecyKind = "secrecy"
    #: "19 kap. 3 § OSL".
    paragraph: Plain = ""
    on: date | None = None
    authority: Plain = ""
    withheld: bool = False


class Project(Record):
    """All that the CIO chose and wrote. Saved as a `.boardwright` file."""

    id: Id
    #: The language the project is mainly written in.
    language: Lang = "sv"
    created: date
    organisation: Organisation = Organisation()
    matter: Matter = Matter()
    patterns: tuple[ChosenPattern, ...] = ()
    actions: tuple[Action, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    #: The alternative that is recommended.
    recommended: Id | None = None
    risks: tuple[Risk, ...] = ()
    figures: tuple[Figure, ...] = ()
    decisions: tuple[Decision, ...] = ()
    storyline: StorylineChoices = StorylineChoices()
    assets: tuple[Asset, ...] = ()
    secrecy: tuple[Secrecy, ...] = ()
    #: The project as it was sent out or presented, oldest first.
    editions: tuple[Edition, ...] = ()
    checks: CheckSettings = CheckSettings()
    #: What was typed and is not yet valid, as typed. An export treats the field as empty.
    drafts: Mapping[FieldPath, Plain] = {}

    def chosen(self, key: Id) -> ChosenPattern | None:
        """The chosen pattern with that id."""
        return next((found for found in self.patterns if found.id == key), None)

    def action(self, key: Id) -> Action | None:
        """The action with that id."""
        return next((found for found in self.actions if found.id == key), None)

    def actions_of(self, key: Id) -> tuple[Action, ...]:
        """The actions that belong to a chosen pattern, in the project's order."""
        return tuple(action for action in self.actions if action.chosen == key)
