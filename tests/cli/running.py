"""Runs commands as a person at a terminal does: in this process, or in one of their own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from app.__main__ import main

ROOT: Final = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Done:
    """What a command left: its exit status and what it printed."""

    status: int
    out: str
    err: str


class Terminal:
    """Where commands are given. `language` is the computer's."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch
        self.speak("en")

    def speak(self, language: str) -> None:
        """Sets the computer's language."""
        self._monkeypatch.setenv("LC_ALL", {"sv": "sv_SE.UTF-8", "en": "en_GB.UTF-8"}[language])

    def run(self, *arguments: str | Path) -> Done:
        """Runs a command in this process."""
        self._capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        printed = self._capsys.readouterr()
        return Done(status, printed.out, printed.err)


def run_apart(*arguments: str | Path, **environment: str) -> Done:
    """Runs a command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "app", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "en_GB.UTF-8", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)
