"""Which layout each kind of slide takes, and which of its placeholders. Chosen by what placeholders take and where they stand, never
by name: names come in every language, or are numbers."""

from collections.abc import Callable, Mapping
from typing import Final, Literal, get_args

from app.compose.storyline import SlideKind
from app.layout.template.look import LayoutLook, Slot, SlotKind, TemplateLook
from app.layout.template.places import lacking
from app.model.base import Record

KINDS: Final[tuple[SlideKind, ...]] = get_args(SlideKind)
Use = Literal["cover", "content"]
_TITLES: Final[tuple[SlotKind, ...]] = ("title", "ctrTitle")
_TEXTS: Final[tuple[SlotKind, ...]] = ("body", "obj")
#: Types that PowerPoint itself gives layouts: what they are for is known then, in every language.
_COVER_TYPES: Final = frozenset({"title"})
_CONTENT_TYPES: Final[Mapping[str, float]] = {
    "titleOnly": 1.5, "obj": 1.0, "tx": 1.0, "twoObj": 0.3, "title": -5.0, "secHead": -3.0, "blank": -1.0,
    "vertTx": -6.0, "vertTitleAndTx": -8.0, "picTx": -2.0, "objTx": -2.0,
}  # fmt: skip


class Seat(Record):
    """A layout for a kind of slide, and its slots by what they hold; None where the layout has none for it."""

    layout: int
    title: int | None = None
    subtitle: int | None = None
    body: int | None = None
    #: A cover's place for the occasion.
    occasion: int | None = None
    footer: int | None = None
    date: int | None = None
    number: int | None = None


class LayoutMap(Record):
    """The seats of all slide kinds in a template, which is known by its bytes' digest."""

    digest: str
    seats: Mapping[SlideKind, Seat]

    def seat(self, kind: str) -> Seat:
        """The seat of a kind; of one that came later, that of a summary."""
        return next((seat for known, seat in self.seats.items() if known == kind), self.seats["summary"])


def use_of(kind: str) -> Use:
    """What a kind of slide needs of a layout."""
    return "cover" if kind == "cover" else "content"


def map_layouts(look: TemplateLook, chosen: Mapping[str, int] | None = None) -> LayoutMap:
    """A seat for every kind of slide: the user's `chosen` layouts by kind (as far as the template has them), else the best by score."""
    content = _best(look, lambda layout, place: _content_score(layout, place, look))
    master = look.layouts[content].master
    cover = _best(look, lambda layout, place: _cover_score(layout, place, look, master))
    usual: Mapping[Use, int] = {"cover": cover, "content": content}
    seats: dict[SlideKind, Seat] = {}
    for kind in KINDS:
        wanted = (chosen or {}).get(kind, -1)
        place = wanted if 0 <= wanted < len(look.layouts) else usual[use_of(kind)]
        seats[kind] = seat_in(look, place, use_of(kind))
    return LayoutMap(digest=look.digest, seats=seats)


def _best(look: TemplateLook, score: Callable[[LayoutLook, int], float]) -> int:
    """The layout with the highest score; the first of equals."""
    return max(range(len(look.layouts)), key=lambda place: (score(look.layouts[place], place), -place))


def seat_in(look: TemplateLook, layout: int, use: Use) -> Seat:
    """A layout's slots by what they hold."""
    found = look.layouts[layout]
    single = {kind: _first(found, kind) for kind in ("ftr", "dt", "sldNum")}
    title = next((place for place in found.of_kind(*_TITLES)), None)
    feet = {"footer": single["ftr"], "date": single["dt"], "number": single["sldNum"]}
    if use == "content":
        return Seat(layout=layout, title=title, body=_roomiest(found), **feet)
    texts = [
        place for place in found.of_kind("subTitle", *_TEXTS) if found.slots[place].upright and _speaks(found, place)
    ]
    if title is None and texts:
        title = max(texts, key=lambda place: _size(found.slots[place]))
    rest = [place for place in texts if place != title]
    subtitle = next((place for place in rest if found.slots[place].kind == "subTitle"), None)
    if subtitle is None:
        subtitle = max(rest, key=lambda place: _size(found.slots[place]) * found.slots[place].box.w, default=None)
    others = [place for place in rest if place != subtitle and found.slots[place].box.w >= _NARROWEST]
    return Seat(layout=layout, title=title, subtitle=subtitle, occasion=others[0] if others else None, **feet)


