"""`boardwright check` tells what a board will miss, by sentences for people and by words that stay for programs."""

import json
from pathlib import Path

import pytest

from app.checks import all_rules
from app.checks.example import FIRST, TODAY, example_project
from app.model.checks import CheckSettings, Ignored
from app.model.project import Project
from app.project.edits import put
from app.project.store import save_project
from tests.cli.running import Done, Terminal

PLACE = f"actions/{FIRST}/owner"
DAY = TODAY.isoformat()


def without_owner() -> Project:
    return put(example_project(), PLACE, "")


def checked(terminal: Terminal, project: Project, folder: Path, *options: str | Path) -> Done:
    file = folder / "plan.boardwright"
    save_project(file, project, {})
    return terminal.run("check", file, "--date", DAY, *options)


def test_a_project_in_order_gives_nothing(terminal: Terminal, tmp_path: Path) -> None:
    done = checked(terminal, example_project(), tmp_path, "--fail-on", "warning")
    assert (done.status, done.out, done.err) == (0, "Nothing found.\n", "")


@pytest.mark.parametrize(("language", "said"), [("sv", "Ingen ansvarar för"), ("en", "Nobody is responsible for")])
def test_what_is_found_is_said_in_the_computers_language(
    terminal: Terminal, tmp_path: Path, language: str, said: str
) -> None:
    terminal.speak(language)
    done = checked(terminal, without_owner(), tmp_path)
    assert done.status == 1
    assert said in done.out
    assert f"action.no-owner · {PLACE}" in done.out


def test_json_is_read_by_programs(terminal: Terminal, tmp_path: Path) -> None:
    done = checked(terminal, without_owner(), tmp_path, "--format", "json")
    told = json.loads(done.out)
    assert told["counts"]["error"] == 1
    found = next(each for each in told["findings"] if each["rule"] == "action.no-owner")
    assert (found["severity"], found["field"], found["slide"], found["ignored"]) == ("error", PLACE, None, None)


def test_what_was_left_does_not_count(terminal: Terminal, tmp_path: Path) -> None:
    left = Ignored(id="0" * 32, rule="action.no-owner", at=PLACE, reason="Utses i maj.")
    project = without_owner().model_copy(update={"checks": CheckSettings(ignored=(left,))})
    done = checked(terminal, project, tmp_path)
    assert done.status == 0
    assert "Reason: Utses i maj." in done.out
    log = json.loads(checked(terminal, project, tmp_path, "--format", "sarif").out)
    (result,) = (each for each in log["runs"][0]["results"] if each["ruleId"] == "action.no-owner")
    assert result["suppressions"] == [{"kind": "external", "justification": "Utses i maj."}]


def test_sarif_has_the_shape_of_its_standard(terminal: Terminal, tmp_path: Path) -> None:
    done = checked(terminal, without_owner(), tmp_path, "--format", "sarif")
    log = json.loads(done.out)
    assert (done.status, log["version"]) == (1, "2.1.0")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.id for rule in all_rules()]
    assert all(rule["defaultConfiguration"]["level"] in ("error", "warning", "note") for rule in driver["rules"])
    result = next(each for each in run["results"] if each["ruleId"] == "action.no-owner")
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert result["level"] == "error"
    (location,) = result["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "plan.boardwright"
    assert location["logicalLocations"] == [{"fullyQualifiedName": PLACE, "kind": "member"}]


def test_an_organisation_keeps_the_rules_in_a_file_of_its_own(terminal: Terminal, tmp_path: Path) -> None:
    rules = tmp_path / "our.toml"
    rules.write_text(
        '[rule."action.no-owner"]\nseverity = "warning"\n'
        '[[word]]\nid = "case"\nfind = ["ärende*"]\nseverity = "error"\ninstead = { sv = "Skriv mål.", en = "Say target." }\n',
        "utf-8",
    )
    done = checked(terminal, without_owner(), tmp_path, "--rules", rules, "--format", "json")
    found = {each["rule"]: each for each in json.loads(done.out)["findings"]}
    assert found["action.no-owner"]["severity"] == "warning"
    assert found["own.case"]["message"].endswith("is not used here. Say target.")


@pytest.mark.parametrize(
    "wrong",
    ['[rule."action.no-owner"]\nseverity = "grave"\n', '[[word]]\nid = "x"\nfind = []\n', "terms = [", "other = 1"],
)
def test_a_wrong_file_of_rules_is_told_in_one_line(terminal: Terminal, tmp_path: Path, wrong: str) -> None:
    rules = tmp_path / "our.toml"
    rules.write_text(wrong, "utf-8")
    done = checked(terminal, example_project(), tmp_path, "--rules", rules)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert "our.toml" in done.err


def test_a_file_that_is_not_there_is_told(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.run("check", tmp_path / "none.boardwright").status == 2
