"""Organisation: tasks by party in a native table whose cells say the verb, filled where somebody decides, outlined where one answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count, takewhile
from typing import Final

from app.compose.storyline import Slide
from app.layout.frames import NO_BORDER, Anchor, Border, Box, Font, Paragraph, Role, TableCell, TableItem, TableRow
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.tables import HAIRLINE, RULE, TableStyle
from app.layout.text import FILL, height_of, shortened
from app.model.graphics import Involvement, Responsibility, Task
from app.model.rich import Para

_TASK_SHARE: Final = 0.28
_LEAST_TASK_SHARE: Final = 0.2
#: Tried in order: the type, and the most lines of a task's name.
_STYLES: Final = (
    (TableStyle("second", 4.0), 3),
    (TableStyle("label", 3.0), 3),
    (TableStyle("label", 1.5), 3),
)
_TALLEST: Final = 30.0
_HEAD_LINES: Final = 3
_INSET: Final = 6.0
#: How much wider than the others a column may be.
_WIDEST: Final = 1.6
_GAP: Final = Border("ground", 3.0)
#: How much more each slide is let hold, in points, in search of the least that makes no slide more.
_EVEN: Final = 6.0
_SIGN: Final = "▼\u00a0"
#: Fill, ink and outline of each part in a task.
_LOOKS: Final[dict[str, tuple[Role | None, Role, Border]]] = {
    "decides": ("block", "on-block", NO_BORDER),
    "answers": (None, "accent", Border("accent", 1.5)),
    "takes-part": (None, "ink", NO_BORDER),
    "lacks": (None, "drawback", Border("drawback", 1.5)),
}


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """The table on as few slides as its tasks need, in the largest style that does with so few; heads repeated."""
    block = next(block for block in slide.blocks if isinstance(block, Responsibility))
    sheets = [_Sheet(block, _widths(block, body.w, setting), style, lines, setting) for style, lines in _STYLES]
    parted = [(sheet, sheet.pages(body.h)) for sheet in sheets]
    sheet, pages = min(parted, key=lambda each: len(each[1]))
    return tuple(BodyPage((sheet.table(rows, body),)) for rows in pages)


def _widths(block: Responsibility, width: float, setting: Setting) -> tuple[float, ...]:
    """The tasks' column, then what the heads' longest words and the verbs need; what is left over is shared equally.

    Where that is too much, verbs may break between words and the tasks give way; then heads break before verbs do."""
    room = width * (1 - _TASK_SHARE)
    most = room / max(len(block.heads), 1) * _WIDEST
    heads = [_widest(head.plain.split(), setting) for head in block.heads]
    verbs = [_verbs(block, index) for index in range(len(block.heads))]
    whole = [min(max(head, _widest(texts, setting)), most) for head, texts in zip(heads, verbs, strict=True)]
    if sum(whole) <= room:
        spare = (room - sum(whole)) / max(len(whole), 1)
        return (width * _TASK_SHARE, *(need + spare for need in whole))
    words = [_widest([word for text in texts for word in text.split()], setting) for texts in verbs]
    needs = [min(max(head, verb), most) for head, verb in zip(heads, words, strict=True)]
    room = width - max(width * _LEAST_TASK_SHARE, min(width * _TASK_SHARE, width - sum(needs)))
    if sum(needs) <= room:
        spare = (room - sum(needs)) / len(needs)
        return (width - room, *(need + spare for need in needs))
    least = [min(verb, need) for verb, need in zip(words, needs, strict=True)]
    lacking = sum(needs) - sum(least)
    part = max((room - sum(least)) / lacking, 0.0) if lacking else 0.0
    shares = [low + part * (need - low) for low, need in zip(least, needs, strict=True)]
    return (width - room, *(share * min(room / sum(shares), 1.0) for share in shares))


def _verbs(block: Responsibility, index: int) -> set[str]:
    """What a column's cells say."""
    return {task.parts[index].text.plain for _, tasks in block.groups for task in tasks}


def _widest(texts: Iterable[str], setting: Setting) -> float:
    """The width of a column that holds each of the texts on a line, in the least type."""
    font = setting.font("label", bold=True)
    return max((setting.measurer.width(text, font) for text in texts), default=0.0) / FILL + 2 * _INSET + 1


@dataclass(frozen=True, slots=True)
class _Line:
    """A row as measured: a group's head or a task, with its texts and the height that they need."""

    block: str
    texts: tuple[Paragraph, ...]
    parts: tuple[Involvement, ...]
    height: float


