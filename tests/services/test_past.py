"""Search across past projects."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.files.errors import Cancelled
from app.files.reasons import CannotWrite
from app.model.base import text
from app.model.project import Statement
from app.project.edits import put
from app.project.store import save_project
from app.services.past import IndexUnusable, clear, search, update
from tests.conftest import ROOT
from tests.sample import sample_project


def _silent(_done: int, _of: int) -> None:
    pass


def _saved(folder: Path, name: str, title: str) -> Path:
    path = folder / f"{name}.boardwright"
    save_project(path, put(sample_project(), "matter/title", text(title)), {})
    return path


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    return [_saved(tmp_path, "one", "Åtta zebror i hamnen"), _saved(tmp_path, "two", "Giraffer på torget")]


def test_words_are_found_in_their_forms_and_by_their_beginning(tmp_path: Path, paths: list[Path]) -> None:
    index = tmp_path / "index"
    assert update(index, paths, _silent) == ()

    for query in ("zebrorna", "zebr", "ÅTTA hamn"):
        assert [(hit.project, hit.title, hit.field) for hit in search(index, query, 9)] == [
            (paths[0], "Åtta zebror i hamnen", "matter/title/sv")
        ], query
    assert "zebror" in search(index, "zebror", 9)[0].snippet
    assert search(index, "atta zebror", 9) == search(index, '"', 9) == ()
    assert index.stat().st_mode & 0o777 == 0o600


def test_changed_projects_are_read_anew_and_those_gone_are_dropped(tmp_path: Path, paths: list[Path]) -> None:
    index = tmp_path / "index"
    update(index, paths, _silent)
    _saved(tmp_path, "two", "Noshörningar vid bron")
    update(index, paths[1:], _silent)

    assert search(index, "zebror", 9) == search(index, "giraffer", 9) == ()
    assert len(search(index, "noshörning", 9)) == 1


def test_a_project_that_cannot_be_read_is_named_and_the_others_found(tmp_path: Path, paths: list[Path]) -> None:
    index = tmp_path / "index"
    paths[0].write_bytes(b"no project")

    assert update(index, [*paths, tmp_path / "gone"], _silent) == (paths[0], tmp_path / "gone")
    assert len(search(index, "giraffer", 9)) == 1


def test_a_damaged_index_is_made_anew(tmp_path: Path, paths: list[Path]) -> None:
    index = tmp_path / "index"
    index.write_bytes(b"damaged" * 1000)
    assert search(index, "zebror", 9) == ()
    update(index, paths, _silent)

    assert len(search(index, "zebror", 9)) == 1


def test_what_was_done_before_a_cancel_stays(tmp_path: Path, paths: list[Path]) -> None:
    index = tmp_path / "index"

    def one(done: int, _of: int) -> None:
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        update(index, paths, one)

    assert len(search(index, "zebror", 9)) == 1
    assert search(index, "giraffer", 9) == ()


def test_an_index_of_another_version_is_made_anew(tmp_path: Path, paths: list[Path]) -> None:
    index = tmp_path / "index"
    with closing(sqlite3.connect(index)) as old:
        old.executescript("CREATE TABLE projects (path); INSERT INTO projects VALUES ('x'); PRAGMA user_version = 1;")
    assert search(index, "zebror", 9) == ()
    update(index, paths, _silent)
    assert len(search(index, "zebror", 9)) == 1


def test_an_index_that_another_writes_in_is_told_and_stays_whole(tmp_path: Path, paths: list[Path]) -> None:
    index = tmp_path / "index"
    update(index, paths[:1], _silent)
    with closing(sqlite3.connect(index)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for use in (lambda: update(index, paths, _silent), lambda: search(index, "zebror", 9)):
            with pytest.raises(IndexUnusable) as told:
                use()
            assert told.value.key == "past.in-use"
    update(index, paths, _silent)
    assert len(search(index, "giraffer", 9)) == 1


def test_an_index_that_cannot_be_written_is_told(tmp_path: Path, paths: list[Path]) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite):
        update(tmp_path / "file" / "index", paths, _silent)
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWrite):
        update(tmp_path / "folder", paths, _silent)


_READS_UNTIL_KILLED = """
import sys
from pathlib import Path
from app.services.past import update
def progress(done, of):
    print(done, flush=True)
    if done == 3:
        sys.stdin.read()
folder = Path(sys.argv[1])
update(folder / "index", sorted(folder.glob("*.boardwright")), progress)
"""


def test_an_index_whose_making_is_killed_is_whole_as_far_as_it_came(tmp_path: Path) -> None:
    paths = sorted(_saved(tmp_path, f"{number}", f"Zebra {number}") for number in range(6))
    child = subprocess.Popen(
        [sys.executable, "-c", _READS_UNTIL_KILLED, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    assert child.stdout is not None
    while child.stdout.readline().strip() != b"3":
        pass
    child.kill()
    child.communicate()

    assert len(search(tmp_path / "index", "zebra", 9)) == 3
    read: list[int] = []
    assert update(tmp_path / "index", paths, lambda done, _of: read.append(done)) == ()
    assert len(search(tmp_path / "index", "zebra", 9)) == 6


def test_one_letter_finds_the_latest_where_there_are_very_many(tmp_path: Path, paths: list[Path]) -> None:
    many = tuple(Statement(id=f"{number:032x}", text=text(f"Zebra {number}")) for number in range(2_100))
    save_project(tmp_path / "many.boardwright", put(sample_project(), "matter/statements", many), {})
    update(tmp_path / "index", [tmp_path / "many.boardwright", paths[0]], _silent)
    assert search(tmp_path / "index", "z", 2)[0].project == paths[0]


def test_what_is_cleared_is_gone(tmp_path: Path, paths: list[Path]) -> None:
    index = tmp_path / "index"
    update(index, paths, _silent)
    clear(index)
    assert not index.exists()
    assert search(index, "zebror", 9) == ()


def test_of_projects_that_say_the_same_the_latest_are_told_and_the_last_one_takes_its_words_along(
    tmp_path: Path,
) -> None:
    index, paths = tmp_path / "index", [_saved(tmp_path, f"{number}", "Samma zebra") for number in range(5)]
    update(index, paths, _silent)
    assert [hit.project for hit in search(index, "zebra", 9)] == paths[:1:-1]
    update(index, paths[:1], _silent)
    assert [hit.project for hit in search(index, "zebra", 9)] == paths[:1]
    update(index, [], _silent)
    assert search(index, "zebra", 9) == ()
    assert b"zebra" not in index.read_bytes()
