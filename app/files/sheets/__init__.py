"""Workbooks and text files with columns, read for their figures. What comes from outside is hostile until read."""

from pathlib import Path
from typing import Final

from app.files.reasons import CannotRead
from app.files.sheets.book import BadSheet, Book

#: How large a file may be, in megabytes.
LARGEST: Final = 50
#: What a file dialog offers.
ENDINGS: Final = (".xlsx", ".xlsm", ".csv", ".txt", ".tsv")
_MB: Final = 1024 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: The stream in which Office keeps a document that is locked with a password.
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_TEXTS: Final = frozenset({".csv", ".txt", ".tsv"})


def open_book(path: Path) -> Book:
    """The workbook, or text file with columns, at a path. Raises CannotRead, BadArchive, or BadSheet with what to do about it."""
    try:
        if path.is_dir():
            raise BadSheet("file.is-folder", file=path.name, folder=str(path.parent))
        size = path.stat().st_size
        if size > LARGEST * _MB:
            raise BadSheet("sheet.too-large", file=path.name, size=size // _MB, limit=LARGEST)
        data = path.read_bytes()
    except OSError as error:
        raise CannotRead(path, error) from error
    return read_book(data, path.name)


def read_book(data: bytes, file: str) -> Book:
    """The workbook in the bytes of a file of that name. Raises BadArchive or BadSheet."""
    from app.files.sheets.columns import ColumnsBook
    from app.files.sheets.excel import ExcelBook

    ending = Path(file).suffix.lower()
    if not data:
        raise BadSheet("sheet.nothing", file=file)
    if data.startswith(_OLE):
        raise BadSheet("sheet.password" if _LOCKED in data else "sheet.old-format", file=file)
    if ending in _TEXTS:
        return ColumnsBook(data, file)
    if not data.startswith(b"PK") or ending not in ENDINGS:
        raise BadSheet("sheet.wrong-format", file=file)
    return ExcelBook(data, file)
