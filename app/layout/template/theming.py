"""A template's colours, fonts and sizes as a theme: every colour taken from the template, and moved in lightness only as far as it must be
to be read on the real ground (WCAG 2.2: 4.5 to 1 for text, 3 to 1 for graphics)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from app.layout.frames import Role
from app.layout.look import Family
from app.layout.template.colors import Hex, contrast, luminance, mixed, readable
from app.layout.template.fonts import face_for
from app.layout.template.look import Ground, LayoutLook, Level, MasterLook, Slot, TemplateLook
from app.layout.template.mapping import LayoutMap, Seat
from app.layout.themes import FJARD, VINTERNATT, Theme, TitleLook, TypeStep

TEXT: Final = 4.5
GRAPHIC: Final = 3.0
#: A little more than is asked for, since colours are rounded and pictures vary.
_SAFE: Final = 1.03
#: A body whose darkest and lightest colour differ by more is too restless to write on in several colours.
_RESTLESS: Final = 1.6
#: Where a small place's darkest and lightest colour differ by more, a part of it lies on art.
_HALF: Final = 2.0
#: How much of a ground may be edges of a picture before text on it is lost among them.
_EDGES: Final = 0.1
_LINES: Final = 0.015
_ACCENTS: Final = ("accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "dk2", "lt2")
#: Sizes in points that a template's own are kept within: a title is a sentence here, and body text is read at a table.
_TITLE: Final = (20.0, 32.0)
_COVER: Final = (26.0, 48.0)
_BODY: Final = (14.0, 18.0)
_FOOT: Final = (10.0, 12.0)
#: Line pitch over type size.
_PITCH: Final = 1.22
_STATUS: Final[tuple[Role, ...]] = ("advantage", "neutral", "drawback")
_FILLS: Final[Mapping[Role, tuple[Role, ...]]] = {
    "advantage-fill": ("advantage",),
    "neutral-fill": ("neutral",),
    "drawback-fill": ("drawback",),
    "low-fill": ("advantage",),
    "medium-fill": ("neutral",),
    "high-fill": ("drawback",),
}


@dataclass(frozen=True, slots=True)
class Faces:
    """What texts are measured against: grounds of the body, the title, the foot."""

    body: tuple[Hex, ...]
    title: tuple[Hex, ...]
    foot: tuple[Hex, ...]
    #: The cover's, where its title and its other texts stand.
    cover: tuple[Hex, ...]


def theme_of(look: TemplateLook, layouts: LayoutMap) -> Theme:
    """The theme that slides on a template are laid out and drawn in. Its id is the template's digest."""
    content_seat, cover_seat = layouts.seat("summary"), layouts.seat("cover")
    content, cover = look.layouts[content_seat.layout], look.layouts[cover_seat.layout]
    master = look.masters[content.master]
    kept = {
        look.layouts[seat.layout].part: look.layouts[seat.layout]
        for kind, seat in layouts.seats.items()
        if kind != "cover"
    }
    plate = (plate_color(content.ground, master),)
    faces = Faces(
        body=plate if needs_plate(content.ground) else _grounds([each.ground for each in kept.values()]),
        title=plate
        if title_needs_plate(content.title_ground)
        else _grounds([each.title_ground for each in kept.values()]),
        foot=_foot_grounds(content, content_seat),
        cover=cover_grounds(cover, cover_seat),
    )
    if cover_needs_plate(cover, cover_seat):
        faces = replace(faces, cover=(plate_color(cover.title_ground, look.masters[cover.master]),))
    title = _level(content, content_seat.title, master.levels[0])
    return Theme(
        id=look.digest,
        names=_names(master, title),
        faces={family: face for family, (face, _) in _measured(master, title).items()},
        colors=_colors(faces, look, content_seat, cover_seat),
        scale=_scale(content, content_seat, cover, cover_seat, master),
        edges={"series-3": "rule", "block": "rule", "series-2": "rule"},
        slack={family: slack for family, (_, slack) in _measured(master, title).items()},
        title=_title_look(title, "title"),
        opening=_title_look(_level(cover, cover_seat.title, title), "on-cover"),
        foot_color="foot",
    )


