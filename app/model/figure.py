"""A figure that the material rests on, with where it comes from and who stands behind it."""

from datetime import date
from decimal import Decimal
from typing import Literal

from app.model.base import Id, Plain, Record, Text
from app.model.money import Origin, Reconciled, Recurrence


class Figure(Record):
    """A number with all that lets a board trust it."""

    id: Id
    label: Text
    value: Decimal | None = None
    unit: Text = Text()
    year: int | None = None
    price_level: int | None = None
    kind: Literal["running", "investment", "other"] = "other"
    recurrence: Recurrence | None = None
    funding: Text = Text()
    budget_owner: Plain = ""
    reconciled: Reconciled | None = None
    #: Where it was read; one that was typed has none.
    origin: Origin | None = None
    source: Text = Text()
    dated: date | None = None
