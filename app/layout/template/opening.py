"""A template as parts: a .pptx, .potx or .ppsx, with or without macros; anything else is refused in one sentence."""

from pathlib import Path
from typing import Final

from app.files.archive import BadArchive, Limits
from app.files.parts import OfficeFile, read_office
from app.files.reasons import CannotRead

_LIMITS: Final = Limits()
_STRICT: Final = b"http://purl.oclc.org/ooxml/presentationml/main"
#: What the main part's content type tells: the word in it, and the message key.
_OTHERS: Final = {"wordprocessingml": "template.word", "spreadsheetml": "template.excel"}


def read_template(path: Path) -> bytes:
    """A template's bytes. Raises CannotRead when the system refuses, BadArchive for a folder or an unreasonable size."""
    try:
        if path.is_dir():
            raise BadArchive("file.is-folder", file=path.name, folder=str(path.parent))
        if path.stat().st_size > _LIMITS.total:
            raise BadArchive("archive.too-large", file=path.name)
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(path, error) from error


def open_template(data: bytes, file: str) -> OfficeFile:
    """The template's parts. Raises BadArchive, naming `file`, for what is no presentation or has no slide master."""
    office = read_office(data, file)
    document = office.document
    for word, key in _OTHERS.items():
        if word in document.content_type:
            raise BadArchive(key, file=file)
    if office.main.startswith("/theme/") or file.lower().endswith(".thmx"):
        raise BadArchive("template.office-theme", file=file)
    if _STRICT in document.data:
        raise BadArchive("template.strict", file=file)
    if "presentationml" not in document.content_type and "ms-powerpoint" not in document.content_type:
        raise BadArchive("office.foreign", file=file)
    if not any(document.by_kind("slideMaster")):
        raise BadArchive("template.no-master", file=file)
    return office
