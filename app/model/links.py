"""Which addresses a text may lead to."""

from typing import Final
from urllib.parse import urlsplit

SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto"})


def safe_link(address: str) -> str | None:
    """The address, if it is one of the web or of mail; None for everything else, such as a script or a file."""
    try:
        scheme = urlsplit(address.strip()).scheme.lower()
    except ValueError:
        return None
    return address.strip() if scheme in SAFE_SCHEMES else None
