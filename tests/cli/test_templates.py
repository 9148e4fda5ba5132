"""`template inspect`, and an export with --template."""

import json
from pathlib import Path

import pytest
from pptx import Presentation

from app.project.store import save_project
from app.services.templates import chosen_for, kept_in, remember, template_at, with_template
from tests.cli.running import Terminal
from tests.cli.test_bad_input import left, one_line
from tests.layout.template.made import UNFIT
from tests.sample import sample_project
from tests.templates import company_template


@pytest.fixture
def mall(tmp_path: Path) -> Path:
    """A company's template as a file."""
    path = tmp_path / "mall.pptx"
    path.write_bytes(company_template())
    return path


def test_inspect_tells_what_is_found_and_chosen_in_both_languages(terminal: Terminal, mall: Path) -> None:
    english = terminal.run("template", "inspect", mall)
    terminal.speak("sv")
    swedish = terminal.run("template", "inspect", mall)
    assert (english.status, english.err, swedish.status, swedish.err) == (0, "", 0, "")
    assert "Slide size: 25.4 × 19.0 cm" in english.out
    assert "Bildformat: 25,4 × 19,0 cm" in swedish.out
    assert "“Title Slide”; title in the title placeholder" in english.out
    assert "Exempelbilderna i ”mall.pptx” följer inte med." in swedish.out


def test_inspect_prints_json_for_programs(terminal: Terminal, mall: Path) -> None:
    found = json.loads(terminal.run("template", "inspect", mall, "--format", "json").out)
    assert (found["width"], found["height"], len(found["layouts"])) == (720.0, 540.0, 11)
    assert found["layouts"][found["mapping"]["cover"]["layout"]]["kind"] == "title"


@pytest.mark.parametrize("case", UNFIT)
def test_what_is_no_template_is_refused_in_one_line(terminal: Terminal, tmp_path: Path, case: str) -> None:
    path = tmp_path / "mall.pptx"
    path.write_bytes(UNFIT[case][0])
    one_line(terminal.run("template", "inspect", path), "“mall.pptx”")


def test_an_export_onto_what_is_no_template_makes_nothing(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    one_line(terminal.run("export", project, "--pptx", tmp_path / "a.pptx", "--template", project), project.name)
    assert left(tmp_path) == ["projects", "projects/plan.boardwright"]


def test_an_export_stands_on_the_template(terminal: Terminal, project: Path, mall: Path, tmp_path: Path) -> None:
    done = terminal.run("export", project, "--pptx", tmp_path / "deck.pptx", "--template", mall)
    assert done.status == 0, done.err
    assert "The example slides in “mall.pptx” are left out." in done.err
    deck = Presentation(str(tmp_path / "deck.pptx"))
    assert deck.slide_width == 9144000
    assert len(deck.slide_layouts) == 11


def test_an_export_takes_the_layouts_chosen_for_the_template_in_the_window(
    terminal: Terminal, project: Path, mall: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.cli.commands.settings_path", lambda: tmp_path / "set" / "settings.toml")
    two = 3
    remember(chosen_for(template_at(mall), ["risks"], two), kept_in(tmp_path / "set"))
    terminal.run("export", project, "--pptx", tmp_path / "deck.pptx", "--template", mall)
    deck = Presentation(str(tmp_path / "deck.pptx"))
    assert deck.slide_layouts[two] in [slide.slide_layout for slide in deck.slides]


def test_what_the_projects_own_template_does_not_bring_is_told_after_a_deck_alone(
    terminal: Terminal, mall: Path, tmp_path: Path
) -> None:
    path = tmp_path / "own.boardwright"
    save_project(path, *with_template(sample_project(), {}, template_at(mall)))
    said = "The example slides in “mall.pptx” are left out."
    assert said in terminal.run("export", path, "--pptx", tmp_path / "deck.pptx").err
    assert said not in terminal.run("export", path, "--pdf", tmp_path / "memo.pdf").err
    assert said not in terminal.run("export", path, "--pptx", tmp_path / "ours.pptx", "--theme", "fjard").err
