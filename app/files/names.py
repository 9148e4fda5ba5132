"""Names of files that every system takes."""

from typing import Final

_FOREIGN: Final = '<>:"/\\|?*\n\t'


def file_stem(title: str) -> str:
    """A title as a file name that every system takes, without its ending."""
    kept = "".join(" " if character in _FOREIGN else character for character in title)
    return " ".join(kept.split()).strip(". ")[:80] or "Boardwright"
