"""Takes in a file that bears out what is said: a picture, or a PDF without what it tells about its author and programs."""

import io
from dataclasses import dataclass
from typing import Final

from app.files.errors import UserError
from app.files.pictures import BadPicture, take_in

MOST_BYTES: Final = 30 * 1024 * 1024
PDF: Final = "application/pdf"


class BadEvidence(UserError):
    """The file cannot be taken in: of another kind, damaged, locked or too large."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file ready for the project: its bytes and its kind, and a picture's size in pixels."""

    data: bytes
    media_type: str
    width: int | None = None
    height: int | None = None


def take_in_evidence(data: bytes, name: str) -> TakenIn:
    """A PNG, JPEG or PDF without metadata. `name` is for the message. Raises BadPicture or BadEvidence."""
    if data.startswith(b"%PDF-"):
        if len(data) > MOST_BYTES:
            raise BadEvidence("evidence.too-large", file=name)
        return TakenIn(_bare_pdf(data, name), PDF)
    try:
        picture = take_in(data, name)
    except BadPicture as error:
        if error.key == "picture.foreign":
            raise BadEvidence("evidence.foreign", file=name) from error
        raise
    return TakenIn(picture.data, picture.media_type, picture.width, picture.height)


def _bare_pdf(data: bytes, name: str) -> bytes:
    """The PDF without its document information, XMP and what starts by itself. Equal files give equal bytes."""
    import pikepdf  # loaded when a PDF comes in: the window stands before it

    out = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            if "/Info" in pdf.trailer:
                del pdf.trailer["/Info"]
            for key in ("/Metadata", "/OpenAction", "/AA", "/Names"):
                if key in pdf.Root:
                    del pdf.Root[key]
            for page in pdf.pages:
                for key in ("/Metadata", "/AA"):
                    if key in page.obj:
                        del page.obj[key]
            pdf.save(out, deterministic_id=True)
    except pikepdf.PasswordError as error:
        raise BadEvidence("evidence.locked", file=name) from error
    except (pikepdf.PdfError, ValueError, RuntimeError) as error:
        raise BadEvidence("evidence.damaged", file=name) from error
    return out.getvalue()
