"""What a user is told when something outside the program is not as it should be."""

from app.language.catalogue import Words
from app.model.base import Lang


class UserError(Exception):
    """Something the user can mend: a message key of `assets/translations/errors.toml` with its fields.

    The command line prints it as one line on standard error, the window shows it where it happened. Never a traceback."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def told(self, lang: Lang) -> str:
        """The sentence in a language: what happened, and what to do."""
        return Words("errors", lang)(self.key, **self.values)

    def __str__(self) -> str:
        return self.told("en")


class Cancelled(Exception):
    """Raised by a progress callback when the user cancels."""
