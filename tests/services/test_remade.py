"""What an edition was exported as is kept with it, so that it is made again by itself; what comes out otherwise is told with the reason."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.editions import Edition
from app.model.project import Project
from app.project.editions import Kept
from app.project.ids import new_id
from app.project.store import OpenProject, open_project, save_project
from app.services.editions import reopened
from app.services.export import Choices, Exported, Product, WordTemplate, export
from app.services.remade import choices_of, keep_exported, lost_templates, remade
from app.services.templates import chosen_for, template_at, with_template, without_template
from tests.export.docx.test_document import template as word_template
from tests.sample import KF, TODAY, sample_project
from tests.templates import company_template

CHOICES = Choices("sv", TODAY)


@pytest.fixture(scope="module")
def project() -> Project:
    """The sample with few patterns: little is exported at a time."""
    whole = sample_project()
    return whole.model_copy(update={"patterns": whole.patterns[:1], "actions": (), "risks": ()})


def deck_and_paper(project: Project, assets: Mapping[str, bytes], folder: Path, choices: Choices) -> Exported:
    """The deck and the paper in Word."""
    folder.mkdir(exist_ok=True)
    targets: dict[Product, Path] = {"pptx": folder / "deck.pptx", "docx": folder / "paper.docx"}
    return export(project, assets, targets, choices, lambda _part, _product: None)


def through_a_file(kept: Kept, assets: Mapping[str, bytes], folder: Path) -> tuple[OpenProject, Edition]:
    """The project saved and read again, and its newest edition."""
    save_project(folder / "kept.boardwright", kept.project, {**assets, **kept.contents})
    read = open_project(folder / "kept.boardwright")
    return read, read.project.editions[-1]


def made_again(read: OpenProject, edition: Edition, folder: Path, choices: Choices | None = None) -> list[str]:
    """What is told of files made again, in the manner that the edition keeps or by other choices."""
    how = choices or choices_of(edition, read.assets)
    done = deck_and_paper(reopened(read.project, read.assets, edition.id).project, read.assets, folder, how)
    return [one.told("sv") for one in remade(edition, [done], how) if one.differs]


def test_an_edition_is_made_again_on_templates_that_lie_with_it(project: Project, tmp_path: Path) -> None:
    (tmp_path / "mall.pptx").write_bytes(company_template("2F6B3A"))
    two = 3
    choices = replace(
        CHOICES,
        template=chosen_for(template_at(tmp_path / "mall.pptx"), ["ask"], two),
        word_template=WordTemplate("brev.docx", word_template()),
        audience="audit",
        author="Karin Ek",
        draft=True,
        report="tjansteskrivelse",
        meeting=KF,
    )
    done = deck_and_paper(project, {}, tmp_path / "then", choices)
    read, edition = through_a_file(keep_exported(project, "sent", choices, [done], new_id), {}, tmp_path)
    assert choices_of(edition, read.assets) == choices
    assert made_again(read, edition, tmp_path / "again") == []
    assert lost_templates(edition, read.assets) == ()
    without = {key: data for key, data in read.assets.items() if key == edition.content}
    assert [lost.values["name"] for lost in lost_templates(edition, without)] == ["mall.pptx", "brev.docx"]


def test_the_projects_own_template_stays_for_its_editions_when_the_project_leaves_it(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "mall.pptx").write_bytes(company_template("2F6B3A"))
    with_own, assets = with_template(project, {}, template_at(tmp_path / "mall.pptx"))
    done = deck_and_paper(with_own, assets, tmp_path / "then", CHOICES)
    kept = keep_exported(with_own, "sent", CHOICES, [done], new_id)
    read, edition = through_a_file(Kept(without_template(kept.project), kept.contents), assets, tmp_path)
    assert read.project.organisation.template is None
    assert made_again(read, edition, tmp_path / "again") == []


def test_why_a_file_comes_out_otherwise_is_told(project: Project, tmp_path: Path) -> None:
    done = deck_and_paper(project, {}, tmp_path / "then", CHOICES)
    kept = keep_exported(project, "presented", CHOICES, [done], new_id)
    older = kept.project.editions[-1].model_copy(update={"program": "0.0.1"})
    read, edition = through_a_file(
        Kept(kept.project.model_copy(update={"editions": (older,)}), kept.contents), {}, tmp_path
    )
    assert made_again(read, edition, tmp_path / "again") == []
    other = replace(CHOICES, lang="en", theme="ljung")
    told = made_again(read, edition, tmp_path / "other", other)
    assert len(told) == 2
    assert all("språk, tema" in sentence and "version 0.0.1" in sentence for sentence in told)


def test_a_file_that_was_changed_or_never_exported_is_told(project: Project, tmp_path: Path) -> None:
    done = deck_and_paper(project, {}, tmp_path / "then", CHOICES)
    deck, paper = (path for _, path in done.files)
    kept = keep_exported(project, "sent", CHOICES, [replace(done, files=done.files[:1])], new_id)
    deck.write_bytes(deck.read_bytes() + b" ")
    first, second = remade(kept.project.editions[-1], [done], CHOICES)
    assert (first.file, first.why) == (deck.name, ("unknown",))
    assert (second.file, second.why, second.differs) == (paper.name, None, False)


def test_locked_files_are_told_to_be_never_the_same(project: Project, tmp_path: Path) -> None:
    locked = replace(CHOICES, password="kommunhus")
    targets: dict[Product, Path] = {"pdf": tmp_path / "memo.pdf"}
    done = export(project, {}, targets, locked, lambda _part, _product: None)
    kept = keep_exported(project, "sent", locked, [done], new_id)
    edition = kept.project.editions[-1]
    assert choices_of(edition, kept.contents).password == ""
    again = export(project, {}, targets, CHOICES, lambda _part, _product: None)
    (told,) = remade(edition, [again], CHOICES)
    assert told.why == ("locked",)
