"""Whatever becomes of a sheet's layout, no amount is ever taken for another: it is found again, or it is said that it is not."""

from decimal import Decimal
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from app.files.sheets import read_book
from app.files.sheets.book import Book
from app.model.project import Project
from app.project.ids import new_id
from app.services.fetching import (
    Wanted,
    lines_of,
    proposed,
    read_again,
    read_rows,
    renewed,
    rows_taken,
)
from tests.sample import TODAY, sample_project

ACTION = sample_project().actions[0].model_copy(update={"lines": ()})
SAMPLE = sample_project().model_copy(update={"alternatives": (), "actions": (ACTION,)})
LINES = f"actions/{ACTION.id}/lines"


class Sheet(NamedTuple):
    """Rows by name in an order, and years in a row of headings; each amount says of which row and year it is, and how often it changed."""

    names: tuple[str, ...]
    years: tuple[int, ...]
    above: int = 0
    before: int = 0
    version: int = 0

    def amount(self, name: str, year: int) -> int:
        return 1_000_000 * (int(name.removeprefix("Rad ")) + 1) + 10 * year + self.version

    def book(self) -> Book:
        rows = [[""]] * self.above
        pad = [""] * self.before
        rows = [*rows, [*pad, "Kalkyl", *map(str, self.years)]]
        rows += [[*pad, name, *(str(self.amount(name, year)) for year in self.years)] for name in self.names]
        return read_book("\n".join(";".join(row) for row in rows).encode(), "kalkyl.csv")

    @property
    def area(self) -> str:
        return f"A{self.above + 1}:{'ABCDEFGHIJ'[self.before + len(self.years)]}{self.above + 1 + len(self.names)}"


NAMES = tuple(f"Rad {number}" for number in range(5))
sheets = st.builds(
    Sheet,
    st.lists(st.sampled_from(NAMES), min_size=1, unique=True).map(tuple),
    st.integers(2024, 2029).flatmap(
        lambda first: st.integers(1, 4).map(lambda many: tuple(range(first, first + many)))
    ),
    st.integers(0, 3),
    st.integers(0, 2),
    st.integers(0, 1),
)


def taken(sheet: Sheet) -> Project:
    book, wanted = sheet.book(), Wanted(sheet.area)
    rows = read_rows(book, wanted, SAMPLE.organisation, 2027, "sv").rows
    return rows_taken(SAMPLE, LINES, proposed(SAMPLE, LINES, rows), wanted, book, TODAY, new_id)


@given(sheets)
def test_every_amount_of_a_table_comes_into_its_row_and_year(sheet: Sheet) -> None:
    found = {line.what.said("sv").text: line.amounts for line in lines_of(taken(sheet), LINES)}
    assert found == {name: {year: Decimal(sheet.amount(name, year)) for year in sheet.years} for name in sheet.names}


@given(sheets, sheets)
def test_read_again_in_any_layout_an_amount_is_its_own_or_is_told(old: Sheet, new: Sheet) -> None:
    project, book = taken(old), new.book()
    again = read_again(project, book, "sv")
    names = {line.id: line.what.said("sv").text for line in lines_of(project, LINES)}
    for moved in again.moved:
        name, year = names[moved.fetched.record.rpartition("/")[2]], moved.fetched.year
        if moved.shift is None or moved.shift.kind == "cell":
            assert year is not None
            assert moved.new == new.amount(name, year)
        else:
            assert name not in new.names
    told = {moved.fetched.path for moved in again.moved if moved.shift is not None}
    there = {(name, year) for name in new.names for year in new.years}
    gone = [name for name in old.names for year in old.years if (name, year) not in there]
    assert len(again.kept) + len([path for path in told if names[path.split("/")[3]] not in new.names]) == len(gone)


@given(sheets, sheets)
def test_once_taken_in_nothing_is_left_to_tell(old: Sheet, new: Sheet) -> None:
    project, book = taken(old), new.book()
    again = read_again(project, book, "sv")
    after = renewed(project, again.moved, book, TODAY)
    assert read_again(after, book, "sv").moved == ()
