"""A deck as text, part by part: XML one element a line, other parts by their digest."""

import zipfile
from collections.abc import Mapping
from difflib import unified_diff
from hashlib import sha256
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Final

from lxml import etree

_LONGEST: Final = 60


def digest(deck: bytes) -> dict[str, str]:
    """Each part's text by its name. Parts that come with the master stand by their digest: tests of the master hold them."""
    with zipfile.ZipFile(BytesIO(deck)) as archive:
        return {name: _told(name, archive.read(name)) for name in archive.namelist()}


def _told(name: str, data: bytes) -> str:
    if name.endswith((".xml", ".rels")) and not name.startswith(("ppt/slideMasters", "ppt/slideLayouts", "ppt/theme")):
        return etree.tostring(etree.fromstring(data), pretty_print=True, encoding="unicode")
    return f"sha256 {sha256(data).hexdigest()}\n"


def write(path: Path, told: Mapping[str, str]) -> None:
    """Stores a digest: one packed file, in which each part is a text."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(told):
            archive.writestr(zipfile.ZipInfo(name), told[name], zipfile.ZIP_DEFLATED, 9)


def read(path: Path) -> dict[str, str]:
    """A stored digest."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def differences(reference: Mapping[str, str], actual: Mapping[str, str]) -> list[str]:
    """Each part that came, went or changed, with the lines that differ."""
    found: list[str] = []
    for name in sorted(reference.keys() | actual.keys()):
        old, new = reference.get(name), actual.get(name)
        if old is None or new is None:
            found.append(f"{name} {'is new' if old is None else 'is gone'}")
        elif old != new:
            lines = unified_diff(old.splitlines(), new.splitlines(), f"reference/{name}", name, lineterm="", n=2)
            found.append("\n".join(islice(lines, _LONGEST)))
    return found
