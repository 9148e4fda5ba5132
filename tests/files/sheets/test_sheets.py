"""Figures are read out of workbooks as people have them; what cannot be read says what it is and where."""

from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, cast
from zipfile import ZipFile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook.defined_name import DefinedName

from app.files.archive import BadArchive
from app.files.errors import UserError
from app.files.reasons import CannotRead
from app.files.sheets import open_book, read_book
from app.files.sheets.area import Area, letters, read_area
from app.files.sheets.book import BadSheet, Book
from app.files.sheets.reading import find_area, headings, number_at, numbers_at


def workbook(path: Path) -> Any:
    """A workbook to write in; its types are looser than ours."""
    return xlsxwriter.Workbook(str(path))


@pytest.fixture
def calculation(tmp_path: Path) -> Path:
    """A workbook as Excel leaves it: formulas with what they came to, a name, a merge, a hidden sheet."""
    path = tmp_path / "Kalkyl.xlsx"
    with workbook(path) as book:
        sheet = book.add_worksheet("Lås")
        percent, day = book.add_format({"num_format": "0 %"}), book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row("B12", ["", 2027, 2028])
        sheet.write_row("B13", ["Inköp", 1_200_000.0, ""])
        sheet.write_row("B14", ["Service", 300_000, 600_000.4])
        sheet.write_formula("D15", "=SUM(D13:D14)", None, 600_000.4)
        sheet.write_formula("C15", "=0.1+0.2", None, 0.30000000000000004)
        sheet.write("B16", "Andel")
        sheet.write_number("C16", 0.38, percent)
        sheet.write_datetime("C17", datetime(2027, 5, 1), day)
        sheet.write_formula("C18", "=1/0", None, "#DIV/0!")
        sheet.write_boolean("C19", True)
        sheet.write_string("C20", "1 234,5 tkr")
        sheet.write_string("C21", "(1 234)")
        sheet.write_string("C22", "cirka tre")
        sheet.merge_range("C23:D24", 77)
        sheet.write_formula("F1", "=F2+1", None, 0)
        sheet.write_formula("F2", "=SUM(F3:F4)", None, 0)
        sheet.write_formula("F3", "=Lås!F1*2", None, 0)
        book.add_worksheet("Min flik").write("A1", 5)
        hidden = book.add_worksheet("Gömd")
        hidden.write("A1", 7)
        hidden.hide()
        book.define_name("Totalt", "=Lås!$D$15")
        book.define_name("Trasigt", "=Lås!#REF!")
    return path


def number(book: Book, address: str) -> Decimal:
    return number_at(book, find_area(book, address), "sv").value


def refusal(book: Book, address: str) -> str:
    with pytest.raises(UserError) as refused:
        number_at(book, find_area(book, address), "sv")
    assert refused.value.told("en")
    return refused.value.told("sv")


def test_a_number_is_what_excel_last_computed(calculation: Path) -> None:
    book = open_book(calculation)
    assert number(book, "Lås!D14") == Decimal("600000.4")
    assert number(book, "Lås!D15") == Decimal("600000.4")
    assert number(book, "Lås!c15") == Decimal("0.3")
    assert number(book, "'Min flik'!A1") == 5
    assert number(book, "Gömd!A1") == 7


def test_a_name_stands_for_its_cell_in_any_case(calculation: Path) -> None:
    book = open_book(calculation)
    assert find_area(book, "totalt").whole == "Lås!D15"
    assert "leder inte till några celler" in refusal(book, "Trasigt")


def test_a_row_of_years_comes_in_order(calculation: Path) -> None:
    book = open_book(calculation)
    found = numbers_at(book, find_area(book, "Lås!C14:D14"), "sv")
    assert [one.value for one in found] == [300_000, Decimal("600000.4")]
    assert "flera celler" in refusal(book, "Lås!C14:D14")


