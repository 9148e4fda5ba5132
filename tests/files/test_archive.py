"""A zip from outside is read within limits, and what would do harm is named."""

import io
import stat
import zipfile
from pathlib import Path

import pytest

from app.files.archive import BadArchive, Limits, read_archive
from app.files.errors import UserError
from app.files.reasons import CannotRead


def zipped(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def refusal(path: Path, limits: Limits | None = None) -> str:
    with pytest.raises(UserError) as said:
        read_archive(path, limits)
    assert path.name in said.value.told("sv")
    return said.value.key


def test_files_are_read_by_name_and_folders_left_out(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", ("one.txt", b"1"), ("in/", b""), ("in/two.txt", b"2"))
    assert read_archive(path) == {"one.txt": b"1", "in/two.txt": b"2"}


@pytest.mark.parametrize("name", ["../out.txt", "/etc/passwd", "in/../../out", "C:\\out.txt", "in\\out", "c:out"])
def test_no_path_leads_out(tmp_path: Path, name: str) -> None:
    assert refusal(zipped(tmp_path / "a.zip", (name, b"x"))) == "archive.unsafe"


def test_links_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    assert refusal(zipped(tmp_path / "a.zip", (link, b"/etc/passwd"))) == "archive.unsafe"


def test_bombs_are_refused_before_they_are_unpacked(tmp_path: Path) -> None:
    zeros = bytes(8 * 1024 * 1024)
    bomb = zipped(tmp_path / "bomb.zip", ("zeros", zeros))
    assert refusal(bomb) == "archive.too-large"
    calm = zipped(tmp_path / "calm.zip", ("one", b"1" * 600), ("two", b"2" * 600))
    assert refusal(calm, Limits(total=1000)) == "archive.too-large"
    assert refusal(calm, Limits(entry=500)) == "archive.too-large"
    assert refusal(calm, Limits(entries=1)) == "archive.too-large"


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_comes_twice_is_refused(tmp_path: Path) -> None:
    assert refusal(zipped(tmp_path / "a.zip", ("one", b"1"), ("one", b"2"))) == "archive.twice"


def test_an_encrypted_entry_is_named(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", ("one", b"1")).read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "b.zip").write_bytes(data)
    assert refusal(tmp_path / "b.zip") == "archive.encrypted"


def test_what_lies_about_its_size_is_not_unpacked_further(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", ("one", b"1" * 5000)).read_bytes())
    at = data.index(b"PK\x01\x02") + 24
    data[at : at + 4] = (10).to_bytes(4, "little")
    (tmp_path / "b.zip").write_bytes(data)
    assert refusal(tmp_path / "b.zip") == "archive.damaged"


def test_every_way_not_to_be_a_zip_has_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
    assert refusal(tmp_path / "empty") == "file.empty"
    assert refusal(tmp_path / "picture.jpg") == "archive.foreign"
    assert refusal(tmp_path) == "file.is-folder"
    with pytest.raises(CannotRead):
        read_archive(tmp_path / "nowhere.zip")


def test_cut_anywhere_or_changed_anywhere_it_is_read_or_refused_in_words(tmp_path: Path) -> None:
    whole = zipped(tmp_path / "a.zip", ("one", b"1" * 50), ("two", b"2" * 50)).read_bytes()
    broken = tmp_path / "broken.zip"
    for place in range(0, len(whole), 7):
        for data in (whole[:place], whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :]):
            broken.write_bytes(data)
            try:
                read_archive(broken)
            except BadArchive:
                continue


def test_a_zip_in_memory_reads_the_same(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("one", b"1")
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    assert read_archive(tmp_path / "a.zip") == {"one": b"1"}
