"""The package for a meeting: each paper a file of its own, numbered as the paper numbers its appendices."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any, Final, cast

import pikepdf
import pytest

from app.files.errors import UserError
from app.model.base import text
from app.model.project import Appendix, Asset, Evidence, Project, Secrecy
from app.project.ids import new_id
from app.services.export import Choices, Product
from app.services.package import Package, Packed, export_package
from app.services.remade import keep_exported
from tests.sample import TODAY, sample_project

_pikepdf: Final = cast(Any, pikepdf)
CHOICES: Final = Choices("sv", TODAY, report="tjansteskrivelse")


def blank(width: int) -> bytes:
    """A PDF of one empty page."""
    out = BytesIO()
    with _pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(width, 400))
        pdf.save(out, deterministic_id=True)
    return out.getvalue()


KEY: Final = "ab" * 16
FILES: Final = {sha256(data).hexdigest(): data for data in (blank(300), blank(301))}
CALCULATION, SURVEY = FILES


def filled() -> Project:
    """The sample with an appendix that has a file, one that has none, and evidence that is a PDF."""
    project = sample_project()
    appendices = (
        Appendix(id=KEY, title=text(sv="Kalkyl 2027: etapp 1"), asset=CALCULATION),
        Appendix(id="ac" * 16, title=text(sv="Riskanalys")),
    )
    first, *others = project.patterns
    evidence = Evidence(id=KEY, statement=text(sv="Kopplingarna blir fler"), asset=SURVEY)
    assets = tuple(
        Asset(sha256=key, name=name, media_type="application/pdf")
        for key, name in ((CALCULATION, "k.pdf"), (SURVEY, "Kartläggning.pdf"))
    )
    matter = project.matter.model_copy(update={"appendices": appendices, "agenda_number": "9"})
    patterns = (first.model_copy(update={"evidence": (evidence,)}), *others)
    return project.model_copy(update={"matter": matter, "patterns": patterns, "assets": assets})


def quietly(_part: float, _product: Product) -> None:
    """Progress that nobody looks at."""


def packed(folder: Path, choices: Choices = CHOICES, project: Project | None = None) -> Packed:
    """A package in a folder."""
    return export_package(project or filled(), FILES, Package(folder), choices, quietly)


def test_papers_are_numbered_and_what_has_no_file_is_told(tmp_path: Path) -> None:
    done = packed(tmp_path / "handlingar")
    assert sorted(path.name for path in (tmp_path / "handlingar").iterdir()) == [
        "9-00 Tjänsteskrivelse Gemensam digital plattform i två etapper.pdf",
        "9-01 Bilaga 1 Kalkyl 2027 etapp 1.pdf",
        "9-03 Bilaga 3 Kartläggning.pdf",
        "9-04 Bilaga 4 Bilder till föredragningen.pdf",
    ]
    assert [path.read_bytes() for path in done.appended] == list(FILES.values())
    assert done.lacking == ("Riskanalys",)


def test_a_public_package_has_no_file_of_what_is_secret_and_a_locked_one_none_that_is_open(tmp_path: Path) -> None:
    project = filled()
    hidden = Secrecy(id="ad" * 16, field=f"patterns/{project.patterns[0].id}/evidence", paragraph="19 kap. 3 § OSL")
    marked = project.model_copy(update={"secrecy": (hidden,)})
    done = packed(tmp_path, replace(CHOICES, version="public", password="kommunhus"), marked)
    assert len(done.appended) == 1
    for path in tmp_path.iterdir():
        with pytest.raises(pikepdf.PasswordError):
            _pikepdf.open(path)


def test_names_follow_the_pattern_and_a_wrong_one_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    for names in ("{item} {nonsense}", "paper", "{item", "{title.__class__}", "{item!x}"):
        with pytest.raises(UserError) as refused:
            export_package(filled(), FILES, Package(folder, names), CHOICES, quietly)
        assert refused.value.key == "export.bad-names"
    with pytest.raises(UserError) as refused:
        export_package(filled(), FILES, Package(folder, "{item}"), CHOICES, quietly)
    assert refused.value.key == "export.same-target"
    assert not folder.exists()


def test_appendices_are_kept_with_the_edition_by_their_digests(tmp_path: Path) -> None:
    project = filled()
    made = packed(tmp_path, project=project)
    kept = keep_exported(project, "sent", CHOICES, [made.exported], new_id, made.appended)
    files = {file.name: (file.product, file.sha256) for file in kept.project.editions[-1].files}
    assert {files[path.name] for path in made.appended} == {("appendix", CALCULATION), ("appendix", SURVEY)}
    assert sorted(product for product, _ in files.values()) == ["appendix", "appendix", "deck-pdf", "pdf"]
