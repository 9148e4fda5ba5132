"""A picture comes in without its metadata, upright, and what is no picture is refused in words."""

import io
from typing import Any, cast

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from app.files.pictures import BadPicture, take_in


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def photo(width: int = 40, height: int = 20) -> Image.Image:
    return Image.linear_gradient("L").crop((0, 0, width, height)).convert("RGB")


def test_a_png_keeps_its_pixels_and_loses_its_words() -> None:
    info = PngInfo()
    info.add_text("Author", "Anna Andersson")
    clear = Image.new("RGBA", (10, 10), (200, 30, 30, 128))
    taken = take_in(encoded(clear, "PNG", pnginfo=info), "logo.png")
    assert (taken.media_type, taken.width, taken.height) == ("image/png", 10, 10)
    assert b"Anna" not in taken.data
    with Image.open(io.BytesIO(taken.data)) as image:
        assert image.getpixel((0, 0)) == (200, 30, 30, 128)


def test_a_jpeg_keeps_its_compression_and_loses_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Taken in the council chamber"
    data = encoded(photo(), "JPEG", exif=exif, comment=b"secret", quality=70)
    taken = take_in(data, "photo.jpg")
    assert taken.media_type == "image/jpeg"
    assert b"council" not in taken.data
    assert b"secret" not in taken.data
    with Image.open(io.BytesIO(taken.data)) as after, Image.open(io.BytesIO(data)) as before:
        assert after.tobytes() == before.tobytes()


def test_a_photo_taken_on_its_side_is_set_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    taken = take_in(encoded(photo(40, 20), "JPEG", exif=exif), "photo.jpg")
    assert (taken.width, taken.height) == (20, 40)
    with Image.open(io.BytesIO(taken.data)) as image:
        assert not image.getexif()


def test_print_colours_become_screen_colours() -> None:
    taken = take_in(encoded(photo().convert("CMYK"), "JPEG"), "print.jpg")
    with Image.open(io.BytesIO(taken.data)) as image:
        assert image.mode == "RGB"


def test_a_colour_profile_is_applied_and_left_out() -> None:
    profile = ImageCms.ImageCmsProfile(cast("Any", ImageCms).createProfile("sRGB")).tobytes()
    for kind in ("PNG", "JPEG"):
        taken = take_in(encoded(photo(), kind, icc_profile=profile), "photo")
        with Image.open(io.BytesIO(taken.data)) as image:
            assert "icc_profile" not in image.info


def test_a_broken_profile_does_no_harm() -> None:
    assert take_in(encoded(photo(), "PNG", icc_profile=b"not a profile"), "photo.png").width == 40


@pytest.mark.parametrize("data", [b"", b"hello", encoded(photo(), "GIF"), b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_not_png_or_jpeg_is_refused(data: bytes) -> None:
    with pytest.raises(BadPicture) as said:
        take_in(data, "logo.svg")
    assert said.value.told("sv") == "”logo.svg” är inte en bild i PNG eller JPEG. Spara om den i ett av dem."


def test_a_damaged_or_enormous_picture_is_refused() -> None:
    whole = encoded(photo(400, 200), "PNG")
    with pytest.raises(BadPicture) as said:
        take_in(whole[: len(whole) // 2], "photo.png")
    assert said.value.key == "picture.damaged"
    wide = bytearray(encoded(photo(), "PNG"))
    wide[16:24] = (40_000).to_bytes(4, "big") * 2
    with pytest.raises(BadPicture):
        take_in(bytes(wide), "wide.png")
    with pytest.raises(BadPicture) as said:
        take_in(encoded(Image.new("1", (10_000, 7_000)), "PNG"), "wide.png")
    assert said.value.key == "picture.too-large"
