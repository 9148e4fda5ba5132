"""The brief on A4, always one page: where it does not fit, sections give way in their order, then decisions, then words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from app.compose.report import Report, ReportSection
from app.export.pdf.faces import Faces
from app.export.pdf.report.blocks import BlockSetter
from app.export.pdf.report.decisions import DARK, decision_band
from app.export.pdf.report.flow import Anchor, Draw, Page, Part, Strip, fill
from app.export.pdf.report.memo import TITLE_KEY, rule_above, rule_beside
from app.export.pdf.report.paper import Paper
from app.export.pdf.report.prose import lines_draw
from app.export.pdf.report.readiness import compact_readiness
from app.export.pdf.report.type import FULL, MODULE, TITLES, modules
from app.export.pdf.tags import Tag
from app.model.blocks import Block, DecisionPoint, Decisions, KeyFigure
from app.model.graphics import Readiness
from app.model.rich import Para, Span, para
from app.model.tables import Table

#: Blocks that bring a rule of their own at their top.
_RULED: Final = (Table, KeyFigure)


class Brief(Paper):
    """A brief's strips in their order."""

    def __init__(self, report: Report, faces: Faces) -> None:
        super().__init__(report, faces)
        self._setter = _Uncaptioned(self._faces, report.words, report.lang)

    def _opening(self) -> list[Strip]:
        report = self._report
        lines, style = self._title(TITLES, FULL[1])
        tag = self._tag.heading("title")
        part = Part(lines_draw(lines, style, FULL[0]), tag, report.title_id)
        anchor = Anchor(TITLE_KEY, report.title.plain)
        return [
            Strip(2 * MODULE, keep=True),
            Strip(modules(len(lines) * style.line), (part,), anchor=anchor, keep=True),
        ]

    def _decisions(self) -> list[Strip]:
        if not any(points for _, points in self._report.decisions.groups):
            return []
        return decision_band(self._report, self._faces, self._tag.inner("Sect", "decisions"), DARK)

    def _rule(self, section: ReportSection) -> Draw:
        return rule_beside if isinstance(section.blocks[0], _RULED) else rule_above


class _Uncaptioned(BlockSetter):
    """Sets tables and figures without captions: the heading beside them says what they show, and they begin level with it."""

    def set_all(self, blocks: Sequence[Block], tag: Tag) -> list[Strip]:
        strips = super().set_all(blocks, tag)
        return [*(replace(strip, before=0.0) for strip in strips[:1]), *strips[1:]]

    def _caption(self, label: str, text: Para, column: tuple[float, float], tag: Tag | None, block: str) -> list[Strip]:  # noqa: ARG002
        return [Strip(0.0, keep=True)]

    def _set(self, block: Block, tag: Tag) -> list[Strip]:
        if isinstance(block, Readiness):
            return compact_readiness(block, self.faces, tag)
        return super()._set(block, tag)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A brief on its page, and what gave way, by name."""

    page: Page
    left_out: tuple[Para, ...]


def fit_brief(report: Report, faces: Faces) -> Fitted:
    """The brief on one page, as much of it as the page holds. What gave way comes back where there is room for it in the end."""
    gone: list[ReportSection] = []
    kept = report
    for key in report.gives_way:
        if _fits(kept, faces):
            break
        gone = [*(one for one in kept.sections if one.id == key), *gone]
        kept = _without(report, gone)
    for section in tuple(gone):
        others = [one for one in gone if one is not section]
        if _fits(_without(report, others), faces):
            gone, kept = others, _without(report, others)
    left_out = [section.heading for section in report.sections if section in gone]
    if not _fits(kept, faces):
        left_out.append(report.decisions_head)
        kept = next((fewer for fewer in _fewer(kept) if _fits(fewer, faces)), kept)
    return Fitted(fill(Brief(kept, faces).strips())[0], tuple(left_out))


def _fits(report: Report, faces: Faces) -> bool:
    return len(fill(Brief(report, faces).strips())) == 1


def _without(report: Report, gone: Sequence[ReportSection]) -> Report:
    return replace(report, sections=tuple(section for section in report.sections if section not in gone))


def _fewer(report: Report) -> Iterator[Report]:
    """The report with fewer and fewer decisions, in the end with fewer words of the one that is left and of the title."""
    whole = sum(len(points) for _, points in report.decisions.groups)
    for count in range(whole - 1, 0, -1):
        yield replace(report, decisions=_first(report, count, whole))
    last = _first(report, min(1, whole), whole)
    words = max(len(text.plain.split()) for text in (report.title, *_texts(last)))
    while words > 1:
        words //= 2
        yield replace(report, title=_cut(report.title, words), decisions=_shortened(last, words))


def _texts(decisions: Decisions) -> Iterator[Para]:
    return (point.text for _, points in decisions.groups for point in points)


def _first(report: Report, count: int, whole: int) -> Decisions:
    """The first decisions; the last of them says how many there are besides."""
    groups: list[tuple[Para, tuple[DecisionPoint, ...]]] = []
    left = count
    for head, points in report.decisions.groups:
        if left > 0:
            groups.append((head, points[:left]))
            left -= len(points)
    if 0 < count < whole:
        said = para(report.words.more.format(n=whole - count), report.lang)
        head, points = groups[-1]
        more = replace(points[-1], id="decisions", number="", text=said)
        groups[-1] = (head, (*points, more))
    return replace(report.decisions, groups=tuple(groups))


def _shortened(decisions: Decisions, words: int) -> Decisions:
    """The decisions with so many words each at most, ended by an ellipsis."""
    return replace(
        decisions,
        groups=tuple(
            (head, tuple(replace(point, text=_cut(point.text, words)) for point in points))
            for head, points in decisions.groups
        ),
    )


def _cut(text: Para, words: int) -> Para:
    found = text.plain.split()
    return text if len(found) <= words else Para((Span(" ".join(found[:words]) + "…", text.spans[0].lang),))
