"""A small, plausible project for tests: fixed ids, Swedish with some English, and patterns made by hand."""

from datetime import date
from decimal import Decimal

from app.model.base import Text, text
from app.model.project import (
    Alternative,
    Appendix,
    Assessment,
    ChosenPattern,
    Criterion,
    Decision,
    Evidence,
    Matter,
    Meeting,
    Organisation,
    Project,
    Risk,
    Score,
    Section,
    Statement,
    StorylineChoices,
)
from tests.sample_actions import EXCHANGE, LAYER, MOVE, PLANS, PLATFORM, SHARED, SKILLS, key, line, sample_actions
from tests.sample_patterns import sample_patterns

#: The day on which the sample is exported.
TODAY = date(2027, 6, 1)

KS, KF = key(0x01), key(0x02)
COST, BENEFIT, TIME, FREEDOM = (key(0x30 + number) for number in range(1, 5))
AS_TODAY, SUPPLIER, PHASES = (key(0x40 + number) for number in range(1, 4))
DIRECTION, FUNDS, TASK = (key(0x50 + number) for number in range(1, 4))
RISKS = tuple(key(0x60 + number) for number in range(1, 6))


def _assessment(relevance: int, readiness: int, target: int, why: Text) -> Assessment:
    return Assessment(
        relevance=Score(step=relevance, reason=why), readiness=Score(step=readiness), target=Score(step=target)
    )


def _patterns() -> tuple[ChosenPattern, ...]:
    exchange, platform, shared = sample_patterns()
    return (
        ChosenPattern(
            id=EXCHANGE,
            pack="disintegration",
            pack_version="1",
            pattern=exchange,
            message=text("Vi kan dela fler tjänster med grannkommuner och föreningar, men saknar stöd för det"),
            meaning=text(
                "- 7 av 10 utbyten med grannkommuner kräver **eget avtal** och faktura\n"
                "- 42 föreningar bokar lokaler i tre system som inte talar med varandra\n"
                "- It-enheten har i uppdrag att köpa och drifta, inte att dela"
            ),
            evidence=(
                Evidence(
                    id=key(0x71),
                    value=text("7 av 10"),
                    statement=text("utbyten med grannkommunerna kräver ett eget avtal"),
                    source=text("Kartläggning, it-enheten"),
                    dated=date(2027, 5, 14),
                ),
            ),
            assessment=_assessment(5, 1, 4, text("Invånarna rör sig över kommungränsen varje dag.")),
        ),
        ChosenPattern(
            id=PLATFORM,
            pack="platforms",
            pack_version="1",
            pattern=platform,
            meaning=text(
                "Av systemkostnaden går 71 % till tre leverantörer. Vi behöver äga *gränssnitten* själva, se"
                " [Diggs vägledning](https://www.digg.se/).",
                "Three suppliers take 71% of the system cost. We need to own the *interfaces* ourselves.",
            ),
            evidence=(
                Evidence(
                    id=key(0x72),
                    value=text("71 %", "71%"),
                    statement=text(
                        "av systemkostnaden går till tre leverantörer", "of the system cost goes to three suppliers"
                    ),
                    source=text("Leverantörsreskontra 2026", "Supplier ledger 2026"),
                ),
            ),
            assessment=_assessment(4, 2, 4, text("Tre avtal löper ut före 2029.", "Three contracts end before 2029.")),
        ),
        ChosenPattern(
            id=SHARED,
            pack="governance",
            pack_version="1",
            pattern=shared,
            meaning=text("En av fem nämnder har digitala mål i sin plan."),
            evidence=(
                Evidence(
                    id=key(0x73),
                    value=text("1 av 5", "1 of 5"),
                    statement=text(
                        "nämnder har digitala mål i sin verksamhetsplan", "committees have digital goals in their plan"
                    ),
                    source=text("Genomgång av planer, kansliet"),
                    dated=date(2027, 4, 20),
                ),
            ),
            assessment=_assessment(5, 2, 5, text("Nyttan uppstår i verksamheten.")),
        ),
    )


def _score(step: int, reason: Text) -> Score:
    return Score(step=step, reason=reason)


def _alternatives() -> tuple[Alternative, ...]:
    return (
        Alternative(
            id=AS_TODAY,
            name=text("Fortsätt som i dag", "Carry on as today"),
            as_today=True,
            lines=(
                line(0xA1, "cost", "running", text("Avtal"), y2027="2600000", y2028="3000000", y2029="3400000",
                      y2030="3600000"),
            ),
            scores={
                COST: _score(3, text("Avtalen växer för varje år", "Contracts grow each year")),
                BENEFIT: _score(1, text("Inga nya e-tjänster")),
                TIME: _score(2, text("Ingen effekt")),
                FREEDOM: _score(2, text("64 skilda avtal")),
            },
        ),
        Alternative(
            id=SUPPLIER,
            name=text("Ny helhetsleverantör", "A new full-service supplier"),
            lines=(line(0xA2, "cost", "running", text("Avtal"), y2028="15500000", y2029="15500000"),),
            scores={
                COST: _score(1, text("Dyrast i åtta år", "Dearest for eight years")),
                BENEFIT: _score(3, text("18 nya e-tjänster")),
                TIME: _score(2, text("Andra kvartalet 2029")),
                FREEDOM: _score(1, text("Ett avtal i åtta år")),
            },
        ),
        Alternative(
            id=PHASES,
            name=text("Plattform i etapper", "A platform in phases"),
            scores={
                COST: _score(4, text("Lägre än i dag från 2030", "Lower than today from 2030")),
                BENEFIT: _score(5, text("30 nya e-tjänster")),
                TIME: _score(4, text("Andra kvartalet 2028")),
                FREEDOM: _score(2, text("Nya roller i alla fem förvaltningar")),
            },
        ),
    )  # fmt: skip


