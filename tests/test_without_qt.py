"""The core stands without Qt: everything but the window can be imported where Qt cannot."""

import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import app

ROOT = Path(__file__).resolve().parent.parent


def python_without_qt(code: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(ROOT / "tests" / "without_qt"), str(ROOT)])
    return subprocess.run(
        [sys.executable, "-c", code],
        env=dict(os.environ, PYTHONPATH=path),
        capture_output=True,
        text=True,
        check=False,
    )


def test_qt_cannot_be_imported_there() -> None:
    for module in ("PySide6.QtCore", "shiboken6"):
        assert "is not importable" in python_without_qt(f"import {module}").stderr


def test_every_module_but_the_window_can() -> None:
    found = [module.name for module in pkgutil.walk_packages(app.__path__, "app.")]
    core = [name for name in found if not name.startswith("app.gui")]
    imported = python_without_qt("\n".join(f"import {name}" for name in core))
    assert imported.returncode == 0, imported.stderr
