"""Reports made by hand, with one block of every kind."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from app.compose.report import Report, ReportSection, ReportWords
from app.compose.storyline import Furniture
from app.model.base import Lang
from app.model.blocks import (
    Block,
    DecisionPoint,
    Decisions,
    KeyFigure,
    Passage,
    Proposal,
    QuestionAnswer,
    Shift,
    SourceEntry,
    Sources,
    Statement,
    StepMark,
    Steps,
)
from app.model.graphics import Bar, Chart, Dot, Gauge, HeatMap, Lane, Lanes, Mark, Matrix, Readiness, Series, Timeline
from app.model.rich import Para, Span, para
from app.model.tables import Cell, Column, Rating, Row, Table

WORDS: dict[Lang, ReportWords] = {
    "sv": ReportWords("Strategi-PM", "Innehåll", "{page} ({pages})", "Tabell", "Figur", "forts.", "Källor"),
    "en": ReportWords("Strategy memo", "Contents", "{page} ({pages})", "Table", "Figure", "continued", "Sources"),
}
SWEDISH = (
    "Sedan 2021 har kommunen infört 38 e-tjänster. De första tog fyra veckor att bygga, de senaste femton. Skillnaden beror inte på "
    "tjänsterna utan på det de ska kopplas till. Uppgifter om personer, fastigheter och företag finns i flera system, och varje ny "
    "tjänst hämtar dem på sitt eget sätt.",
    "Antalet kopplingar har på sex år vuxit från 90 till 340. Varje koppling ska övervakas, testas och räknas upp i avtal. Fyra timmar "
    "av tio i ett utvecklingsprojekt går åt till att återskapa uppgifter som redan finns. Verksamhetsutvecklingsprogrammets "
    "informationssäkerhetsklassningar visar samma sak i förvaltningsövergripande upphandlingar.",
)
ENGLISH = (
    "Since 2021 the council has launched 38 digital services. The first took four weeks to build, the latest fifteen. The difference "
    "lies not in the services but in what they have to be connected to: people, properties and companies are described in several "
    "systems, and every new service fetches what it needs in its own way.",
    "In six years the number of integrations has grown from 90 to 340. Each must be monitored, tested and indexed in a contract. "
    "Interdepartmental procurement responsibilities and accountability arrangements remain undocumented.",
)
TEXTS: dict[Lang, tuple[str, str]] = {"sv": SWEDISH, "en": ENGLISH}


def sv(text: str) -> Para:
    """A paragraph in Swedish."""
    return para(text, "sv")


def row(key: str, *texts: str) -> Row:
    """A row of plain cells."""
    return Row(key, tuple(Cell(sv(text)) for text in texts))


def passage(key: str, lang: Lang = "sv", head: str = "", bullets: Sequence[str] = ()) -> Passage:
    """Two paragraphs of running text, and bullets."""
    texts = [para(text, lang) for text in TEXTS[lang]]
    texts += [Para((Span(text, lang),), marker="–") for text in bullets]
    return Passage(key, sv(head), tuple(texts))


def costs() -> Chart:
    """Costs above zero and reductions below."""
    return Chart(
        "actions/costs",
        sv("Från 2030 är nyttan större än kostnaden, mkr"),
        ("2027", "2028", "2029", "2030"),
        (
            Series(
                sv("Kapitalkostnad"), (None, Decimal("0.5"), Decimal("1.1"), Decimal("1.5")), ("", "0,5", "1,1", "1,5")
            ),
            Series(
                sv("Drift och licenser"),
                (Decimal("0.8"), Decimal(3), Decimal("4.6"), Decimal("5.6")),
                ("0,8", "3,0", "4,6", "5,6"),
                "second",
            ),
            Series(
                sv("Införande"),
                (Decimal("2.8"), Decimal(5), Decimal(3), Decimal("1.2")),
                ("2,8", "5,0", "3,0", "1,2"),
                "third",
            ),
            Series(
                sv("Minskade kostnader"),
                (None, Decimal("-2.4"), Decimal("-7.6"), Decimal("-12.8")),
                ("", "−2,4", "−7,6", "−12,8"),
                "reduction",
            ),
        ),
        ("3,6", "8,5", "8,7", "8,3"),
        "mkr",
        "Kostnad och minskad kostnad per år.",
    )


def roadmap(bars: int = 5) -> Timeline:
    """Bars over three years in two groups, with milestones."""
    states: tuple[Literal["done", "critical", "planned"], ...] = ("done", "critical", "planned")
    made = tuple(
        Bar(
            f"actions/{n}",
            sv(f"Gemensamma grunddata, steg {n + 1}"),
            date(2027, 1 + n % 9, 1),
            date(2028 + n % 2, 7, 1),
            states[n % 3],
        )
        for n in range(bars)
    )
    quarters = tuple(
        (date(year, 1 + 3 * quarter, 1), f"Kv {quarter + 1}") for year in (2027, 2028, 2029) for quarter in range(4)
    )
    return Timeline(
        "roadmap",
        date(2027, 1, 1),
        date(2030, 1, 1),
        tuple((date(year, 1, 1), str(year)) for year in (2027, 2028, 2029)),
        quarters,
        (Lanes("a", sv("Ordning och klassning"), made[: bars // 2]), Lanes("b", sv("Plattform"), made[bars // 2 :])),
        (Mark("m", sv("Kommunstyrelsen tar ställning"), date(2028, 3, 1)),),
        date(2027, 5, 1),
        {"done": sv("Klart"), "critical": sv("Avgör slutdatum"), "planned": sv("Planerat")},
        "Färdplan 2027–2029.",
    )


def risks() -> Matrix:
    """A risk matrix with a crowded field."""
    dots = (
        Dot("r1", "1", 4, 4),
        Dot("r2", "2", 2, 3),
        *(Dot(f"r{n}", str(n), 3, 3) for n in range(3, 7)),
        Dot("r9", "9", 5, 1),
    )
    zones = {
        "low": sv("Låg: 1–7, bevakas"),
        "medium": sv("Medel: 8–14, ägare och plan"),
        "high": sv("Hög: 15–25"),
    }
    return Matrix("risks", "risk", sv("Konsekvens"), sv("Sannolikhet"), zones, dots, "Nio risker.")


def options() -> HeatMap:
    """Three alternatives by three criteria."""
    ratings: tuple[Rating, ...] = ("drawback", "neutral", "advantage")
    words = {"advantage": "Fördel", "neutral": "Neutralt", "drawback": "Nackdel"}
    rows = tuple(
        Row(
            f"criteria/{name}",
            (
                Cell(sv(name)),
                *(
                    Cell(sv(words[ratings[(n + k) % 3]]), sv("ett avtal mindre"), ratings[(n + k) % 3])
                    for k in range(3)
                ),
            ),
        )
        for n, name in enumerate(("Kostnad", "Tid till första nytta", "Utträde"))
    )
    names = tuple(sv(name) for name in ("Som i dag", "Nytt helhetssystem", "Gemensam plattform"))
    return HeatMap("options", sv("Kriterium"), names, 2, sv("Förordas"), rows, "Tre vägar mot tre kriterier.")


def readiness() -> Readiness:
    """Two patterns' readiness."""
    lanes = (
        Lane("p1", sv("Från helhetsleverantör till plattform"), 5, 2, 4, sv("två steg")),
        Lane("p2", sv("Delat ansvar"), 4, 3, 3, sv("i mål")),
    )
    heads = (sv("Betydelse"), sv("Mönster"), sv("Att göra"))
    steps = tuple(sv(name) for name in ("Okänt", "Påbörjat", "Fungerar", "Styrt", "Självklart"))
    return Readiness(
        "readiness", heads, sv("Mognad i dag och mål, skala 1–5"), steps, (sv("I dag"), sv("Mål")), lanes, "Mognad."
    )


