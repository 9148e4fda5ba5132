"""The example project: small, in order, and known by its ids, so that a rule's example can be a change of one field in it."""

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final

from app.library import load_packs
from app.model.base import Id, Text, text
from app.model.money import CostLine, Reconciled
from app.model.pattern import FirstStep
from app.model.project import (
    Action,
    Alternative,
    Assessment,
    ChosenPattern,
    Criterion,
    Decision,
    Evidence,
    Figure,
    Kpi,
    Matter,
    Meeting,
    Milestone,
    Organisation,
    Project,
    Risk,
    Score,
    Section,
    Statement,
)

#: The day on which the example is checked.
TODAY: Final = date(2027, 6, 1)


def _id(number: int) -> Id:
    return f"{number:032x}"


CHOSEN: Final = _id(1)
EVIDENCE: Final = _id(2)
FIRST, SECOND, THIRD = _id(11), _id(12), _id(13)
KPI: Final = _id(14)
AS_TODAY, WAY, OTHER_WAY = _id(21), _id(22), _id(23)
CRITERION, OTHER_CRITERION = _id(24), _id(25)
RISK, OTHER_RISK = _id(31), _id(32)
FIGURE, OTHER_FIGURE = _id(41), _id(42)
DECISION, OTHER_DECISION = _id(51), _id(52)
BOARD, COUNCIL = _id(61), _id(62)
STATEMENT, OTHER_STATEMENT = _id(71), _id(72)
SECTION: Final = _id(81)
MARK: Final = _id(82)
COST, INVESTMENT, EFFECT, SECOND_COST, THIRD_COST, TODAY_COST = (_id(number) for number in range(91, 97))


@cache
def example_project() -> Project:
    """A municipality that asks for money to replace its case systems. No rule finds anything in it."""
    return Project(
        id=_id(0),
        created=TODAY,
        organisation=Organisation(name="Sandvika kommun", kind="municipality", classification="open"),
        matter=_matter(),
        patterns=(_chosen(),),
        actions=_actions(),
        criteria=(
            Criterion(id=CRITERION, name=text("Tid för handläggarna", "Time for caseworkers")),
            Criterion(id=OTHER_CRITERION, name=text("Kostnad till 2030", "Cost by 2030")),
        ),
        alternatives=_alternatives(),
        recommended=WAY,
        risks=_risks(),
        figures=_figures(),
        decisions=_decisions(),
    )


def _matter() -> Matter:
    return Matter(
        title=text("Ett gemensamt stöd för ärenden", "One shared system for cases"),
        reference="KS 2027/31",
        author="Eva Lind",
        author_role=text("CIO", "CIO"),
        answer=text(
            "Ett gemensamt stöd kostar 5,4 mkr och är återbetalt 2030",
            "One shared system costs SEK 5.4m and pays for itself by 2030",
        ),
        statements=(
            Statement(
                id=STATEMENT,
                text=text("Sju system gör i dag samma sak", "Seven systems do the same thing today"),
                support=text("Avtalen för dem kostar 3 mkr om året.", "The contracts for them cost SEK 3m a year."),
                slide=f"pattern/{CHOSEN}",
            ),
            Statement(
                id=OTHER_STATEMENT,
                text=text("Handläggarna får tid tillbaka", "Caseworkers get time back"),
                support=text(
                    "Varje ärende skrivs in en gång i stället för tre.",
                    "Each case is entered once instead of three times.",
                ),
                slide="investment",
            ),
        ),
        route=(
            Meeting(
                id=BOARD,
                body=text("Kommunstyrelsen", "Municipal Executive Board"),
                on=date(2027, 6, 16),
                decides=False,
                wording=text(
                    "Kommunstyrelsen föreslår kommunfullmäktige besluta att",
                    "The Municipal Executive Board proposes that the Municipal Council",
                ),
            ),
            Meeting(
                id=COUNCIL,
                body=text("Kommunfullmäktige", "Municipal Council"),
                on=date(2027, 6, 28),
                wording=text("Kommunfullmäktige beslutar att", "The Municipal Council decides to"),
            ),
        ),
        sections=(
            Section(
                id=SECTION,
                heading=text("Sammanfattning", "Summary"),
                body=text(
                    "Sju system för ärenden ersätts av ett. Det kostar 5,4 mkr och är återbetalt 2030.",
                    "Seven case systems are replaced by one. It costs SEK 5.4m and pays for itself by 2030.",
                ),
            ),
        ),
    )


