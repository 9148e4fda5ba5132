"""What slides are written on: a package with masters, the layout of each slide, colours, the notes master."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.export.pptx.package import Package, Part, read_package
from app.export.pptx.paint import Palette
from app.export.pptx.placeholders import LAYOUT_NAMES, layout_placeholders
from app.export.pptx.slide import Layout
from app.export.pptx.xml import P, parsed
from app.layout.frames import LayoutKey, PlacedSlide, Role
from app.layout.themes import Theme
from app.resources import template

LAYOUT_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"
NOTES_MASTER_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_BACKGROUNDS: Final[Mapping[LayoutKey, Role]] = {"cover": "cover", "content": "ground", "content-takeaway": "ground"}


@dataclass(frozen=True, slots=True)
class Stock:
    """A package to write slides into."""

    package: Package
    palette: Palette
    layout_of: Callable[[PlacedSlide], Layout]
    notes_master: Part
    #: Whether the presentation is somebody else's, with text styles of its own.
    foreign: bool = False


def own_stock(theme: Theme) -> Stock:
    """Our own master of a theme."""
    package = read_package(template("decks", f"{theme.id}.pptx").read_bytes())
    layouts = _layouts(package, theme)
    notes_master = next(of_type(package, NOTES_MASTER_TYPE))
    return Stock(package, Palette(theme), lambda slide: layouts[slide.layout], notes_master)


def of_type(package: Package, content_type: str) -> Iterator[Part]:
    """The package's parts of a content type."""
    return (part for part in package.parts.values() if part.content_type == content_type)


def _layouts(package: Package, theme: Theme) -> dict[LayoutKey, Layout]:
    by_name = {_layout_name(part): part for part in of_type(package, LAYOUT_TYPE)}
    return {
        key: Layout(by_name[name], layout_placeholders(theme, key), _BACKGROUNDS[key])
        for key, name in LAYOUT_NAMES.items()
    }


def _layout_name(part: Part) -> str:
    content = parsed(part.data).find(f"{P}cSld")
    return "" if content is None else str(content.get("name", ""))
