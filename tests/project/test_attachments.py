"""A file is attached to a place, and goes when nothing names it any more."""

from app.model.base import text
from app.model.project import Asset, Evidence, Project
from app.project import edits
from app.project.attachments import attach, detach
from tests.sample import sample_project

ONE, TWO = f"{71:032x}", f"{72:032x}"
MAP = Asset(sha256="a" * 64, name="karta.png", media_type="image/png", description=text("Karta"))


def project_and_places() -> tuple[Project, str, str]:
    project = sample_project()
    place = f"patterns/{project.patterns[0].id}/evidence"
    for key in (ONE, TWO):
        project = edits.add(project, place, Evidence(id=key, statement=text("Kartan")))
    return project, f"{place}/{ONE}/asset", f"{place}/{TWO}/asset"


def test_a_file_named_twice_is_held_once_and_keeps_its_description() -> None:
    project, one, two = project_and_places()
    again = MAP.model_copy(update={"description": text()})
    both = attach(attach(project, one, MAP), two, again)
    assert both.assets == (MAP,)
    assert detach(both, one).assets == (MAP,)
    assert detach(detach(both, one), two) == project


def test_a_file_that_takes_anothers_place_lets_it_go() -> None:
    project, one, _ = project_and_places()
    other = Asset(sha256="b" * 64, name="annan.png", media_type="image/png")
    assert attach(attach(project, one, MAP), one, other).assets == (other,)
