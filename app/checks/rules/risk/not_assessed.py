"""A risk without likelihood or consequence."""

from collections.abc import Iterator

from app.checks.example import RISK
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import RISKS
from app.checks.sources import RISK_MATRIX
from app.model.base import text
from app.model.project import Risk


def _find(risk: Risk, _: Look) -> Iterator[Hit]:
    if risk.likelihood is None or risk.consequence is None:
        empty = "likelihood" if risk.likelihood is None else "consequence"
        yield Hit(f"risks/{risk.id}/{empty}", values={"risk": risk.title})


RULE = Rule(
    id="risk.not-assessed",
    severity="warning",
    title=text("Risk som inte är bedömd", "Risk not assessed"),
    says=text(
        "Risken ”{risk}” saknar sannolikhet eller konsekvens och syns inte i matrisen.",
        "The risk “{risk}” lacks its likelihood or consequence and is not shown in the matrix.",
    ),
    why=text(
        "En risk som inte är bedömd kan inte vägas mot de andra.",
        "A risk that is not assessed cannot be weighed against the others.",
    ),
    source=RISK_MATRIX,
    scope=RISKS,
    find=_find,
    fires={f"risks/{RISK}/likelihood": None},
)
