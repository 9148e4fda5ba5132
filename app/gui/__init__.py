"""The window: the only room that imports Qt."""

from pathlib import Path


def run(path: Path | None = None) -> int:
    """Opens the window, on a project when a path is given. Returns the exit status when the last window is closed."""
    from app.gui.application import run_application

    return run_application(path)
