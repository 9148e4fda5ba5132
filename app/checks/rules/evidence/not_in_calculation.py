"""An amount of the summary that no calculation gives."""

from collections.abc import Iterator

from app.checks.amounts import amounts_in, near
from app.checks.rule import Hit, Look, Money, Rule
from app.checks.scopes import PROJECT
from app.checks.sources import COMPANIES_ACT
from app.checks.sums import sums_of
from app.model.base import text
from app.model.project import Project


def _find(project: Project, look: Look) -> Iterator[Hit]:
    matter = project.matter
    said = [("matter/answer", matter.answer)]
    for one in matter.statements:
        path = f"matter/statements/{one.id}"
        said += [(f"{path}/text", one.text), (f"{path}/support", one.support)]
    told = [(path, amount) for path, each in said for amount in amounts_in(*each.said(look.lang))]
    if not told or not any(action.lines for action in project.actions):
        return
    known = sums_of(project)
    yield from (Hit(path, values={"amount": Money(each.amount)}) for path, each in told if not near(each, known))


RULE = Rule(
    id="evidence.not-in-calculation",
    severity="warning",
    title=text("Belopp som inte finns i kalkylen", "Amount that is not in the calculation"),
    says=text(
        "{amount} står i sammanfattningen men är ingen summa i kalkylen.",
        "{amount} stands in the summary but is not a sum in the calculation.",
    ),
    why=text(
        "Sammanfattningen läses först och kontrolleras mot kalkylen.",
        "The summary is read first and checked against the calculation.",
    ),
    source=COMPANIES_ACT,
    scope=PROJECT,
    find=_find,
    reads=("matter", "actions", "alternatives", "decisions", "figures"),
    fires={
        "matter/answer": text(
            "Ett gemensamt stöd kostar 6,4 mkr och är återbetalt 2030",
            "One shared system costs SEK 6.4m and pays for itself by 2030",
        )
    },
    silent={
        "matter/answer": text(
            "Ett gemensamt stöd kostar 2,0 mkr i investering", "One shared system costs SEK 2.0m in capital"
        )
    },
)
