"""What of a template does not go along into an export, by one rule each.

Left out: macros and what hangs on them, example slides with their notes and comments, the comments' authors, custom XML, files embedded
in example slides or layouts, anything that is linked from outside, digital signatures (they would be broken), printer settings, and who
wrote the template. Kept: masters, layouts, themes, their pictures, tags, fonts, table styles."""

from collections.abc import Iterator, Mapping
from typing import Final

from app.files.parts import OfficeFile, OfficePart

#: Kinds of reference by what they lead to. A part that only such a reference reaches is left out.
LEFT_OUT: Final[Mapping[str, str]] = {
    "vbaProject": "macros",
    "wordVbaData": "macros",
    "attachedToolbars": "macros",
    "ui/extensibility": "macros",
    "extensibility": "macros",
    "customXml": "custom-xml",
    "customXmlProps": "custom-xml",
    "commentAuthors": "comments",
    "authors": "comments",
    "comments": "comments",
    "custom-properties": "persons",
    "slide": "slides",
    "printerSettings": "printer",
    "origin": "signature",
    "signature": "signature",
    "oleObject": "embedded",
    "package": "embedded",
    "control": "embedded",
    "activeXControlBinary": "embedded",
    "handoutMaster": "handout",
    "thumbnail": "thumbnail",
}
#: Said to the user; the others are housekeeping.
_TOLD: Final = ("slides", "macros", "links", "embedded", "comments", "custom-xml", "persons", "signature")
_PERSONAL: Final = (b"creator>", b"lastModifiedBy>")


def leavings(office: OfficeFile) -> tuple[str, ...]:
    """What an export leaves out of this template, in words' keys."""
    found = {key for kind, key in LEFT_OUT.items() if any(_kinds(office, kind))}
    if any(each.external and each.short != "hyperlink" for part in _kept(office) for each in part.references.values()):
        found.add("links")
    core = next(
        (office.parts[each.target] for each in office.references.values() if each.short == "core-properties"), None
    )
    if core is not None and any(_filled(core.data, word) for word in _PERSONAL):
        found.add("persons")
    return tuple(key for key in _TOLD if key in found)


def _kinds(office: OfficeFile, kind: str) -> Iterator[bool]:
    everything = [office.references, *(part.references for part in office.parts.values())]
    return (True for references in everything for each in references.values() if each.short == kind)


def _kept(office: OfficeFile) -> Iterator[OfficePart]:
    """Masters and layouts: what they link to would be fetched by whoever opens the deck."""
    return (
        part
        for part in office.parts.values()
        if "slideMaster+xml" in part.content_type or "slideLayout+xml" in part.content_type
    )


def _filled(data: bytes, word: bytes) -> bool:
    start = data.find(word)
    return start >= 0 and data[start + len(word) : start + len(word) + 1] != b"<"
