"""A picture that will look blurred."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from app.checks.deck import ShownSlide
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import SLIDES
from app.checks.sources import PRACTICE
from app.layout.frames import GroupItem, Item, PictureItem
from app.model.base import text


def _find(shown: ShownSlide, look: Look) -> Iterator[Hit]:
    widths = {asset.sha256: asset.width for asset in look.project.assets}
    for picture in (one for page in shown.pages for one in _pictures(page.items)):
        pixels = widths.get(picture.sha256)
        if pixels and picture.box.w and 72 * pixels / picture.box.w < look.limits["per-inch"]:
            yield Hit(picture.block, shown.slide.id, {"n": round(72 * pixels / picture.box.w)})


def _pictures(items: Iterable[Item]) -> Iterator[PictureItem]:
    for item in items:
        if isinstance(item, GroupItem):
            yield from _pictures(item.items)
        elif isinstance(item, PictureItem):
            yield item


RULE = Rule(
    id="form.picture-resolution",
    severity="note",
    title=text("Suddig bild", "Blurred picture"),
    says=text(
        "Bilden får {n} punkter per tum. Byt till en större fil.",
        "The picture has {n} dots an inch. Use a larger file.",
    ),
    why=text(
        "En suddig bild ser slarvig ut, och texten i den går inte att läsa.",
        "A blurred picture looks careless, and text in it cannot be read.",
    ),
    source=PRACTICE,
    scope=SLIDES,
    find=_find,
    reads=("assets",),
    limits={"per-inch": Decimal(80)},
    fires={
        "assets": (
            {
                "sha256": "a" * 64,
                "name": "karta.png",
                "media_type": "image/png",
                "width": 160,
                "height": 100,
                "description": text("Karta över målen", "Map of the goals"),
            },
        ),
        "storyline/free": (
            {"id": "f" * 32, "title": text("Nämnderna äger målen", "Committees own the goals"), "picture": "a" * 64},
        ),
    },
)
