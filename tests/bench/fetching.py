"""Rows of a calculation read from a workbook of 3,000 rows and twenty columns, read again, and again once a row was inserted."""

from collections.abc import Iterator

from app.files.sheets import read_book
from app.files.sheets.book import Book
from app.model.project import Project
from app.project.ids import new_id
from app.services.fetching import Wanted, proposed, read_again, read_rows, rows_taken
from tests.bench.table import Line
from tests.bench.timing import compared
from tests.sample import TODAY
from tests.services.fetching.workbooks import workbook_bytes

_ROUNDS = 3
_HEAD = [None, *range(2027, 2047)]
_ROWS = [[f"Rad {row}", *range(3000 + row, 3020 + row)] for row in range(3000)]


def fetching(project: Project) -> Iterator[Line]:
    """Whole readings, the file opened anew each time; 645 amounts lie in the project when it is read again."""
    same, shifted = workbook_bytes([_HEAD, *_ROWS]), workbook_bytes([_HEAD, [None], *_ROWS])
    lines, wanted = f"actions/{project.actions[0].id}/lines", Wanted("A1:F130", "Drift")

    def taken(book: Book) -> Project:
        rows = read_rows(book, wanted, project.organisation, 2027, "sv").rows
        return rows_taken(project, lines, proposed(project, lines, rows), wanted, book, TODAY, new_id)

    fetched = taken(read_book(same, "kalkyl.xlsx"))
    calls = (
        lambda: taken(read_book(same, "kalkyl.xlsx")),
        lambda: read_again(fetched, read_book(same, "kalkyl.xlsx"), "sv"),
        lambda: read_again(fetched, read_book(shifted, "kalkyl.xlsx"), "sv"),
    )
    names = ("129 rows taken", "645 amounts read again", "again, a row inserted above")
    yield from (Line(name, times) for name, times in zip(names, compared(calls, _ROUNDS), strict=True))
