"""What was written since the last save is found again after a crash, and the user's own file is not touched."""

from pathlib import Path

from app.project import edits
from app.project.recovery import discard, find, keep, recovery_folder
from app.project.store import open_project, save_project
from tests.sample import sample_project

SAMPLE = sample_project()
CHANGED = edits.put(SAMPLE, "matter/title/sv", "Senare")


def test_a_recovery_file_is_found_with_the_file_it_belongs_to(tmp_path: Path) -> None:
    original, folder = tmp_path / "plan.boardwright", tmp_path / "recovery"
    save_project(original, SAMPLE, {})
    keep(folder, SAMPLE, {}, original)
    kept = keep(folder, CHANGED, {}, original)
    assert find(folder) == (kept,)
    assert kept.original == original
    assert open_project(kept.file).project == CHANGED
    assert open_project(original).project == SAMPLE


def test_a_project_never_saved_is_kept_too(tmp_path: Path) -> None:
    keep(tmp_path, SAMPLE, {}, None)
    keep(tmp_path, CHANGED, {}, tmp_path / "plan.boardwright")
    assert {recovery.original for recovery in find(tmp_path)} == {None, tmp_path / "plan.boardwright"}


def test_a_discarded_one_leaves_nothing_behind(tmp_path: Path) -> None:
    kept = keep(tmp_path, SAMPLE, {}, None)
    discard(kept)
    discard(kept)
    assert list(tmp_path.iterdir()) == []
    assert find(tmp_path) == ()


def test_a_damaged_note_does_not_hide_the_work(tmp_path: Path) -> None:
    kept = keep(tmp_path, SAMPLE, {}, tmp_path / "plan.boardwright")
    kept.file.with_suffix(".json").write_text("{", "utf-8")
    assert [recovery.original for recovery in find(tmp_path)] == [None]


def test_there_is_nothing_to_find_before_anything_was_kept(tmp_path: Path) -> None:
    assert find(tmp_path / "nowhere") == ()
    assert recovery_folder().name == "recovery"
