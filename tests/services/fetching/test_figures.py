"""Figures come out of a workbook, know where they were read, and are read again without anything being lost."""

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.workbook.defined_name import DefinedName

from app.files.sheets import read_book
from app.files.sheets.book import Book
from app.model.base import text
from app.model.money import Reconciled
from app.model.project import Project
from app.project import edits
from app.project.ids import new_id
from app.services.fetching import fetched, offered, read_again, renewed
from tests.sample import TODAY, sample_project

LATER = date(2027, 9, 1)


def workbook(licences: object = 1200, name: str = "kalkyl.xlsx", sheet: str = "Drift") -> Book:
    """A budget of two rows and two years, with a name for one of its cells."""
    book: Any = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    for row in (("", 2027, 2028), ("Licenser", licences, 900), ("Drift", 300, 310)):
        page.append(row)
    book.defined_names["Licenser_2027"] = DefinedName("Licenser_2027", attr_text=f"'{sheet}'!$B$2")
    out = BytesIO()
    book.save(out)
    return read_book(out.getvalue(), name)


def with_figure() -> Project:
    book = workbook()
    offer = next(offer for offer in offered(book, "sv") if offer.place == "Licenser_2027")
    return fetched(sample_project(), [offer], book, TODAY, new_id)


def test_numbers_are_offered_with_what_names_them_and_their_year() -> None:
    found = {(offer.place, offer.label, offer.year, offer.value) for offer in offered(workbook(), "sv")}
    assert ("Licenser_2027", "Licenser_2027", None, Decimal(1200)) in found
    assert ("C3", "Drift", 2028, Decimal(310)) in found
    assert not {value for _, _, _, value in found} & {Decimal(2027), Decimal(2028)}


def test_a_fetched_figure_knows_its_file_cell_day_and_digest() -> None:
    figure = with_figure().figures[-1]
    assert figure.value == Decimal(1200)
    assert figure.origin is not None
    assert (figure.origin.file, figure.origin.place, figure.origin.read) == ("kalkyl.xlsx", "Licenser_2027", TODAY)
    assert figure.origin.sha256 == workbook().digest or len(figure.origin.sha256) == 64


def test_reading_again_tells_what_moved_and_where_it_shows_before_anything_changes() -> None:
    project = with_figure()
    key = project.figures[-1].id
    project = edits.put(project, f"figures/{key}/reconciled", Reconciled(by="Ekonomichef", on=TODAY))
    project = edits.put(project, "matter/answer", text(f"Licenserna kostar {{{{{key}}}}}"))
    book = workbook(1500)
    found = read_again(project, book, "sv")
    ((moved,), kept) = found.moved, found.kept
    assert (moved.fetched.value, moved.new, kept) == (Decimal(1200), Decimal(1500), ())
    after = renewed(project, found.moved, book, LATER).figures[-1]
    assert (after.value, after.reconciled, after.dated) == (Decimal(1500), None, LATER)
    assert after.origin is not None
    assert after.origin.sha256 == book.digest
    assert read_again(renewed(project, found.moved, book, LATER), book, "sv").moved == ()


def test_what_cannot_be_read_any_more_is_told_and_keeps_its_value() -> None:
    project = with_figure()
    for book in (workbook("tolvhundra"), workbook(None)):
        found = read_again(project, book, "sv")
        assert found.moved == ()
        assert len(found.kept) == 1
    assert read_again(project, workbook(1500, name="annan.xlsx"), "sv").moved == ()