def budget(rows: int = 6) -> Table:
    """A table of actions with figures, groups and a sum."""
    made = [Row("g", tuple(Cell(sv(text)) for text in ("A", "Ordning och klassning", "", "1,2", "0,7")), "group")]
    made += [
        row(f"a{n}", f"A{n + 1}", f"Utse ägare för system nummer {n + 1}", "Förvaltningscheferna", "0,3", "−0,2")
        for n in range(rows)
    ]
    made.append(Row("sum", tuple(Cell(sv(text)) for text in ("", "Summa", "", "14,2", "12,3")), "sum"))
    columns = (
        Column(sv("Nr"), 0.4),
        Column(sv("Åtgärd"), 2.6),
        Column(sv("Ansvarig"), 1.6),
        Column(sv("2028"), 0.6, "right"),
        Column(sv("2029"), 0.6, "right"),
    )
    return Table(
        "actions", sv("Åtgärder, ansvar och kostnad, mkr"), columns, tuple(made), "Åtgärder med kostnad per år."
    )


def section(
    key: str, number: str, heading: str, claim: str, *blocks: Block, level: int = 1, margin: Sequence[Block] = ()
) -> ReportSection:
    """A section of level 1 or 2."""
    return ReportSection(key, 1 if level == 1 else 2, number, sv(heading), sv(claim), tuple(margin), blocks)