def needs_plate(ground: Ground) -> bool:
    """Whether a ground varies so much that the colours of a deck could not be told apart all over it: text gets a plate then."""
    return contrast(ground.dark, ground.light) > _RESTLESS or _is_busy(ground)


def title_needs_plate(ground: Ground) -> bool:
    """Whether a title cannot be read on its ground, or only among the edges of a picture."""
    return is_unreadable(*ground.colors) or _is_busy(ground)


def _is_busy(ground: Ground) -> bool:
    """Whether letters are lost among a picture's edges: many of them, or fewer where light and dark alternate."""
    drawn = ground.unrest > _LINES and contrast(ground.dark, ground.light) > _HALF
    return ground.unrest > _EDGES or drawn


def is_unreadable(*colors: Hex) -> bool:
    """Whether neither black nor white, and so no colour at all, can be read on all of some grounds."""
    return max(min(contrast(ink, color) for color in colors) for ink in ("000000", "FFFFFF")) < TEXT * _SAFE


def cover_needs_plate(layout: LayoutLook, seat: Seat) -> bool:
    """Whether a cover's texts cannot be read on what lies behind them, or only among the edges of a picture."""
    return is_unreadable(*cover_grounds(layout, seat)) or _is_busy(layout.title_ground)


def cover_grounds(layout: LayoutLook, seat: Seat) -> tuple[Hex, ...]:
    """What lies behind a cover's title, subtitle and lines; without a subtitle of its own, they may stand on the area for content."""
    places = (seat.title, seat.subtitle, seat.occasion)
    grounds = [layout.slots[place].ground for place in places if place is not None]
    grounds += [layout.aside_ground] if layout.aside is not None else []
    grounds += [layout.ground] if seat.subtitle is None or not grounds else []
    return _grounds(grounds)


def _foot_grounds(layout: LayoutLook, seat: Seat) -> tuple[Hex, ...]:
    return _grounds([layout.slots[place].ground for place in foot_places(layout, seat)] or [layout.ground])


def foot_places(layout: LayoutLook, seat: Seat) -> tuple[int, ...]:
    """The foot's placeholders in which one colour can be read: the number's first, and those that go with it. One that lies half on a
    band or a logo is none."""
    kept: tuple[int, ...] = ()
    for place in (seat.number, seat.footer, seat.date):
        if place is not None and _is_even(layout.slots[place].ground):
            grounds = _grounds([layout.slots[each].ground for each in (*kept, place)])
            kept = kept if is_unreadable(*grounds) else (*kept, place)
    return kept


def _is_even(ground: Ground) -> bool:
    """Whether small text can be read all over a ground; pictures vary as they do."""
    half = ground.kind != "picture" and contrast(ground.dark, ground.light) > _HALF
    return not half and not title_needs_plate(ground)


def plate_color(ground: Ground, master: MasterLook) -> Hex:
    """The colour of a plate: the theme's own ground, light or dark as most of the picture is."""
    light = luminance(ground.light) + luminance(ground.dark) > 0.36
    candidates = sorted((master.colors["lt1"], master.colors["dk1"]), key=luminance)
    return candidates[1] if light else candidates[0]


def _grounds(grounds: list[Ground]) -> tuple[Hex, ...]:
    return tuple(dict.fromkeys(color for ground in grounds for color in ground.colors))


def _level(layout: LayoutLook, place: int | None, usual: Level) -> Level:
    slot = None if place is None else layout.slots[place]
    return slot.levels[0] if slot is not None and slot.levels else usual


# -- fonts and sizes -------------------------------------------------------------------------------------------


