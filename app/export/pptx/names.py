"""What the selection pane calls the parts of a slide, in the deck's language."""

import re
from functools import lru_cache
from typing import Final

from app.language.catalogue import Words, keys
from app.model.base import Lang

_NUMBERED: Final = re.compile(r"(?P<word>.*?)(?P<numbers>(?: \+?\d+)*)")


@lru_cache(maxsize=1024)
def shown_name(name: str, lang: Lang) -> str:
    """An item's name as people read it; numbers stay. A name that the catalogue does not have stays as it is: links are named in
    the deck's own words."""
    match = _NUMBERED.fullmatch(name)
    key = f"item.{match['word']}" if match else ""
    if match is None or key not in keys("pptx"):
        return name
    return Words("pptx", lang)(key) + match["numbers"]
