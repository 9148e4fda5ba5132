"""What was left in a text to be filled in later: "xxx", "TBD", "[belopp]", "lorem ipsum", "skriv här"."""

import re
from typing import Final

_WORDS: Final = (
    "belopp|datum|namn|siffra|siffror|text|rubrik|ansvarig|källa|fyll i|att fylla i|kompletteras|komplettera|infoga|skriv|x+|n\\.?n\\.?"
    "|amount|date|name|number|figure|text|title|owner|source|fill in|to be completed|insert|write|tbd|tbc|tba|todo"
)
_LEFT: Final = re.compile(
    rf"""
    \b[xX]{{3,}}\b | \bX{{2}}\b(?!\s*-?(?:århundrad|talet)) | \b(?:TBD|TBC|TBA|TODO|FIXME)\b | \b(?i:lorem\s+ipsum)
    | \[\s*(?:…|\.\.\.|\?+|_+|(?i:{_WORDS})(?i:[^\]\n@]{{0,30}}))\s*\](?!\()
    | (?<![\w<])<\s*(?i:{_WORDS})\s*> | \?{{3,}} | _{{4,}} | \b(?i:N\.\s?N\.)(?!\w)
    | \b(?i:skriv|fyll\s+i|infoga|lägg\s+in)\s+(?i:text(?:en)?\s+)?(?i:här)\b
    | \b(?i:att\s+kompletteras|kompletteras\s+senare|text\s+kommer)\b
    | \b(?i:(?:write|insert|enter|add|fill\s+in)\s+(?:your\s+)?(?:text|here|name|amount|date|details)(?:\s+here)?)\b(?!\s+of)
    | \b(?i:klicka\s+här\s+för\s+att\s+lägga\s+till|click\s+to\s+add)\b
    | \b(?i:to\s+be\s+(?:decided|confirmed|announced|completed)\s+later)\b
    """,
    re.VERBOSE,
)


def placeholder(text: str) -> str:
    """The first placeholder in a text; "" where there is none."""
    found = _LEFT.search(text)
    return " ".join(found[0].split()) if found else ""