def report(*sections: ReportSection, lang: Lang = "sv", draft: str = "", confidential: bool = False) -> Report:
    """A report around sections, with its first page."""
    point = (
        "Kommunens digitala tjänster byggs på en gemensam plattform.",
        "14,2\u00a0mkr anvisas för 2028 till etapp\u00a01.",
    )
    points = tuple(
        DecisionPoint(
            f"decisions/{n}",
            f"{n + 1}.",
            sv(text),
            sv("14,2\u00a0mkr") if n else Para(),
            Para(),
            sv("It-chef"),
            sv("31 mars 2028"),
            Para(),
        )
        for n, text in enumerate(point)
    )
    figures = (
        KeyFigure("k1", sv("Kostnad 2028–2030"), sv("35,5\u00a0mkr"), sv("varav 14,2 i etapp 1")),
        KeyFigure("k2", sv("Lägre kostnad per år"), sv("8,6\u00a0mkr"), sv("från 2031, netto")),
        KeyFigure("k3", sv("Återbetald"), sv("2033")),
    )
    header = [
        ("Till", "Kommunstyrelsen"),
        ("Från", "Karin Sandell, digitaliseringschef"),
        ("Sammanträde", "8 juni 2027"),
        ("Diarienummer", "KS 2027/0412"),
    ]
    return Report(
        "memo",
        lang,
        WORDS[lang],
        "matter/title",
        sv("Plattform före system"),
        sv(
            "Kommunen har 214 system och allt dyrare kopplingar mellan dem. Vi föreslår en gemensam plattform och tre etapper."
        ),
        tuple((sv(label), sv(value)) for label, value in header),
        figures,
        sv("Beslut som föreslås"),
        Decisions("decisions", (), ((sv("Kommunstyrelsen"), points),)),
        sections,
        "KS 2027/0412",
        Furniture(
            sv("Exempelköpings kommun"),
            sv("Kommunstyrelsen 8 juni 2027"),
            sv("Informationsklass: Öppen"),
            confidential,
            sv(draft),
        ),
    )


def everything(lang: Lang = "sv", draft: str = "") -> Report:
    """A report with every kind of block."""
    gauges = (Gauge("g1", sv("Betydelse"), sv("5"), 5), Gauge("g2", sv("Mognad"), sv("2→4"), 2, 4, kind="track"))
    shift = Shift(
        "s",
        sv("Från"),
        sv("helhetsleverantör"),
        sv("En levererar allt."),
        sv("Till"),
        sv("plattform"),
        sv("Många bidrar genom öppna gränssnitt."),
        KeyFigure("e", sv("gränssnitt som vi äger"), sv("31 av 214")),
    )
    sources = Sources(
        "sources",
        Para(),
        (
            SourceEntry(
                "s1",
                sv("Johan Magnusson m.fl., ”Digitalisering – disintegration”, CIO Sweden, 2017."),
                "https://example.org/disintegration",
            ),
            SourceEntry("s2", sv("Systemgenomgång i samtliga förvaltningar, april 2027.")),
        ),
    )
    steps = Steps(
        "steps",
        sv("De första 90 dagarna"),
        (
            StepMark(
                "1", sv("Utse ägare"), sv("september 2027"), sv("En ägare för vart och ett av de 61 systemen."), "now"
            ),
            StepMark("2", sv("Redovisa"), sv("december 2027"), state="goal"),
        ),
    )
    bullets = (
        "Ett gemensamt integrationslager.",
        "Sex produktägare i förvaltningarna, som tillsammans svarar för vilka tjänster som byggs och i vilken ordning de tas i drift.",
    )
    return report(
        section("now", "1", "Läget", "Varje ny tjänst kostar mer än den förra", passage("now/text", lang), costs()),
        section(
            "patterns",
            "2",
            "Mönstren",
            "Två skiften avgör vad vi behöver kunna",
            passage("patterns/text", lang),
            readiness(),
        ),
        section(
            "p1",
            "",
            "",
            "Från helhetsleverantör till plattform",
            shift,
            passage("p1/text", lang, "Vad det betyder för oss", bullets),
            level=2,
            margin=gauges,
        ),
        section(
            "road",
            "3",
            "Vägen",
            "Tre etapper, och en prövning före varje",
            passage("road/text", lang),
            roadmap(),
            steps,
            Proposal("pr", sv("Utse produktägare"), (sv("Kommundirektör, september 2027"),)),
        ),
        section("options", "4", "Alternativ", "Plattformen är enda vägen ut ur inlåsningen", options(), budget()),
        section(
            "risks",
            "5",
            "Risker",
            "En risk är hög och kräver åtgärder före start",
            risks(),
            Statement("st", "1.", sv("Nyckelpersoner slutar"), sv("Dubbla roller från start.")),
            QuestionAnswer(
                "qa", sv("Vad händer om leverantören höjer priset?"), sv("Villkor för utträde förhandlas 2027.")
            ),
        ),
        section("sources", "6", "Källor", "", sources),
        lang=lang,
        draft=draft,
    )
