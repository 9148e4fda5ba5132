"""The calculation's workbook: its formulas give what we reckoned, and no text in it is a formula."""

import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any, cast

import openpyxl
import pytest

from app.compose import compose_calculation
from app.export.xlsx import write_xlsx
from app.model.base import text
from app.model.money import RateHabits
from app.model.project import Action, Alternative, Organisation, Project
from tests.model.reckoned import random_rates, random_rows, reckoned
from tests.sample import sample_project

TODAY = date(2027, 6, 1)
RATES = RateHabits(discount=Decimal("3.5"), internal=Decimal("2.5"), depreciation_years=5)

Cells = Mapping[tuple[str, str], object]


def calculated(seed: int) -> Project:
    """A project whose calculation is drawn at random."""
    draw = Random(seed)
    organisation = Organisation(kind=draw.choice(("municipality", "company")), rates=random_rates(draw))
    today = Alternative(id="f" * 32, name=text("Som i dag", "As today"), as_today=True, lines=random_rows(draw))
    return Project(
        id="0" * 32,
        language="sv",
        created=TODAY,
        organisation=organisation,
        actions=(Action(id="e" * 32, title=text("Bygg", "Build"), lines=random_rows(draw)),),
        alternatives=(today,),
    )


def written(project: Project) -> bytes:
    return write_xlsx(compose_calculation(project, lang=project.language, today=TODAY))


def cells(data: bytes, *, values: bool) -> Iterator[tuple[tuple[str, str], object]]:
    """Every cell that holds something, by sheet and place: values as they were last computed, or formulas as they are written."""
    book = cast("Any", openpyxl).load_workbook(BytesIO(data), data_only=values)
    for sheet in book:
        for row in sheet.iter_rows():
            yield from (((sheet.title, cell.coordinate), cell.value) for cell in row if cell.value is not None)


def without_values(data: bytes) -> bytes:
    """The workbook with its formulas and none of their values, so that whoever opens it has to compute them."""
    out = BytesIO()
    cast("Any", openpyxl).load_workbook(BytesIO(data)).save(out)
    return out.getvalue()


def recomputed(books: Sequence[bytes], folder: Path) -> Iterator[Cells]:
    """The books as LibreOffice computes them."""
    office = shutil.which("soffice")
    if office is None or not (Path(office).resolve().parent / "libsclo.so").exists():
        pytest.skip("needs LibreOffice Calc: no soffice on the path that has it")
    before, after = folder / "before", folder / "after"
    before.mkdir()
    for number, book in enumerate(books):
        (before / f"{number}.xlsx").write_bytes(without_values(book))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [
            "soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(after),
            *(str(before / f"{number}.xlsx") for number in range(len(books))),
        ],
        check=True, capture_output=True, timeout=1_800,
    )  # fmt: skip
    for number in range(len(books)):
        yield dict(cells((after / f"{number}.xlsx").read_bytes(), values=True))


def hold(seeds: Sequence[int], folder: Path) -> None:
    books = [written(calculated(seed)) for seed in seeds]
    for seed, book, computed in zip(seeds, books, recomputed(books, folder), strict=True):
        for place, value in cells(book, values=True):
            if isinstance(value, int | float):
                assert computed[place] == pytest.approx(value, abs=0.006, rel=1e-12), (seed, place)
            else:
                assert computed[place] == value, (seed, place)


def figures(project: Project) -> Mapping[str, object]:
    """The last value of each line of the first sheet, by its name."""
    book = cast("Any", openpyxl).load_workbook(BytesIO(written(project)), data_only=True)
    rows = ([cell.value for cell in row if cell.value is not None] for row in book.worksheets[0].iter_rows(min_row=3))
    return {str(row[0]): row[-1] for row in rows if row}


def test_libreoffice_computes_the_figures_that_we_reckoned(tmp_path: Path) -> None:
    hold(range(10), tmp_path)


@pytest.mark.soak
def test_libreoffice_computes_the_figures_of_a_thousand_calculations(tmp_path: Path) -> None:
    for start in range(0, 1_000, 100):
        folder = tmp_path / str(start)
        folder.mkdir()
        hold(range(start, start + 100), folder)


@pytest.mark.parametrize("seed", range(6))
def test_the_figures_are_those_of_an_independent_reckoning(seed: int) -> None:
    project = calculated(seed)
    found, theirs = figures(project), reckoned(project.actions[0].lines, project.organisation.rates)
    if theirs.by_year:
        assert Decimal(str(found["Nettokostnad"])) == -theirs.net
        assert found["Återbetald"] == (str(theirs.payback) if theirs.payback else "–")
        if theirs.present_value is not None:
            assert Decimal(str(found["Nettonuvärde"])) == theirs.present_value


def test_no_text_is_a_formula() -> None:
    names = ("=1+1", "+46 8 123", "-1", "@SUM(A1)", '=HYPERLINK("http://x")')
    project = sample_project()
    action = project.actions[0]
    lines = tuple(
        action.lines[0].model_copy(update={"id": f"{number:032x}", "what": text(name), "budget_owner": name})
        for number, name in enumerate(names)
    )
    project = project.model_copy(update={"actions": (action.model_copy(update={"lines": lines}),)})
    book = cast("Any", openpyxl).load_workbook(BytesIO(written(project)))
    held = [cell for row in book.worksheets[1].iter_rows() for cell in row if str(cell.value)[0] in "=+-@"]
    held = [cell for cell in held if cell.column_letter == "B" or cell.value in names]
    assert len(held) == 2 * len(names)
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in held)


def test_amounts_stand_with_who_is_behind_them_and_where_they_were_read() -> None:
    data = written(sample_project())
    formulas = dict(cells(data, values=False))
    assert {sheet for sheet, _ in formulas} >= {"Kalkyl", "Rader", "Förutsättningar"}
    assert "Preliminär" in formulas.values()
    assert sum(str(value).startswith("=") for value in formulas.values()) > 50


def test_the_same_calculation_gives_the_same_bytes() -> None:
    assert written(sample_project()) == written(sample_project())


def test_an_empty_project_gives_a_book_of_headings() -> None:
    empty = Project(id="0" * 32, created=TODAY, organisation=Organisation(rates=RATES))
    assert ("Förutsättningar", "B1") in dict(cells(written(empty), values=True))
