"""Answers read back: what each would change, and what does not fit, each told with its row."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Final, Literal, cast

from app.files.errors import UserError
from app.files.sheets.area import cell_area
from app.files.sheets.book import BadSheet, Book, Cell, Table
from app.files.sheets.reading import number_of
from app.language.catalogue import Words
from app.language.format import format_date, format_number
from app.language.mentions import filled
from app.model.base import LANGS, Id, Lang
from app.model.project import Action, ActionStatus, DatedValue, Project
from app.project import edits
from app.services.letters.rows import COLUMNS, Column
from app.services.letters.writing import FORMULA, statuses

#: So many of its heads make a row the one of heads.
_HEADS: Final = 4
#: A figure that a text mentions.
_MENTIONED: Final = re.compile(r"\{\{[^{}]*\}\}")


@dataclass(frozen=True, slots=True)
class Answer:
    """One change: of an action's status or comment, or a further value of one of its key figures."""

    action: Id
    kind: Literal["status", "value", "comment"]
    #: In words, as they stand and as they would be.
    old: str
    new: str
    value: str | Decimal
    kpi: Id | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a filled-in sheet changes, in its order, and what of it does not fit."""

    changes: tuple[Answer, ...]
    misfits: tuple[UserError, ...]


@dataclass
class _Reading:
    """A sheet on its way to answers."""

    book: Book
    project: Project
    lang: Lang
    today: date
    misfits: list[UserError] = field(default_factory=list[UserError])


def read_answers(book: Book, project: Project, lang: Lang, today: date) -> Answers:
    """The answers in the first sheet that has a letter's heads. `lang` is the language that numbers and comments are written in,
    `today` the day of a value without one. Raises BadSheet when no sheet is a letter."""
    for sheet in book.sheets:
        table = book.table(sheet.name)
        found = _heads(table)
        if found:
            reading = _Reading(book, project, lang, today)
            row, columns = found
            changes = tuple(_changes(table, row, columns, reading))
            return Answers(changes, tuple(reading.misfits))
    raise BadSheet("letters.no-letter", file=book.file)


def answered(project: Project, changes: Iterable[Answer]) -> Project:
    """The project with what was answered."""
    for change in changes:
        if change.kind == "value":
            project = _measured(project, change)
        elif change.kind == "status":
            project = edits.put(project, f"actions/{change.action}/status", change.value)
        else:
            project = edits.put(project, f"actions/{change.action}/comment/{project.language}", change.value)
    return project


def _measured(project: Project, change: Answer) -> Project:
    """A value takes its place among those of other days, and that of an earlier one of its day."""
    path = f"actions/{change.action}/kpis/{change.kpi}/values"
    old = edits.get(project, path)
    there = {value.on: value for value in cast("tuple[DatedValue, ...]", old)}
    if change.on is not None and isinstance(change.value, Decimal):
        there[change.on] = DatedValue(on=change.on, value=change.value)
    return edits.put(project, path, tuple(there[day] for day in sorted(there)))


def _heads(table: Table) -> tuple[int, Mapping[Column, int]] | None:
    """The row of heads, in either language, and the column of each."""
    known: dict[str, Column] = {
        Words("letters", lang)(f"head.{column}").casefold(): column for lang in LANGS for column in COLUMNS
    }
    for row in range(1, table.rows + 1):
        found: dict[Column, int] = {}
        for at in range(1, table.columns + 1):
            cell = table.cells.get((row, at))
            column = known.get(str(cell.value).strip().casefold()) if cell and cell.value is not None else None
            if column:
                found.setdefault(column, at)
        if len(found) >= _HEADS and "action" in found:
            return row, found
    return None


def _changes(table: Table, heads: int, columns: Mapping[Column, int], reading: _Reading) -> Iterator[Answer]:
    seen: set[tuple[Id, str]] = set()
    for row in range(heads + 1, table.rows + 1):
        cells: dict[Column, Cell] = {
            name: table.cells[place] for name, at in columns.items() if (place := (row, at)) in table.cells
        }
        if not any(_said(cell) for cell in cells.values()):
            continue
        key = _said(cells.get("action"))
        action = reading.project.action(key)
        if action is None:
            reading.misfits.append(UserError("letters.no-action", row=row, title=_said(cells.get("title")) or key))
            continue
        yield from _of_action(row, cells, action, seen, reading)
        yield from _of_kpi(row, cells, columns, table.sheet, action, reading)


def _of_action(
    row: int, cells: Mapping[Column, Cell], action: Action, seen: set[tuple[Id, str]], reading: _Reading
) -> Iterator[Answer]:
    """What a row says of its action: the first of an action's rows that says something counts."""
    title = _said(cells.get("title"))
    if title and not any(_is_said(title, said) for said in action.title.root.values()):
        reading.misfits.append(
            UserError("letters.renamed", row=row, title=title, now=_name(reading.project, action, reading.lang))
        )
    status, comment = _said(cells.get("status")), _said(cells.get("comment"))
    known: dict[str, ActionStatus] = {word.casefold(): key for lang in LANGS for key, word in statuses(lang).items()}
    if status and (action.id, "status") not in seen:
        seen.add((action.id, "status"))
        wanted = known.get(status.casefold())
        if wanted is None:
            listed = ", ".join(statuses(reading.lang).values())
            reading.misfits.append(UserError("letters.no-status", row=row, text=status, known=listed))
        elif wanted != action.status:
            names = statuses(reading.lang)
            yield Answer(action.id, "status", names[action.status], names[wanted], wanted)
    old = action.comment.root.get(reading.project.language, "")
    if comment and comment != old and (action.id, "comment") not in seen:
        seen.add((action.id, "comment"))
        yield Answer(action.id, "comment", old, comment, comment)


