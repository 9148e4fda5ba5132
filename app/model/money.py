"""Money: exact amounts in the project's one currency, per fiscal year, each with sign and kind."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from app.model.base import Id, Record, Text

#: Drift or investering; opex or capex in a company.
CostKind = Literal["running", "investment"]
#: A cost takes money, an effect gives money; both are written as amounts that are not negative.
Sign = Literal["cost", "effect"]
#: How sure an effect is (PENG: direct, indirect, hard to value).
Certainty = Literal["direct", "indirect", "hard-to-value"]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
#: The calendar year in which the fiscal year begins.
FiscalYear = Annotated[int, Field(ge=1990, le=2100)]
#: Not negative, below a thousand billions, at most two decimals.
Amount = Annotated[Decimal, Field(ge=0, lt=Decimal(10) ** 15, decimal_places=2)]


class CostLine(Record):
    """A row of an action's or an alternative's calculation."""

    id: Id
    sign: Sign
    kind: CostKind = "running"
    certainty: Certainty = "direct"
    what: Text = Text()
    amounts: Mapping[FiscalYear, Amount] = {}

    @property
    def total(self) -> Decimal:
        """The sum of all years."""
        return sum(self.amounts.values(), Decimal(0))
