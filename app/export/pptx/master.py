"""Builds the deck master of a theme: `templates/decks/<theme>.pptx` holds what `build_master` gives, byte for byte.

Run as `python -m app.export.pptx.master` to write the masters of all themes anew."""

from io import BytesIO
from typing import Final

from app.export.pptx.canvas import DeckContext
from app.export.pptx.master_layout import layout_part, master_part
from app.export.pptx.master_notes import notes_master_part
from app.export.pptx.package import Package, Part, kind
from app.export.pptx.paint import Palette
from app.export.pptx.placeholders import LAYOUT_NAMES
from app.export.pptx.text import TextWriter
from app.export.pptx.theme_part import theme_part
from app.export.pptx.xml import CP, DC, EP, R_ID, A, P, root, serialized, sub
from app.language.catalogue import Words
from app.layout.grid import OURS
from app.layout.themes import THEMES, Theme
from app.model.units import emu
from app.resources import template

_TYPES: Final = "application/vnd.openxmlformats-officedocument"
_PRESENTATION: Final = f"{_TYPES}.presentationml"
_CORE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_KIND: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
#: Master and layouts count together, from here, by the standard.
FIRST_MASTER_ID: Final = 2147483648
#: What PowerPoint gives a table that a user inserts: its "Medium Style 2, Accent 1".
_TABLE_STYLE: Final = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
_NOTES_SIZE: Final = {"cx": "6858000", "cy": "9144000"}


def build_master(theme: Theme) -> bytes:
    """A .pptx without slides: the theme, one master, a layout for each of `LAYOUT_NAMES`, a notes master. Same theme, same bytes."""
    package = Package()
    document = package.add("/ppt/presentation.xml", f"{_PRESENTATION}.presentation.main+xml")
    package.root.relate(document, kind("officeDocument"))
    master = _add_master(package, theme)
    notes = package.add(
        "/ppt/notesMasters/notesMaster1.xml", f"{_PRESENTATION}.notesMaster+xml", notes_master_part(theme)
    )
    notes.relate(_add_theme(package, theme, 2), kind("theme"))
    document.data = _presentation(document, master, notes)
    _add_settings(package, document)
    _add_properties(package, theme)
    out = BytesIO()
    package.write(out)
    return out.getvalue()


def _name(theme: Theme) -> str:
    return Words("pptx", "sv")(f"theme.{theme.id}")


def _add_theme(package: Package, theme: Theme, number: int) -> Part:
    return package.add(f"/ppt/theme/theme{number}.xml", f"{_TYPES}.theme+xml", theme_part(theme, _name(theme)))


def _add_master(package: Package, theme: Theme) -> Part:
    master = package.add("/ppt/slideMasters/slideMaster1.xml", f"{_PRESENTATION}.slideMaster+xml")
    palette = Palette(theme)
    deck = DeckContext(package, palette, TextWriter(palette, theme.names["symbol"], "sv"), "sv", {}, {})
    ids: list[str] = []
    for number, key in enumerate(LAYOUT_NAMES, start=1):
        part = package.add(f"/ppt/slideLayouts/slideLayout{number}.xml", f"{_PRESENTATION}.slideLayout+xml")
        part.relate(master, kind("slideMaster"))
        part.data = layout_part(theme, key, part, deck)
        ids.append(master.relate(part, kind("slideLayout")))
    master.relate(_add_theme(package, theme, 1), kind("theme"))
    master.data = master_part(theme, {id: FIRST_MASTER_ID + number for number, id in enumerate(ids, start=1)})
    return master


def _presentation(document: Part, master: Part, notes: Part) -> bytes:
    element = root(f"{P}presentation", "a p r", {"saveSubsetFonts": "1"})
    masters = sub(element, f"{P}sldMasterIdLst")
    sub(masters, f"{P}sldMasterId", {"id": str(FIRST_MASTER_ID), R_ID: document.relate(master, kind("slideMaster"))})
    notes_masters = sub(element, f"{P}notesMasterIdLst")
    sub(notes_masters, f"{P}notesMasterId", {R_ID: document.relate(notes, kind("notesMaster"))})
    sub(element, f"{P}sldSz", {"cx": str(emu(OURS.width)), "cy": str(emu(OURS.height))})
    sub(element, f"{P}notesSz", _NOTES_SIZE)
    defaults = sub(element, f"{P}defaultTextStyle")
    sub(sub(defaults, f"{A}defPPr"), f"{A}defRPr", {"lang": "sv-SE"})
    for level in range(1, 6):
        style = sub(defaults, f"{A}lvl{level}pPr", {"marL": str(emu(18.0) * (level - 1)), "algn": "l"})
        look = sub(style, f"{A}defRPr", {"sz": "1600"})
        sub(sub(look, f"{A}solidFill"), f"{A}schemeClr", {"val": "tx1"})
        for tag, font in (("latin", "+mn-lt"), ("ea", "+mn-ea"), ("cs", "+mn-cs")):
            sub(look, f"{A}{tag}", {"typeface": font})
    return serialized(element)


def _add_settings(package: Package, document: Part) -> None:
    """Properties of presentation, view and tables, without which PowerPoint adds its own on opening."""
    settings = {
        "presProps": root(f"{P}presentationPr", "a p r"),
        "viewProps": root(f"{P}viewPr", "a p r"),
        "tableStyles": root(f"{A}tblStyleLst", "a", {"def": _TABLE_STYLE}),
    }
    for name, element in settings.items():
        part = package.add(f"/ppt/{name}.xml", f"{_PRESENTATION}.{name}+xml", serialized(element))
        document.relate(part, kind(name))


def _add_properties(package: Package, theme: Theme) -> None:
    core = root(f"{CP}coreProperties", "cp dc")
    sub(core, f"{DC}title", text=f"Boardwright {_name(theme)}")
    sub(core, f"{DC}language", text="sv-SE")
    package.root.relate(package.add("/docProps/core.xml", _CORE, serialized(core)), _CORE_KIND)
    program = root(f"{EP}Properties", "ep")
    sub(program, f"{EP}Application", text="Boardwright")
    part = package.add("/docProps/app.xml", f"{_TYPES}.extended-properties+xml", serialized(program))
    package.root.relate(part, kind("extended-properties"))


def write_masters() -> None:
    """Write the master of every theme to its place among the templates."""
    for theme in THEMES.values():
        path = template("decks", f"{theme.id}.pptx")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(build_master(theme))


if __name__ == "__main__":
    write_masters()