@dataclass(frozen=True)
class _Sheet:
    """The table set in a style."""

    block: Responsibility
    widths: tuple[float, ...]
    style: TableStyle
    lines: int
    setting: Setting

    @cached_property
    def rows(self) -> tuple[_Line, ...]:
        """All rows: each group's head, then its tasks."""
        found: list[_Line] = []
        for name, tasks in self.block.groups:
            found.append(self._group(name))
            found += [self._task(task) for task in tasks]
        return tuple(found)

    @cached_property
    def heads(self) -> tuple[Paragraph, ...]:
        """The heads: of tasks, of bodies, of persons."""
        font = self.setting.font("label", bold=True)
        inks: tuple[Role, ...] = (
            "muted",
            *(("on-block" if index < self.block.bodies else "ink") for index in range(len(self.widths))),
        )
        return tuple(
            self._short(styled(head, font, ink), index, _HEAD_LINES)
            for index, (head, ink) in enumerate(zip((self.block.corner, *self.block.heads), inks, strict=False))
        )

    @cached_property
    def head_height(self) -> float:
        """The height of the row of heads."""
        return max(self._tall(head, index) for index, head in enumerate(self.heads)) + 10

    def pages(self, room: float) -> list[list[_Line]]:
        """Rows by slide, about as much on each: on as many as take them in the room."""
        least = self._filled(room)
        if len(least) == 1:
            return least
        even = (self.head_height + sum(row.height for row in self.rows) / len(least) + step * _EVEN for step in count())
        limits = takewhile(lambda limit: limit < room, even)
        return next((pages for limit in limits if len(pages := self._filled(limit)) == len(least)), least)

    def _filled(self, room: float) -> list[list[_Line]]:
        """Rows by slide, each filled; a group's head never ends one, and goes on at the top of the next."""
        pages: list[list[_Line]] = [[]]
        used, group = self.head_height, None
        for row in self.rows:
            group = None if not row.parts else group
            if pages[-1] and used + row.height + (0 if row.parts else self.rows[1].height) > room:
                pages.append([group] if group and row.parts else [])
                used = self.head_height + sum(one.height for one in pages[-1])
            group = row if not row.parts else group
            pages[-1].append(row)
            used += row.height
        return pages

    def table(self, rows: Sequence[_Line], body: Box) -> TableItem:
        """Some of the rows under the heads; spare height is shared out."""
        spare = (body.h - self.head_height - sum(row.height for row in rows)) / max(len(rows), 1)
        drawn = [self._head_row(Box(body.x, body.y, body.w, self.head_height))]
        top = body.y + self.head_height
        for index, row in enumerate(rows):
            height = max(row.height, min(row.height + spare, _TALLEST))
            bottom = RULE if index == len(rows) - 1 else HAIRLINE
            drawn.append(self._row(row, Box(body.x, top, body.w, height), bottom))
            top += height
        box = Box(body.x, body.y, body.w, top - body.y)
        return TableItem(self.block.id, "responsibility", box, self.widths, tuple(drawn), self.block.alt)

    def _font(self, *, bold: bool = False) -> Font:
        return self.setting.font(self.style.step, bold=bold)

    def _room(self, index: int) -> float:
        return self.widths[index] - (_INSET if index == 0 else 2 * _INSET)

    def _short(self, text: Paragraph, index: int, lines: int) -> Paragraph:
        return shortened(text, self._room(index), lines, self.setting.measurer)

    def _tall(self, text: Paragraph, index: int) -> float:
        return height_of((text,), self._room(index), self.setting.measurer)

    def _group(self, name: Para) -> _Line:
        text = styled(name, self.setting.font("label", bold=True), "accent")
        return _Line(self.block.id, (text,), (), text.line + 2 * self.style.pad)

    def _task(self, task: Task) -> _Line:
        texts = [self._short(styled(task.name, self._font()), 0, self.lines)]
        texts += [self._verb(part, index) for index, part in enumerate(task.parts, start=1)]
        height = max(self._tall(text, index) for index, text in enumerate(texts))
        return _Line(task.id, tuple(texts), task.parts, max(height, self._font().line) + 2 * self.style.pad)

    def _verb(self, part: Involvement, index: int) -> Paragraph:
        """The verb in bold where it weighs; the sign of a lack before it."""
        ink = _LOOKS[part.kind][1]
        text = styled(part.text, self._font(bold=part.kind != "takes-part"), ink)
        if part.kind == "lacks" and text.runs:
            sign = replace(
                text.runs[0],
                text=_SIGN,
                font=replace(text.runs[0].font, family="symbol", size=text.runs[0].font.size - 4),
            )
            text = replace(text, runs=(sign, *text.runs))
        return self._short(text, index, 2)

    def _cell(self, text: Paragraph, index: int, x: float, row: Box, anchor: Anchor) -> TableCell:
        box = Box(x, row.y, self.widths[index], row.h)
        left = 0.0 if index == 0 else _INSET
        return TableCell(self.setting.lay((text,), box, anchor=anchor, insets=(left, 0.0, _INSET, 0.0)))

    def _head_row(self, row: Box) -> TableRow:
        cells: list[TableCell] = []
        x = row.x
        for index, head in enumerate(self.heads):
            cell = self._cell(head, index, x, row, "middle" if index else "bottom")
            if index == 0:
                cells.append(replace(cell, bottom=RULE))
            elif index <= self.block.bodies:
                side = _GAP if index > 1 else NO_BORDER
                cells.append(replace(cell, fill="block", left=side, bottom=RULE))
            else:
                edge = _LOOKS["answers"][2]
                cells.append(replace(cell, fill="tint", left=edge, right=edge, top=edge, bottom=edge))
            x += self.widths[index]
        return TableRow(row.h, tuple(cells), head=True)

    def _row(self, line: _Line, row: Box, bottom: Border) -> TableRow:
        if not line.parts:
            body = self.setting.lay(line.texts, row, anchor="middle")
            return TableRow(row.h, (TableCell(body, bottom=HAIRLINE, columns=len(self.widths), block=line.block),))
        cells: list[TableCell] = []
        x = row.x
        for index, text in enumerate(line.texts):
            part = line.parts[index - 1] if index else Involvement()
            fill, _, edge = _LOOKS[part.kind] if part.text else _LOOKS["takes-part"]
            cell = replace(self._cell(text, index, x, row, "middle"), fill=fill, bottom=bottom, block=line.block)
            cells.append(replace(cell, left=edge, right=edge, top=edge, bottom=edge) if edge.color else cell)
            x += self.widths[index]
        return TableRow(row.h, tuple(cells))
