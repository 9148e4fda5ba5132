"""Rows of a calculation come out of a workbook with their years, their unit and the cell of each amount."""

from datetime import date
from decimal import Decimal

import pytest

from app.files.errors import UserError
from app.files.sheets import read_book
from app.files.sheets.book import Book
from app.files.sheets.years import suggested
from app.model.base import text
from app.model.money import CostLine, Reconciled
from app.model.project import Project
from app.project import edits
from app.project.ids import new_id
from app.services.fetching import (
    RowFetch,
    SheetRows,
    Sort,
    Source,
    Wanted,
    changes,
    fetched,
    lines_of,
    offered,
    proposed,
    read_again,
    read_rows,
    renewed,
    rows_taken,
    scale_for,
    sources,
    where_shown,
)
from tests.sample import TODAY, sample_project
from tests.services.fetching.workbooks import BUDGET, Rows, with_cell, workbook_bytes

LATER = date(2027, 9, 1)
PROJECT = sample_project()
LINES = f"actions/{PROJECT.actions[1].id}/lines"
TABLE = Wanted("A2:E8", "Drift", "thousand")


def book_of(rows: Rows = BUDGET, **kept: str) -> Book:
    return read_book(workbook_bytes(rows, names=kept), "kalkyl.xlsx")


def read(book: Book, wanted: Wanted = TABLE) -> SheetRows:
    return read_rows(book, wanted, PROJECT.organisation, 2030, "sv")


def taken(project: Project, book: Book, wanted: Wanted = TABLE, current: str | None = None) -> Project:
    fetches = [fetch for fetch in proposed(project, LINES, read(book, wanted).rows, current) if not fetch.row.is_sum]
    return rows_taken(project, LINES, fetches, wanted, book, TODAY, new_id)


def line_called(project: Project, what: str) -> CostLine:
    return next(line for line in lines_of(project, LINES) if line.what.said("sv").text == what)


def test_a_table_gives_its_rows_with_years_units_and_what_they_are() -> None:
    found = read(book_of())
    assert (found.years, found.headed) == ((2027, 2028, 2029), True)
    said = {row.label: {year: one.amount for year, one in row.amounts.items()} for row in found.rows}
    assert said == {
        "Licenser": {2027: 1_200_000, 2028: 900_000, 2029: 900_000},
        "Investering i lås": {2027: 600_500},
        "Färre nycklar": {2027: 100_000, 2028: 200_000, 2029: 250_000},
        "Summa": {2027: 1_700_500, 2028: 700_000, 2029: 650_000},
    }
    into = {fetch.row.label: fetch.into for fetch in proposed(PROJECT, LINES, found.rows)}
    assert into["Licenser"] == Sort()
    assert into["Investering i lås"] == Sort("cost", "investment")
    assert into["Färre nycklar"] == Sort("effect")
    assert [row.label for row in found.rows if row.is_sum] == ["Summa"]


def test_the_table_and_the_unit_are_found_in_the_sheet() -> None:
    book = book_of()
    area = suggested(book.table("Drift"))
    assert area is not None
    assert area.cells == "A2:D8"
    assert scale_for(PROJECT, book, "Drift", area) == "thousand"
    with_rows = taken(PROJECT, book, Wanted("A2:D8", "Drift", "million"))
    assert scale_for(with_rows, book, "Drift", area) == "million"


def test_each_amount_remembers_its_cell_and_what_named_it() -> None:
    book = book_of()
    line = line_called(taken(PROJECT, book), "Färre nycklar")
    origin = line.origins[2028]
    assert (origin.file, origin.sheet, origin.place, origin.read) == ("kalkyl.xlsx", "Drift", "C7", TODAY)
    assert (origin.sha256, origin.left, origin.above) == (book.digest, "Färre nycklar", "2028")
    assert (origin.scale, origin.minus) == ("thousand", True)


def test_a_row_of_the_same_name_is_brought_up_to_date_and_keeps_its_other_years() -> None:
    key = new_id()
    old = CostLine(
        id=key, sign="cost", what=text("licenser"), amounts={2026: Decimal(5), 2027: Decimal(7)},
        reconciled=Reconciled(by="Ekonomichef", on=TODAY),
    )  # fmt: skip
    project = edits.add(PROJECT, LINES, old)
    book = book_of()
    fetch = next(fetch for fetch in proposed(project, LINES, read(book).rows) if fetch.row.label == "Licenser")
    assert fetch.into == key
    assert changes(project, LINES, fetch)[2027] == (Decimal(7), Decimal(1_200_000))
    line = line_called(rows_taken(project, LINES, [fetch], TABLE, book, TODAY, new_id), "licenser")
    assert line.amounts == {2026: 5, 2027: 1_200_000, 2028: 900_000, 2029: 900_000}
    assert line.reconciled is None
    assert 2026 not in line.origins


