"""What a user is told when something outside the program is not as it should be."""

from app.language.told import Told


class UserError(Told):
    """Something the user can mend: a message key of `assets/translations/errors.toml` with its fields.

    The command line prints it as one line on standard error, the window shows it where it happened. Never a traceback."""


class Cancelled(Exception):
    """Raised by a progress callback when the user cancels."""
