"""An exception that speaks to the user: a key of `assets/translations/errors.toml` with its fields."""

from app.language.catalogue import Words
from app.model.base import Lang


class Told(Exception):
    """Something that the user is told in their own language: what happened, and what to do."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def told(self, lang: Lang) -> str:
        """The sentence in a language."""
        return Words("errors", lang)(self.key, **self.values)

    def __str__(self) -> str:
        return self.told("en")
