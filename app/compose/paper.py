"""The paper for the body that decides: a tjänsteskrivelse in the form of Swedish municipalities, regions and agencies; in English the
board paper.

The CIO's own sections stand under the CIO's own headings, in the form's order; what a section is, its heading says. Where a section that
the form must have is not written, what the project holds stands in for it, else who is to write it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from app.compose.chapters import appendix_titles, calculation, weighed
from app.compose.decided import decided_passage
from app.compose.outline import Outline
from app.compose.report import Report, ReportSection
from app.compose.report_frame import frame, header
from app.compose.secrecy import leaves_out
from app.compose.slides import pattern
from app.compose.spoken import ended
from app.compose.storyline import Furniture
from app.compose.telling import Telling
from app.language.catalogue import Words
from app.model.base import LANGS, FieldPath, Text
from app.model.blocks import Block, DecisionPoint, Decisions, Passage
from app.model.project import Section
from app.model.rich import Para, Rich, Span

Part = Literal[
    "summary",
    "documents",
    "background",
    "assessment",
    "economy",
    "consequences",
    "implementation",
    "consultation",
    "distribution",
]
#: The parts in the form's order, each with what its heading holds, in any case of letters. A heading belongs to the first that fits.
_FORM: Final[tuple[tuple[Part, tuple[str, ...]], ...]] = (
    ("summary", ("sammanfattning", "summary")),
    ("documents", ("beslutsunderlag", "underlag för beslut", "documents", "handlingar")),
    ("distribution", ("skickas till", "expedier", "kopia till", "copies to", "distribution", "sent to")),
    ("economy", ("ekonomi", "finans", "financ", "economic", "budget", "kostnad", "cost")),
    ("assessment", ("bedömning", "överväganden", "assessment", "motivering", "rationale")),
    ("consequences", ("konsekvens", "barn", "jämställdhet", "miljö", "effects on", "consequences", "implications", "impact")),
    ("consultation", ("samverkan", "samråd", "remiss", "consultation", "union", "mbl")),
    ("implementation", ("genomförande", "uppföljning", "tidplan", "implementation", "follow-up", "timetable")),
    ("background", ("ärende", "bakgrund", "background", "uppdrag")),
)  # fmt: skip
_ORDER: Final[tuple[Part, ...]] = (
    "summary", "documents", "background", "assessment", "economy", "consequences", "implementation", "consultation", "distribution",
)  # fmt: skip
_FACTS: Final[Mapping[str, tuple[str, ...]]] = {
    "public": ("officer", "dated", "reference", "item", "body"),
    "company": ("presenter", "dated", "reference", "item", "board"),
}


def compose_paper(telling: Telling, furniture: Furniture) -> Report:
    """The paper of a telling."""
    made = frame(telling, "tjansteskrivelse", furniture)
    group = "company" if telling.project.organisation.kind == "company" else "public"
    return replace(
        made,
        header=header(telling, _FACTS[group]),
        decisions=as_moved(made.decisions),
        sections=tuple(_Paper(telling).sections()),
    )


def as_moved(decisions: Decisions) -> Decisions:
    """The decisions as they go into the minutes: the words alone, without emphasis."""
    return replace(
        decisions,
        groups=tuple((head, tuple(_bare(point) for point in points)) for head, points in decisions.groups),
    )


def _bare(point: DecisionPoint) -> DecisionPoint:
    words = Para(tuple(replace(span, bold=False, italic=False) for span in point.text.spans))
    return replace(point, text=words, amount=Para(), amount_detail=Para(), owner=Para(), due=Para(), consequence=Para())


@dataclass(frozen=True, slots=True)
class _Written:
    """A section of the CIO's, and the part of the form that it is."""

    part: Part
    section: Section


def _written(sections: Iterable[Section]) -> tuple[_Written, ...]:
    """The sections with their parts; one whose heading says nothing belongs with the one before it."""
    found: list[_Written] = []
    for section in sections:
        if section.heading or section.body:
            found.append(_Written(_part(section) or (found[-1].part if found else "background"), section))
    return tuple(found)


def _part(section: Section) -> Part | None:
    headings = [section.heading.root.get(lang, "").casefold() for lang in LANGS]
    for part, words in _FORM:
        if any(word in heading for word in words for heading in headings):
            return part
    return None


