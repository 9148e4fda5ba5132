"""What is checked: a project as it is told in one language on one day, with the texts in it and the slides made of it."""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from app.checks.deck import Deck
from app.checks.texts import Wording, Wordings
from app.model.base import Lang
from app.model.project import Project


class Material:
    """A project with what rules look at beside it: its texts, and its deck, which is only made when a rule asks for it."""

    def __init__(
        self, project: Project, *, lang: Lang, today: date, wordings: Wordings, read_deck: Callable[[Project], Deck]
    ) -> None:
        self.project = project
        self.lang: Lang = lang
        self.today = today
        self._wordings = wordings
        self._read_deck = read_deck

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """Every text that somebody wrote, as it is shown in this language. The library's own texts are not among them."""
        return self._wordings.of(self.project)

    @cached_property
    def deck(self) -> Deck:
        """The slides that are shown."""
        return self._read_deck(self.project)
