"""What lies behind a slide's own content as a picture: the ground, and what master and layout draw on it.

The analysis asks a small one which colours text meets; the preview lays a large one under the page."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from math import ceil, cos, floor, hypot, radians, sin
from typing import Final

from PIL import Image, ImageChops, ImageDraw, ImageFont

from app.files.parts import OfficeFile
from app.layout.faces import face_file
from app.layout.frames import Box
from app.layout.measure import face_name
from app.layout.template.colors import Color
from app.layout.template.fills import Fill, Gradient, Picture, Solid
from app.layout.template.fonts import face_for
from app.layout.template.geometry import Point, Polygon
from app.layout.template.pixels import filled, in_eight_bits, mapped, resized
from app.layout.template.shapes import Drawn, Words

#: Larger pictures are passed over, as those of projects are.
_MOST_PIXELS: Final = 60_000_000
#: Steps of a gradient's picture, which is then stretched.
_STEPS: Final = 64
#: Pixels of a tile per point where the picture does not say.
_TILE_DPI: Final = 96.0
_LINE: Final = 1.2
#: Formats that Pillow may open: those that pictures in decks have. None of them runs anything or asks for other files.
_FORMATS: Final = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
#: How much of a box may be edges or specks, which its colours leave out.
SPECKS: Final = 0.02


class Backdrop:
    """Draws grounds and shapes of a template at one scale. Pictures are opened once."""

    def __init__(
        self, office: OfficeFile, size: tuple[float, float], pixels: int, redrawn: Mapping[str, bytes] | None = None
    ) -> None:
        """`size` in points; `pixels` is how many the picture is wide. `redrawn` has pictures, by part, to draw instead."""
        self._redrawn = redrawn or {}
        self._office = office
        self.scale = pixels / size[0]
        self.size = (pixels, max(round(size[1] * self.scale), 1))
        self._pictures: dict[str, Image.Image | None] = {}

    def ground(self, fill: Fill | None) -> Image.Image:
        """A picture of a ground alone, white where there is none."""
        image = Image.new("RGB", self.size, "white")
        if fill is not None:
            width, height = (side / self.scale for side in self.size)
            edge: Polygon = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
            self._fill(image, (edge,), fill)
        return image

    def shapes(self, image: Image.Image, drawn: Sequence[Drawn]) -> None:
        """Draw shapes onto a picture, the rearmost first."""
        for shape in drawn:
            if shape.fill is not None and shape.closed:
                self._fill(image, shape.polygons, shape.fill)
            if shape.stroke is not None:
                self._stroke(image, shape)
            if shape.words:
                self._write(image, shape)

    def plate(self, image: Image.Image, box: Box, color: str) -> None:
        """Draw a placeholder's own fill onto a picture: slides inherit it, and their text stands on it."""
        left, top = self._at((box.x, box.y))
        right, bottom = self._at((box.right, box.bottom))
        ImageDraw.Draw(image).rectangle((left, top, right, bottom), fill=f"#{color}")

    def can_draw(self, fill: Fill | None) -> bool:
        """Whether a fill can be drawn: a picture may be in a format that only Office knows."""
        return not isinstance(fill, Picture) or self._picture(fill.part) is not None

    # -- fills -------------------------------------------------------------------------------------------------

    def _at(self, point: Point) -> Point:
        return point[0] * self.scale, point[1] * self.scale

    def _mask(self, polygons: tuple[Polygon, ...]) -> Image.Image:
        """Where a shape is: its outlines, one inside another being a hole."""
        whole: Image.Image | None = None
        for polygon in polygons:
            one = Image.new("1", self.size)
            ImageDraw.Draw(one).polygon([self._at(point) for point in polygon], fill=1)
            whole = one if whole is None else ImageChops.logical_xor(whole, one)
        return (whole or Image.new("1", self.size)).convert("L")

    def _fill(self, image: Image.Image, polygons: tuple[Polygon, ...], fill: Fill) -> None:
        if isinstance(fill, Solid):
            mask = self._mask(polygons)
            image.paste(_rgb(fill.color), (0, 0), _faded(mask, fill.color.alpha))
            return
        pixels = [self._at(point) for polygon in polygons for point in polygon]
        left, top = min(x for x, _ in pixels), min(y for _, y in pixels)
        width = max(ceil(max(x for x, _ in pixels) - left), 1)
        height = max(ceil(max(y for _, y in pixels) - top), 1)
        if width > 8 * self.size[0] or height > 8 * self.size[1]:
            return
        if isinstance(fill, Gradient):
            patch = _gradient(fill, width, height)
            mask = self._mask(polygons)
        else:
            found = self._stretched(fill, width, height, polygons)
            if found is None:
                return
            patch, mask = found, None
        self._lay(image, patch, (round(left), round(top)), mask)

    def _lay(self, image: Image.Image, patch: Image.Image, at: tuple[int, int], mask: Image.Image | None) -> None:
        layer = Image.new("RGBA", self.size, (0, 0, 0, 0))
        layer.paste(patch, at)
        alpha = layer.getchannel("A")
        image.paste(layer.convert("RGB"), (0, 0), ImageChops.multiply(alpha, mask) if mask else alpha)

    def _stretched(self, fill: Picture, width: int, height: int, polygons: tuple[Polygon, ...]) -> Image.Image | None:
        """A picture as its shape shows it: cropped, placed, turned."""
        source = self._picture(fill.part)
        if source is None:
            return None
        cropped = _cropped(source, fill.crop)
        if fill.tiled:
            patch = _tiled(cropped, width, height, self.scale * 72 / _TILE_DPI)
        else:
            patch = _turned(cropped, polygons[0], fill, width, height, self.scale)
        if fill.alpha < 1:
            patch.putalpha(mapped(patch.getchannel("A"), lambda value: round(value * fill.alpha)))
        return patch

    def _picture(self, part: str) -> Image.Image | None:
        """A part's picture, no larger than it will be drawn; None when it is not one that can be opened."""
        if part not in self._pictures:
            self._pictures[part] = _opened(self._redrawn.get(part, self._office.parts[part].data), 2 * self.size[0])
        return self._pictures[part]

    def _stroke(self, image: Image.Image, shape: Drawn) -> None:
        stroke = shape.stroke
        if stroke is None:
            return
        mask = Image.new("L", self.size)
        pen = ImageDraw.Draw(mask)
        width = max(round(stroke.width * self.scale), 1)
        for polygon in shape.polygons:
            line = [self._at(point) for point in polygon]
            pen.line([*line, line[0]] if shape.closed else line, fill=255, width=width)
        image.paste(_rgb(stroke.color), (0, 0), _faded(mask, stroke.color.alpha))

    # -- words -------------------------------------------------------------------------------------------------

    def _write(self, image: Image.Image, shape: Drawn) -> None:
        """A shape's words, broken at its width, in faces like those that it names."""
        left, top, right, bottom = shape.insets
        box = shape.frame.inset(left, top, right, bottom)
        lines = [line for words in shape.words for line in self._lines(words, box.w)]
        height = sum(words.look.size * _LINE for words, _ in lines)
        room = {"ctr": (box.h - height) / 2, "b": box.h - height}.get(shape.anchor, 0.0)
        y = box.y + room
        pen = ImageDraw.Draw(image)
        for words, text in lines:
            font = self._font(words)
            width = font.getlength(text) / self.scale
            x = box.x + {"center": (box.w - width) / 2, "right": box.w - width}.get(words.look.align, 0.0)
            pen.text(self._at((x, y)), text, fill=f"#{words.look.color}", font=font)
            y += words.look.size * _LINE

    def _font(self, words: Words) -> ImageFont.FreeTypeFont:
        face, _ = face_for(words.look.typeface)
        path = face_file(face_name(face, bold=words.look.bold, italic=words.look.italic))
        return ImageFont.truetype(str(path), max(words.look.size * self.scale, 1.0))

    def _lines(self, words: Words, width: float) -> list[tuple[Words, str]]:
        font = self._font(words)
        said = words.text.upper() if words.look.caps else words.text
        lines: list[str] = [""]
        for word in said.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and font.getlength(longer) > max(width, 1.0) * self.scale:
                lines.append(word)
            else:
                lines[-1] = longer
        return [(words, line) for line in lines]


