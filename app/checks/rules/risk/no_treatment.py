"""A grave risk that nothing is done about."""

from collections.abc import Iterator

from app.checks.example import RISK
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import RISKS
from app.checks.sources import RISK_MATRIX
from app.model.base import text
from app.model.project import Risk
from app.model.ratings import risk_level


def _find(risk: Risk, _: Look) -> Iterator[Hit]:
    if risk_level(risk.likelihood, risk.consequence) in ("medium", "high") and not risk.treatment:
        yield Hit(f"risks/{risk.id}/treatment", values={"risk": risk.title})


RULE = Rule(
    id="risk.no-treatment",
    severity="warning",
    title=text("Risk utan åtgärd", "Risk without treatment"),
    says=text(
        "Underlaget säger inte vad som görs åt risken ”{risk}”.",
        "The paper does not say what is done about the risk “{risk}”.",
    ),
    why=text(
        "Punkten i matrisen säger lite. Det är åtgärden som styrelsen bedömer.",
        "The dot in the matrix says little. It is the treatment that the board judges.",
    ),
    source=RISK_MATRIX,
    scope=RISKS,
    find=_find,
    fires={f"risks/{RISK}/treatment": text()},
    silent={f"risks/{RISK}/treatment": text(), f"risks/{RISK}/likelihood": 1},
)
