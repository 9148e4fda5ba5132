"""`python -m app`, `boardwright`: the window, or a command."""

import sys
from collections.abc import Sequence
from pathlib import Path

from app.cli import COMMANDS


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command that the arguments name, else opens the window on the file that they name. Returns the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and (given[0] in COMMANDS or given[0].startswith("-") or len(given) > 1):
        # Imported here alone, so that the window opens without what composes and exports.
        from app.cli.commands import run_command

        return run_command(given)
    return _open_window(Path(given[0]) if given else None)


def _open_window(path: Path | None) -> int:
    # Imported here alone, so that commands never load Qt.
    try:
        from app.gui.application import run_application
    except ImportError as problem:
        from app.cli.telling import tell_error
        from app.files.errors import UserError
        from app.language.preferred import preferred_language

        return tell_error(UserError("use.no-window", detail=str(problem)), preferred_language())
    return run_application(path)


if __name__ == "__main__":
    # A frozen program's child process starts here too; see multiprocessing.freeze_support.
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support

        freeze_support()
    sys.exit(main())
