"""Search across past projects."""

from pathlib import Path

import pytest

from app.files.errors import Cancelled
from app.model.base import text
from app.project.edits import put
from app.project.store import save_project
from app.services.past import search, update
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
