"""A workbook that is laid out otherwise than last time: it is said what has moved where, and no other value is taken for the old one."""

from decimal import Decimal

import pytest

from app.files.sheets import read_book
from app.files.sheets.book import Book
from app.model.project import Project
from app.project import edits
from app.project.ids import new_id
from app.services.fetching import (
    Moved,
    Refreshed,
    Wanted,
    fetched,
    lines_of,
    offered,
    proposed,
    read_again,
    read_rows,
    renewed,
    rows_taken,
)
from tests.sample import TODAY, sample_project
from tests.services.fetching.workbooks import BUDGET, Rows, with_cell, workbook_bytes

SAMPLE = sample_project()
LINES = f"actions/{SAMPLE.actions[1].id}/lines"
TABLE = Wanted("A2:D8", "Drift", "thousand")


def book_of(rows: Rows = BUDGET, sheet: str = "Drift", **names: str) -> Book:
    return read_book(workbook_bytes(rows, sheet, names), "kalkyl.xlsx")


def taken(wanted: Wanted = TABLE, **names: str) -> Project:
    """The sample with the row of licences, 1 200, 900 and 900 tkr, in B4:D4."""
    book = book_of(**names)
    rows = read_rows(book, wanted, SAMPLE.organisation, 2027, "sv").rows[:1]
    return rows_taken(SAMPLE, LINES, proposed(SAMPLE, LINES, rows), wanted, book, TODAY, new_id)


def said(again: Refreshed) -> list[tuple[int | None, int, str, str, str]]:
    return [
        (each.fetched.year, int(each.new), each.shift.kind, each.shift.was, each.shift.now)
        for each in again.moved
        if each.shift is not None
    ]


def inserted_row(rows: Rows) -> Rows:
    return [*rows[:2], [None] * 5, *rows[2:]]


def inserted_column(rows: Rows) -> Rows:
    return [[row[0], "Not", *row[1:]] for row in rows]


def test_a_row_that_was_pushed_down_is_proposed_where_it_stands_now() -> None:
    again = read_again(taken(), book_of(inserted_row(BUDGET)), "sv")
    assert said(again) == [
        (2027, 1_200_000, "cell", "Drift!B4", "Drift!B5"),
        (2028, 900_000, "cell", "Drift!C4", "Drift!C5"),
        (2029, 900_000, "cell", "Drift!D4", "Drift!D5"),
    ]
    assert again.kept == ()


def test_what_is_taken_in_from_where_it_stands_now_is_found_there_next_time() -> None:
    book, project = book_of(inserted_column(with_cell(BUDGET, 4, 2, 1300))), taken()
    moved = read_again(project, book, "sv").moved
    assert [each.origin.place for each in moved] == ["C4", "D4", "E4"]
    after = renewed(project, moved, book, TODAY)
    assert lines_of(after, LINES)[-1].amounts[2027] == 1_300_000
    assert read_again(after, book, "sv") == Refreshed((), ())


def test_a_sheet_of_another_name_is_proposed() -> None:
    assert said(read_again(taken(), book_of(sheet="Budget"), "sv"))[0][3:] == ("Drift!B4", "Budget!B4")


def test_a_name_that_is_gone_is_proposed_by_its_headings() -> None:
    project = taken(Wanted("Licenser", scale="thousand"), Licenser="Drift!$B$4:$D$4")
    assert said(read_again(project, book_of(), "sv"))[2][3:] == ("Licenser", "Drift!D4")


def test_years_that_have_rolled_on_never_give_one_year_the_amount_of_another() -> None:
    rows = with_cell(with_cell(with_cell(BUDGET, 2, 2, 2028), 2, 3, 2029), 2, 4, 2030)
    again = read_again(taken(), book_of(rows), "sv")
    assert said(again) == [
        (2028, 1_200_000, "cell", "Drift!C4", "Drift!B4"),
        (2029, 900_000, "cell", "Drift!D4", "Drift!C4"),
    ]
    assert [fault.told("sv") for fault in again.kept] == [
        "”kalkyl.xlsx”: ”Licenser 2027” stod i Drift!B4, men finns inte längre i filen. Värdet behålls; hämta det på nytt om det "
        "heter något annat nu."
    ]


