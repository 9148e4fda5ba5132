"""A layout as a picture: what lies behind its slides, for the preview and for choosing layouts."""

from collections.abc import Mapping

from PIL import Image, ImageDraw

from app.layout.template.backdrop import Backdrop
from app.layout.template.look import LayoutLook, TemplateLook
from app.layout.template.masters import backing_of, master_parts, read_master
from app.layout.template.opening import open_template
from app.layout.template.pixels import resized

_OUTLINE = (110, 120, 128)


def backdrops(
    data: bytes, look: TemplateLook, layouts: tuple[int, ...], pixels: int, redrawn: Mapping[str, bytes] | None = None
) -> dict[int, Image.Image]:
    """What lies behind slides on each of some layouts, `pixels` wide; drawn at twice the size, so that edges are smooth. `redrawn` has
    pictures, by part, to draw instead of the template's."""
    office = open_template(data, "template.pptx")
    masters = [read_master(office, part) for part in master_parts(office, office.document.xml())]
    canvas = Backdrop(office, (look.width, look.height), 2 * pixels, redrawn)
    size = (pixels, max(round(pixels * look.height / look.width), 1))
    pictures: dict[int, Image.Image] = {}
    for place in layouts:
        found = look.layouts[place]
        master = masters[found.master]
        part = master.part if found.added else office.parts[found.part]
        backing = backing_of(office, part, part.xml(), master)
        image = canvas.ground(backing.ground)
        canvas.shapes(image, [shape for shape, _ in backing.shapes])
        for slot in found.slots:
            if slot.plate is not None:
                canvas.plate(image, slot.box, slot.plate)
        pictures[place] = resized(image, size, Image.Resampling.BOX)
    return pictures


def plain_color(image: Image.Image) -> str | None:
    """The one colour "RRGGBB" of a picture; None when it has more."""
    low, high = zip(*image.getextrema(), strict=True)
    return "".join(f"{value:02X}" for value in low) if low == high else None


def layout_pictures(data: bytes, look: TemplateLook, pixels: int) -> tuple[Image.Image, ...]:
    """All layouts, `pixels` wide, with their placeholders outlined."""
    drawn = backdrops(data, look, tuple(range(len(look.layouts))), pixels)
    for place, image in drawn.items():
        _outline(image, look.layouts[place], pixels / look.width)
    return tuple(drawn[place] for place in range(len(look.layouts)))


def _outline(image: Image.Image, layout: LayoutLook, scale: float) -> None:
    pen = ImageDraw.Draw(image)
    for slot in layout.slots:
        box = slot.box
        pen.rectangle((box.x * scale, box.y * scale, box.right * scale, box.bottom * scale), outline=_OUTLINE)
        middle = box.y + min(box.h / 2, 14.0)
        if slot.kind in ("title", "ctrTitle", "subTitle"):
            pen.line((box.x * scale + 4, middle * scale, (box.x + box.w * 0.6) * scale, middle * scale), _OUTLINE, 2)
