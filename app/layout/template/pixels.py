"""Pillow's calls whose types name numpy's arrays, which we do not install, under exact types."""

from collections.abc import Callable, Sequence
from typing import Any

from PIL import Image


def resized(
    image: Image.Image, size: tuple[int, int], filter: Image.Resampling = Image.Resampling.BICUBIC
) -> Image.Image:
    """The picture at another size, in pixels."""
    untyped: Any = image
    result: Image.Image = untyped.resize(size, filter)
    return result


def mapped(image: Image.Image, value: Callable[[int], int]) -> Image.Image:
    """The picture with each of its values (0 to 255) turned into another."""
    untyped: Any = image
    result: Image.Image = untyped.point([value(each) for each in range(256)] * len(image.getbands()))
    return result


def filled(image: Image.Image, pixels: Sequence[object]) -> None:
    """Put pixels into a picture, row by row."""
    untyped: Any = image
    untyped.putdata(pixels)


def in_eight_bits(image: Image.Image) -> Image.Image:
    """A picture whose greys have 16 bits in 8, which else turn white; any other as it is."""
    if not image.mode.startswith("I"):
        return image
    untyped: Any = image.convert("I")
    result: Image.Image = untyped.point(_of_eight_bits).convert("L")
    return result


def _of_eight_bits(value: Any) -> Any:
    # Pillow asks for a linear expression over its own stand-in for a value of more than 8 bits.
    return value * (1 / 257)
