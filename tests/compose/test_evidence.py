"""A picture of evidence has a slide in the backup, under what it shows, with its description as alternative text."""

from app.compose import Composer
from app.model.base import text
from app.model.blocks import Picture
from app.model.project import Asset, Evidence, Project
from app.project import edits
from app.project.attachments import attach, detach
from tests.sample import TODAY, sample_project

PROOF = f"{71:032x}"
MAP = Asset(
    sha256="a" * 64,
    name="karta.png",
    media_type="image/png",
    description=text("Karta över lokaler"),
    width=40,
    height=30,
)


def with_picture(statement: str = "av lokaltimmarna är obokade", media_type: str = "image/png") -> Project:
    project = sample_project()
    place = f"patterns/{project.patterns[0].id}/evidence"
    proof = Evidence(id=PROOF, value=text("38 %"), statement=text(statement), source=text("Bokningssystemet"))
    project = edits.add(project, place, proof)
    return attach(project, f"{place}/{PROOF}/asset", MAP.model_copy(update={"media_type": media_type}))


def test_the_picture_stands_under_what_it_shows_with_its_source() -> None:
    project = with_picture()
    slide = Composer(project, lang="sv", today=TODAY).slide(f"evidence/{PROOF}")
    assert slide.title.plain == "38\N{NO-BREAK SPACE}% av lokaltimmarna är obokade"
    path = f"patterns/{project.patterns[0].id}/evidence/{PROOF}/asset"
    assert slide.blocks == (Picture(path, MAP.sha256, "Karta över lokaler", 40, 30),)
    assert "Bokningssystemet" in slide.source.plain
    assert slide.backup


def test_a_pdf_has_no_slide_and_a_picture_taken_away_neither() -> None:
    assert f"evidence/{PROOF}" not in Composer(with_picture(media_type="application/pdf"), lang="sv", today=TODAY).order
    project = with_picture()
    gone = detach(project, f"patterns/{project.patterns[0].id}/evidence/{PROOF}/asset")
    assert f"evidence/{PROOF}" not in Composer(gone, lang="sv", today=TODAY).order
