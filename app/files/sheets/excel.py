"""Reads .xlsx and .xlsm by openpyxl: values as last computed. Macros are not run, links to other files are not followed."""

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, Final, cast

from lxml import etree

from app.files.archive import Limits, unpack
from app.files.digest import digest
from app.files.sheets.area import Area, read_area
from app.files.sheets.book import BadSheet, Cell, Sheet, Table
from app.files.sheets.formulas import Formulas, goes_in_a_circle

_MB: Final = 1024 * 1024
#: A workbook that somebody works in has a few megabytes; what is unpacked from it is bounded too.
_LIMITS: Final = Limits(entries=5_000, entry=150 * _MB, total=300 * _MB)
#: How much of a sheet is shown to choose cells in. Cells further out can still be named.
_ROWS, _COLUMNS = 5_000, 200
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MERGE: Final = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=\"([A-Z]{1,3}\d+:[A-Z]{1,3}\d+)\"")
#: No Office file declares its own entities.
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


class ExcelBook:
    """A workbook. Raises BadArchive or BadSheet when the bytes are none that can be read."""

    def __init__(self, data: bytes, file: str) -> None:
        self.file, self.digest = file, digest(data)
        self._data = data
        self._parts = unpack(data, file, _LIMITS)
        for name, part in self._parts.items():
            if name.endswith((".xml", ".rels")) and _DOCTYPE.search(part, 0, 4096):
                raise BadSheet("office.entities", file=file, part=name)
        self._book = self._opened(computed=True)
        states = {str(sheet.title): str(sheet.sheet_state) for sheet in self._book.worksheets}
        self.sheets = tuple(Sheet(name, state != "visible") for name, state in states.items())
        if not self.sheets:
            raise BadSheet("sheet.no-sheets", file=file)
        self.names = self._named()
        self._tables: dict[str, Table] = {}
        self._merged: dict[str, tuple[Area, ...]] = {}

    def table(self, sheet: str) -> Table:
        """A sheet to choose cells in, read when it is first asked for. Raises BadSheet when there is no such sheet."""
        if sheet not in self._tables:
            self._tables[sheet] = self._table(sheet)
        return self._tables[sheet]

    def _table(self, sheet: str) -> Table:
        held = {
            place: cell for place, cell in self._cells(Area(sheet, 1, 1, _ROWS + 1, _COLUMNS + 1)) if _is_used(cell)
        }
        kept = {place: cell for place, cell in held.items() if place[0] <= _ROWS and place[1] <= _COLUMNS}
        rows = max((row for row, _ in kept), default=0)
        columns = max((column for _, column in kept), default=0)
        return Table(sheet, kept, rows, columns, cut=len(kept) < len(held))

    def cells(self, area: Area) -> Mapping[tuple[int, int], Cell]:
        """The cells of an area, those that are empty too. Raises BadSheet when there is no such sheet."""
        shown = area.last_row <= _ROWS and area.last_column <= _COLUMNS
        found = self.table(area.sheet).cells if shown else dict(self._cells(area))
        places = [(r, c) for r in range(area.row, area.last_row + 1) for c in range(area.column, area.last_column + 1)]
        return {place: self._explained(area.sheet, place, found.get(place, Cell())) for place in places}

    def _cells(self, area: Area) -> Iterator[tuple[tuple[int, int], Cell]]:
        rows = self._rows(self._book, area)
        for at, row in enumerate(rows, start=area.row):
            for beside, cell in enumerate(row, start=area.column):
                if cell.value is not None:
                    yield (at, beside), _cell_of(cell)

    def _rows(self, book: Any, area: Area) -> Iterator[Any]:
        """The rows of an area as openpyxl gives them. What a damaged sheet raises in it is told as damage."""
        if area.sheet not in {sheet.name for sheet in self.sheets}:
            known = ", ".join(sheet.name for sheet in self.sheets)
            raise BadSheet("sheet.no-sheet", file=self.file, sheet=area.sheet, known=known)
        sheet = book[area.sheet]
        sheet.reset_dimensions()
        bounds = {"min_row": area.row, "min_col": area.column, "max_row": area.last_row, "max_col": area.last_column}
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield from sheet.iter_rows(**bounds)
        except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, OverflowError) as error:
            raise BadSheet("sheet.damaged-sheet", file=self.file, sheet=area.sheet) from error

    def _explained(self, sheet: str, place: tuple[int, int], cell: Cell) -> Cell:
        """A cell with the reason why it has no value of its own, where it has none."""
        merge = next((area for area in self._merges(sheet) if area.holds(*place)), None)
        if merge is not None and place != (merge.row, merge.column):
            return Cell(lack="merged", merge=merge.cells)
        formulas = self._formulas
        if formulas.at(sheet, place) is None:
            return cell
        if goes_in_a_circle(formulas, sheet, place):
            return Cell(lack="circular")
        return cell if _is_used(cell) else Cell(lack="uncomputed")

    @cached_property
    def _formulas(self) -> Formulas:
        """The workbook's formulas, read when a cell is taken: a value that none computed must not be taken for nothing."""
        written = self._opened(computed=False)

        def read(sheet: str) -> Mapping[tuple[int, int], str]:
            found: dict[tuple[int, int], str] = {}
            for at, row in enumerate(self._rows(written, Area(sheet, 1, 1, _ROWS, _COLUMNS)), start=1):
                for beside, cell in enumerate(row, start=1):
                    if cell.data_type == "f":
                        found[at, beside] = str(getattr(cell.value, "text", cell.value))
            return found

        return Formulas(tuple(sheet.name for sheet in self.sheets), read)

    def _opened(self, *, computed: bool) -> Any:
        """The workbook as openpyxl reads it, cell by cell as they are asked for: values as computed, or formulas as written."""
        import openpyxl  # with the first workbook: nothing else needs it

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                load = cast("Any", openpyxl).load_workbook
                return load(BytesIO(self._data), read_only=True, data_only=computed, keep_links=False, keep_vba=False)
        except Exception as error:  # a workbook that is not as it should be fails in many ways
            raise BadSheet("sheet.damaged", file=self.file) from error

    def _merges(self, sheet: str) -> tuple[Area, ...]:
        if sheet not in self._merged:
            found = (read_area(match[1].decode(), sheet) for match in _MERGE.finditer(self._part_of(sheet)))
            self._merged[sheet] = tuple(area for area in found if area is not None)
        return self._merged[sheet]

    def _part_of(self, sheet: str) -> bytes:
        """The XML of a sheet."""
        target = self._targets.get(sheet, "")
        path = target.lstrip("/") if target.startswith("/") else str(PurePosixPath("xl") / target)
        return self._parts.get(path, b"")

    @cached_property
    def _targets(self) -> Mapping[str, str]:
        """Where the XML of each sheet lies, as the workbook's relationships say."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        book = etree.fromstring(self._parts.get("xl/workbook.xml", b"<none/>"), parser)
        ties = etree.fromstring(self._parts.get("xl/_rels/workbook.xml.rels", b"<none/>"), parser)
        targets = {str(tie.get("Id")): str(tie.get("Target")) for tie in ties}
        return {str(each.get("name")): targets.get(str(each.get(_RELATION)), "") for each in book.iter(f"{_MAIN}sheet")}

    def _named(self) -> Mapping[str, Area | None]:
        """The names of the workbook and of its sheets, but those that it hides."""
        found: dict[str, Area | None] = {}
        for scope in (self._book, *self._book.worksheets):
            for name, defined in scope.defined_names.items():
                if not (defined.hidden or str(name).startswith("_xlnm")):
                    found.setdefault(str(name), self._meant(str(defined.attr_text or "")))
        return found

    def _meant(self, formula: str) -> Area | None:
        """The cells that a name stands for: one area of a sheet that there is."""
        area = read_area(formula.removeprefix("="))
        return area if area is not None and area.sheet in {sheet.name for sheet in self.sheets} else None


def _is_used(cell: Cell) -> bool:
    return cell.value is not None or bool(cell.error)


def _cell_of(cell: Any) -> Cell:
    """What openpyxl read in a cell, in our terms. Numbers have Excel's fifteen digits, so that 0.1 + 0.2 is 0.3."""
    value, kind = cell.value, str(cell.data_type)
    if kind == "e":
        return Cell(error=str(value))
    if isinstance(value, bool) or value is None:
        return Cell(value)
    if isinstance(value, int | float):
        return Cell(Decimal(f"{value:.15g}"), percent="%" in str(cell.number_format or ""))
    if isinstance(value, datetime):
        return Cell(value.date())
    if isinstance(value, date):
        return Cell(value)
    return Cell(value.isoformat() if isinstance(value, time) else str(value))