#: The height of a title of two lines on a slide of usual width, in points.
_TWO_LINES: Final = 60.0
#: The type size, in points, from which a text is an opening title even where the layout does not call it one.
_OPENING: Final = 32.0
#: What it costs a layout that its area is too low to hold what slides show, and how much more where it has no height at all.
_TOO_LOW: Final = 3.0
_LACKING: Final = 8.0
#: The narrowest and the lowest placeholder that takes a line of a cover, in points.
_NARROWEST: Final = 150.0
_LOWEST: Final = 16.0


def _first(layout: LayoutLook, kind: SlotKind) -> int | None:
    return next(iter(layout.of_kind(kind)), None)


def _speaks(layout: LayoutLook, place: int) -> bool:
    """Whether a placeholder of a cover takes text that is read, rather than a number or a name beside a mark."""
    box = layout.slots[place].box
    return box.w >= _NARROWEST and box.h >= _LOWEST


def _size(slot: Slot) -> float:
    return slot.levels[0].size if slot.levels else 0.0


def _roomiest(layout: LayoutLook) -> int | None:
    """The largest placeholder for text, where it fills most of the area for content."""
    texts = [place for place in layout.of_kind(*_TEXTS) if layout.slots[place].upright]
    best = max(texts, key=lambda place: layout.slots[place].box.w * layout.slots[place].box.h, default=None)
    if best is None:
        return None
    box, body = layout.slots[best].box, layout.body
    return best if box.w * box.h >= 0.6 * body.w * body.h else None


def _title(layout: LayoutLook) -> Slot | None:
    return next((layout.slots[place] for place in layout.of_kind(*_TITLES)), None)


def _content_score(layout: LayoutLook, _place: int, look: TemplateLook) -> float:
    """How well a layout takes a title above a free body: room first, then few placeholders that stay empty."""
    room = layout.body.w * layout.body.h / (look.width * look.height)
    low = lacking(layout.body, (look.width, look.height))
    score = 10 * min(room, 0.62) + _CONTENT_TYPES.get(layout.kind, 0.0) - (_TOO_LOW + _LACKING * low if low else 0.0)
    title = _title(layout)
    if title is None or not title.upright:
        score -= 6.0
    else:
        above = title.box.y + title.box.h / 2 <= layout.body.y + layout.body.h / 4
        score += min(title.box.h / (_TWO_LINES * look.width / 960), 1.0)
        score += (
            (1.0 if above else -3.0) + min(title.box.w / look.width, 0.8) - (2.0 if title.kind == "ctrTitle" else 0.0)
        )
    empty = len(layout.of_kind("body", "obj", "pic", "chart", "tbl", "dgm", "media", "clipArt", "subTitle"))
    score -= 0.25 * max(empty - 1, 0) + 0.3 * len(layout.of_kind("pic", "subTitle"))
    score += 0.4 * bool(layout.of_kind("sldNum")) - (0.5 if layout.added else 0.0)
    score += 0.15 * min(layout.uses, 4)
    if layout.ground.kind == "picture" and layout.ground.dark != layout.ground.light:
        score -= 0.5
    return score


def _cover_score(layout: LayoutLook, place: int, look: TemplateLook, master: int) -> float:
    """How well a layout opens a deck: a title in the middle, a subtitle, its own look; the first ones are likelier."""
    score = -0.05 * place + (0.5 if layout.master == master else 0.0) - (1.0 if layout.added else 0.0)
    title = _title(layout)
    texts = [layout.slots[place] for place in layout.of_kind("subTitle", *_TEXTS)]
    if title is not None:
        score += 2.0 + (3.0 if title.kind == "ctrTitle" else 0.0) if title.upright else -4.0
        lower = title.box.y + title.box.h / 2 > 0.3 * look.height
        score += (1.0 if lower else -2.0) + min(_size(title) / 40, 1.5)
    elif texts:
        largest = max(texts, key=_size)
        score += min(_size(largest) / 28, 1.5) - 0.3 * max(len(texts) - 3, 0)
        opening = _size(largest) >= _OPENING and largest.box.y > 0.3 * look.height
        score += 2.5 if opening and layout.body.h < 0.6 * look.height else 0.0
    else:
        score -= 3.0
    score += (
        2.0 if layout.kind in _COVER_TYPES else -1.5 if layout.kind in ("secHead", "obj", "titleOnly", "blank") else 0.0
    )
    score += 1.5 * bool(layout.of_kind("subTitle")) - 0.8 * len(layout.of_kind("pic", "chart", "tbl", "obj"))
    score += 1.5 * (place == look.opens_with)
    score += 0.6 * bool([art for art in layout.art if not art.on_master])
    return score
