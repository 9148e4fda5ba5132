"""What stands on every page around the text: head, foot, page number, and the draft's word. Artifacts all."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.compose.report import Report
from app.export.pdf.report.flow import Brush
from app.export.pdf.report.lines import set_para
from app.export.pdf.report.prose import lines_draw
from app.export.pdf.report.type import FULL, HEAD, MARGIN, NOTE, NOTE_STRONG, SUBHEAD, TEXT
from app.export.pdf.sheet import Pen, mixed
from app.layout.frames import Box, Role
from app.model.units import mm

_HEAD_BASELINE = mm(15)
_HEAD_RULE = mm(17.5)
_FIRST_BASELINE = mm(16.5)
_FIRST_RULE = mm(32.5)
_FOOT_RULE = mm(274.5)
_FOOT_BASELINE = mm(280)
_CONTACT_BASELINE = mm(285)


@dataclass(frozen=True, slots=True)
class Furniture:
    """Draws a report's furniture; `logo` is the picture of the organisation's mark."""

    report: Report
    logo: bytes | None = None

    def draw(self, brush: Brush, page: int, pages: int) -> None:
        """The furniture of a page (from 1); a cover bears its own foot."""
        if page == 1 and self.report.kind == "full":
            self._first_head(brush, "")
            return
        if self.report.furniture.draft:
            self._draft(brush)
        number = self.report.words.page.format(page=page, pages=pages)
        if page == 1:
            self._first_head(brush, number)
        else:
            self._head(brush, number)
        self._foot(brush)
        if page == 1 and self.report.contact:
            self._contact(brush)

    def _first_head(self, brush: Brush, number: str) -> None:
        faces = brush.sheet.faces
        left = 0.0
        if self.logo:
            left = mm(13)
            brush.sheet.picture(Box(MARGIN[0], mm(12.5), mm(10), mm(12)), self.logo)
        organisation = set_para(self.report.furniture.organisation, SUBHEAD, MARGIN[1] - left, faces)[:3]
        lines_draw(organisation, SUBHEAD, MARGIN[0] + left)(brush, _FIRST_BASELINE - 0.75 * SUBHEAD.line)
        brush.sheet.text(TEXT[0], _FIRST_BASELINE, self.report.words.kind, HEAD.regular, HEAD.size, brush.colors["ink"])
        after = TEXT[0] + faces.width(self.report.words.kind, HEAD.regular, HEAD.size)
        self._draft_word(brush, after, _FIRST_BASELINE)
        _right(brush, number, _FIRST_BASELINE, NOTE_STRONG.regular)
        _rules(brush, _FIRST_RULE, 0.6, "ink")

    def _head(self, brush: Brush, number: str) -> None:
        baseline = _HEAD_BASELINE
        organisation = self.report.furniture.organisation.plain
        left = _shortened(brush, organisation, NOTE_STRONG.regular, MARGIN[1])
        brush.sheet.text(MARGIN[0], baseline, left, NOTE_STRONG.regular, NOTE.size, brush.colors["ink"])
        title = f"{self.report.words.kind}: {self.report.title.plain}"
        text = _shortened(brush, title, NOTE.regular, mm(85))
        brush.sheet.text(TEXT[0], baseline, text, NOTE.regular, NOTE.size, brush.colors["muted"])
        self._draft_word(brush, TEXT[0] + brush.sheet.faces.width(text, NOTE.regular, NOTE.size), baseline)
        _right(brush, number, baseline, NOTE_STRONG.regular)
        _rules(brush, _HEAD_RULE, 0.6, "ink")

    def _foot(self, brush: Brush) -> None:
        sheet, furniture = brush.sheet, self.report.furniture
        _rules(brush, _FOOT_RULE, 0.4, "rule")
        classed = _shortened(brush, furniture.classification.plain, NOTE_STRONG.regular, MARGIN[1] - mm(3))
        if furniture.confidential and classed:
            width = sheet.faces.width(classed, NOTE_STRONG.regular, NOTE.size) + mm(4)
            sheet.rectangle(Box(MARGIN[0], _FOOT_BASELINE - mm(3.2), width, mm(4.4)), brush.colors["drawback"])
            sheet.text(
                MARGIN[0] + mm(2), _FOOT_BASELINE, classed, NOTE_STRONG.regular, NOTE.size, brush.colors["ground"]
            )
        else:
            sheet.text(MARGIN[0], _FOOT_BASELINE, classed, NOTE_STRONG.regular, NOTE.size, brush.colors["ink"])
        version = self.report.version
        after = f". {version}" if version else ""
        room = mm(75) - sheet.faces.width(after, NOTE.regular, NOTE.size)
        occasion = _shortened(brush, furniture.occasion.plain, NOTE.regular, room)
        told = f"{occasion}{after}" if occasion else version
        sheet.text(TEXT[0], _FOOT_BASELINE, told, NOTE.regular, NOTE.size, brush.colors["muted"])
        _right(
            brush, _shortened(brush, self.report.reference, NOTE.regular, mm(38)), _FOOT_BASELINE, NOTE.regular, "muted"
        )

    def _contact(self, brush: Brush) -> None:
        text = _shortened(brush, self.report.contact.plain, NOTE.regular, FULL[1])
        brush.sheet.text(MARGIN[0], _CONTACT_BASELINE, text, NOTE.regular, NOTE.size, brush.colors["muted"])

    def _draft_word(self, brush: Brush, x: float, baseline: float) -> None:
        if self.report.furniture.draft:
            word = self.report.furniture.draft.plain
            brush.sheet.text(x + mm(3), baseline, word, NOTE_STRONG.regular, NOTE.size, brush.colors["drawback"])

    def _draft(self, brush: Brush) -> None:
        """The word standing large in the margin column, behind everything."""
        word = self.report.furniture.draft.plain
        face, size = "SourceSerif4Display-Regular", 120.0
        while size > 40 and brush.sheet.faces.width(word, face, size) > mm(170):
            size -= 5
        pale = mixed(brush.colors["tint"], brush.colors["ground"], 0.7)
        brush.sheet.text(MARGIN[0] + MARGIN[1], mm(262), word, face, size, pale, upwards=True)


def _right(brush: Brush, text: str, baseline: float, face: str, color: Role = "ink") -> None:
    width = brush.sheet.faces.width(text, face, NOTE.size)
    brush.sheet.text(FULL[0] + FULL[1] - width, baseline, text, face, NOTE.size, brush.colors[color])


def _rules(brush: Brush, y: float, weight: float, color: Role) -> None:
    ink = brush.colors[color]
    for x, width in (MARGIN, TEXT):
        brush.sheet.line([(x, y), (x + width, y)], Pen(ink, weight))


def _shortened(brush: Brush, text: str, face: str, width: float) -> str:
    """Text cut at a word to fit, with an ellipsis."""
    words: Sequence[str] = text.split(" ")
    while len(words) > 1 and brush.sheet.faces.width(text, face, NOTE.size) > width:
        words = words[:-1]
        text = " ".join(words).rstrip(",.:;–") + "…"
    return text
