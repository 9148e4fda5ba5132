"""Pictures of a template in formats that only Office draws (EMF, WMF), drawn by LibreOffice where that is installed.

They are for the screen alone: files that are exported do not depend on what else a computer has."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from shutil import which
from subprocess import DEVNULL, SubprocessError, run
from tempfile import TemporaryDirectory
from typing import Final

from app.files.atomic import make_folder, write_bytes
from app.files.digest import digest
from app.files.errors import UserError
from app.files.parts import OfficeFile, OfficePart

#: LibreOffice as it is called, and where it stands on computers that keep programs off the search path.
_PROGRAMS: Final = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_ENDINGS: Final = (".emf", ".wmf")
#: Seconds in which all pictures of a template must be drawn.
_PATIENCE: Final = 60
#: What is lighter is the sheet that LibreOffice draws on.
_SHEET: Final = 250


def redrawn(office: OfficeFile, kept: Path) -> Mapping[str, bytes]:
    """The pictures of masters and layouts as PNGs, by the names of their parts. Each is drawn once and kept in a folder by its digest;
    those that cannot be drawn are left out."""
    pictures = {part.name: part for part in _pictures(office)}
    files = {name: kept / f"{digest(part.data)}.png" for name, part in pictures.items()}
    missing = [pictures[name] for name, file in files.items() if not file.exists()]
    if missing:
        with suppress(OSError, SubprocessError, UserError):
            _draw(missing, kept)
    return {name: file.read_bytes() for name, file in files.items() if file.exists()}


def _pictures(office: OfficeFile) -> Iterator[OfficePart]:
    for part in office.parts.values():
        if "slideMaster" in part.content_type or "slideLayout" in part.content_type:
            for reference in part.by_kind("image"):
                picture = None if reference.external else office.parts.get(reference.target)
                if picture is not None and picture.name.lower().endswith(_ENDINGS):
                    yield picture


def _draw(pictures: list[OfficePart], kept: Path) -> None:
    """Has pictures drawn, in a profile of their own so that an open LibreOffice does not matter."""
    program = next((found for found in map(which, _PROGRAMS) if found), None)
    if program is None:
        return
    make_folder(kept)
    with TemporaryDirectory() as name:
        folder = Path(name)
        files = [folder / f"{digest(part.data)}{Path(part.name).suffix.lower()}" for part in pictures]
        for file, part in zip(files, pictures, strict=True):
            file.write_bytes(part.data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        call = [program, profile, "--headless", "--convert-to", "png", "--outdir", name, *map(str, files)]
        run(call, stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL, timeout=_PATIENCE, check=False)
        for file in files:
            sheet = file.with_suffix(".png")
            cut = _cut_out(sheet.read_bytes()) if sheet.exists() else None
            if cut is not None:
                write_bytes(kept / sheet.name, cut)


def _cut_out(sheet: bytes) -> bytes | None:
    """What is drawn on a white sheet, without the sheet; None where nothing is to be seen."""
    from PIL import Image, ImageChops

    from app.layout.template.pixels import mapped

    with Image.open(BytesIO(sheet), formats=("PNG",)) as opened:
        image = opened.convert("RGB")
    red, green, blue = image.split()
    darkest = ImageChops.darker(ImageChops.darker(red, green), blue)
    mask = mapped(darkest, lambda value: 0 if value >= _SHEET else 255)
    box = mask.getbbox()
    if box is None:
        return None
    image.putalpha(mask)
    out = BytesIO()
    image.crop(box).save(out, "PNG")
    return out.getvalue()