def _of_kpi(
    row: int, cells: Mapping[Column, Cell], columns: Mapping[Column, int], sheet: str, action: Action, reading: _Reading
) -> Iterator[Answer]:
    cell = cells.get("value")
    if cell is None or not _said(cell):
        return
    key = _said(cells.get("kpi"))
    kpi = next((found for found in action.kpis if found.id == key), None)
    if kpi is None:
        name = _said(cells.get("measure")) or _name(reading.project, action, reading.lang)
        reading.misfits.append(UserError("letters.no-kpi", row=row, name=name))
        return
    on = _day(row, cells.get("on"), reading)
    try:
        number = number_of(cell, reading.book.file, cell_area(sheet, row, columns["value"]), reading.lang)
    except BadSheet as problem:
        reading.misfits.append(problem)
        return
    latest = max(kpi.values, key=lambda value: value.on, default=None)
    if on is not None and DatedValue(on=on, value=number.value) not in kpi.values:
        yield Answer(
            action.id, "value", _value(latest, reading.lang), _value(DatedValue(on=on, value=number.value), reading.lang),
            number.value, kpi.id, on,
        )  # fmt: skip


def _day(row: int, cell: Cell | None, reading: _Reading) -> date | None:
    """The day that a value was measured; None, and told, for one that cannot be read."""
    if cell is None or not _said(cell):
        return reading.today
    if isinstance(cell.value, date):
        return cell.value
    try:
        return date.fromisoformat(_said(cell))
    except ValueError:
        reading.misfits.append(UserError("letters.no-day", row=row, text=_said(cell)))
        return None


def _value(value: DatedValue | None, lang: Lang) -> str:
    return f"{format_number(value.value, lang)} ({format_date(value.on, lang, 'iso')})" if value else ""


def _said(cell: Cell | None) -> str:
    """A cell's text; without the mark that keeps a text from being a formula."""
    text = "" if cell is None or cell.value is None else str(cell.value).strip()
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA) else text


def _plain(said: str) -> str:
    return " ".join(said.split())


def _is_said(title: str, text: str) -> bool:
    """Whether a cell says a text of the project, whatever the figures that it mentions were when it was written."""
    pattern = ".*".join(re.escape(_plain(part)) for part in _MENTIONED.split(text))
    return re.fullmatch(pattern, title) is not None


def _name(project: Project, action: Action, lang: Lang) -> str:
    return filled(project, action.title, lang)


def about(project: Project, answer: Answer, lang: Lang) -> str:
    """What an answer is about: the action's name, and the key figure's."""
    action = project.action(answer.action)
    kpi = next((kpi for kpi in action.kpis if kpi.id == answer.kpi), None) if action else None
    names = (_name(project, action, lang) if action else "", filled(project, kpi.name, lang) if kpi else "")
    return ": ".join(name for name in names if name)
