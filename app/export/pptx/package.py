"""The file as parts that refer to each other, read with python-pptx and written with fixed times in a fixed order.

python-pptx finds a part's name by walking all parts, which costs a thousand slides their square; here names are given by whoever adds
the part."""

import posixpath
import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from typing import BinaryIO, Final

from pptx.opc.package import OpcPackage
from pptx.opc.package import Part as OpcPart

from app.export.pptx.xml import plain_root, serialized, sub

_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCUMENT: Final = f"{_OFFICE}/officeDocument"
#: Part types that go by their file's ending; all others are listed one by one.
_BY_ENDING: Final = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "gif": "image/gif",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
#: Already compressed: stored as they are.
_STORED: Final = frozenset({"png", "jpeg", "jpg", "gif", "xlsx"})
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reference from one part to another (by name) or, when `external`, to an address. `kind` is its type's full URI."""

    id: str
    kind: str
    target: str
    external: bool = False


def kind(name: str) -> str:
    """The full relationship type of a short one: "slide", "notesSlide", "hyperlink"."""
    return f"{_OFFICE}/{name}"


@dataclass(slots=True)
class Part:
    """One file of the package, with what it refers to. `name` starts with a slash."""

    name: str
    content_type: str
    data: bytes = b""
    #: By id, in the order in which they are written.
    relationships: dict[str, Relationship] = field(default_factory=dict[str, Relationship])
    #: The highest number among the relationships' ids.
    last_id: int = 0
    #: Ids by type and target.
    _known: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def relate(self, to: "Part | str", by: str) -> str:
        """The id of the relationship of type `by` to a part or an external address; the same one when asked again."""
        target = to if isinstance(to, str) else to.name
        known = self._known.get((by, target))
        if known is None:
            known = f"rId{self.last_id + 1}"
            self.adopt(Relationship(known, by, target, isinstance(to, str)))
        return known

    def adopt(self, relationship: Relationship) -> None:
        """Take over a relationship that has its id already."""
        self.relationships[relationship.id] = relationship
        self._known.setdefault((relationship.kind, relationship.target), relationship.id)
        number = relationship.id.removeprefix("rId")
        self.last_id = max(self.last_id, int(number) if number.isdecimal() else 0)


class Package:
    """The parts by name, in the order in which they are written, and what the package itself refers to."""

    def __init__(self) -> None:
        self.parts: dict[str, Part] = {}
        self.root = Part("/", "")

    @property
    def document(self) -> Part:
        """The presentation part. Raises StopIteration when there is none."""
        return next(self.parts[each.target] for each in self.root.relationships.values() if each.kind == _DOCUMENT)

    def add(self, name: str, content_type: str, data: bytes = b"") -> Part:
        """A new part. Raises ValueError when the name is taken."""
        if name in self.parts:
            raise ValueError(f"two parts named {name}")
        part = Part(name, content_type, data)
        self.parts[name] = part
        return part

    def add_next(self, stem: str, content_type: str, data: bytes = b"") -> Part:
        """A new part under the first number that is free after `stem` ("/ppt/theme/theme")."""
        taken = {name.lower() for name in self.parts}
        number = next(number for number in count(1) if f"{stem}{number}.xml".lower() not in taken)
        return self.add(f"{stem}{number}.xml", content_type, data)

    def write(self, out: BinaryIO) -> None:
        """The whole package as a zip file: the same parts give the same bytes."""
        with zipfile.ZipFile(out, "w") as archive:
            _write_entry(archive, "[Content_Types].xml", self._content_types())
            _write_entry(archive, "_rels/.rels", _relationships(self.root))
            for part in self.parts.values():
                _write_entry(archive, part.name[1:], part.data)
                if part.relationships:
                    folder, name = posixpath.split(part.name[1:])
                    _write_entry(archive, f"{folder}/_rels/{name}.rels", _relationships(part))

    def _content_types(self) -> bytes:
        types = plain_root(_CONTENT_TYPES, "Types")
        endings = {"rels", "xml"} | {_ending(part.name) for part in self.parts.values() if _goes_by_ending(part)}
        for ending in sorted(endings):
            sub(types, f"{{{_CONTENT_TYPES}}}Default", {"Extension": ending, "ContentType": _BY_ENDING[ending]})
        for part in self.parts.values():
            if not _goes_by_ending(part):
                attributes = {"PartName": part.name, "ContentType": part.content_type}
                sub(types, f"{{{_CONTENT_TYPES}}}Override", attributes)
        return serialized(types)


def _ending(name: str) -> str:
    return name.rsplit(".", 1)[-1]


def _goes_by_ending(part: Part) -> bool:
    return _BY_ENDING.get(_ending(part.name)) == part.content_type


def _write_entry(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = 0
    entry.compress_type = zipfile.ZIP_STORED if _ending(name) in _STORED else zipfile.ZIP_DEFLATED
    archive.writestr(entry, data)


def _relationships(part: Part) -> bytes:
    listed = plain_root(_RELATIONSHIPS, "Relationships")
    folder = posixpath.dirname(part.name)
    for each in part.relationships.values():
        target = each.target if each.external else posixpath.relpath(each.target, folder)
        attributes = {"Id": each.id, "Type": each.kind, "Target": target}
        if each.external:
            attributes["TargetMode"] = "External"
        sub(listed, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    return serialized(listed)


def read_package(data: bytes) -> Package:
    """The package in a .pptx file's bytes. Raises what python-pptx raises for a file that is none."""
    opened = OpcPackage.open(BytesIO(data))
    package = Package()
    for source in opened.iter_parts():
        package.parts[str(source.partname)] = _copied(source)
    for id, each in opened._rels.items():  # pyright: ignore[reportPrivateUsage]
        package.root.adopt(Relationship(id, each.reltype, str(each.target_part.partname)))
    return package


def _copied(source: OpcPart) -> Part:
    part = Part(str(source.partname), source.content_type, source.blob)
    for id, each in source.rels.items():
        target = each.target_ref if each.is_external else str(each.target_part.partname)
        part.adopt(Relationship(id, each.reltype, target, each.is_external))
    return part
