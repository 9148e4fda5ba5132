"""The commands: thin, one function each. Status 0 done, 1 findings or an invalid pack, 2 wrong use or unreadable input."""

from app.cli.commands import COMMANDS, run_command
from app.cli.telling import tell_error

__all__ = ["COMMANDS", "run_command", "tell_error"]
