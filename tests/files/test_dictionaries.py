"""Dictionaries are found where systems and office programs keep them."""

from pathlib import Path

from app.files.dictionaries import dictionary_folders, find_dictionary, read_words, write_words


def lay(folder: Path, name: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for ending in ("aff", "dic"):
        (folder / f"{name}.{ending}").touch()


def test_the_users_language_comes_before_its_neighbours(tmp_path: Path) -> None:
    lay(tmp_path, "en_US")
    lay(tmp_path, "sv_FI")
    assert find_dictionary("en", [tmp_path]) == tmp_path / "en_US"
    lay(tmp_path, "en_GB")
    assert find_dictionary("en", [tmp_path]) == tmp_path / "en_GB"
    assert find_dictionary("sv", [tmp_path]) == tmp_path / "sv_FI"


def test_an_office_programs_extension_is_looked_into(tmp_path: Path) -> None:
    lay(tmp_path / "dict-sv" / "dictionaries", "sv_SE")
    assert find_dictionary("sv", [tmp_path]) == tmp_path / "dict-sv" / "dictionaries" / "sv_SE"


def test_half_a_dictionary_is_none(tmp_path: Path) -> None:
    (tmp_path / "sv_SE.dic").touch()
    assert find_dictionary("sv", [tmp_path, tmp_path / "missing"]) is None


def test_each_system_has_its_folders() -> None:
    windows = dictionary_folders({"PROGRAMFILES": "C:/Program Files", "DICPATH": ""}, "win32")
    assert any("LibreOffice" in str(folder) for folder in windows)
    assert any("Spelling" in str(folder) for folder in dictionary_folders({}, "darwin"))
    assert Path("/usr/share/hunspell") in dictionary_folders({}, "linux")


def test_own_words_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "new" / "words.txt"
    assert read_words(path) == frozenset()
    write_words(path, frozenset({"Almesjö", "KPI"}))
    assert read_words(path) == {"Almesjö", "KPI"}


def test_swedish_is_spelt_on_a_computer_without_any_dictionary() -> None:
    folders = [folder for folder in dictionary_folders({}, "win32") if "spylls" in folder.parts]
    found = find_dictionary("sv", folders)
    assert found is not None
    assert found.name == "sv_SE"
    assert find_dictionary("en", folders) is None