class _Paper:
    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._words = Words("report", telling.lang)
        self._written = _written(telling.project.matter.sections)

    def _word(self, key: str, **values: object) -> Para:
        return self._telling.plain(self._words(key, **values))

    def sections(self) -> Iterator[ReportSection]:
        """The parts in the form's order, then who answers for the paper."""
        for part in _ORDER:
            if part == "assessment":
                yield from self._decided()
            own = [one.section for one in self._written if one.part == part]
            if own:
                yield from self._own(part, own)
            else:
                yield from self._made(part)
        yield from self._signed()

    def _decided(self) -> Iterator[ReportSection]:
        """What bodies have decided in the matter, after its background."""
        for passage in decided_passage(self._telling):
            yield _section("decisions", passage.head, replace(passage, head=Para()))

    def _own(self, part: Part, sections: Iterable[Section]) -> Iterator[ReportSection]:
        telling = self._telling
        added = self._added(part)
        for section in sections:
            key = f"matter/sections/{section.id}"
            heading = telling.said(section.heading) or self._heading(part)
            text = telling.prose(section.body) or (self._unwritten(),)
            yield _section(key, heading, Passage(f"{key}/body", Para(), text), *added)
            added = ()

    def _added(self, part: Part) -> tuple[Block, ...]:
        """What the project adds to a section that is written: its documents, its calculation."""
        if part == "documents":
            return tuple(self.documents())
        if part == "economy" and self._telling.totals.years:
            return tuple(calculation(self._telling))
        return ()

    def _heading(self, part: Part) -> Para:
        return self._word(f"paper.{part}") if part in _STAND_INS else Para()

    def _made(self, part: Part) -> Iterator[ReportSection]:
        """A part that nobody has written, from what the project holds. Those that the form can do without are left out."""
        stand_in = _STAND_INS.get(part)
        blocks = tuple(stand_in.blocks(self)) if stand_in else ()
        if stand_in and blocks:
            yield _section(stand_in.id, self._heading(part), *blocks)

    def _unwritten(self) -> Para:
        if leaves_out(self._telling):
            return self._word("unwritten.withheld")
        author = self._telling.project.matter.author
        return self._word("unwritten.by", author=author) if author else self._word("unwritten.open")

    def missing(self) -> Iterator[Block]:
        """Who is to write what is not written."""
        yield Passage("matter/sections", Para(), (self._unwritten(),))

    def summary(self) -> Iterator[Block]:
        """The answer, and the statements that carry it."""
        telling, matter = self._telling, self._telling.project.matter
        answer = ended(telling.said(matter.answer))
        said = (self._stated(statement.text, statement.support) for statement in matter.statements)
        statements = tuple(text for text in said if text)
        if answer:
            yield Passage("matter/answer", Para(), (answer,))
        if statements:
            yield Passage("matter/statements", Para(), statements)
        if not answer and not statements:
            yield from self.missing()

    def _stated(self, text: Text, support: Text) -> Para:
        head, tail = ended(self._telling.said(text)), self._telling.said(support)
        gap = (Span(" ", self._telling.lang),) if head and tail else ()
        return Para((*head.spans, *gap, *tail.spans))

    def documents(self) -> Iterator[Block]:
        """The appendices by their numbers."""
        telling = self._telling
        lines = tuple(
            Para((*self._word("paper.appendix", number=number).spans, Span(" ", telling.lang), *title.spans), "–")
            for number, title in appendix_titles(telling)
        )
        if lines:
            yield Passage("matter/appendices", Para(), lines)

    def background(self) -> Iterator[Block]:
        """The patterns with what they mean for us."""
        telling, plan = self._telling, Outline(self._telling)
        for chosen in telling.project.patterns:
            title = plan.title(plan.every[f"pattern/{chosen.id}"]).text
            yield replace(pattern.meaning(telling, chosen), head=title)
        if not telling.project.patterns:
            yield from self.missing()

    def assessment(self) -> Iterator[Block]:
        """The alternatives as they were weighed."""
        blocks = tuple(weighed(self._telling))
        yield from blocks or self.missing()

    def economy(self) -> Iterator[Block]:
        """The calculation."""
        yield from calculation(self._telling) if self._telling.totals.years else self.missing()

    def distribution(self) -> Iterator[Block]:
        """Those who answer for the decisions."""
        owners = dict.fromkeys(decision.owner for decision in self._telling.decisions if decision.owner)
        if owners:
            yield Passage("decisions", Para(), tuple(Para((Span(owner, self._telling.lang),), "–") for owner in owners))

    def _signed(self) -> Iterator[ReportSection]:
        telling, matter = self._telling, self._telling.project.matter
        lines = tuple(line for line in (telling.plain(matter.author), telling.said(matter.author_role)) if line)
        if lines:
            yield _section("matter/author", Para(), Passage("matter/author", Para(), (_stacked(lines),), "signature"))


@dataclass(frozen=True, slots=True)
class _StandIn:
    """What stands in for a part that nobody has written, and the field that it is about."""

    id: FieldPath
    blocks: Callable[[_Paper], Iterator[Block]]


_STAND_INS: Final[Mapping[Part, _StandIn]] = {
    "summary": _StandIn("matter/statements", _Paper.summary),
    "documents": _StandIn("matter/appendices", _Paper.documents),
    "background": _StandIn("patterns", _Paper.background),
    "assessment": _StandIn("alternatives", _Paper.assessment),
    "economy": _StandIn("actions/lines", _Paper.economy),
    "distribution": _StandIn("decisions/owner", _Paper.distribution),
}


def _section(key: FieldPath, heading: Para, *blocks: Block) -> ReportSection:
    return ReportSection(key, 1, "", heading, Para(), (), blocks)


def _stacked(lines: Rich) -> Para:
    """Lines below each other in one paragraph."""
    spans = list(lines[0].spans)
    for line in lines[1:]:
        spans += [Span("\n", spans[-1].lang), *line.spans]
    return Para(tuple(spans))
