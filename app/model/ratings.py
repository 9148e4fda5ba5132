"""How grave a risk is: likelihood times consequence, both from 1 to 5, in three levels."""

from typing import Final, Literal

from app.model.base import Step

RiskLevel = Literal["low", "medium", "high"]

#: The lowest value of each level.
HIGH: Final = 15
MEDIUM: Final = 8


def risk_value(likelihood: Step | None, consequence: Step | None) -> int:
    """Likelihood times consequence; 0 when either is not assessed."""
    return (likelihood or 0) * (consequence or 0)


def risk_level(likelihood: Step | None, consequence: Step | None) -> RiskLevel | None:
    """The level of a risk; None when it is not assessed."""
    value = risk_value(likelihood, consequence)
    if not value:
        return None
    return "high" if value >= HIGH else "medium" if value >= MEDIUM else "low"
