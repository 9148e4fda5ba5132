"""The one file that sets the program up: what it refuses, what it tells, and when it starts over."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import partial
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).parent


def locked() -> dict[str, str]:
    """Each pin of the requirements file, with all that belongs to it."""
    pins = re.split(r"(?m)^(?=[A-Za-z0-9])", dev.REQUIREMENTS.read_text(encoding="utf-8"))
    return {re.split(r"[\[=]", pin, maxsplit=1)[0]: pin for pin in pins if pin.strip()}


def named(requirement: str) -> str:
    """The name in a requirement, written as package indexes compare names."""
    found = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert found
    return re.sub(r"[._-]+", "-", found[0]).lower()


def environment(folder: Path, stamp: str) -> Path:
    """An environment as a finished set-up leaves it."""
    python = dev.environment_python(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / dev.STAMP.name).write_text(stamp, encoding="ascii")
    return folder


def started(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "dev.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_every_pin_is_exact_and_has_hashes() -> None:
    for name, pin in locked().items():
        assert re.match(r"\S+==\S+ ", pin), name
        assert "--hash=sha256:" in pin, name


def test_the_lock_names_no_package_index() -> None:
    text = dev.REQUIREMENTS.read_text(encoding="utf-8")
    assert not re.search(r"://|--index|--find-links|--extra", text)


def test_every_declared_dependency_is_locked() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = declared["project"]["dependencies"] + declared["dependency-groups"]["dev"]
    assert {named(requirement) for requirement in wanted} <= {named(name) for name in locked()}


def test_needs_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


def test_an_old_python_is_refused_in_one_sentence() -> None:
    assert dev.old_python_refusal(3, 11) == ""
    assert dev.old_python_refusal(3, 14) == ""
    refusal = dev.old_python_refusal(3, 9)
    assert "3.11 or newer" in refusal
    assert "3.9" in refusal


def test_old_pythons_can_read_the_file_as_far_as_the_refusal() -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_a_finished_environment_is_used_again(tmp_path: Path) -> None:
    stamp = dev.stamp_of(b"a==1", (3, 11), tmp_path)
    assert dev.is_ready(environment(tmp_path / "venv", stamp), stamp)


def test_other_packages_another_python_or_another_place_ask_for_a_new_environment(tmp_path: Path) -> None:
    stamp = dev.stamp_of(b"a==1", (3, 11), tmp_path)
    made = environment(tmp_path / "venv", stamp)
    assert not dev.is_ready(made, dev.stamp_of(b"a==2", (3, 11), tmp_path))
    assert not dev.is_ready(made, dev.stamp_of(b"a==1", (3, 12), tmp_path))
    assert not dev.is_ready(made, dev.stamp_of(b"a==1", (3, 11), tmp_path / "moved"))


def test_an_interrupted_set_up_is_repeated(tmp_path: Path) -> None:
    interrupted = environment(tmp_path / "venv", "whole")
    (interrupted / dev.STAMP.name).unlink()
    assert not dev.is_ready(interrupted, "whole")


def test_an_environment_whose_python_is_gone_is_made_anew(tmp_path: Path) -> None:
    made = environment(tmp_path / "venv", "whole")
    dev.environment_python(made).unlink()
    assert not dev.is_ready(made, "whole")


@pytest.fixture
def bare_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Linux without one of Qt's libraries, for a user who may not install any."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "QT_LIBRARIES", {"libnot-on-this-system.so.1": ("not-on-this-system",)})
    monkeypatch.setattr(os, "geteuid", partial(int, 1000), raising=False)


def test_without_rights_the_one_line_that_installs_is_told(bare_linux: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", partial(str.format, "/usr/bin/{}"))
    with pytest.raises(dev.CannotGoOnError) as stopped:
        dev.install_system_packages()
    line = str(stopped.value).splitlines()[-1]
    assert line.startswith("sudo apt-get update && sudo apt-get install -y ")
    assert line.endswith(" not-on-this-system")


def test_a_system_without_apt_is_told_what_is_missing(bare_linux: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(dev.CannotGoOnError, match="not-on-this-system"):
        dev.install_system_packages()


@pytest.mark.parametrize(
    ("output", "told"),
    [
        ("WARNING: Retrying after connection broken by 'NewConnectionError'", "could not reach the package index"),
        ("ERROR: Could not find a version\nERROR: No matching distribution found for lxml", "no ready-made package"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "not the one that was locked"),
        ("ERROR: Could not install: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: something else", "something else"),
    ],
)
def test_what_stopped_pip_is_told_in_a_sentence(output: str, told: str) -> None:
    assert told in dev.explain_pip(output)


def test_help_lists_every_command() -> None:
    shown = started("help")
    assert shown.returncode == 0
    for command in dev.COMMANDS:
        assert f"python3 dev.py {command} " in shown.stdout


def test_a_word_that_is_no_command_is_refused_with_the_way_to_help() -> None:
    refused = started("rnu")
    assert refused.returncode == 2
    assert "no command called rnu" in refused.stderr
    assert "help" in refused.stderr


@pytest.mark.soak
def test_a_fresh_copy_sets_itself_up_once_and_again_after_an_interruption(tmp_path: Path) -> None:
    for name in ("dev.py", "requirements.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "app").mkdir()
    (tmp_path / "app" / "__main__.py").write_text("import PySide6.QtWidgets, pptx, reportlab; print('runs')")

    first = started("app", folder=tmp_path)
    assert first.stdout.startswith("Setting Boardwright up")
    assert first.stdout.endswith("runs\n")
    assert started("app", folder=tmp_path).stdout == "runs\n"

    (tmp_path / ".venv" / dev.STAMP.name).unlink()
    repeated = started("app", folder=tmp_path)
    assert "interrupted set-up" in repeated.stdout
    assert repeated.stdout.endswith("runs\n")