def colors_in(image: Image.Image, box: Box, scale: float, specks: float = SPECKS) -> tuple[str, str]:
    """The darkest and the lightest colour in a box, without the few pixels, `specks` as a share of all, that are edges or specks."""
    left, top = max(ceil(box.x * scale), 0), max(ceil(box.y * scale), 0)
    right, bottom = min(floor(box.right * scale), image.width), min(floor(box.bottom * scale), image.height)
    area = (min(left, image.width - 1), min(top, image.height - 1), max(right, left + 1), max(bottom, top + 1))
    patch = image.crop(area)
    light = patch.convert("L")
    counts = light.histogram()
    whole = sum(counts)
    low, high = _share(counts, whole * specks), 255 - _share(counts[::-1], whole * specks)
    return _mean(patch, light, 0, low), _mean(patch, light, high, 255)


def _share(counts: list[int], wanted: float) -> int:
    """The first value at which so many were counted."""
    total = 0
    for value, count in enumerate(counts):
        total += count
        if total > wanted:
            return value
    return 255


def _mean(patch: Image.Image, light: Image.Image, low: int, high: int) -> str:
    """The mean colour of the pixels whose lightness lies between two values."""
    mask = mapped(light, lambda value: 255 if low <= value <= high else 0)
    parts = [channel.histogram(mask) for channel in patch.split()]
    whole = max(sum(parts[0]), 1)
    return "".join(f"{round(sum(value * count for value, count in enumerate(part)) / whole):02X}" for part in parts)


