"""Which of a document's styles serve what: found by what a style is (its outline level, its numbering, its kind) where its name does
not tell. Word's own styles bear the same name inside the file in every language, whatever the user sees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.export.docx.xml import Element, W, sub, value_of

#: So many levels of headings are written.
LEVELS: Final = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Styles:
    """The ids of the styles that a document is written in; None where it has none, and the look is then given on the spot."""

    title: str | None
    headings: Mapping[int, str | None]
    body: str | None
    bullet: str | None
    number: str | None
    caption: str | None
    table: str | None


def styles_of(root: Element) -> Styles:
    """The styles among `w:styles`."""
    paragraphs, tables = tuple(_of_type(root, "paragraph")), tuple(_of_type(root, "table"))
    headings = {level: _heading(paragraphs, level) for level in LEVELS}
    title = _named(paragraphs, "title")
    return Styles(
        title=title or headings[1],
        headings=headings,
        body=_named(paragraphs, "body text") if _is_used(paragraphs, "body text") else _usual(paragraphs),
        bullet=_named(paragraphs, "list bullet"),
        number=_named(paragraphs, "list number"),
        caption=_named(paragraphs, "caption"),
        table=_table(tables),
    )


def _of_type(root: Element, kind: str) -> Iterator[Element]:
    return (style for style in root.iterfind(f"{W}style") if style.get(f"{W}type") == kind)


def _name(style: Element) -> str:
    return (value_of(style, "name") or "").casefold()


def _id(style: Element) -> str:
    return style.get(f"{W}styleId") or ""


def _named(styles: tuple[Element, ...], name: str) -> str | None:
    return next((_id(style) for style in styles if _name(style) == name), None)


def _heading(styles: tuple[Element, ...], level: int) -> str | None:
    """Word's own heading of a level, else a style of that outline level."""
    by_level = (_id(style) for style in styles if value_of(style, "pPr/outlineLvl") == str(level - 1))
    return _named(styles, f"heading {level}") or next(by_level, None)


def _usual(styles: tuple[Element, ...]) -> str | None:
    return next((_id(style) for style in styles if style.get(f"{W}default") in ("1", "true", "on")), None)


def _is_used(styles: tuple[Element, ...], name: str) -> bool:
    """Whether a style says anything of its own."""
    found = next((style for style in styles if _name(style) == name), None)
    return found is not None and any(found.find(f"{W}{part}") is not None for part in ("rPr", "pPr"))


def _table(styles: tuple[Element, ...]) -> str | None:
    """The template's own table style, else the plain grid."""
    own = (_id(style) for style in styles if style.get(f"{W}customStyle") in ("1", "true", "on"))
    return next(own, None) or _named(styles, "table grid")


#: Of our own look: size in half points, space before and after in twentieths of a point, and whether it is bold, by the style's name.
_OURS: Final[Mapping[str, tuple[int, int, int, bool]]] = {
    "normal": (22, 0, 120, False),
    "title": (40, 0, 240, True),
    "heading 1": (28, 360, 80, True),
    "heading 2": (24, 240, 60, True),
    "heading 3": (22, 160, 40, True),
    "list bullet": (22, 0, 60, False),
    "list number": (22, 0, 100, False),
    "caption": (20, 200, 60, True),
}
_INK: Final = "1A1A1A"


def dress(root: Element, heading: str, body: str) -> None:
    """Gives a plain document a look of our own: fonts by name, sizes and spaces, without colours."""
    for style in _of_type(root, "paragraph"):
        if _name(style) in _OURS:
            _dress_one(style, *_OURS[_name(style)], heading if _name(style).startswith(("title", "heading")) else body)


def _dress_one(style: Element, size: int, before: int, after: int, bold: bool, font: str) -> None:
    for old in ("rPr", "pPr/spacing", "pPr/pBdr", "pPr/contextualSpacing"):
        found = style.find("/".join(f"{W}{name}" for name in old.split("/")))
        parent = None if found is None else found.getparent()
        if found is not None and parent is not None:
            parent.remove(found)
    form = style.find(f"{W}pPr")
    if form is None:
        form = sub(style, "pPr")
    spacing = sub(form, "spacing", before=before, after=after, line=276 if size <= 22 else 252, lineRule="auto")
    for later in ("ind", "outlineLvl"):
        for found in form.findall(f"{W}{later}"):
            form.remove(found)
            spacing.addnext(found) if later == "ind" else form.append(found)
    run = sub(style, "rPr")
    sub(run, "rFonts", ascii=font, hAnsi=font, cs=font)
    if bold:
        sub(run, "b")
    sub(run, "color", val=_INK)
    sub(run, "sz", val=size)
    sub(run, "szCs", val=size)
