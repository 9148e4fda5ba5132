"""Money: exact amounts in the project's one currency, per fiscal year, each with sign and kind."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Annotated, Final, Literal

from pydantic import Field

from app.model.base import Id, Plain, Record, Text

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
_CENT: Final = Decimal("0.01")
#: How much of the organisation's currency one of another currency is worth.
Rate = Annotated[Decimal, Field(gt=0, le=1_000_000, decimal_places=6)]
#: A rate of interest in per cent a year: 2.5 is 2.5 %.
Interest = Annotated[Decimal, Field(ge=0, le=50, decimal_places=4)]
#: Over how many years an investment is written off.
DepreciationYears = Annotated[int, Field(ge=1, le=100)]
#: The year whose prices an amount is counted in.
PriceLevel = Annotated[int, Field(ge=1990, le=2100)]
#: Whether an amount comes once or comes back every year.
Recurrence = Literal["one-off", "recurring"]
#: An amount's unit: kronor, thousands, millions.
Scale = Literal["unit", "thousand", "million"]
#: How the unit is written: kr, tkr, mkr; kr, tkr, mnkr; or by the currency's code: SEK, TSEK, MSEK.
UnitForm = Literal["mkr", "mnkr", "code"]
#: How an amount below nothing is written: "−6,3" or "(6,3)".
NegativeForm = Literal["minus", "parentheses"]


class MoneyHabits(Record):
    """How the organisation writes amounts, beside its currency and scale."""

    unit: UnitForm = "mkr"
    negative: NegativeForm = "minus"


class RateHabits(Record):
    """What the organisation reckons with. What is not stated here is not reckoned."""

    #: By which amounts of later years are brought back to the first one's worth.
    discount: Interest | None = None
    #: What the organisation charges itself for the money that lies in an investment (internränta).
    internal: Interest | None = None
    #: The usual time of depreciation; a line may have one of its own.
    depreciation_years: DepreciationYears | None = None
    #: The prices that the plan is counted in; current prices when None.
    price_level: PriceLevel | None = None


class Reconciled(Record):
    """By whom a figure was reconciled with the books or the budget, and when. What is not reconciled is preliminary."""

    by: Plain
    on: date | None = None


class Origin(Record):
    """Where an imported value was read. What has none was typed."""

    file: Plain
    #: Empty in a file without sheets.
    sheet: Plain = ""
    #: A cell, a range, or a name of the workbook's: "D14", "B3:F3", "Drift_2028".
    place: Plain
    #: Which cell of a range or a name it is, counted from 0, row by row.
    nth: Annotated[int, Field(ge=0)] = 0
    #: What named the cell in the sheet: the nearest words to its left, and the nearest words or year above it.
    left: Plain = ""
    above: Plain = ""
    #: In which unit the sheet counts money.
    scale: Scale = "unit"
    #: The sheet writes the amount with a minus, where a row has only amounts above zero and its sign says the rest.
    minus: bool = False
    read: date
    #: The digest of the file as it was read.
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class CostLine(Record):
    """A row of an action's or an alternative's calculation."""

    id: Id
    sign: Sign
    kind: CostKind = "running"
    certainty: Certainty = "direct"
    what: Text = Text()
    #: In the line's currency, which is the organisation's unless it names another.
    amounts: Mapping[FiscalYear, Amount] = {}
    #: Another currency that the amounts are in, and the stated rate by which they are counted; without one they count for nothing.
    currency: Currency | None = None
    rate: Rate | None = None
    recurrence: Recurrence | None = None
    price_level: PriceLevel | None = None
    #: An investment's own time of depreciation, where it is another than the usual one.
    depreciation_years: DepreciationYears | None = None
    funding: Text = Text()
    budget_owner: Plain = ""
    reconciled: Reconciled | None = None
    #: Where the amounts of the years were read; those that are not here were typed.
    origins: Mapping[FiscalYear, Origin] = {}

    @property
    def worth(self) -> Mapping[FiscalYear, Decimal]:
        """The amounts in the organisation's currency, to the hundredth, halves away from zero."""
        if self.currency is None:
            return self.amounts
        if self.rate is None:
            return {}
        return {year: (amount * self.rate).quantize(_CENT, ROUND_HALF_UP) for year, amount in self.amounts.items()}

    @property
    def lacks_rate(self) -> bool:
        """Whether its amounts cannot be counted, since nobody has stated what its currency is worth."""
        return self.currency is not None and self.rate is None

    @property
    def total(self) -> Decimal:
        """The sum of all years, in the organisation's currency."""
        return sum(self.worth.values(), Decimal(0))