def _chosen() -> ChosenPattern:
    pack = next(pack for pack in load_packs() if pack.id == "governance")
    pattern = next(pattern for pattern in pack.patterns if pattern.id == "shared-digital-responsibility")
    return ChosenPattern(
        id=CHOSEN,
        pack=pack.id,
        pack_version=pack.version,
        pattern=pattern,
        message=text("Nämnderna behöver äga sina digitala mål", "Committees need to own their digital goals"),
        meaning=text(
            "Ingen nämnd äger ett digitalt mål i dag. It-avdelningen svarar ensam för alla åtta.",
            "No committee owns a digital goal today. The IT department answers for all eight alone.",
        ),
        evidence=(
            Evidence(
                id=EVIDENCE,
                value=text("8 av 8", "8 of 8"),
                statement=text("digitala mål ägs av it-avdelningen", "digital goals are owned by the IT department"),
                source=text("Genomgång av årets planer", "Review of this year’s plans"),
                dated=date(2027, 4, 12),
            ),
        ),
        assessment=Assessment(
            relevance=_score(5, "Målen rör alla nämnder.", "The goals concern every committee."),
            readiness=_score(2, "En nämnd har börjat.", "One committee has begun."),
            target=_score(4, "Målen står i alla planer 2029.", "The goals stand in every plan by 2029."),
        ),
    )


def _score(step: int, sv: str, en: str) -> Score:
    return Score(step=step, reason=text(sv, en))


def _actions() -> tuple[Action, ...]:
    return (
        Action(
            id=FIRST,
            chosen=CHOSEN,
            title=text("Samla ärendena i ett stöd", "Bring all cases into one system"),
            what=text(
                "Ett stöd upphandlas och de sju äldre systemen stängs.",
                "One system is procured and the seven older ones are closed.",
            ),
            owner="It-chef",
            start=date(2027, 9, 1),
            due=date(2028, 12, 31),
            status="planned",
            effort=4,
            lines=(
                _line(COST, "Licens och drift", "Licence and operation", {2028: 600_000, 2029: 600_000, 2030: 600_000}),
                _line(INVESTMENT, "Införande", "Introduction", {2028: 2_000_000}).model_copy(
                    update={"kind": "investment"}
                ),
                _line(EFFECT, "Avslutade avtal", "Contracts ended", {2029: 2_800_000, 2030: 3_000_000}).model_copy(
                    update={"sign": "effect"}
                ),
            ),
            kpis=(
                Kpi(
                    id=KPI,
                    name=text("System för ärenden", "Case systems"),
                    baseline=Decimal(7),
                    target=Decimal(1),
                    target_date=date(2028, 12, 31),
                ),
            ),
            risk=text("Äldre ärenden går inte att flytta.", "Older cases cannot be moved."),
            first_steps=(FirstStep(day=30, text=text("Kraven är skrivna", "Requirements are written")),),
            milestones=(Milestone(id=_id(15), name=text("Avtal klart", "Contract ready"), on=date(2028, 2, 29)),),
        ),
        _small_action(SECOND, "Ge nämnderna målen", "Give committees the goals", "Kommundirektör", SECOND_COST),
        _small_action(THIRD, "Utbilda handläggarna", "Train the caseworkers", "HR-chef", THIRD_COST),
    )


def _small_action(key: Id, sv: str, en: str, owner: str, line: Id) -> Action:
    return Action(
        id=key,
        chosen=CHOSEN,
        title=text(sv, en),
        what=text("Arbetet görs i två omgångar under 2028.", "The work is done in two rounds during 2028."),
        owner=owner,
        start=date(2028, 1, 10),
        due=date(2028, 11, 30),
        status="planned",
        effort=2,
        effect=3,
        lines=(_line(line, "Arbetstid", "Working time", {2028: 800_000}),),
        kpis=(
            Kpi(
                id=_id(int(key, 16) + 90),
                name=text("Nämnder som har börjat", "Committees that have begun"),
                baseline=Decimal(0),
                target=Decimal(6),
                target_date=date(2028, 11, 30),
            ),
        ),
        risk=text("Arbetet får vänta på annat.", "The work has to wait for other things."),
    )


