"""What was written since the last save is found again after a crash, and the user's own file is not touched."""

import subprocess
import sys
from pathlib import Path

from app.project import edits
from app.project.recovery import Slot, discard, find, recovery_folder
from app.project.store import open_project, save_project
from tests.sample import sample_project

SAMPLE = sample_project()
CHANGED = edits.put(SAMPLE, "matter/title/sv", "Senare")


def test_a_recovery_file_is_found_with_the_file_it_belongs_to(tmp_path: Path) -> None:
    original, folder = tmp_path / "plan.boardwright", tmp_path / "recovery"
    base = save_project(original, SAMPLE, {})
    slot = Slot(folder)
    slot.keep(SAMPLE, {}, original, base)
    kept = slot.keep(CHANGED, {}, original, base)
    assert find(folder) == ()
    slot.release()
    assert find(folder) == (kept,)
    assert (kept.original, kept.base) == (original, base)
    assert open_project(kept.file).project == CHANGED
    assert open_project(original).project == SAMPLE


def test_two_windows_on_the_same_file_keep_what_each_wrote(tmp_path: Path) -> None:
    original = tmp_path / "plan.boardwright"
    one, two = Slot(tmp_path), Slot(tmp_path)
    one.keep(SAMPLE, {}, original, None)
    two.keep(CHANGED, {}, original, None)
    one.release()
    two.release()
    found = [open_project(each.file).project for each in find(tmp_path)]
    assert len(found) == 2
    assert SAMPLE in found
    assert CHANGED in found


def test_a_killed_program_leaves_what_it_kept(tmp_path: Path) -> None:
    crash = (
        "import os, signal, sys; from pathlib import Path; from app.project.recovery import Slot, find\n"
        "from app.project.store import open_project\n"
        "folder, file = map(Path, sys.argv[1:]); slot = Slot(folder)\n"
        "slot.keep(open_project(file).project, {}, None, None); assert not find(folder)\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))"
    )
    file, folder = tmp_path / "plan.boardwright", tmp_path / "recovery"
    save_project(file, CHANGED, {})
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", crash, str(folder), str(file)], check=False, cwd=root)
    (left,) = find(folder)
    assert left.original is None
    assert open_project(left.file).project == CHANGED


def test_one_window_alone_takes_what_was_found(tmp_path: Path) -> None:
    slot = Slot(tmp_path)
    kept = slot.keep(SAMPLE, {}, None, None)
    slot.release()
    one, two = Slot(tmp_path, kept.file), Slot(tmp_path, kept.file)
    assert one.claim()
    assert not two.claim()
    assert find(tmp_path) == ()
    one.release()


def test_what_is_cleared_or_discarded_leaves_nothing_behind(tmp_path: Path) -> None:
    slot = Slot(tmp_path)
    slot.keep(SAMPLE, {}, None, None)
    slot.clear()
    slot.clear()
    assert list(tmp_path.iterdir()) == []
    kept = slot.keep(SAMPLE, {}, None, None)
    slot.release()
    discard(kept)
    discard(kept)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_note_does_not_hide_the_work(tmp_path: Path) -> None:
    slot = Slot(tmp_path)
    kept = slot.keep(SAMPLE, {}, tmp_path / "plan.boardwright", None)
    slot.release()
    kept.file.with_suffix(".json").write_text("{", "utf-8")
    assert [recovery.original for recovery in find(tmp_path)] == [None]


def test_there_is_nothing_to_find_before_anything_was_kept(tmp_path: Path) -> None:
    assert find(tmp_path / "nowhere") == ()
    assert recovery_folder().name == "recovery"