def test_a_single_row_goes_into_the_current_one() -> None:
    current = lines_of(PROJECT, LINES)[0]
    book = book_of()
    project = taken(PROJECT, book, Wanted("B4:D4", "Drift", "thousand"), current.id)
    assert {line.id for line in lines_of(project, LINES)} == {line.id for line in lines_of(PROJECT, LINES)}
    line = next(line for line in lines_of(project, LINES) if line.id == current.id)
    assert line.what == current.what
    assert {year: line.amounts[year] for year in (2027, 2028)} == {2027: 1_200_000, 2028: 900_000}


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ((("Licenser", 1200, 900),), "B1:C1"),
        (((1200,), (900,)), "A1:A2"),
        ((("Licenser", 1200, 900), ("Drift", 1, 2)), "A1:C2"),
    ],
)
def test_without_headings_years_count_from_the_first(rows: Rows, place: str) -> None:
    found = read(book_of(rows), Wanted(place, "Drift"))
    assert (found.years, found.headed) == ((2030, 2031), False)
    assert {year: one.amount for year, one in found.rows[0].amounts.items()} == {2030: 1200, 2031: 900}
    assert read(book_of(rows), Wanted(place, "Drift", first_year=2028)).years == (2028, 2029)


def test_years_down_the_side_give_a_row_a_column() -> None:
    rows = ((None, "Licenser", "Drift"), ("2027/28", 10, 1), ("2028/29", 20, 2), ("2029/30", 30, 3))
    found = read(book_of(rows), Wanted("A1:C4", "Drift"))
    assert [(row.label, [int(one.amount) for one in row.amounts.values()]) for row in found.rows] == [
        ("Licenser", [10, 20, 30]),
        ("Drift", [1, 2, 3]),
    ]
    assert found.years == (2027, 2028, 2029)


def test_amounts_that_look_like_years_are_amounts() -> None:
    rows = (("Licenser", 2000, 2010), ("Drift", 2000, 2001.5))
    found = read(book_of(rows), Wanted("A1:C2", "Drift"))
    assert [[int(one.amount) for one in row.amounts.values()] for row in found.rows] == [[2000, 2010], [2000, 2001]]


def test_a_text_file_gives_rows_as_well() -> None:
    book = read_book(b"Post;Budget 2027;Budget 2028\nLicenser;1,5 mkr;900 000\n", "kalkyl.csv")
    area = suggested(book.table(""))
    assert area is not None
    found = read(book, Wanted(area.cells))
    assert {year: one.amount for year, one in found.rows[0].amounts.items()} == {2027: 1_500_000, 2028: 900_000}


def test_what_cannot_be_read_in_a_row_is_told_with_its_cell_and_the_rest_is_kept() -> None:
    rows = with_cell(with_cell(BUDGET, 4, 3, "cirka 900"), 5, 3, -4)
    licences, locks, *_ = read(book_of(rows)).rows
    assert sorted(licences.amounts) == [2027, 2029]
    assert [fault.told("sv") for fault in licences.faults] == [
        "”kalkyl.xlsx”: i cell Drift!C4 står ”cirka 900”, inte ett tal."
    ]
    assert "Drift!C5 har minustecken" in locks.faults[0].told("sv")


@pytest.mark.parametrize(
    ("value", "said"), [("38 %", "är i ”%”"), (10**16, "är för stort"), (True, "sann eller falsk")]
)
def test_what_is_no_money_says_so(value: object, said: str) -> None:
    row = read(book_of(with_cell(BUDGET, 4, 2, value))).rows[0]
    assert said in row.faults[0].told("sv")
    assert row.faults[0].told("en")


# Read again


def test_reading_again_tells_row_year_and_both_amounts_before_anything_changes() -> None:
    project = taken(PROJECT, book_of())
    again = read_again(project, book_of(with_cell(BUDGET, 7, 3, -210)), "sv")
    ((moved,), kept) = again.moved, again.kept
    assert (moved.fetched.year, moved.fetched.value, moved.new, kept) == (2028, 200_000, 210_000, ())
    assert moved.fetched.record == f"{LINES}/{line_called(project, 'Färre nycklar').id}"
    assert read_again(project, book_of(), "sv").moved == ()


def test_what_is_taken_in_is_preliminary_again_and_knows_the_new_file() -> None:
    project = taken(PROJECT, book_of())
    path = f"{LINES}/{line_called(project, 'Licenser').id}"
    project = edits.put(project, f"{path}/reconciled", Reconciled(by="Ekonomichef", on=TODAY))
    book = book_of(with_cell(BUDGET, 4, 2, 1300))
    line = line_called(renewed(project, read_again(project, book, "sv").moved, book, LATER), "Licenser")
    assert (line.amounts[2027], line.reconciled) == (1_300_000, None)
    assert (line.origins[2027].sha256, line.origins[2027].read) == (book.digest, LATER)
    assert line.origins[2028].read == TODAY


