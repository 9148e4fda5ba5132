"""Copies of a file that went ways of their own come together: only what both changed is asked about, and removals count."""

import shutil
from pathlib import Path
from random import Random

import pytest

from app.model.base import text
from app.model.project import Project, Risk
from app.project import edits
from app.project.attachments import swept
from app.project.editions import Occasion, clean
from app.project.history import joined, remembered
from app.project.ids import new_id
from app.project.merge import Merged
from app.project.references import mended
from app.project.store import open_project, save_project
from app.services.editions import keep_edition
from app.services.together import together
from tests.edits_drawn import drawn_edits, edited
from tests.generated import PICTURES, generated_project
from tests.sample import TODAY, sample_project

SAMPLE = sample_project()
FIRST, SECOND, *_ = SAMPLE.actions


def saved(path: Path, *states: Project) -> Path:
    """The file after these states were saved in it, one after the other."""
    for state in states:
        there = open_project(path) if path.exists() else None
        history = remembered(there.history if there else (), state)
        save_project(path, state, {**PICTURES, **(there.assets if there else {})}, history)
    return path


def parted(folder: Path, *states: Project) -> tuple[Path, Path]:
    """A file with these states, and a copy of it made outside the program."""
    mine = saved(folder / "mine.boardwright", *states)
    return mine, Path(shutil.copy(mine, folder / "theirs.boardwright"))


def merged(mine: Path, theirs: Path) -> Merged:
    return together(open_project(mine), open_project(theirs))[0]


def test_only_true_clashes_are_asked_about_after_several_saves(tmp_path: Path) -> None:
    mine, theirs = parted(tmp_path, edits.put(SAMPLE, "matter/reference", "KS 0"), SAMPLE)
    ours = edits.put(SAMPLE, f"actions/{FIRST.id}/owner", "Min")
    ours_now = edits.remove(edits.put(ours, "matter/title/sv", "Min rubrik"), f"risks/{SAMPLE.risks[0].id}")
    others = edits.put(SAMPLE, f"actions/{SECOND.id}/owner", "Deras")
    others_now = edits.put(others, "matter/title/sv", "Deras rubrik")
    saved(mine, ours, ours_now)
    saved(theirs, others, edits.remove(others, f"actions/{FIRST.id}"), others, others_now)
    found = merged(mine, theirs)
    assert [conflict.path for conflict in found.conflicts] == ["matter/title/sv"]
    assert [action.owner for action in found.project.actions[:2]] == ["Min", "Deras"]
    assert SAMPLE.risks[0].id not in {risk.id for risk in found.project.risks}, "removals count"


def test_what_was_taken_in_once_is_no_clash_the_next_time(tmp_path: Path) -> None:
    mine, theirs = parted(tmp_path, SAMPLE)
    saved(theirs, edits.put(SAMPLE, "matter/title/sv", "Deras rubrik"))
    ours, others = open_project(mine), open_project(theirs)
    took = merged(mine, theirs).project
    save_project(mine, took, {}, remembered(joined(ours.history, others.history), took))
    saved(theirs, edits.put(others.project, "matter/title/sv", "Deras nya rubrik"))
    saved(mine, edits.put(took, "matter/reference", "KS 1"))
    found = merged(mine, theirs)
    assert found.conflicts == ()
    assert (found.project.matter.title.said("sv").text, found.project.matter.reference) == ("Deras nya rubrik", "KS 1")


def test_an_edition_is_the_base_where_it_is_newer_than_any_saved_state(tmp_path: Path) -> None:
    mine, theirs = parted(tmp_path, SAMPLE)
    later = edits.put(SAMPLE, "matter/reference", "KS 1")
    kept = keep_edition(later, Occasion("sent", None, "sv", "memo"), TODAY, new_id)
    for path, number in ((mine, 1), (theirs, 2)):
        project = edits.put(kept.project, f"actions/{FIRST.id}/owner", f"Ägare {number}")
        save_project(path, project, kept.contents, remembered(open_project(path).history, project))
    (conflict,) = merged(mine, theirs).conflicts
    assert conflict.path == f"actions/{FIRST.id}/owner"


def test_a_clean_copy_holds_no_former_state(tmp_path: Path) -> None:
    path = saved(tmp_path / "plan.boardwright", edits.put(SAMPLE, "matter/answer", text("Hemligt")), SAMPLE)
    save_project(tmp_path / "clean.boardwright", clean(open_project(path).project), {})
    assert open_project(tmp_path / "clean.boardwright").history == ()


def drawn_pair_comes_together(seed: int, folder: Path) -> None:
    """Two copies in real files, edited over several saves: other fields never clash, the same ones always do."""
    random = Random(seed)
    base = swept(mended(generated_project(seed, most=6)))
    mine, theirs = parted(folder, edits.add(base, "risks", Risk(id=new_id(), title=text("Förut"))), base)
    drawn = drawn_edits(base, random, 2 * random.randint(2, 8))
    ours, others = drawn[::2], drawn[1::2]
    for path, made in ((mine, ours), (theirs, others)):
        half = edited(base, made[: len(made) // 2])
        saved(path, half, edited(half, made[len(made) // 2 :]))
    found = merged(mine, theirs)
    assert found.conflicts == ()
    assert found.project == edited(base, drawn)
    clash = drawn_edits(base, Random(seed + 1), 10_000)
    same = [edit for edit in clash if edit.path in {one.path for one in ours}]
    theirs_now = edited(open_project(theirs).project, same)
    saved(theirs, theirs_now)
    mine_now = open_project(mine).project
    both = {edit.path for edit in same if edits.get(mine_now, edit.path) != edits.get(theirs_now, edit.path)}
    told = {conflict.path: (conflict.mine, conflict.theirs) for conflict in merged(mine, theirs).conflicts}
    assert told == {path: (edits.get(mine_now, path), edits.get(theirs_now, path)) for path in both}


def test_drawn_pairs_come_together_through_real_files(tmp_path: Path) -> None:
    for seed in range(5):
        folder = tmp_path / str(seed)
        folder.mkdir()
        drawn_pair_comes_together(seed, folder)


@pytest.mark.soak
def test_a_thousand_pairs_come_together_through_real_files(tmp_path: Path) -> None:
    for seed in range(1000):
        folder = tmp_path / str(seed)
        folder.mkdir()
        drawn_pair_comes_together(seed, folder)
        shutil.rmtree(folder)