def test_per_cent_and_numbers_written_as_text_are_read_with_their_units(calculation: Path) -> None:
    book = open_book(calculation)
    for address, value, unit in (("C16", "38", "%"), ("C20", "1234.5", "tkr"), ("C21", "-1234", "")):
        found = number_at(book, find_area(book, f"Lås!{address}"), "sv")
        assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("Lås!C17", "Lås!C17 är datumet 2027-05-01"),
        ("Lås!C18", "Lås!C18 visar felet #DIV/0!"),
        ("Lås!C19", "sann eller falsk"),
        ("Lås!C22", "Lås!C22 står ”cirka tre”, inte ett tal"),
        ("Lås!D24", "sammanslagna cellerna C23:D24"),
        ("Lås!A1", "Lås!A1 är tom"),
        ("Lås!F1", "cirkelreferens"),
        ("Lås!F3", "cirkelreferens"),
        ("Budget!A1", "inget blad som heter ”Budget”. Där finns: Lås, Min flik, Gömd"),
        ("Totalkostnad", "varken en cell eller ett namn i ”Kalkyl.xlsx”. Namn som finns: Totalt, Trasigt"),
        ("Lås!A1:Z9999", "fler än 2000 celler"),
    ],
)
def test_what_is_no_figure_says_what_it_is_and_where(calculation: Path, address: str, said: str) -> None:
    assert said in refusal(open_book(calculation), address)


def test_the_first_cell_of_a_merge_holds_its_value(calculation: Path) -> None:
    assert number(open_book(calculation), "Lås!C23") == 77


def test_a_formula_that_no_spreadsheet_has_computed_is_not_taken_for_nothing(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = cast("Any", book.active)
    sheet["A1"], sheet["A2"] = 2, "=A1*3"
    book.defined_names["Dubbelt"] = DefinedName("Dubbelt", attr_text="Sheet!$A$2")
    book.save(tmp_path / "ny.xlsx")
    assert "är inte uträknad" in refusal(open_book(tmp_path / "ny.xlsx"), "Dubbelt")


def test_hidden_sheets_are_told_apart(calculation: Path) -> None:
    assert [(sheet.name, sheet.hidden) for sheet in open_book(calculation).sheets] == [
        ("Lås", False),
        ("Min flik", False),
        ("Gömd", True),
    ]


def test_a_cell_is_named_by_what_stands_beside_and_above_it(calculation: Path) -> None:
    table = open_book(calculation).table("Lås")
    assert headings(table, 14, 4) == ("Service", "2028")
    assert (table.rows, table.columns, table.cut) == (23, 6, False)
    assert table.cells[14, 4].value == Decimal("600000.4")


def test_a_sheet_beyond_all_bounds_is_shown_in_part_and_read_in_full(tmp_path: Path) -> None:
    path = tmp_path / "lång.xlsx"
    with workbook(path) as book:
        book.add_worksheet("A").write(7_000, 250, 5)
    opened = open_book(path)
    assert opened.table("A").cells == {}
    assert number(opened, "IQ7001") == 5


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("låst.xlsx", LOCKED, "låst med lösenord"),
        ("gammal.xls", LOCKED[:600], "gamla formatet .xls"),
        ("plan.pdf", b"%PDF-1.7", "varken Excel"),
        ("plan.xlsx", b"%PDF-1.7", "varken Excel"),
        ("tom.xlsx", b"", "är tom"),
        ("avklippt.xlsx", b"PK\x03\x04 and no more", "skadad"),
        ("bild.csv", b"\x89PNG\0\0\0", "varken Excel"),
    ],
)
def test_another_kind_of_file_says_what_to_do(name: str, data: bytes, said: str) -> None:
    with pytest.raises((BadSheet, BadArchive)) as refused:
        read_book(data, name)
    assert said in refused.value.told("sv")
    assert name in refused.value.told("en")


def test_a_file_of_200_megabytes_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "allt.xlsx"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(BadSheet, match="is 200 MB and was not read; the limit is 50 MB"):
        open_book(path)


def test_a_missing_file_and_a_folder_say_so(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="There is no"):
        open_book(tmp_path / "borta.xlsx")
    with pytest.raises(BadSheet, match="is a folder"):
        open_book(tmp_path)