def _names(master: MasterLook, title: Level) -> Mapping[Family, str]:
    return {"heading": title.typeface or master.heading, "body": master.text, "symbol": "Arial"}


def _measured(master: MasterLook, title: Level) -> Mapping[Family, tuple[str, float]]:
    """Faces to measure with and their slack. Headings outside the title are set in the theme's own: the wider of both counts."""
    candidates = [face_for(name) for name in (title.typeface, master.heading) if name]
    heading = max(
        candidates, key=lambda found: found[1] * (1.0 if found[0] == "Arimo" else 0.92), default=("Arimo", 1.1)
    )
    return {"heading": heading, "body": face_for(master.text), "symbol": ("Arimo", 1.0)}


def _scale(
    content: LayoutLook, content_seat: Seat, cover: LayoutLook, cover_seat: Seat, master: MasterLook
) -> Mapping[TypeStep, tuple[Family, float, float]]:
    """The type scale: sizes of title, text and foot from the placeholders, the steps between kept in order."""
    title = _within(_level(content, content_seat.title, master.levels[0]).size, _TITLE)
    opening = _within(_level(cover, cover_seat.title, master.levels[0]).size, _COVER)
    body = _within(master.levels[0].size, _BODY) if master.levels else 16.0
    body = min(body, 16.0) if face_for(master.text)[0] == "Carlito" else min(body, 15.0)
    foot_place = content_seat.number if content_seat.number is not None else content_seat.footer
    foot = _within(_level(content, foot_place, Level(size=10)).size, _FOOT)
    figure, numeral = _between(title, 24.0), _between(title, 20.0)
    sizes: Mapping[TypeStep, tuple[Family, float]] = {
        "cover": ("heading", opening),
        "hero": ("heading", 36.0),
        "title": ("heading", title),
        "figure": ("heading", figure),
        "numeral": ("heading", numeral),
        "lead": ("body", body + 2),
        "body": ("body", body),
        "second": ("body", 14.0),
        "label": ("body", 12.0),
        "footer": ("body", foot),
    }
    return {step: (family, size, float(round(size * _PITCH))) for step, (family, size) in sizes.items()}


def _within(size: float, limits: tuple[float, float]) -> float:
    return float(round(min(max(size, limits[0]), limits[1])))


def _between(title: float, usual: float) -> float:
    """A step below the title's, never above it."""
    return min(usual, title)


def _title_look(level: Level, color: Role) -> TitleLook:
    return TitleLook(color, level.bold, level.italic, level.caps)


# -- colours ---------------------------------------------------------------------------------------------------


def _colors(faces: Faces, look: TemplateLook, content_seat: Seat, cover_seat: Seat) -> Mapping[Role, Hex]:
    content, cover = look.layouts[content_seat.layout], look.layouts[cover_seat.layout]
    master = look.masters[content.master]
    text = TEXT * _SAFE
    ink = _ink(master, faces.body)
    ground = faces.body[-1] if luminance(ink) < luminance(faces.body[0]) else faces.body[0]
    accent = _accent(master, faces.body)
    panel, tint = _quiet(mixed(ink, ground, 0.05), ink, text), _quiet(mixed(accent, ground, 0.13), ink, text)
    grounds = (*faces.body, panel, tint)
    accent = readable(accent, grounds, text)
    block = accent
    on_block = _best_on(block, (master.colors["lt1"], master.colors["dk1"], "FFFFFF", "000000"))
    if contrast(on_block, block) < text:
        block = readable(block, (on_block,), text)
    colors: dict[Role, Hex] = {
        "ground": ground,
        "ink": ink,
        "muted": readable(mixed(ink, ground, 0.72), grounds, text),
        "accent": accent,
        "block": block,
        "on-block": on_block,
        "on-block-muted": readable(mixed(on_block, block, 0.88), (block,), text),
        "panel": panel,
        "tint": tint,
        "rule": readable(mixed(ink, ground, 0.5), faces.body, GRAPHIC * _SAFE),
        "hairline": mixed(ink, ground, 0.2),
        "series-2": _quiet(mixed(accent, ground, 0.6), ink, text),
        "series-3": _quiet(mixed(accent, ground, 0.2), ink, text),
        "title": readable(_level(content, content_seat.title, Level(color=ink)).color, faces.title, text),
        "foot": readable(_foot_color(content, content_seat, ink), faces.foot, text),
    }
    return colors | _status(ground, ink, faces.body) | _cover(faces, cover, cover_seat, accent)


