"""Going on as today has no cost."""

from collections.abc import Iterator

from app.checks.example import AS_TODAY
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import ALTERNATIVES
from app.checks.sources import GREEN_BOOK
from app.model.base import text
from app.model.project import Alternative


def _find(way: Alternative, _: Look) -> Iterator[Hit]:
    if way.as_today and not any(line.amounts for line in way.lines):
        yield Hit(f"alternatives/{way.id}/lines", values={"way": way.name})


RULE = Rule(
    id="decision.as-today-uncosted",
    severity="warning",
    title=text("”Som i dag” saknar kostnad", "“As today” has no cost"),
    says=text("Det framgår inte vad ”{way}” kostar.", "The paper does not say what “{way}” costs."),
    why=text(
        "Ett nolläge utan kostnad ser gratis ut, och då ser varje förslag dyrt ut.",
        "A present state without a cost looks free, and then every proposal looks dear.",
    ),
    source=GREEN_BOOK,
    scope=ALTERNATIVES,
    find=_find,
    fires={f"alternatives/{AS_TODAY}/lines": ()},
)
