"""Letters to owners: what is filled in comes back, and what does not fit is told and changes nothing."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.files.sheets import read_book
from app.files.sheets.book import BadSheet
from app.model.base import LANGS, Lang, text
from app.model.project import DatedValue, Project
from app.project import edits
from app.services.letters import about, answered, letter_csv, letter_xlsx, owners, read_answers
from tests.sample import TODAY, sample_project
from tests.sample_actions import LAYER


def filled(data: bytes, answers: dict[str, str | float | date], row: int = 3) -> bytes:
    """A letter with answers, by their heads, in a row."""
    book: Any = openpyxl.load_workbook(BytesIO(data))
    sheet = book.active
    heads = {sheet.cell(2, column).value: column for column in range(1, sheet.max_column + 1)}
    for head, answer in answers.items():
        sheet.cell(row, heads[head]).value = answer
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def rows(data: bytes) -> list[list[object]]:
    sheet: Any = openpyxl.load_workbook(BytesIO(data)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def measured() -> tuple[Project, int]:
    """A project whose first action with a key figure stands in that row of its letter."""
    project = sample_project()
    found = rows(letter_xlsx(project, "sv"))
    return project, next(at for at, row in enumerate(found, start=1) if at > 2 and row[1])


def test_what_an_owner_fills_in_is_read_back() -> None:
    project, row = measured()
    answers: dict[str, str | float | date] = {
        "Status": "Klar", "Nytt värde": "12,5", "Mätt den": date(2027, 5, 31), "Kommentar": "Klart i tid.",
    }  # fmt: skip
    book = read_book(filled(letter_xlsx(project, "sv"), answers, row), "svar.xlsx")
    read = read_answers(book, project, "sv", TODAY)
    assert read.misfits == ()
    assert {change.kind: change.new for change in read.changes} == {
        "status": "Klar", "comment": "Klart i tid.", "value": "12,5 (2027-05-31)",
    }  # fmt: skip
    assert all(about(project, change, "sv") for change in read.changes)
    after = answered(project, read.changes)
    action = next(action for action in after.actions if action.id == read.changes[0].action)
    assert (action.status, action.comment.said("sv").text) == ("done", "Klart i tid.")
    assert DatedValue(on=date(2027, 5, 31), value=Decimal("12.5")) in action.kpis[0].values
    assert [value.on for value in action.kpis[0].values] == sorted(value.on for value in action.kpis[0].values)
    assert read_answers(book, after, "sv", TODAY).changes == ()


@pytest.mark.parametrize("lang", LANGS)
def test_an_untouched_letter_changes_nothing(lang: Lang) -> None:
    project = sample_project()
    for data, name in ((letter_xlsx(project, lang), "a.xlsx"), (letter_csv(project, lang), "a.csv")):
        read = read_answers(read_book(data, name), project, lang, TODAY)
        assert (read.changes, read.misfits) == ((), ())


def test_what_does_not_fit_is_told_with_its_row_and_the_rest_is_read() -> None:
    project, row = measured()
    data = filled(
        letter_xlsx(project, "sv"), {"Status": "Nästan", "Nytt värde": "mycket", "Kommentar": "Se bilaga"}, row
    )
    data = filled(data, {"Id": "0" * 32, "Status": "Klar"}, row + 1)
    read = read_answers(read_book(data, "svar.xlsx"), project, "sv", TODAY)
    assert [change.kind for change in read.changes] == ["comment"]
    told = " ".join(misfit.told("sv") for misfit in read.misfits)
    assert f"Rad {row}: ”Nästan” är ingen status" in told
    assert "”mycket”" in told
    assert f"Rad {row + 1}: åtgärden" in told


def test_an_action_that_was_renamed_is_told() -> None:
    project = sample_project()
    data = letter_xlsx(project, "sv")
    key = str(rows(data)[2][0])
    later = edits.put(project, f"actions/{key}/title/sv", "Ett nytt namn")
    (misfit,) = read_answers(read_book(data, "svar.xlsx"), later, "sv", TODAY).misfits
    assert "Ett nytt namn" in misfit.told("sv")


def test_a_letter_holds_one_owners_actions() -> None:
    project = sample_project()
    names = owners(project)
    assert names
    for name in names:
        assert {row[3] for row in rows(letter_xlsx(project, "sv", name))[2:]} == {name}


def test_text_is_never_a_formula() -> None:
    project = edits.put(sample_project(), f"actions/{LAYER}/title/sv", "=HYPERLINK(A1)")
    assert "'=HYPERLINK(A1)" in letter_csv(project, "sv").decode("utf-8-sig")
    sheet: Any = openpyxl.load_workbook(BytesIO(letter_xlsx(project, "sv"))).active
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    for data, name in ((letter_xlsx(project, "sv"), "a.xlsx"), (letter_csv(project, "sv"), "a.csv")):
        assert read_answers(read_book(data, name), project, "sv", TODAY).misfits == ()


def test_another_workbook_is_refused(tmp_path: Path) -> None:
    book: Any = openpyxl.Workbook()
    book.active["A1"] = "Budget"
    out = BytesIO()
    book.save(out)
    with pytest.raises(BadSheet, match="no table of answers"):
        read_answers(read_book(out.getvalue(), "budget.xlsx"), sample_project(), "sv", TODAY)


def test_a_title_that_mentions_a_figure_is_said_and_known_again_when_the_figure_has_changed() -> None:
    project, row = measured()
    project = edits.put(project, f"actions/{LAYER}/title", text("Spara {{cost}} om året"))
    letter = letter_xlsx(project, "sv")
    titles = [str(cell) for line in rows(letter) for cell in line if cell and "Spara" in str(cell)]
    assert titles
    assert not any("{{" in title for title in titles)
    action = project.action(LAYER)
    assert action is not None
    for line in action.lines:
        project = edits.put(project, f"actions/{LAYER}/lines/{line.id}/amounts", {2027: Decimal(1_000_000)})
    read = read_answers(read_book(filled(letter, {"Status": "Klar"}, row), "svar.xlsx"), project, "sv", TODAY)
    assert read.misfits == ()
