"""Amounts are exact, not negative, and of at most two decimals."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from app.model.money import CostLine

KEY = "0" * 32


def test_a_lines_total_is_exact() -> None:
    line = CostLine(id=KEY, sign="cost", amounts={2027: Decimal("0.10"), 2028: Decimal("0.20")})
    assert line.total == Decimal("0.30")


@pytest.mark.parametrize("amount", ["-1", "0.001", "1e15", "NaN", "Infinity", "mycket"])
def test_an_amount_that_cannot_be_is_refused(amount: str) -> None:
    with pytest.raises(ValidationError):
        CostLine.model_validate({"id": KEY, "sign": "cost", "amounts": {"2027": amount}})


@pytest.mark.parametrize("year", ["1989", "2101", "snart"])
def test_a_year_out_of_reach_is_refused(year: str) -> None:
    with pytest.raises(ValidationError):
        CostLine.model_validate({"id": KEY, "sign": "cost", "amounts": {year: "1"}})
