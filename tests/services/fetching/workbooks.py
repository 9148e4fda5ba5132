"""Workbooks of calculations, as a finance department keeps them."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.workbook.defined_name import DefinedName

Rows = Sequence[Sequence[object]]

BUDGET: Rows = (
    ("Kalkyl, tkr", None, None, None, None),
    (None, 2027, 2028, 2029, "Summa"),
    ("Kostnader", None, None, None, None),
    ("Licenser", 1200, 900, 900, 3000),
    ("Investering i lås", 600.5, "-", None, 600.5),
    ("Effekter", None, None, None, None),
    ("Färre nycklar", -100, -200, -250, -550),
    ("Summa", 1700.5, 700, 650, 3050.5),
)


def workbook_bytes(rows: Rows = BUDGET, sheet: str = "Drift", names: Mapping[str, str] | None = None) -> bytes:
    """A workbook of one sheet with these rows from A1 on, and names for cells."""
    book: Any = openpyxl.Workbook()
    book.active.title = sheet
    for row in rows:
        book.active.append(row)
    for name, cells in (names or {}).items():
        book.defined_names[name] = DefinedName(name, attr_text=cells)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def with_cell(rows: Rows, row: int, column: int, value: object) -> Rows:
    """The rows with another value in a cell; both counted from 1."""
    return [
        [value if (r, c) == (row, column) else old for c, old in enumerate(line, 1)] for r, line in enumerate(rows, 1)
    ]
