"""What every test may ask for: the project's shared material, the validators, and Qt without a screen."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The same examples in every run, and no time limit for each: a busy machine is no fault of the code.
settings.register_profile("boardwright", max_examples=40, deadline=None, derandomize=True, database=None)
settings.load_profile("boardwright")


def runs_without_qt(plugins: pytest.PytestPluginManager) -> bool:
    """Whether this is the run that proves the core needs no Qt (see dev.py)."""
    return plugins.is_blocked("pytest-qt")


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    if runs_without_qt(pluginmanager):
        for name in ("qt_api", "qt_log_level_fail"):
            parser.addini(name, "pytest-qt's own setting, without meaning where it is left out")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves the window's tests out of the run without Qt; says nothing about other files."""
    in_window = (ROOT / "tests" / "gui") in (collection_path, *collection_path.parents)
    return True if in_window and runs_without_qt(config.pluginmanager) else None


@dataclass(frozen=True)
class Tools:
    """The validators and renderers that lie beside the checkout."""

    folder: Path

    def run(self, name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """Runs one of them; what it prints and its exit status tell the result (0 clean, 1 errors)."""
        command = [str(self.folder / name), *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with facts, pictures and validators that may lie beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("needs the folder ../shared beside the checkout")
    return folder


@pytest.fixture(scope="session")
def tools(shared: Path) -> Tools:
    """The validators, where they have been set up."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    place = Path(os.environ.get("BOARDWRIGHT_TOOLS") or cache / "boardwright-tools")
    if not (place / "venv" / "bin" / "python").exists():
        pytest.skip("needs the validators: run ../shared/tools/setup.sh")
    return Tools(shared / "tools")
