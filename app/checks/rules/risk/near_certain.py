"""A risk that is sure to happen."""

from collections.abc import Iterator
from typing import Final

from app.checks.example import RISK
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import RISKS
from app.checks.sources import RISK_MATRIX
from app.model.base import text
from app.model.project import Risk

_SURE: Final = 5


def _find(risk: Risk, _: Look) -> Iterator[Hit]:
    if risk.likelihood == _SURE:
        yield Hit(f"risks/{risk.id}/likelihood", values={"risk": risk.title})


RULE = Rule(
    id="risk.near-certain",
    severity="note",
    title=text("Risk som är så gott som säker", "Risk that is all but certain"),
    says=text(
        "”{risk}” är så gott som säker. Räkna med den i plan och kalkyl i stället.",
        "“{risk}” is all but certain. Reckon with it in plan and calculation instead.",
    ),
    why=text(
        "Det som nästan säkert inträffar är ett problem att lösa, inte en risk.",
        "What is nearly certain to happen is an issue to solve, not a risk.",
    ),
    source=RISK_MATRIX,
    scope=RISKS,
    find=_find,
    fires={f"risks/{RISK}/likelihood": 5},
)
