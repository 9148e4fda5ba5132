"""The folders in which the program keeps things of its own."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

from app.project.recovery import recovery_folder


@dataclass(frozen=True)
class Folders:
    """Where recovery files and pictures of covers lie."""

    recovery: Path
    covers: Path

    @classmethod
    def of_user(cls) -> "Folders":
        """Those of whoever runs the program."""
        return cls(recovery_folder(), user_cache_path("boardwright", appauthor=False) / "covers")
