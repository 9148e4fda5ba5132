"""A personal identity number in the material."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.example import CHOSEN
from app.checks.rule import Fix, Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.sources import PERSONAL_NUMBERS
from app.checks.texts import Wording
from app.model.base import text

#: Personal and co-ordination numbers, with or without century and hyphen; the latter count the day from 61.
_NUMBER: Final = re.compile(
    r"(?<![\d-])(?:19|20)?(\d{2}(?:0[1-9]|1[0-2])(?:[06][1-9]|[1278]\d|[39][01]))[-+]?(\d{4})(?![\d-])"
)
_FIX: Final = text("Ta bort numret", "Remove the number")
_LARGEST_DIGIT: Final = 9
_BASE: Final = 10


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    for found in _NUMBER.finditer(wording.text):
        if _adds_up(found[1] + found[2]):
            left = f"{wording.text[: found.start()].rstrip()}{wording.text[found.end() :]}"
            yield Hit(wording.path, fix=Fix(_FIX, {wording.path: left}))
            return


def _adds_up(digits: str) -> bool:
    """Whether the last digit is the check digit of the others (Luhn)."""
    doubled = [int(digit) * (2 - index % 2) for index, digit in enumerate(digits)]
    return sum(each - _LARGEST_DIGIT if each > _LARGEST_DIGIT else each for each in doubled) % _BASE == 0


RULE = Rule(
    id="safety.personal-number",
    severity="error",
    title=text("Personnummer i texten", "Personal identity number in the text"),
    says=text(
        "Texten innehåller ett personnummer. Ta bort det.",
        "The text holds a Swedish personal identity number. Remove it.",
    ),
    why=text(
        "Handlingar till en styrelse sprids och kan bli offentliga. Personnummer får bara stå där det är klart motiverat.",
        "Board papers are spread and may become public. Personal numbers may only stand where clearly justified.",
    ),
    source=PERSONAL_NUMBERS,
    scope=TEXTS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/meaning": text("Ärendet om 811218-9876 tog ett år.", "The case of 811218-9876 took a year.")
    },
    silent={
        f"patterns/{CHOSEN}/meaning": text(
            "Ärendet med nummer 811218-9877 tog ett år.", "The case numbered 811218-9877 took a year."
        )
    },
)
