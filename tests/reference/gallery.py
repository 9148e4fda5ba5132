"""`python3 dev.py gallery`: draws the pictures of docs/gallery.md anew, a slide of every kind and every theme on a sheet."""

from io import BytesIO
from pathlib import Path
from typing import Final

from PIL import Image

from app.layout.themes import THEMES
from tests.conftest import ROOT
from tests.reference.kinds import KINDS, of_every_kind, pictures
from tests.services.projects import starter

FOLDER: Final = ROOT / "docs" / "images" / "gallery"
#: Widths of a slide of its own and of one on a sheet, in points of the picture; the sheet's columns, and the gap between them.
_ALONE: Final = 960
_ON_SHEET: Final = 400
_COLUMNS: Final = 4
_GAP: Final = 8
_COLORS: Final = 96


def main() -> None:
    """Writes all pictures and prints where."""
    FOLDER.mkdir(exist_ok=True)
    drawn = pictures(of_every_kind(starter("municipality", "en"), "en", "fjard"), _ALONE)
    for kind, picture in zip(KINDS, drawn, strict=True):
        _write(picture, FOLDER / f"{kind}.png")
    for theme in THEMES:
        slides = pictures(of_every_kind(starter("municipality", "sv"), "sv", theme), _ON_SHEET)
        _write(_sheet(slides), FOLDER / f"theme-{theme}.png")
    print(FOLDER)


def _sheet(slides: list[Image.Image]) -> Image.Image:
    width, height = slides[0].width + _GAP, slides[0].height + _GAP
    rows = -(-len(slides) // _COLUMNS)
    whole = Image.new("RGB", (width * _COLUMNS + _GAP, height * rows + _GAP), "#D9DEE3")
    for index, slide in enumerate(slides):
        whole.paste(slide, (_GAP + index % _COLUMNS * width, _GAP + index // _COLUMNS * height))
    return whole


def _write(picture: Image.Image, path: Path) -> None:
    """A small file: few colours are enough for slides."""
    out = BytesIO()
    picture.quantize(_COLORS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    path.write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
