"""Takes in a picture from outside: looked through, without what it tells about the camera or the place, upright, in sRGB."""

import io
import warnings
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, cast

from PIL import Image, ImageCms, ImageOps

from app.files.errors import UserError

MediaType = Literal["image/png", "image/jpeg"]

_MOST_BYTES: Final = 30 * 1024 * 1024
_MOST_PIXELS: Final = 60_000_000
_PLAIN_MODES: Final = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})


class BadPicture(UserError):
    """The picture cannot be used: not PNG or JPEG, damaged, or too large."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready for the project: its bytes, its kind, its size in pixels."""

    data: bytes
    media_type: MediaType
    width: int
    height: int


def take_in(data: bytes, name: str) -> Picture:
    """Reads a PNG or JPEG and writes it anew without metadata. `name` is for the message. Raises BadPicture."""
    if len(data) > _MOST_BYTES:
        raise BadPicture("picture.too-large", file=name)
    try:
        with _opened(data, ("PNG", "JPEG")) as image:
            if image.width * image.height > _MOST_PIXELS:
                raise BadPicture("picture.too-large", file=name)
            image.load()
            return _anew(image)
    except BadPicture:
        raise
    except Image.DecompressionBombError as error:
        raise BadPicture("picture.too-large", file=name) from error
    except Image.UnidentifiedImageError as error:
        raise BadPicture("picture.foreign", file=name) from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise BadPicture("picture.damaged", file=name) from error


def is_sound(data: bytes, media_type: str) -> bool:
    """Whether bytes that are said to be a picture begin as one of that kind and of a bearable size; true for other kinds."""
    if not media_type.startswith("image/"):
        return True
    kind = media_type.removeprefix("image/").upper()
    try:
        with _opened(data, (kind,) if kind in ("PNG", "JPEG") else ()) as image:
            return image.width * image.height <= _MOST_PIXELS
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False


@contextmanager
def _opened(data: bytes, formats: tuple[str, ...]) -> Generator[Image.Image]:
    """A picture whose head is read. Pillow warns of size by its own limit, which is not ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=formats) as image:
            yield image


def _anew(image: Image.Image) -> Picture:
    """The picture written anew; a JPEG that is upright and in sRGB keeps its own compression."""
    out = io.BytesIO()
    jpeg = image.format == "JPEG"
    upright = _in_srgb(ImageOps.exif_transpose(image))
    if jpeg and upright.mode in ("L", "RGB") and upright.tobytes() == image.tobytes():
        image.save(out, "JPEG", quality="keep", exif=b"", icc_profile=None, comment=b"")
    elif jpeg:
        bare = upright.convert("RGB")
        bare.info.clear()
        bare.save(out, "JPEG", quality=92)
    else:
        bare = upright if upright.mode in _PLAIN_MODES else upright.convert("RGBA" if "A" in upright.mode else "RGB")
        bare.info = {key: value for key, value in bare.info.items() if key == "transparency"}
        bare.save(out, "PNG", optimize=False)
    return Picture(out.getvalue(), "image/jpeg" if jpeg else "image/png", upright.width, upright.height)


def _in_srgb(image: Image.Image) -> Image.Image:
    """The picture by the colours of the screen, when it brings a profile of its own that can be read."""
    profile = cast("bytes | None", image.info.get("icc_profile"))
    if profile and image.mode in ("RGB", "RGBA", "CMYK"):
        with suppress(ImageCms.PyCMSError, OSError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            mode = "RGBA" if image.mode == "RGBA" else "RGB"
            return ImageCms.profileToProfile(image, source, _srgb(), outputMode=mode) or image
    return image


@cache
def _srgb() -> ImageCms.ImageCmsProfile:
    # Pillow leaves the type of what createProfile gives open.
    return ImageCms.ImageCmsProfile(cast("Any", ImageCms).createProfile("sRGB"))
