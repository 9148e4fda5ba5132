"""Editions stay as they were: they are kept in the file, opened, restored, and exported to the same bytes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest

from app.model.editions import Edition, EditionFile
from app.model.project import Outcome, Project
from app.project import edits
from app.project.compare import compare
from app.project.editions import NoEdition, Occasion, content_of, edition_of
from app.project.ids import new_id
from app.project.store import OpenProject, open_project, save_project
from app.services.comparing import since
from app.services.editions import keep_edition, next_round, reopened, restored
from app.services.export import Choices, Exported, Product, export
from app.services.remade import choices_of, fingerprints, keep_exported, remade
from tests.generated import PICTURES, generated_project
from tests.project.edited import drawn
from tests.sample import KS, TODAY, sample_project
from tests.sample_actions import LAYER


def exported(project: Project, folder: Path, day: date = TODAY) -> Exported:
    """A deck and a report."""
    folder.mkdir(exist_ok=True)
    targets: dict[Product, Path] = {"pptx": folder / "deck.pptx", "pdf": folder / "memo.pdf"}
    return export(project, PICTURES, targets, Choices("sv", day), lambda _part, _product: None)


def everything(project: Project, assets: Mapping[str, bytes], folder: Path, choices: Choices) -> Exported:
    """The deck, the report as PDF and in Word, and the calculation."""
    folder.mkdir()
    targets: dict[Product, Path] = {
        "pptx": folder / "deck.pptx", "pdf": folder / "memo.pdf", "docx": folder / "memo.docx", "xlsx": folder / "sums.xlsx",
    }  # fmt: skip
    return export(project, {**PICTURES, **assets}, targets, choices, lambda _part, _product: None)


def differing(edition: Edition, done: Exported) -> list[str]:
    """The names of files that are not those that the edition was kept with."""
    return [one.file for one in remade(edition, [done], Choices("sv", TODAY)) if one.differs]


def sent(project: Project, assets: dict[str, bytes], files: tuple[EditionFile, ...] = ()) -> OpenProject:
    """The project with an edition sent out to the executive board."""
    meeting = next(meeting for meeting in project.matter.route if meeting.id == KS)
    kept = keep_edition(project, Occasion("sent", meeting, "sv", "memo", files), TODAY, new_id)
    return OpenProject(kept.project, {**assets, **kept.contents})


def test_an_edition_is_exported_to_the_same_bytes_after_the_project_went_on(tmp_path: Path) -> None:
    project = sample_project()
    opened = sent(project, {}, fingerprints(exported(project, tmp_path / "then").files))
    later = edits.put(opened.project, "matter/title/sv", "Något helt annat")
    save_project(tmp_path / "later.boardwright", later, opened.assets)
    read = open_project(tmp_path / "later.boardwright")
    edition, as_it_was = reopened(read.project, read.assets, read.project.editions[0].id[:8])
    assert as_it_was == project
    assert (edition.body.said("sv").text, edition.kept) == ("Kommunstyrelsen", TODAY)
    assert not differing(edition, exported(as_it_was, tmp_path / "again"))
    assert differing(edition, exported(later, tmp_path / "other")) == ["deck.pptx", "memo.pdf"]


def test_an_edition_tells_again_what_had_changed_since_the_one_before(tmp_path: Path) -> None:
    shown = keep_edition(sample_project(), Occasion("presented", None, "sv", "memo"), date(2027, 3, 9), new_id)
    went_on = edits.put(shown.project, f"actions/{LAYER}/status", "done")
    assets = dict(shown.contents)

    def exported_with(project: Project, folder: str) -> Exported:
        targets: dict[Product, Path] = {"pptx": tmp_path / folder / "deck.pptx"}
        (tmp_path / folder).mkdir()
        return export(project, assets, targets, Choices("sv", TODAY), lambda _part, _product: None)

    files = fingerprints(exported_with(went_on, "then").files)
    second = keep_edition(went_on, Occasion("sent", None, "sv", "memo", files), TODAY, new_id)
    assets |= second.contents
    edition, as_it_was = reopened(second.project, assets, second.project.editions[-1].id)
    assert not differing(edition, exported_with(as_it_was, "again"))
    assert differing(edition, exported_with(as_it_was.model_copy(update={"editions": ()}), "alone"))


def test_pictures_of_an_edition_stay_in_the_file_when_the_project_lets_them_go(tmp_path: Path) -> None:
    project = next(made for seed in range(50) if (made := generated_project(seed, 8)).assets)
    kept = keep_edition(project, Occasion("presented", None, "sv", "memo"), TODAY, new_id)
    bare = kept.project.model_copy(update={"patterns": (), "free": (), "storyline": project.storyline})
    save_project(tmp_path / "a.boardwright", bare, {**PICTURES, **kept.contents})
    read = open_project(tmp_path / "a.boardwright")
    was = content_of(read.project.editions[0], read.assets)
    assert was == project
    assert {asset.sha256 for asset in was.assets} <= read.assets.keys()


def test_an_edition_is_restored_as_a_new_project(tmp_path: Path) -> None:
    opened = sent(sample_project(), {})
    made = restored(opened.project, opened.assets, opened.project.editions[0].id, new_id)
    assert made.id != opened.project.id
    assert compare(sample_project(), made.model_copy(update={"id": sample_project().id})) == ()


def test_the_same_edition_gives_the_same_file(tmp_path: Path) -> None:
    first, second = (sent(sample_project(), {}) for _ in range(2))
    assert first.project.editions[0].content == second.project.editions[0].content


def test_a_damaged_edition_is_told_and_the_project_opens_all_the_same(tmp_path: Path) -> None:
    opened = sent(sample_project(), {})
    (edition,) = opened.project.editions
    with pytest.raises(NoEdition, match="2027-06-01"):
        content_of(edition, {edition.content: b"something else"})
    save_project(tmp_path / "a.boardwright", opened.project, {})
    read = open_project(tmp_path / "a.boardwright")
    assert read.project == opened.project
    with pytest.raises(NoEdition):
        reopened(read.project, read.assets, edition.id)


def test_an_edition_that_is_not_there_is_told_with_those_that_are() -> None:
    opened = sent(sample_project(), {})
    with pytest.raises(NoEdition, match=opened.project.editions[0].id[:8]):
        edition_of(opened.project, "zz")


def test_editions_do_not_count_as_changes() -> None:
    assert compare(sample_project(), sent(sample_project(), {}).project) == ()


def test_an_action_whose_day_has_passed_since_is_told_as_late() -> None:
    project = edits.put(sample_project(), "actions", sample_project().actions[:1])
    project = edits.put(project, f"actions/{project.actions[0].id}/due", date(2027, 7, 1))
    project = edits.put(project, f"actions/{project.actions[0].id}/status", "ongoing")
    opened = sent(project, {})
    (edition,) = opened.project.editions
    assert since(edition, project, opened.project, "sv", date(2027, 6, 30))[1] == ()
    comparison, (told,) = since(edition, project, opened.project, "sv", date(2027, 8, 1))
    assert (told.change.kind, comparison.course(told.change)) == ("late", "Försenad")


def test_four_quarters_are_each_compared_and_exported_again_as_they_were(tmp_path: Path) -> None:
    """Twenty edits a quarter: comparing finds each and no other, and each edition, kept as it was exported, gives the same bytes of
    everything again, by itself."""
    project, assets, random = sample_project(), dict[str, bytes](), Random(4)
    for quarter in range(4):
        choices = replace(Choices("sv", TODAY), draft=quarter == 1, report="brief" if quarter == 2 else "memo")
        done = everything(project, assets, tmp_path / f"{quarter}", choices)
        kept = keep_exported(project, "presented", choices, [done], new_id)
        assets |= kept.contents
        project, paths = drawn(kept.project, random, 20)
        before = content_of(project.editions[-1], assets)
        assert {path for change in compare(before, project) for path in change.paths} == paths
    save_project(tmp_path / "year.boardwright", project, assets)
    read = open_project(tmp_path / "year.boardwright")
    for number, edition in enumerate(read.project.editions):
        then, choices = reopened(read.project, read.assets, edition.id), choices_of(edition, read.assets)
        again = everything(then.project, read.assets, tmp_path / f"again-{number}", choices)
        assert [one.why for one in remade(edition, [again], choices)] == [()] * 4
    assert len({edition.content for edition in read.project.editions}) == 4
    third = read.project.editions[2]
    save_project(tmp_path / "third.boardwright", restored(read.project, read.assets, third.id, new_id), read.assets)
    new, choices = open_project(tmp_path / "third.boardwright"), choices_of(third, read.assets)
    again = everything(new.project, new.assets, tmp_path / "restored", choices)
    assert [one.why for one in remade(third, [again], choices)] == [()] * 4


def test_the_next_quarter_begins_with_what_is_still_to_be_done_and_decided() -> None:
    project = sample_project()
    first, second = project.decisions[0].id, project.decisions[1].id
    project = edits.put(project, f"decisions/{first}/outcome", Outcome(kind="approved"))
    project = edits.put(project, f"decisions/{second}/outcome", Outcome(kind="tabled"))
    project = edits.put(project, f"actions/{project.actions[0].id}/status", "stopped")
    began = next_round(project, TODAY, new_id)
    made = began.project
    assert made.id != project.id
    assert [decision.id for decision in made.decisions] == [one.id for one in project.decisions if one.id != first]
    assert all(decision.outcome is None for decision in made.decisions)
    assert [action.id for action in made.actions] == [action.id for action in project.actions[1:]]
    assert all(meeting.on is None for meeting in made.matter.route)
    assert [chosen.meaning for chosen in made.patterns] == [chosen.meaning for chosen in project.patterns]
    assert content_of(made.editions[-1], began.contents).id == project.id
