"""A picture described by its file’s name."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.model.base import text
from app.model.project import Asset

_FILE_NAME: Final = re.compile(
    r"\S+\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|pdf)|(?:IMG|DSC|image|bild|skärmbild)[ _-]?\d+", re.IGNORECASE
)


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    if (wording.record, wording.name) == (Asset, "description") and _FILE_NAME.fullmatch(wording.text.strip()):
        yield Hit(wording.path, values={"text": wording.text})


RULE = Rule(
    id="form.file-name-as-description",
    severity="note",
    title=text("Beskrivningen är ett filnamn", "The description is a file’s name"),
    says=text("”{text}” säger inte vad bilden visar.", "“{text}” does not say what the picture shows."),
    why=text(
        "Den som får bilden uppläst behöver höra vad den visar.",
        "Anyone who has the picture read out needs to hear what it shows.",
    ),
    source=text("WCAG 2.1, 1.1.1 Icke-textuellt innehåll", "WCAG 2.1, 1.1.1 Non-text Content"),
    scope=TEXTS,
    find=_find,
    fires={
        "assets": (
            {
                "sha256": "a" * 64,
                "name": "karta.png",
                "media_type": "image/png",
                "width": 1600,
                "height": 1000,
                "description": text("karta.png", "IMG_2031"),
            },
        ),
        "storyline/free": (
            {"id": "f" * 32, "title": text("Nämnderna äger målen", "Committees own the goals"), "picture": "a" * 64},
        ),
    },
)
