"""Finds spelling dictionaries where systems and office programs keep them, and keeps the user's own words."""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from app.files.atomic import make_folder, write_bytes
from app.model.base import Lang

#: The dictionaries of a language, the most fitting first.
NAMES: Final[Mapping[Lang, Sequence[str]]] = {
    "sv": ("sv_SE", "sv", "sv-SE", "sv_FI"),
    "en": ("en_GB", "en-GB", "en_GB-ise", "en_US", "en-US", "en"),
}


def dictionary_folders(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> tuple[Path, ...]:
    """The folders that may hold dictionaries, the user's own first, the Swedish one that comes with the program last.

    (The English one that comes along is American, and would mark British words as wrong.)"""
    home = Path.home()
    own = [_own_folder() / "dictionaries"]
    named = [Path(part) for part in environment.get("DICPATH", "").split(os.pathsep) if part]
    if platform == "win32":
        programs = [Path(environment[name]) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)") if environment.get(name)]
        system = [program / "LibreOffice" / "share" / "extensions" for program in programs]
        system += [Path(environment["APPDATA"]) / "hunspell"] if environment.get("APPDATA") else []
    elif platform == "darwin":
        system = [home / "Library" / "Spelling", Path("/Library/Spelling")]
        system += [Path("/Applications/LibreOffice.app/Contents/Resources/extensions")]
    else:
        data = environment.get("XDG_DATA_HOME") or home / ".local" / "share"
        system = [Path(data) / "hunspell", Path("/usr/local/share/hunspell"), Path("/usr/share/hunspell")]
        system += [Path("/usr/share/myspell"), Path("/usr/share/myspell/dicts")]
        system += [Path("/usr/lib/libreoffice/share/extensions"), Path("/usr/lib64/libreoffice/share/extensions")]
    return (*own, *named, *system, *_along())


def _along() -> Iterator[Path]:
    """Where the Swedish dictionary lies that spylls brings; it is found without loading it."""
    spec = find_spec("spylls")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        yield Path(place) / "hunspell" / "data" / "sv"


def find_dictionary(lang: Lang, folders: Sequence[Path]) -> Path | None:
    """A language's dictionary, as its path without ending: beside each other lie `<path>.aff` and `<path>.dic`."""
    for folder in folders:
        for place in (folder, *_parts(folder, lang)):
            for name in NAMES[lang]:
                if all((place / f"{name}.{ending}").is_file() for ending in ("aff", "dic")):
                    return place / name
    return None


def _parts(folder: Path, lang: Lang) -> Iterator[Path]:
    """The folders of an office program's extensions for a language, with those of dictionaries in them."""
    try:
        found = sorted(folder.glob(f"dict-{lang}*"))
    except OSError:
        return
    for part in found:
        yield part
        yield part / "dictionaries"


def words_path() -> Path:
    """Where the user's own words lie, one a line."""
    return _own_folder() / "words.txt"


def read_words(path: Path) -> frozenset[str]:
    """The user's own words; none when there is no file or it cannot be read."""
    try:
        return frozenset(word for line in path.read_text("utf-8").splitlines() if (word := line.strip()))
    except (OSError, ValueError):
        return frozenset()


def write_words(path: Path, words: frozenset[str]) -> None:
    """Keeps the user's own words. Raises CannotWrite."""
    make_folder(path.parent)
    write_bytes(path, "".join(f"{word}\n" for word in sorted(words)).encode())


def _own_folder() -> Path:
    return user_data_path("boardwright", appauthor=False)