def test_it_is_told_where_a_changed_row_shows() -> None:
    project = taken(PROJECT, book_of())
    book = book_of(with_cell(BUDGET, 4, 2, 9_300))
    moved = read_again(project, book, "sv").moved
    shows = where_shown(project, moved, lambda those: renewed(project, those, book, LATER), TODAY)
    (slides,) = shows.by_record.values()
    assert slides
    assert slides == shows.slides
    assert any("Ekonomi" in section for section in shows.sections)


def test_a_name_of_the_workbook_follows_its_cells() -> None:
    names = {"Licenser": "Drift!$B$4:$D$4"}
    book = book_of(BUDGET, **names)
    project = taken(PROJECT, book, Wanted("Licenser", scale="thousand"))
    origin = line_called(project, "Licenser").origins[2029]
    assert (origin.place, origin.nth) == ("Licenser", 2)
    moved_down = [(None, None, None, None, None), *BUDGET]
    later = read_book(workbook_bytes(moved_down, names={"Licenser": "Drift!$B$5:$D$5"}), "kalkyl.xlsx")
    assert read_again(project, later, "sv") == read_again(project, book, "sv")


@pytest.mark.parametrize(
    ("value", "said"),
    [("tolvhundra", "inte ett tal"), (None, "är tom"), (-1200, "bytt tecken"), (10**16, "är för stort")],
)
def test_what_cannot_be_read_any_more_keeps_its_amount(value: object, said: str) -> None:
    project = taken(PROJECT, book_of())
    again = read_again(project, book_of(with_cell(BUDGET, 4, 2, value)), "sv")
    assert again.moved == ()
    assert [said in fault.told("sv") for fault in again.kept] == [True]


def test_a_sheet_that_is_gone_is_told_for_each_row() -> None:
    project = taken(PROJECT, book_of())
    again = read_again(project, read_book(workbook_bytes([["Annat", 1]], sheet="Budget"), "kalkyl.xlsx"), "sv")
    assert again.moved == ()
    assert all("inget blad som heter ”Drift”" in fault.told("sv") for fault in again.kept)


def test_no_such_cells_are_told() -> None:
    with pytest.raises(UserError, match="no sheet called"):
        read(book_of(), Wanted("A1:B2", "Budget"))


def test_a_fetched_row_says_what_it_becomes() -> None:
    found = read(book_of())
    fetch = RowFetch(found.rows[0], Sort())
    assert changes(PROJECT, LINES, fetch) == {
        2027: (None, Decimal(1_200_000)), 2028: (None, Decimal(900_000)), 2029: (None, Decimal(900_000))
    }  # fmt: skip


def test_a_new_version_of_the_file_takes_over_its_values() -> None:
    offer = next(offer for offer in offered(book_of(), "sv") if offer.area.cells == "B5")
    project = fetched(taken(PROJECT, book_of()), [offer], book_of(), TODAY, new_id)
    path = f"{LINES}/{line_called(project, 'Färre nycklar').id}"
    project = edits.put(project, f"{path}/reconciled", Reconciled(by="Ekonomichef", on=TODAY))
    later = read_book(workbook_bytes(with_cell(BUDGET, 4, 2, 1300)), "kalkyl v2.xlsx")
    assert read_again(project, later, "sv").moved == ()
    assert sources(project) == (Source("kalkyl.xlsx", 8, TODAY),)
    again = read_again(project, later, "sv", "kalkyl.xlsx")
    assert [each.new for each in again.moved if each.new != each.fetched.value] == [1_300_000]
    after = renewed(project, again.moved, later, LATER)
    assert sources(after) == (Source("kalkyl v2.xlsx", 8, LATER),)
    assert line_called(after, "Färre nycklar").reconciled is not None
    assert after.figures[-1].source == text("kalkyl v2.xlsx")
    assert read_again(after, later, "sv").moved == ()


def test_columns_among_the_years_without_a_year_are_told() -> None:
    rows = (
        (None, 2027, None, 2028, None),
        (None, "Drift", "Avvikelse", "Drift", "Avvikelse"),
        ("Licenser", 10, 1, 20, 2),
    )
    found = read(book_of(rows), Wanted("A1:E3", "Drift"))
    assert [(row.label, row.faults) for row in found.rows] == [("Licenser", ())]
    assert {year: one.amount for year, one in found.rows[0].amounts.items()} == {2027: 10, 2028: 20}
    assert found.unheaded == ("C",)
    assert read(book_of()).unheaded == ()
