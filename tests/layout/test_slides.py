"""Whole decks stand as they should: nothing leaves its box, and LibreOffice breaks the lines where we did."""

import shutil
import subprocess
import zipfile
from collections import defaultdict
from io import BytesIO
from pathlib import Path

import pytest

from app.compose import compose
from app.layout.frames import PlacedDeck
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from app.model.base import Lang, text
from app.model.project import Project
from app.services.starters import Starter
from tests.export.pdf.readers import Bounds, Character, ReadPage, pages
from tests.export.pptx.readers import parts
from tests.layout.faults import faults
from tests.layout.strained import COMPOUND, MIXED, SENTENCE, TREATISE, everywhere, many
from tests.sample import TODAY, empty_project, sample_project
from tests.services.projects import FILLED, LANGS, exported, starter

#: Each starter, each language.
RENDERED: tuple[tuple[Starter, Lang], ...] = (("municipality", "sv"), ("company", "en"))
MEASURER = Measurer(FJARD.faces)


def placed(project: Project, lang: Lang = "sv") -> PlacedDeck:
    """A project's deck."""
    return place(compose(project, lang=lang, today=TODAY), FJARD, MEASURER)


def wrong(deck: PlacedDeck) -> list[str]:
    """All faults of a deck."""
    return [fault for slide in deck.slides for fault in faults(slide, deck.size)]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", [*FILLED, None])
def test_a_plausible_deck_stands_without_fault(name: Starter | None, lang: Lang) -> None:
    deck = placed(starter(name, lang) if name else sample_project(), lang)
    assert wrong(deck) == []
    assert len(deck.slides) >= 15
    assert [slide.number for slide in deck.slides] == list(range(1, len(deck.slides) + 1))


STRAINED: dict[str, Project] = {
    "a compound of sixty letters everywhere": everywhere(COMPOUND),
    "several scripts and a smile everywhere": everywhere(MIXED),
    "four hundred letters everywhere": everywhere(SENTENCE),
    "forty actions": many(sample_project(), actions=40),
    "one action": many(sample_project(), actions=1),
    "sixty patterns, risks and decisions": many(sample_project(), patterns=60, risks=60, decisions=20),
    "no patterns": sample_project().model_copy(update={"patterns": ()}),
    "nothing at all": empty_project(),
}


@pytest.mark.parametrize("case", STRAINED)
def test_a_strained_deck_stands_without_fault(case: str) -> None:
    deck = placed(STRAINED[case])
    assert wrong(deck) == []
    assert deck.slides


def test_an_annotation_of_three_thousand_words_is_carried_on_to_further_slides() -> None:
    sample = sample_project()
    chosen = sample.patterns[0].model_copy(update={"meaning": text(TREATISE)})
    deck = placed(sample.model_copy(update={"patterns": (chosen, *sample.patterns[1:])}))
    assert wrong(deck) == []
    assert sum(slide.id.startswith(f"pattern/{chosen.id}") for slide in deck.slides) > 5


Line = list[Character]


def lines(page: ReadPage) -> list[Line]:
    """A page's lines: letters on one height with no wide gap between them, from left to right."""
    found: list[Line] = []
    for character in page.characters:
        if not character.text.strip() or character.box[2] <= character.box[0]:
            continue
        if found and _follows(found[-1][-1], character):
            found[-1].append(character)
        else:
            found.append([character])
    return found


def _follows(before: Character, after: Character) -> bool:
    """Whether a letter stands on the line of the one before it, a few words' gap at most to its right."""
    middle = (after.box[1] + after.box[3]) / 2
    return before.box[1] - 6 < middle < before.box[3] + 6 and -4 < after.box[0] - before.box[2] < 12


def apart(ours: ReadPage, theirs: ReadPage) -> list[str]:
    """The lines of our page that stand elsewhere on the other: less than seven of ten letters within three points.

    Ligatures stand as one letter."""
    places: dict[str, list[Bounds]] = defaultdict(list)
    for character in theirs.characters:
        places[character.text].append(character.box)

    def is_there(letter: Character) -> bool:
        left, low = letter.box[:2]
        return any(abs(box[0] - left) < 3 and abs(box[1] - low) < 3 for box in places[letter.text])

    return [
        f"{''.join(letter.text for letter in line)!r} at {line[0].box[0]:.1f}, {line[0].box[1]:.1f}"
        for line in lines(ours)
        if sum(map(is_there, line)) < 0.7 * len(line)
    ]


def unhidden(deck: bytes) -> bytes:
    """The deck with all its slides shown: LibreOffice leaves hidden ones out of a PDF."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts(deck).items():
            archive.writestr(name, data.replace(b' show="0"', b""))
    return out.getvalue()


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[Starter, Lang], bytes]:
    """The starters' decks as LibreOffice shows them."""
    if shutil.which("soffice") is None:
        pytest.skip("needs LibreOffice: no soffice on the path")
    folder = tmp_path_factory.mktemp("decks")
    paths: dict[tuple[Starter, Lang], Path] = {}
    for name, lang in RENDERED:
        paths[name, lang] = folder / f"{name}.pptx"
        paths[name, lang].write_bytes(unhidden(exported(name, lang)["pptx"]))
    profile = (tmp_path_factory.mktemp("profile")).as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    subprocess.run([*command, *map(str, paths.values())], check=True, capture_output=True, timeout=120)
    return {key: path.with_suffix(".pdf").read_bytes() for key, path in paths.items()}


def test_libreoffice_shows_all_text_within_the_slide(rendered: dict[tuple[Starter, Lang], bytes]) -> None:
    outside = [
        f"{name} {number}: {character.text!r} at {character.box}"
        for (name, _), data in rendered.items()
        for number, page in enumerate(pages(data), start=1)
        for character in page.characters
        if character.box[2] > character.box[0]
        and (
            character.box[0] < -1
            or character.box[1] < -1
            or character.box[2] > page.size[0] + 1
            or character.box[3] > page.size[1] + 1
        )
    ]
    assert outside == []


def test_libreoffice_breaks_and_places_lines_as_we_do(rendered: dict[tuple[Starter, Lang], bytes]) -> None:
    for (name, lang), data in rendered.items():
        ours, theirs = pages(exported(name, lang)["deck-pdf"]), pages(data)
        assert len(ours) == len(theirs)
        count = sum(len(lines(page)) for page in ours)
        differing = [
            f"{number}: {line}"
            for number, (one, other) in enumerate(zip(ours, theirs, strict=True), start=1)
            for line in apart(one, other)
        ]
        assert len(differing) <= 0.05 * count, f"{name}: {len(differing)} of {count}\n" + "\n".join(differing)
