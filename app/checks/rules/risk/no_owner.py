"""A risk that nobody watches."""

from collections.abc import Iterator

from app.checks.example import RISK
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import RISKS
from app.checks.sources import RISK_MATRIX
from app.model.base import text
from app.model.project import Risk


def _find(risk: Risk, _: Look) -> Iterator[Hit]:
    if not risk.owner.strip():
        yield Hit(f"risks/{risk.id}/owner", values={"risk": risk.title})


RULE = Rule(
    id="risk.no-owner",
    severity="warning",
    title=text("Risk utan ansvarig", "Risk without an owner"),
    says=text("Ingen ansvarar för risken ”{risk}”.", "Nobody is responsible for the risk “{risk}”."),
    why=text(
        "En risk som ingen bevakar upptäcks när den redan har inträffat.",
        "A risk that nobody watches is noticed once it has happened.",
    ),
    source=RISK_MATRIX,
    scope=RISKS,
    find=_find,
    fires={f"risks/{RISK}/owner": ""},
)
