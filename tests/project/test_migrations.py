"""A file of every version that there has been opens today."""

from pathlib import Path

import pytest

from app.project.migrations import CURRENT, LADDER, Step, migrated
from app.project.store import open_project, save_project

VERSIONS = Path(__file__).parent / "versions"


def test_every_older_version_has_its_step_and_every_version_its_file() -> None:
    assert sorted(LADDER) == list(range(1, CURRENT))
    assert {file.stem for file in VERSIONS.glob("*.boardwright")} == {
        f"v{version}" for version in range(1, CURRENT + 1)
    }


@pytest.mark.parametrize("version", range(1, CURRENT + 1))
def test_a_stored_file_opens_and_nothing_in_it_is_lost(version: int, tmp_path: Path) -> None:
    opened = open_project(VERSIONS / f"v{version}.boardwright")
    project = opened.project
    assert project.matter.title.said("sv").text == "Gemensam digital plattform"
    assert len(project.patterns) == 3
    assert project.drafts
    assert [asset.name for asset in project.assets] == ["logo.png"]
    save_project(tmp_path / "again.boardwright", project, opened.assets)
    assert open_project(tmp_path / "again.boardwright") == opened


def test_the_ladder_is_climbed_step_by_step() -> None:
    def adding(letter: str) -> Step:
        return lambda tree: {"steps": tree["steps"] + letter}

    ladder = {1: adding("a"), 2: adding("b")}
    assert migrated({"steps": ""}, 1, ladder, current=3) == {"steps": "ab"}
    assert migrated({"steps": "x"}, 2, ladder, current=3) == {"steps": "xb"}
    assert migrated({"steps": "x"}, 3, ladder, current=3) == {"steps": "x"}
