"""The sample project's actions, with the ids of the patterns that they belong to, for tests."""

from datetime import date
from decimal import Decimal

from app.model.base import Id, Text, text
from app.model.money import CostKind, CostLine, Sign
from app.model.pattern import FirstStep
from app.model.project import Action, Kpi, Milestone


def key(number: int) -> Id:
    """A fixed id: `key(0x11)` ends in 11."""
    return f"{number:032x}"


EXCHANGE, PLATFORM, SHARED = key(0x11), key(0x12), key(0x13)
INVENTORY, EXPAND, LAYER, MOVE, PLANS, SKILLS = (key(0x20 + number) for number in range(1, 7))


def line(number: int, sign: Sign, kind: CostKind, what: Text, **amounts: str) -> CostLine:
    """A cost line with its amounts by year: `y2027="240000"`."""
    years = {int(year[1:]): Decimal(amount) for year, amount in amounts.items()}
    return CostLine(id=key(number), sign=sign, kind=kind, what=what, amounts=years)


def _exchange_actions() -> tuple[Action, ...]:
    return (
        Action(
            id=INVENTORY,
            chosen=EXCHANGE,
            recommendation="inventory",
            title=text("Inventera dagens stöd för tjänstebyte"),
            what=text("Fem förvaltningar beskriver vad de redan delar med andra."),
            owner="CIO",
            start=date(2027, 8, 16),
            due=date(2027, 10, 15),
            lines=(line(0x81, "cost", "running", text("Utredning"), y2027="240000"),),
            status="planned",
            effort=1,
            first_steps=(
                FirstStep(day=1, text=text("Ansvarig utsedd och uppdraget skrivet")),
                FirstStep(day=30, text=text("Inventeringen i gång i alla fem förvaltningar")),
                FirstStep(day=60, text=text("Inventeringen klar och fyra tjänster valda")),
            ),
        ),
        Action(
            id=EXPAND,
            chosen=EXCHANGE,
            recommendation="expand",
            title=text("Bygg ut stödet till tolv delade tjänster", "Expand the support to twelve shared services"),
            what=text("Ett gemensamt stöd där kommuner och föreningar erbjuder och hämtar tjänster av varandra."),
            owner="CIO",
            start=date(2027, 11, 1),
            due=date(2029, 12, 31),
            lines=(
                line(0x82, "cost", "running", text("Drift och licenser"), y2028="1900000", y2029="2260000"),
                line(0x83, "cost", "investment", text("Utveckling"), y2028="1000000"),
                line(0x84, "effect", "running", text("Färre avtal"), y2028="300000", y2029="1450000", y2030="2900000"),
            ),
            kpis=(
                Kpi(
                    id=key(0x91),
                    name=text("Delade tjänster i drift", "Shared services in use"),
                    baseline=Decimal(2),
                    target=Decimal(12),
                    target_date=date(2029, 12, 31),
                ),
            ),
            status="planned",
            effort=3,
            risk=text("Rättsläget för delning är oklart"),
            milestones=(Milestone(id=key(0x92), name=text("Fyra tjänster i drift"), on=date(2028, 12, 1)),),
            depends_on=(INVENTORY, LAYER),
        ),
    )


def _platform_actions() -> tuple[Action, ...]:
    return (
        Action(
            id=LAYER,
            chosen=PLATFORM,
            recommendation="design-together",
            title=text("Upphandla ett integrationslager", "Procure an integration layer"),
            what=text("Ett lager med öppna gränssnitt mellan systemen, som kommunen själv äger."),
            owner="Upphandlingschef",
            start=date(2027, 9, 1),
            due=date(2028, 3, 31),
            lines=(
                line(0x85, "cost", "investment", text("Grundplattform"), y2027="2000000", y2028="2000000"),
                line(0x86, "cost", "running", text("Licenser"), y2028="1100000", y2029="2400000", y2030="2400000"),
            ),
            status="ongoing",
            effort=4,
        ),
        Action(
            id=MOVE,
            chosen=PLATFORM,
            title=text("Flytta tjugo system till plattformen", "Move twenty systems to the platform"),
            owner="Driftchef",
            start=date(2028, 7, 1),
            due=date(2029, 6, 30),
            lines=(
                line(0x87, "cost", "running", text("Införande"), y2028="2400000", y2029="1800000"),
                line(
                    0x88, "effect", "running", text("Avvecklade system"), y2029="4100000", y2030="8800000",
                    y2031="8800000",
                ),
            ),
            status="proposed",
            effort=5,
            depends_on=(LAYER,),
        ),
    )  # fmt: skip


def _shared_actions() -> tuple[Action, ...]:
    return (
        Action(
            id=PLANS,
            chosen=SHARED,
            recommendation="into-plans",
            title=text("Skriv in digitalt ansvar i fem planer"),
            owner="Nämnderna",
            start=date(2027, 9, 1),
            due=date(2027, 11, 30),
            status="proposed",
            effort=2,
        ),
        Action(
            id=SKILLS,
            title=text("Anställ två it-arkitekter", "Hire two IT architects"),
            owner="HR-chef",
            start=date(2027, 3, 1),
            due=date(2027, 5, 31),
            lines=(line(0x89, "cost", "running", text("Löner"), y2027="800000", y2028="1600000", y2029="1600000"),),
            status="done",
            effort=2,
        ),
    )


def sample_actions() -> tuple[Action, ...]:
    """Six actions: two on service exchange, two on the platform, one on shared responsibility, one of our own."""
    return (*_exchange_actions(), *_platform_actions(), *_shared_actions())
