"""A letter as a workbook with a list to choose the status from, or as text with columns that any spreadsheet opens."""

import csv
from collections.abc import Mapping
from io import StringIO
from typing import Final, get_args

from app.export.xlsx.sheet import Pages
from app.language.catalogue import Words
from app.model.base import Lang
from app.model.project import ActionStatus, Project
from app.services.letters.rows import ASKED, COLUMNS, Column, letter_rows

#: What a spreadsheet would take for a formula (OWASP, "CSV Injection").
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS: Final[Mapping[Column, float]] = {
    "action": 6, "kpi": 6, "title": 40, "owner": 20, "due": 12, "status": 14, "measure": 36, "latest": 20, "value": 16,
    "on": 14, "comment": 60,
}  # fmt: skip


def owners(project: Project) -> tuple[str, ...]:
    """Who answers for actions that are not stopped, by name."""
    return tuple(sorted({row.action.owner.strip() for row in letter_rows(project, None)} - {""}))


def statuses(lang: Lang) -> Mapping[ActionStatus, str]:
    """What each status is called."""
    words = Words("forms", lang)
    known: tuple[ActionStatus, ...] = get_args(ActionStatus)
    return {status: words(f"status.{status}") for status in known}


def letter_xlsx(project: Project, lang: Lang, owner: str | None = None) -> bytes:
    """The sheet to fill in, of one owner's actions or of all."""
    words, known = Words("letters", lang), statuses(lang)
    pages = Pages(words("title"), "", whole=True)
    page = pages.add(words("sheet"))
    page.text(0, 0, words("guide"), "label")
    for at, column in enumerate(COLUMNS):
        page.text(1, at, words(f"head.{column}"), "head")
    rows = list(letter_rows(project, owner))
    for at, row in enumerate(rows, start=2):
        for number, column in enumerate(COLUMNS):
            page.text(at, number, row.says(column, lang, known), "asked" if column in ASKED else "plain")
            if column in ASKED and not row.says(column, lang, known):
                page.blank(at, number, "asked")
    if rows:
        page.choose((2, COLUMNS.index("status")), (len(rows) + 1, COLUMNS.index("status")), tuple(known.values()))
    page.shape({(at, at): _WIDTHS[column] for at, column in enumerate(COLUMNS)}, (2, 3))
    return pages.bytes()


def letter_csv(project: Project, lang: Lang, owner: str | None = None) -> bytes:
    """The same as text: UTF-8 with its mark, columns parted by semicolons, as Excel reads it in Sweden."""
    words, known = Words("letters", lang), statuses(lang)
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([words(f"head.{column}") for column in COLUMNS])
    for row in letter_rows(project, owner):
        writer.writerow([_as_text(row.says(column, lang, known)) for column in COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def _as_text(said: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{said}" if said.startswith(FORMULA) else said