_RECONCILED: Final = Reconciled(by="Ekonomichef", on=date(2027, 5, 20))


def _line(key: Id, sv: str, en: str, amounts: dict[int, int]) -> CostLine:
    return CostLine(
        id=key,
        sign="cost",
        what=text(sv, en),
        reconciled=_RECONCILED,
        amounts={year: Decimal(amount) for year, amount in amounts.items()},
    )


def _alternatives() -> tuple[Alternative, ...]:
    def scores(time: int, cost: int) -> dict[Id, Score]:
        return {
            CRITERION: _score(time, "Så räknar handläggarna", "As caseworkers reckon"),
            OTHER_CRITERION: _score(cost, "Enligt kalkylen", "By the calculation"),
        }

    def described(sv: str, en: str) -> Text:
        return text(sv, en)

    return (
        Alternative(
            id=AS_TODAY,
            as_today=True,
            name=text("Som i dag", "As today"),
            description=described("De sju systemen behålls.", "The seven systems are kept."),
            lines=(
                _line(TODAY_COST, "Dyrare avtal", "Dearer contracts", {2028: 300_000, 2029: 600_000, 2030: 900_000}),
            ),
            scores=scores(1, 2),
        ),
        Alternative(
            id=WAY,
            name=text("Ett gemensamt stöd", "One shared system"),
            description=described("Alla nämnder arbetar i samma stöd.", "All committees work in the same system."),
            scores=scores(5, 4),
        ),
        Alternative(
            id=OTHER_WAY,
            name=text("Två system", "Two systems"),
            description=described("Skolan behåller sitt system.", "The schools keep their own system."),
            lines=(_line(_id(97), "Införande och drift", "Introduction and operation", {2028: 3_600_000}),),
            scores=scores(3, 3),
        ),
    )


def _risks() -> tuple[Risk, ...]:
    return (
        Risk(
            id=RISK,
            title=text("Ärenden går förlorade i flytten", "Cases are lost in the move"),
            likelihood=2,
            consequence=5,
            owner="It-chef",
            treatment=text("Varje flytt provas på en kopia först", "Each move is tried on a copy first"),
            action=FIRST,
        ),
        Risk(
            id=OTHER_RISK,
            title=text("Nämnderna avsätter ingen tid", "Committees set no time aside"),
            likelihood=4,
            consequence=4,
            owner="Kommundirektör",
            treatment=text("Tiden skrivs in i budgeten", "The time is written into the budget"),
            action=SECOND,
        ),
    )


def _figures() -> tuple[Figure, ...]:
    return (
        Figure(
            id=FIGURE,
            label=text("Kostnad för ärendesystem", "Cost of case systems"),
            value=Decimal(3_000_000),
            unit=text("kr per år", "SEK a year"),
            year=2027,
            price_level=2027,
            kind="running",
            source=text("Budget 2027, ekonomiavdelningen", "Budget 2027, Finance Department"),
            dated=date(2027, 3, 1),
        ),
        Figure(
            id=OTHER_FIGURE,
            label=text("System för ärenden", "Case systems"),
            value=Decimal(7),
            year=2027,
            source=text("Kartläggning av system", "Mapping of systems"),
            dated=date(2027, 3, 1),
        ),
    )


def _decisions() -> tuple[Decision, ...]:
    return (
        Decision(
            id=DECISION,
            meeting=COUNCIL,
            text=text("anslå 3,4 mkr i driftbudgeten till 2030", "allocate SEK 3.4m in the operating budget to 2030"),
            amount=Decimal(3_400_000),
            funding=text("Kommunstyrelsens driftram ökas från 2028.", "The Board’s operating budget rises from 2028."),
            owner="Ekonomichef",
            due=date(2028, 12, 31),
            consequence=text("De sju avtalen förlängs tre år.", "The seven contracts are renewed for three years."),
        ),
        Decision(
            id=OTHER_DECISION,
            meeting=COUNCIL,
            text=text("anvisa 2,0 mkr ur investeringsramen", "assign SEK 2.0m from the capital budget"),
            amount=Decimal(2_000_000),
            amount_kind="investment",
            funding=text("Ryms i beslutad investeringsram 2028.", "Within the approved capital budget for 2028."),
            owner="It-chef",
            due=date(2028, 12, 31),
            consequence=text("Stödet kan inte upphandlas.", "The system cannot be procured."),
        ),
    )