def _ink(master: MasterLook, grounds: tuple[Hex, ...]) -> Hex:
    """The colour of running text: the template's own where it reads, else that of its two main colours that reads best."""
    own = master.levels[0].color if master.levels else master.colors["dk1"]
    candidates = (own, master.colors["dk1"], master.colors["lt1"])
    good = [color for color in candidates if all(contrast(color, ground) >= 7.0 for ground in grounds)]
    best = max(candidates, key=lambda color: min(contrast(color, ground) for ground in grounds))
    return readable(good[0] if good else best, grounds, TEXT * _SAFE)


def _accent(master: MasterLook, grounds: tuple[Hex, ...]) -> Hex:
    """The first of the theme's accents that has a hue and stands out; else the first, which is then moved in lightness."""
    colors = [master.colors[name] for name in _ACCENTS if name in master.colors]
    for least in (GRAPHIC, 2.0):
        for color in colors:
            if _hued(color) and all(contrast(color, ground) >= least for ground in grounds):
                return color
    return next((color for color in colors if _hued(color)), colors[0])


def _hued(color: Hex) -> bool:
    parts = bytes.fromhex(color)
    return max(parts) - min(parts) > 24


def _best_on(fill: Hex, candidates: tuple[Hex, ...]) -> Hex:
    """The first colour that reads well on a fill, else the one that reads best."""
    good = [color for color in candidates if contrast(color, fill) >= TEXT * _SAFE]
    return good[0] if good else max(candidates, key=lambda color: contrast(color, fill))


def _quiet(fill: Hex, ink: Hex, ratio: float) -> Hex:
    """A fill moved so that the ink can be read on it."""
    return readable(fill, (ink,), ratio)


def _foot_color(layout: LayoutLook, seat: Seat, ink: Hex) -> Hex:
    place = next(iter(foot_places(layout, seat)), None)
    return _level(layout, place, Level(color=ink)).color


def _status(ground: Hex, ink: Hex, grounds: tuple[Hex, ...]) -> dict[Role, Hex]:
    """What is good and bad looks alike in every template: our own colours for a light or a dark ground, moved to be read on this one."""
    source = FJARD.colors if luminance(ink) < luminance(ground) else VINTERNATT.colors
    fills: dict[Role, Hex] = {fill: readable(source[fill], (ink,), TEXT * _SAFE) for fill in _FILLS}
    words: dict[Role, Hex] = {}
    for role in _STATUS:
        under = (*grounds, *(fills[fill] for fill, inks in _FILLS.items() if role in inks))
        words[role] = readable(source[role], under, TEXT * _SAFE)
    return fills | words


def _cover(faces: Faces, layout: LayoutLook, seat: Seat, accent: Hex) -> dict[Role, Hex]:
    ground = faces.cover[0]
    usual = "FFFFFF" if luminance(ground) < 0.18 else "000000"
    title = _level(layout, seat.title, Level(color=usual)).color
    subtitle = _level(layout, seat.subtitle, Level(color=title)).color
    return {
        "cover": ground,
        "on-cover": readable(title, faces.cover, TEXT * _SAFE),
        "cover-muted": readable(subtitle, faces.cover, TEXT * _SAFE),
        "cover-mark": accent,
    }


def slot_at(layout: LayoutLook, place: int | None) -> Slot | None:
    """A layout's slot, where there is one."""
    return None if place is None else layout.slots[place]
