"""The master's placeholders, layout by layout: where they stand and how they look. Master and slides are written from the same table,
so that a slide states only what differs."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from app.layout.frames import NO_BORDER, Anchor, Border, Box, Font, LayoutKey, PlaceholderKey, Role
from app.layout.grid import CLASSIFICATION, NUMBER, OURS
from app.layout.themes import Theme
from app.model.tables import Align
from app.model.units import inches

#: Layouts in the master's order, by the names that users see in PowerPoint.
LAYOUT_NAMES: Final[Mapping[LayoutKey, str]] = {
    "cover": "Omslag",
    "content": "Innehåll",
    "content-takeaway": "Innehåll med slutsats",
}
#: PowerPoint's kinds of placeholder; an "obj" takes text, tables and charts.
Kind = Literal["title", "ctrTitle", "subTitle", "obj", "body", "dt", "ftr", "sldNum"]


@dataclass(frozen=True, slots=True)
class Identity:
    """How PowerPoint pairs a slide's placeholder with its layout's, its name, and what it says while empty."""

    kind: Kind
    index: int
    name: str
    prompt: str


IDENTITIES: Final[Mapping[PlaceholderKey, Identity]] = {
    "title": Identity("title", 0, "Rubrik", "Skriv sidans budskap som en hel mening"),
    "subtitle": Identity("subTitle", 1, "Underrubrik", "Skriv vad underlaget gäller"),
    "body": Identity("obj", 1, "Innehåll", "Skriv text, eller infoga en tabell eller ett diagram"),
    "takeaway": Identity("body", 10, "Slutsats", "Skriv slutsatsen eller frågan till styrelsen"),
    "source": Identity("body", 11, "Källa", "Källa: ange dokument, år och sida"),
    "classification": Identity("body", 12, "Klassning", "KLASSNING"),
    "date": Identity("dt", 13, "Datum", "Sammanträde och datum"),
    "footer": Identity("ftr", 14, "Sidfot", "Organisation"),
    "number": Identity("sldNum", 15, "Bildnummer", ""),
}


@dataclass(frozen=True, slots=True)
class TextStyle:
    """What a text inherits. Insets are left, top, right, bottom in points. `bare` says that it inherits neither list marks, indents,
    space between paragraphs nor another way to fit: where a company's template gives such, texts state their own."""

    font: Font
    color: Role | None
    align: Align = "left"
    anchor: Anchor = "top"
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    bare: bool = True


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a layout."""

    key: PlaceholderKey
    box: Box
    style: TextStyle
    fill: Role | None = None
    outline: Border = NO_BORDER
    #: Its identity on a company's template; ours otherwise.
    own: Identity | None = None

    @property
    def identity(self) -> Identity:
        """How PowerPoint knows it."""
        return self.own or IDENTITIES[self.key]


_TAKEAWAY_INSETS: Final = (inches(0.2), inches(0.06), inches(0.2), inches(0.06))


def layout_placeholders(theme: Theme, layout: LayoutKey) -> tuple[Placeholder, ...]:
    """A layout's placeholders in reading order."""
    if layout == "cover":
        return _cover(theme)
    title = Placeholder("title", OURS.title.box, TextStyle(theme.font("title"), "ink"))
    body = OURS.body if layout == "content" else OURS.body_above_takeaway
    placeholders = [title, Placeholder("body", body, TextStyle(theme.font("body"), "ink"))]
    if layout == "content-takeaway":
        style = TextStyle(theme.font("body", bold=True), "ink", "left", "middle", _TAKEAWAY_INSETS)
        placeholders.append(Placeholder("takeaway", OURS.takeaway, style, "tint"))
    placeholders.append(Placeholder("source", OURS.source, TextStyle(theme.font("label"), "muted")))
    return (*placeholders, *_foot(theme))


def _foot(theme: Theme) -> tuple[Placeholder, ...]:
    plain, bold = theme.font("footer"), theme.font("footer", bold=True)
    row = replace(OURS.body, y=NUMBER.box.y, h=NUMBER.box.h)
    first, second = OURS.columns(1, 3, row), OURS.columns(4, 8, row)
    label = TextStyle(bold, "ink", "center", "middle")
    return (
        Placeholder("footer", first, TextStyle(bold, "ink", anchor="middle")),
        Placeholder("date", second, TextStyle(plain, "muted", anchor="middle")),
        Placeholder("classification", CLASSIFICATION.box, label, outline=Border("rule", 1.0)),
        Placeholder("number", NUMBER.box, TextStyle(bold, "ink", "right", "middle")),
    )


def _cover(theme: Theme) -> tuple[Placeholder, ...]:
    title = OURS.cover.title.box
    below = replace(title, y=inches(4.4), h=inches(1.2))
    label = Box(title.x, inches(6.8), CLASSIFICATION.box.w, CLASSIFICATION.box.h)
    small = theme.font("footer", bold=True)
    return (
        Placeholder("title", title, TextStyle(theme.font("cover"), "on-cover")),
        Placeholder("subtitle", below, TextStyle(theme.font("lead"), "cover-muted")),
        Placeholder(
            "classification",
            label,
            TextStyle(small, "on-cover", "center", "middle"),
            outline=Border("cover-muted", 1.0),
        ),
    )
