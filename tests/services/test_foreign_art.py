"""Pictures of a template that only Office draws: LibreOffice's where it is installed, for the screen alone."""

import struct
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from pptx import Presentation
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

from app.files.digest import digest
from app.layout.template.opening import open_template
from app.services.foreign_art import redrawn

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_IMAGE = f"{_LINKS}/image"


def drawing() -> bytes:
    """A red square as a Windows metafile."""

    def record(function: int, *values: int) -> bytes:
        return struct.pack("<IH", 3 + len(values), function) + struct.pack(f"<{len(values)}h", *values)

    records = (
        record(0x020B, 0, 0),
        record(0x020C, 1000, 1000),
        record(0x02FC, 0, 0x00FF, 0, 0),
        record(0x012D, 0),
        record(0x041B, 1000, 1000, 0, 0),
        record(0),
    )
    size = 9 + sum(len(each) // 2 for each in records)
    head = struct.pack("<HHHIHIH", 1, 9, 0x0300, size, 1, max(len(each) // 2 for each in records), 0)
    frame = struct.pack("<IHhhhhHI", 0x9AC6CDD7, 0, 0, 0, 1000, 1000, 1440, 0)
    total = 0
    for (word,) in struct.iter_unpack("<H", frame):
        total ^= word
    return frame + struct.pack("<H", total) + head + b"".join(records)


def template(picture: bytes) -> bytes:
    """python-pptx's own template, its master on a metafile."""
    deck: Any = Presentation()
    master = deck.slide_master.part
    part = Part(PackURI("/ppt/media/emblem.wmf"), "image/x-wmf", master.package, picture)
    link = master.relate_to(part, _IMAGE)
    fill = f'<a:blipFill xmlns:a="{_MAIN}" xmlns:r="{_LINKS}"><a:blip r:embed="{link}"/><a:stretch/></a:blipFill>'
    properties = deck.slide_master.background._cSld.get_or_add_bgPr()
    properties.replace(properties[0], parse_xml(fill))
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def test_a_picture_that_was_drawn_before_is_taken_from_where_it_is_kept(tmp_path: Path) -> None:
    picture = drawing()
    (tmp_path / f"{digest(picture)}.png").write_bytes(b"kept")
    assert redrawn(open_template(template(picture), "mall.pptx"), tmp_path) == {"/ppt/media/emblem.wmf": b"kept"}


def test_a_metafile_is_drawn_where_a_program_can_and_left_out_where_none_can(tmp_path: Path) -> None:
    found = redrawn(open_template(template(drawing()), "mall.pptx"), tmp_path / "art")
    for data in found.values():
        with Image.open(BytesIO(data)) as image:
            assert image.convert("RGB").getpixel((image.width // 2, image.height // 2)) == (255, 0, 0)
    assert [file.read_bytes() for file in (tmp_path / "art").glob("*.png")] == list(found.values())