def _opened(data: bytes, widest: int) -> Image.Image | None:
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as image:
            if image.width * image.height > _MOST_PIXELS:
                return None
            image.draft("RGB", (widest, widest))
            usual = in_eight_bits(image)
            if usual.width > 2 * widest:
                usual.thumbnail((widest, widest))
            return usual.convert("RGBA")
    except (OSError, ValueError, SyntaxError, EOFError):
        return None


def _rgb(color: Color) -> tuple[int, int, int]:
    red, green, blue = bytes.fromhex(color.hex)
    return red, green, blue


def _faded(mask: Image.Image, alpha: float) -> Image.Image:
    return mask if alpha >= 1 else mapped(mask, lambda value: round(value * alpha))


def _gradient(fill: Gradient, width: int, height: int) -> Image.Image:
    """A gradient over a rectangle, in a small picture stretched to size."""
    across, down = cos(radians(fill.angle)), sin(radians(fill.angle))
    reach = abs(across) + abs(down) or 1.0
    small = Image.new("RGBA", (_STEPS, _STEPS))
    pixels: list[tuple[int, int, int, int]] = []
    for row in range(_STEPS):
        for column in range(_STEPS):
            x, y = (column + 0.5) / _STEPS - 0.5, (row + 0.5) / _STEPS - 0.5
            at = hypot(x, y) / hypot(0.5, 0.5) if fill.outwards else (x * across + y * down) / reach + 0.5
            pixels.append(_between(fill.stops, at))
    filled(small, pixels)
    return resized(small, (width, height), Image.Resampling.BILINEAR)


def _between(stops: tuple[tuple[float, Color], ...], at: float) -> tuple[int, int, int, int]:
    before = max((stop for stop in stops if stop[0] <= at), key=lambda stop: stop[0], default=stops[0])
    after = min((stop for stop in stops if stop[0] >= at), key=lambda stop: stop[0], default=stops[-1])
    share = (at - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0.0
    one, other = (*_rgb(before[1]), before[1].alpha * 255), (*_rgb(after[1]), after[1].alpha * 255)
    red, green, blue, alpha = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue, alpha


def _cropped(image: Image.Image, crop: tuple[float, float, float, float]) -> Image.Image:
    """A picture less its cropped edges; negative ones leave room round it."""
    if not any(crop):
        return image
    left, top, right, bottom = crop
    if left + right >= 1 or top + bottom >= 1 or min(crop) < -4:
        return image
    wide, high = image.size
    return image.crop((round(left * wide), round(top * high), round(wide - right * wide), round(high - bottom * high)))


def _tiled(image: Image.Image, width: int, height: int, scale: float) -> Image.Image:
    tile = resized(image, (max(round(image.width * scale), 4), max(round(image.height * scale), 4)))
    patch = Image.new("RGBA", (width, height))
    for x in range(0, width, tile.width):
        for y in range(0, height, tile.height):
            patch.paste(tile, (x, y))
    return patch


def _turned(image: Image.Image, polygon: Polygon, fill: Picture, width: int, height: int, scale: float) -> Image.Image:
    """A picture put into the four corners of its shape, within the box round them."""
    if len(polygon) != 4:
        return resized(image, (width, height), Image.Resampling.BOX)
    left, top = min(x for x, _ in polygon), min(y for _, y in polygon)
    (x0, y0), (x1, y1), _, (x3, y3) = (((x - left) * scale, (y - top) * scale) for x, y in polygon)
    inner = _placed(image, fill, round(hypot(x1 - x0, y1 - y0)), round(hypot(x3 - x0, y3 - y0)))
    wide, high = inner.size
    a, b, c, d = (x1 - x0) / wide, (y1 - y0) / wide, (x3 - x0) / high, (y3 - y0) / high
    area = a * d - b * c
    if abs(area) < 1e-9 or (abs(b) < 1e-6 and abs(c) < 1e-6 and a > 0 and d > 0):
        return resized(inner, (width, height), Image.Resampling.BILINEAR)
    back = (d / area, -c / area, (c * y0 - d * x0) / area, -b / area, a / area, (b * x0 - a * y0) / area)
    return inner.transform((width, height), Image.Transform.AFFINE, back, Image.Resampling.BILINEAR)


def _placed(image: Image.Image, fill: Picture, width: int, height: int) -> Image.Image:
    """A picture at its shape's size; placed in from the edges, or beyond them, where the fill says so."""
    width, height = max(width, 1), max(height, 1)
    left, top, right, bottom = fill.place
    if not any(fill.place) or left + right >= 1 or top + bottom >= 1 or min(fill.place) < -4:
        return resized(image, (width, height), Image.Resampling.BOX)
    patch = Image.new("RGBA", (width, height))
    inner = (max(round(width * (1 - left - right)), 1), max(round(height * (1 - top - bottom)), 1))
    patch.paste(resized(image, inner, Image.Resampling.BOX), (round(left * width), round(top * height)))
    return patch
