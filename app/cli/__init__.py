"""The commands: thin, one function each. Status 0 done, 1 findings or an invalid pack, 2 wrong use or unreadable input.

Their names stand here, so that the window opens without loading what the commands need."""

from typing import Final

COMMANDS: Final = frozenset({"new", "export", "batch", "check", "compare", "minutes", "pack", "template"})