def changed(path: Path, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part written anew."""
    target = path.with_name("ändrad.xlsx")
    with ZipFile(path) as old, ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == part else data)
    return target.read_bytes()


def test_a_workbook_with_definitions_of_its_own_is_not_read(calculation: Path) -> None:
    data = changed(
        calculation,
        "xl/workbook.xml",
        lambda xml: xml.replace(b"?>", b"?><!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>", 1),
    )
    with pytest.raises(BadSheet, match="holds definitions"):
        read_book(data, "ändrad.xlsx")


def names_the_file(data: bytes, name: str, address: str) -> bool:
    """Whether a cell can be read, or a sentence about the file says why not."""
    try:
        book = read_book(data, name)
        book.table(book.sheets[0].name)
        number_at(book, find_area(book, address), "sv")
    except UserError as error:
        return name in error.told("sv")
    return True


def halved(xml: bytes) -> bytes:
    return xml[: len(xml) // 2]


def emptied(xml: bytes) -> bytes:
    return xml[:0]


def misnumbered(xml: bytes) -> bytes:
    return xml.replace(b'r="', b'r="?')


@pytest.mark.parametrize("harm", [halved, emptied, misnumbered])
@pytest.mark.parametrize("part", ["worksheets/sheet1.xml", "workbook.xml", "sharedStrings.xml", "styles.xml"])
def test_a_damaged_workbook_never_breaks_the_program(
    calculation: Path, part: str, harm: Callable[[bytes], bytes]
) -> None:
    assert names_the_file(changed(calculation, f"xl/{part}", harm), "ändrad.xlsx", "Lås!D14")


# Text files with columns


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_columns_are_found_whatever_sign_and_letters(codec: str, sign: str) -> None:
    rows = [["Lås", "2027", "2028"], ["Inköp, år", "1 200 000", "−3,5"], ["Service", "(300 000)", "1,5 mkr"]]
    data = "\r\n".join(sign.join(row) for row in rows).encode(codec, "replace")
    book = read_book(data, "data.csv")
    assert book.table("").cells[2, 1].value == "Inköp, år"
    assert number(book, "B2") == 1_200_000
    assert number(book, "B3") == -300_000
    assert number_at(book, find_area(book, "C3"), "sv").unit == "mkr"


def test_commas_part_columns_where_fields_with_commas_are_quoted() -> None:
    book = read_book(b'name,2027,2028\nlocks,"1,200.5",3.25\n', "data.csv")
    assert number_at(book, find_area(book, "B2"), "en").value == Decimal("1200.5")
    assert number(book, "C2") == Decimal("3.25")


def test_excels_own_word_on_the_sign_is_heeded_and_rows_keep_their_numbers() -> None:
    assert number(read_book(b"sep=|\na|1\nb|2\n", "data.csv"), "B3") == 2


def test_a_text_file_has_no_sheets_and_says_so() -> None:
    book = read_book(b"a;1\n", "data.csv")
    assert "är en textfil och har inga blad" in refusal(book, "Blad1!B1")
    assert "B9 är tom" in refusal(book, "B9")


@given(st.binary(max_size=300), st.sampled_from(["x.csv", "x.xlsx", "x.tsv"]))
def test_any_bytes_give_a_book_or_a_sentence(data: bytes, name: str) -> None:
    assert names_the_file(data, name, "A1")


@given(
    st.text(st.characters(exclude_characters="\n\r", codec="utf-8"), min_size=1, max_size=31).filter(
        lambda name: name == name.strip() and name.strip("'") == name
    ),
    *(st.integers(1, 16_384) for _ in range(4)),
)
def test_an_address_reads_as_it_was_written(sheet: str, a: int, b: int, c: int, d: int) -> None:
    area = Area(sheet, min(a, b), min(c, d), max(a, b), max(c, d))
    assert read_area(area.whole) == area


def test_columns_have_excels_names() -> None:
    assert [letters(column) for column in (1, 26, 27, 52, 53, 702, 703, 16_384)] == [
        "A",
        "Z",
        "AA",
        "AZ",
        "BA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    assert read_area("A0") is None
    assert read_area("XFE1") is None
    assert read_area("Totalt") is None


def test_a_day_in_a_text_file_is_no_number() -> None:
    assert "inte ett tal" in refusal(read_book(b"a;2027-05-01\n", "data.csv"), "B1")
