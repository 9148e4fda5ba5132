"""Finds what the program brings along: `templates/` and `assets/`, in a checkout and when installed."""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    here = Path(__file__).resolve().parent
    installed = here / "_data"
    return installed if installed.is_dir() else here.parent


def asset(*parts: str) -> Path:
    """A file or folder under `assets/`."""
    return _root().joinpath("assets", *parts)


def template(*parts: str) -> Path:
    """A file or folder under `templates/`."""
    return _root().joinpath("templates", *parts)
