"""A PDF's pages as small pictures, all on one sheet, and how two sheets differ."""

from collections.abc import Iterator
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any, Final, cast

import pypdfium2
from PIL import Image, ImageChops, ImageOps

_DPI: Final = 36
_COLUMNS: Final = 6
#: The bits of each channel that are stored: fewer make a smaller file.
_BITS: Final = 4
#: A channel that differs by less is the same: what is stored in few bits and the edges of letters make that much.
_SLIGHT: Final = 48
#: The share of a page's points that may differ more.
_SHARE: Final = 0.002
_pdfium: Final = cast(Any, pypdfium2)


def sheet(pdf: bytes) -> Image.Image:
    """All pages at a small size, six in a row."""
    drawn = [
        cast(Image.Image, page.render(scale=_DPI / 72).to_pil()).convert("RGB") for page in _pdfium.PdfDocument(pdf)
    ]
    width, height = drawn[0].size
    whole = Image.new("RGB", (width * _COLUMNS, height * ceil(len(drawn) / _COLUMNS)), "white")
    for index, page in enumerate(drawn):
        whole.paste(page, (index % _COLUMNS * width, index // _COLUMNS * height))
    return whole


def page_size(pdf: bytes) -> tuple[int, int]:
    """The size of a page on the sheet, in points of the picture."""
    width, height = cast(tuple[float, float], _pdfium.PdfDocument(pdf)[0].get_size())
    return ceil(width * _DPI / 72), ceil(height * _DPI / 72)


def stored(picture: Image.Image) -> bytes:
    """A sheet as a small file."""
    out = BytesIO()
    ImageOps.posterize(picture, _BITS).save(out, "PNG", optimize=True)
    return out.getvalue()


def differing(reference: Image.Image, actual: Image.Image, size: tuple[int, int]) -> list[int]:
    """The numbers (from 1) of the pages that look different, those that came or went too."""
    old, new = dict(_cells(reference, size)), dict(_cells(actual, size))
    return [number for number in sorted(old.keys() | new.keys()) if not _alike(old.get(number), new.get(number))]


def _cells(whole: Image.Image, size: tuple[int, int]) -> Iterator[tuple[int, Image.Image]]:
    width, height = size
    for index in range(whole.width // width * (whole.height // height)):
        left, top = index % _COLUMNS * width, index // _COLUMNS * height
        yield index + 1, whole.crop((left, top, left + width, top + height))


def _alike(old: Image.Image | None, new: Image.Image | None) -> bool:
    if old is None or new is None:
        return False
    apart = marked(old, new).histogram()
    return apart[255] <= _SHARE * old.width * old.height


def marked(old: Image.Image, new: Image.Image) -> Image.Image:
    """White where two pictures of the same size differ, black elsewhere."""
    red, green, blue = ImageChops.difference(old.convert("RGB"), new.convert("RGB")).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    # Pillow's own types of `point` are not whole.
    return cast(Any, most).point([0 if value < _SLIGHT else 255 for value in range(256)])


def show(folder: Path, name: str, reference: Image.Image, actual: Image.Image) -> str:
    """Writes both sheets and where they differ, and says where."""
    size = (max(reference.width, actual.width), max(reference.height, actual.height))
    old, new = (Image.new("RGB", size, "white") for _ in range(2))
    old.paste(reference)
    new.paste(actual)
    for label, picture in (("reference", old), ("actual", new), ("difference", marked(old, new))):
        picture.save(folder / f"{name}-{label}.png")
    return f"see {folder / name}-reference.png, -actual.png and -difference.png"