def _risks() -> tuple[Risk, ...]:
    rows = (
        ("Förvaltningarna avsätter inte tid", 4, 5, "Kommundirektör", "Digitalt ansvar skrivs in i planerna", PLANS),
        ("It-arkitekter går inte att rekrytera", 4, 4, "HR-chef", "Samrekrytering med länet till september", SKILLS),
        ("Upphandlingen överklagas", 3, 4, "Upphandlingschef", "Marknadsdialog före annonsering", LAYER),
        ("Avbrott när system flyttas", 2, 5, "Driftchef", "Flytt i omgångar med prövad återgång", MOVE),
        ("Leverantör höjer priset i förtid", 2, 2, "Upphandlingschef", "Option på förlängning utnyttjas", None),
    )
    return tuple(
        Risk(
            id=RISKS[number],
            title=text(title),
            likelihood=likelihood,
            consequence=consequence,
            owner=owner,
            treatment=text(treatment),
            action=action,
        )
        for number, (title, likelihood, consequence, owner, treatment, action) in enumerate(rows)
    )


def _decisions() -> tuple[Decision, ...]:
    return (
        Decision(
            id=DIRECTION,
            text=text("**godkänna inriktningen** gemensam digital plattform i två etapper 2027–2030"),
            meeting=KF,
            owner="Kommundirektör",
            due=date(2030, 12, 31),
            consequence=text("Avtalen förlängs var för sig och blir 12,6 mkr dyrare till 2030."),
        ),
        Decision(
            id=FUNDS,
            text=text("**anslå 9,4 mkr** för etapp 1, 2027–2028, ur driftbudgeten"),
            meeting=KF,
            amount=Decimal(9400000),
            amount_kind="running",
            funding=text("Kommunstyrelsens ram 2028"),
            owner="Ekonomichef",
            due=date(2028, 12, 31),
            consequence=text("Höstens upphandling ställs in och etapp 1 skjuts ett år."),
        ),
        Decision(
            id=TASK,
            text=text("**uppdra åt kommundirektören** att förbereda upphandlingen, med förbehåll för beslut 2"),
            meeting=KS,
            owner="Kommundirektör",
            due=date(2027, 9, 20),
            consequence=text("Annonseringen kan tidigast ske efter nyår."),
        ),
    )


def _matter() -> Matter:
    return Matter(
        title=text("Gemensam digital plattform i två etapper", "A shared digital platform in two phases"),
        reference="KS 2027/142",
        agenda_number="12",
        author="Karin Sandell",
        author_role=text("Digitaliseringschef", "Chief Digital Officer"),
        answer=text("Gemensam digital plattform i två etapper ger lägre årskostnad än i dag från 2030"),
        statements=(
            Statement(
                id=key(0xB1),
                text=text("Dagens 64 system blir dyrare att behålla", "Today’s 64 systems cost more every year"),
                support=text("Avtalen blir 12,6 mkr dyrare till 2030.", "Contracts rise by SEK 12.6m to 2030."),
            ),
            Statement(
                id=key(0xB2),
                text=text("Vi är svagast där det betyder mest"),
                support=text("Tjänstebyte och delat digitalt ansvar har båda tre steg kvar till målet."),
            ),
            Statement(
                id=key(0xB3),
                text=text("Tid och kompetens är den stora risken, inte tekniken"),
                support=text("Därför prövas etapp 2 för sig i november 2028."),
            ),
        ),
        route=(
            Meeting(
                id=KS,
                body=text("Kommunstyrelsen", "Municipal Executive Board"),
                on=date(2027, 6, 15),
                wording=text("Kommunstyrelsen beslutar för egen del att", "The Executive Board itself decides to"),
            ),
            Meeting(
                id=KF,
                body=text("Kommunfullmäktige", "Municipal Council"),
                on=date(2027, 6, 28),
                wording=text(
                    "Kommunstyrelsen föreslår kommunfullmäktige besluta att",
                    "The Executive Board proposes that the Municipal Council",
                ),
            ),
        ),
        sections=(
            Section(
                id=key(0xC1),
                heading=text("Varje ny tjänst kostar mer än den förra"),
                body=text(
                    "Sedan 2021 har kommunen infört 38 e-tjänster. Varje ny tjänst hämtar uppgifter ur fler system.\n\n"
                    "Tre vägar har jämförts. Plattformen är den enda som gör det **lättare att byta delar** längre fram."
                ),
            ),
        ),
        appendices=(Appendix(id=key(0xC2), title=text("Kalkyl, ekonomienheten, juni 2027")),),
    )


def sample_project() -> Project:
    """A municipality's project with three patterns, six actions, three alternatives, five risks and three decisions."""
    return Project(
        id=key(0xFF),
        language="sv",
        created=date(2027, 5, 3),
        organisation=Organisation(
            name="Exempelköpings kommun",
            kind="municipality",
            classification="open",
        ),
        matter=_matter(),
        storyline=StorylineChoices(audience="full-review"),
        patterns=_patterns(),
        actions=sample_actions(),
        criteria=(
            Criterion(id=COST, name=text("Kostnad över tid", "Cost over time")),
            Criterion(id=BENEFIT, name=text("Nytta för invånarna", "Benefit to residents")),
            Criterion(id=TIME, name=text("Tid till första effekt", "Time to first effect")),
            Criterion(id=FREEDOM, name=text("Krav på förvaltningarna")),
        ),
        alternatives=_alternatives(),
        recommended=PHASES,
        risks=_risks(),
        decisions=_decisions(),
    )


def empty_project() -> Project:
    """A project in which nothing is chosen or written."""
    return Project(id=key(0xFE), created=date(2027, 5, 3))