def test_another_name_for_the_row_is_told_and_not_taken_unseen() -> None:
    book, project = book_of(with_cell(BUDGET, 4, 1, "Licenser och support")), taken()
    again = read_again(project, book, "sv")
    assert said(again)[0] == (2027, 1_200_000, "heading", "Licenser 2027", "Licenser och support 2027")
    assert read_again(renewed(project, again.moved, book, TODAY), book, "sv") == Refreshed((), ())


def test_rows_that_changed_places_are_each_found_again() -> None:
    rows = [*BUDGET[:3], BUDGET[4], BUDGET[3], *BUDGET[5:]]
    assert said(read_again(taken(), book_of(rows), "sv"))[0] == (2027, 1_200_000, "cell", "Drift!B4", "Drift!B5")


def test_headings_that_stand_twice_are_told_with_both_cells() -> None:
    rows = [*inserted_row(BUDGET), BUDGET[3]]
    again = read_again(taken(), book_of(rows), "sv")
    assert again.moved == ()
    assert "”Licenser 2027” stod i Drift!B4, men det står nu i flera celler: Drift!B5, Drift!B10" in again.kept[0].told(
        "sv"
    )


@pytest.mark.parametrize("value", ["saknas", None])
def test_a_number_that_has_gone_with_its_heading_is_told(value: object) -> None:
    rows = with_cell(with_cell(BUDGET, 4, 1, "Annat"), 4, 2, value)
    again = read_again(taken(), book_of(rows), "sv")
    assert len(again.kept) == 1
    assert 2027 not in {each.fetched.year for each in again.moved}


def test_a_figure_is_found_again_too() -> None:
    offer = next(offer for offer in offered(book_of(), "sv") if offer.area.cells == "B4")
    project = fetched(SAMPLE, [offer], book_of(), TODAY, new_id)
    book = book_of(inserted_row(with_cell(BUDGET, 4, 2, 1300)))
    ((moved,), kept) = (read_again(project, book, "sv").moved, read_again(project, book, "sv").kept)
    assert isinstance(moved, Moved)
    assert (moved.new, moved.shift and moved.shift.now, kept) == (Decimal(1300), "Drift!B5", ())
    figure = renewed(project, [moved], book, TODAY).figures[-1]
    assert (figure.value, figure.origin and figure.origin.place) == (Decimal(1300), "B5")
    assert read_again(renewed(project, [moved], book, TODAY), book, "sv") == Refreshed((), ())


def test_what_was_read_before_headings_were_kept_is_read_where_it_stood() -> None:
    project = taken()
    path = f"{LINES}/{lines_of(project, LINES)[-1].id}/origins/2027"
    for part in ("left", "above"):
        project = edits.put(project, f"{path}/{part}", "")
    again = read_again(project, book_of(inserted_row(BUDGET)), "sv")
    assert [fault.told("sv") for fault in again.kept] == ["”kalkyl.xlsx”: cell Drift!B4 är tom."]


def test_a_cell_where_another_of_our_rows_stands_now_is_no_new_name_for_the_old_one() -> None:
    book = book_of()
    rows = read_rows(book, TABLE, SAMPLE.organisation, 2027, "sv").rows[:2]
    project = rows_taken(SAMPLE, LINES, proposed(SAMPLE, LINES, rows), TABLE, book, TODAY, new_id)
    without_licences = [*BUDGET[:3], *BUDGET[4:]]
    again = read_again(project, book_of(without_licences), "sv")
    assert said(again)[0] == (2027, 600_500, "cell", "Drift!B5", "Drift!B4")
    assert "”Licenser 2027” stod i Drift!B4, men finns inte längre" in again.kept[0].told("sv")


def test_of_rows_with_one_name_a_changed_amount_is_not_taken_unseen() -> None:
    again = read_again(taken(), book_of([*with_cell(BUDGET, 4, 2, 1300), BUDGET[3]]), "sv")
    assert said(again) == [(2027, 1_300_000, "several", "Licenser 2027", "Drift!B4, Drift!B9")]
    assert again.kept == ()
