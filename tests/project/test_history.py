"""The states of a project in its file: which are kept, what they cost, and how copies find the newest that both hold."""

import zipfile
from pathlib import Path

from app.model.base import text
from app.model.project import Project
from app.project import edits
from app.project.history import History, joined, newest_common, remembered
from app.project.store import open_project, project_bytes, save_project
from tests.sample import sample_project

SAMPLE = sample_project()


def saves(history: History, first: int, last: int, name: str = "") -> History:
    """The states after so many saves, each of something else."""
    for number in range(first, last + 1):
        history = remembered(history, edits.put(SAMPLE, "matter/reference", f"{name}{number}"))
    return history


def reference(project: Project | None) -> str:
    assert project is not None
    return project.matter.reference


def test_the_last_states_are_kept_and_ever_fewer_of_those_before() -> None:
    history = saves((), 1, 100)
    assert [state.number for state in history] == [1, 2, 4, 8, 16, 32, 64, 80, 88, *range(93, 101)]
    assert remembered(history, edits.put(SAMPLE, "matter/reference", "100")) == history, "nothing new was saved"
    assert len(saves((), 1, 300)) < 30


def test_copies_share_a_state_however_far_apart_they_went() -> None:
    at_parting = saves((), 1, 37)
    for further, newest in ((0, "37"), (7, "37"), (200, "32")):
        mine, theirs = (saves(at_parting, 1, further, name) for name in ("m", "t"))
        assert reference(newest_common(mine, theirs, ())) == newest, further
    assert newest_common(saves((), 1, 9, "m"), saves((), 1, 9, "t"), ()) is None


def test_a_file_holds_its_states_and_passes_over_a_damaged_one(tmp_path: Path) -> None:
    history = saves((), 1, 3)
    path = tmp_path / "plan.boardwright"
    save_project(path, SAMPLE, {}, history)
    assert open_project(path).history == history
    assert project_bytes(SAMPLE, {}, history) == path.read_bytes(), "equal states are equal bytes"
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(f"history/4-{'0' * 64}", b"nothing")
        archive.writestr("history/strange", b"nothing")
    assert open_project(path).history == history


def test_states_stay_within_their_size() -> None:
    history: History = ()
    for number in range(1, 9):
        noise = "".join(f"{hash((number, at)):x}" for at in range(30_000))
        history = remembered(history, edits.put(SAMPLE, "matter/answer", text(noise)))
    assert sum(len(state.data) for state in history) <= 1024 * 1024
    assert [state.number for state in history][-1:] == [8]


def test_a_state_has_the_texts_of_patterns_that_a_copy_still_has() -> None:
    first, second, *_ = SAMPLE.patterns
    history = remembered((), SAMPLE)
    mine = edits.remove(edits.remove(SAMPLE, f"patterns/{first.id}"), f"patterns/{second.id}")
    theirs = edits.remove(SAMPLE, f"patterns/{first.id}")
    common = newest_common(history, history, (mine, theirs))
    assert common is not None
    assert common.patterns == SAMPLE.patterns[1:]


def test_what_was_taken_in_counts_as_held() -> None:
    shared = saves((), 1, 2)
    mine, theirs = saves(shared, 1, 1, "m"), saves(shared, 1, 3, "t")
    both = joined(mine, theirs)
    assert {state.sha256 for state in both} == {state.sha256 for state in (*mine, *theirs)}
    assert reference(newest_common(both, theirs, ())) == "t3"
    assert saves(both, 1, 1, "after")[-1].number == 6
