"""The forms' words: labels by key, and the choices that fields and tables offer."""

from collections.abc import Sequence
from functools import cache
from typing import Final, get_args

from app.gui.fields.kinds import Asking, Options, Support
from app.gui.interface import Wording, term
from app.language.catalogue import keys
from app.model.money import NegativeForm, Recurrence, UnitForm
from app.model.project import ActionStatus, Classification, OrganisationKind, Scale

ROOM: Final = "forms"


@cache
def _known() -> frozenset[str]:
    return keys(ROOM)


def word(key: str, **values: object) -> Wording:
    """A wording of the forms."""
    return term(ROOM, key, **values)


def ask(key: str, support: Support | None = None) -> Asking:
    """What a field says of itself: the label `key`, and `key-hint`, `key-help`, `key-example` and `key-support` where the
    catalogue has them."""

    def maybe(end: str) -> Wording | None:
        return word(f"{key}-{end}") if f"{key}-{end}" in _known() else None

    return Asking(word(key), maybe("hint"), maybe("example"), maybe("help"), support or maybe("support"))


def choices(prefix: str, values: Sequence[object]) -> Options:
    """Values with their wordings, `prefix.value`."""
    return [(value, word(f"{prefix}.{value}")) for value in values]


STATUSES: Final = choices("status", get_args(ActionStatus))
ORGANISATION_KINDS: Final = choices("organisation-kind", get_args(OrganisationKind))
CLASSIFICATIONS: Final = choices("classification", get_args(Classification))
SCALES: Final = choices("scale", get_args(Scale))
UNIT_FORMS: Final = choices("unit-form", get_args(UnitForm))
NEGATIVE_FORMS: Final = choices("negative-form", get_args(NegativeForm))
MONTHS: Final = choices("month", range(1, 13))
LANGUAGES: Final[Options] = [("sv", word("language.swedish")), ("en", word("language.english"))]
MONEY_KINDS: Final = choices("money-kind", ("running", "investment"))
FIGURE_KINDS: Final = choices("money-kind", ("running", "investment", "other"))
RECURRENCES: Final[Options] = [(None, word("recurrence.not-stated")), *choices("recurrence", get_args(Recurrence))]
DECIDES: Final = choices("decides", (True, False))
