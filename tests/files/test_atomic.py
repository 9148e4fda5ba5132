"""A file is written whole or not at all, and the old one is never opened."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from app.files.atomic import write_bytes, write_in_place
from app.files.errors import Cancelled
from app.files.reasons import CannotRead, CannotWrite


def test_what_is_written_stands_in_place_alone(tmp_path: Path) -> None:
    target = tmp_path / "Plan åäö.pptx"
    write_bytes(target, b"one")
    write_bytes(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


def failing(error: BaseException) -> Callable[[BinaryIO], None]:
    def write(file: BinaryIO) -> None:
        file.write(b"half")
        raise error

    return write


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), Cancelled(), ValueError("wrong")])
def test_nothing_half_written_is_left_and_the_old_file_is_untouched(tmp_path: Path, error: BaseException) -> None:
    target = tmp_path / "deck.pptx"
    target.write_bytes(b"old")
    with pytest.raises((CannotWrite, Cancelled, ValueError)):
        write_in_place(target, failing(error))
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as said:
        write_in_place(tmp_path / "deck.pptx", failing(OSError(errno.ENOSPC, "full")))
    assert said.value.told("sv").startswith("Disken är full, så ”deck.pptx” kunde inte sparas.")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as said:
        write_bytes(tmp_path / "nowhere" / "deck.pptx", b"x")
    assert said.value.told("en") == f"“deck.pptx” can't be saved: there is no folder {tmp_path / 'nowhere'}."


def test_a_folder_is_not_written_over(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite) as said:
        write_bytes(tmp_path, b"x")
    assert "is a folder" in said.value.told("en")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (PermissionError(errno.EACCES, "no"), "may not be written"),
        (OSError(errno.EROFS, "read-only"), "may not be written"),
        (OSError(errno.EBUSY, "busy"), "is open in another program. The old one is untouched."),
        (OSError(errno.ENAMETOOLONG, "long"), "is too long"),
        (OSError(errno.EIO, "input/output error"), "couldn't be saved"),
    ],
)
def test_each_refusal_of_the_system_has_its_sentence(tmp_path: Path, error: OSError, words: str) -> None:
    for lang in ("sv", "en"):
        assert "deck.pptx" in CannotWrite(tmp_path / "deck.pptx", error).told(lang)
        assert "deck.pptx" in CannotRead(tmp_path / "deck.pptx", error).told(lang)
    assert words in CannotWrite(tmp_path / "deck.pptx", error).told("en")


def test_windows_number_for_a_file_in_use_is_understood(tmp_path: Path) -> None:
    held = PermissionError(errno.EACCES, "held")
    held.winerror = 32  # pyright: ignore[reportAttributeAccessIssue]
    assert "open in another program" in CannotWrite(tmp_path / "deck.pptx", held).told("en")


def test_an_error_about_another_file_is_not_blamed_on_this_one(tmp_path: Path) -> None:
    other = FileNotFoundError(errno.ENOENT, "gone", str(tmp_path / "logo.png"))
    with pytest.raises(FileNotFoundError):
        write_in_place(tmp_path / "deck.pptx", failing(other))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions and needs rights to link")
class TestOnUnix:
    """Permissions and links are kept."""

    def test_the_permissions_stay(self, tmp_path: Path) -> None:
        target = tmp_path / "deck.pptx"
        target.write_bytes(b"old")
        target.chmod(0o640)
        write_bytes(target, b"new")
        assert stat.S_IMODE(target.stat().st_mode) == 0o640

    def test_a_link_stays_a_link(self, tmp_path: Path) -> None:
        (tmp_path / "real").mkdir()
        real, link = tmp_path / "real" / "deck.pptx", tmp_path / "link.pptx"
        real.write_bytes(b"old")
        link.symlink_to(real)
        write_bytes(link, b"new")
        assert link.is_symlink()
        assert real.read_bytes() == b"new"
