"""An Office file as parts that refer to each other (Open Packaging Conventions, ECMA-376 part 2), read as hostile until proven sound.

Nothing is fetched, no entity is resolved and no DTD is read; references to parts that are not there are dropped. Names of parts are
compared without regard to case, as the standard asks."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from lxml import etree

from app.files.archive import BadArchive, Foreign, Limits, unpack

#: lxml's element type has no public name.
Element = etree._Element  # pyright: ignore[reportPrivateUsage]

_OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
_RELATIONSHIP: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TYPES: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_CONTENT_TYPES: Final = "[Content_Types].xml"
#: Word's and PowerPoint's lock files hold a name's length, the name, and the name again in UTF-16.
_LOCK_SIZES: Final = range(54, 200)


@dataclass(frozen=True, slots=True)
class Reference:
    """What a part refers to: another part by its name or, when `external`, an address. `kind` is the full URI of the type."""

    id: str
    kind: str
    target: str
    external: bool = False

    @property
    def short(self) -> str:
        """The last word of the type: "slideLayout", "image"."""
        return self.kind.rsplit("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class OfficePart:
    """A part: its name with a leading slash, its content type, its bytes, what it refers to by relationship id."""

    name: str
    content_type: str
    data: bytes
    references: Mapping[str, Reference] = field(default_factory=dict[str, Reference])

    def by_kind(self, short: str) -> Iterator[Reference]:
        """References of a kind to other parts, in the file's order."""
        return (each for each in self.references.values() if each.short == short and not each.external)

    def xml(self) -> Element:
        """The part's first element. Raises BadArchive for what is no XML, and for XML with a DTD."""
        return parse_xml(self.data, self.name)


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """The parts by name, what the package itself refers to, and the name of the main part."""

    file: str
    parts: Mapping[str, OfficePart]
    references: Mapping[str, Reference]
    main: str

    @property
    def document(self) -> OfficePart:
        """The main part: the presentation, the text."""
        return self.parts[self.main]

    def target(self, part: OfficePart, id: str | None) -> OfficePart | None:
        """The part that a relationship id of `part` leads to."""
        reference = part.references.get(id) if id else None
        return None if reference is None or reference.external else self.parts.get(reference.target)


def parse_xml(data: bytes, name: str) -> Element:
    """A document's first element. Raises BadArchive for what is no XML, and for XML with a DTD, which no Office file has."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        element = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadArchive("office.damaged-part", file=name, part=name) from error
    if element.getroottree().docinfo.internalDTD is not None:
        raise BadArchive("office.entities", file=name, part=name)
    return element


def read_office(data: bytes, file: str, limits: Limits | None = None) -> OfficeFile:
    """The package in a file's bytes. Raises BadArchive, with the file's name, for empty, locking, encrypted, legacy, damaged and
    hostile ones."""
    _refuse_other(data, file)
    try:
        entries = unpack(data, file, limits)
    except Foreign:
        raise BadArchive("office.foreign", file=file) from None
    if entries.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        raise BadArchive("office.open-document", file=file)
    if _CONTENT_TYPES not in entries or "_rels/.rels" not in entries:
        raise BadArchive("office.foreign", file=file)
    try:
        return _assembled(entries, file)
    except BadArchive as problem:
        raise BadArchive(problem.key, **{**problem.values, "file": file}) from problem


def _refuse_other(data: bytes, file: str) -> None:
    """Raises BadArchive for what can be told by its first bytes."""
    if not data:
        raise BadArchive("office.empty", file=file)
    if file.startswith("~$") or (len(data) in _LOCK_SIZES and 0 < data[0] < _LOCK_SIZES[0] and not data[0:2] == b"PK"):
        raise BadArchive("office.lock", file=file)
    if data.startswith(_OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise BadArchive("office.encrypted" if encrypted else "office.legacy", file=file)


def _assembled(entries: Mapping[str, bytes], file: str) -> OfficeFile:
    names = {name.lower(): name for name in entries}
    defaults, overrides = _content_types(entries[_CONTENT_TYPES])
    parts: dict[str, OfficePart] = {}
    for name, data in entries.items():
        if name == _CONTENT_TYPES or name.endswith(".rels"):
            continue
        kind = overrides.get(f"/{name}".lower()) or defaults.get(name.rsplit(".", 1)[-1].lower(), "")
        folder, own = posixpath.split(name)
        listed = names.get(f"{folder}/_rels/{own}.rels".lstrip("/").lower())
        references: Mapping[str, Reference] = _references(entries[listed], folder, names) if listed else {}
        parts[f"/{name}"] = OfficePart(f"/{name}", kind, data, references)
    roots = _references(entries["_rels/.rels"], "", names)
    main = next((each.target for each in roots.values() if each.short == "officeDocument" and not each.external), "")
    if main not in parts:
        raise BadArchive("office.foreign", file=file)
    return OfficeFile(file, parts, roots, main)


def _content_types(data: bytes) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Content types by ending and by name, both in lower case."""
    root = parse_xml(data, _CONTENT_TYPES)
    endings = {
        str(each.get("Extension", "")).lower(): str(each.get("ContentType", ""))
        for each in root.iter(f"{_TYPES}Default")
    }
    names = {
        str(each.get("PartName", "")).lower(): str(each.get("ContentType", ""))
        for each in root.iter(f"{_TYPES}Override")
    }
    return endings, names


def _references(data: bytes, folder: str, names: Mapping[str, str]) -> Mapping[str, Reference]:
    """What a part in `folder` refers to, without what is not there."""
    found: dict[str, Reference] = {}
    for each in parse_xml(data, f"/{folder}").iter(_RELATIONSHIP):
        id, kind, target = (str(each.get(name, "")) for name in ("Id", "Type", "Target"))
        if each.get("TargetMode") == "External":
            found[id] = Reference(id, kind, target, external=True)
            continue
        path = target.split("#", 1)[0]
        joined = path if path.startswith("/") else f"/{folder}/{path}"
        wanted = posixpath.normpath(joined).lstrip("/")
        known = names.get(wanted.lower()) or names.get(unquote(wanted).lower())
        if known is not None:
            found[id] = Reference(id, kind, f"/{known}")
    return found
