"""A terminal, and projects to give commands about."""

from pathlib import Path

import pytest

from app.project.store import save_project
from tests.cli.running import Terminal
from tests.sample import sample_project


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal on a computer that speaks English."""
    return Terminal(capsys, monkeypatch)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The sample project as a file, alone in its folder."""
    folder = tmp_path / "projects"
    folder.mkdir()
    path = folder / "plan.boardwright"
    save_project(path, sample_project(), {})
    return path
