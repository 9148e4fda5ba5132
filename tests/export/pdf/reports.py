"""Reports made by hand, with one block of every kind."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from app.compose.report import Report, ReportSection, ReportWords
from app.compose.storyline import Furniture
from app.model.base import Lang
from app.model.blocks import (
    Bar,
    Block,
    Cell,
    Chart,
    Column,
    DecisionPoint,
    Decisions,
    Dot,
    Gauge,
    HeatMap,
    KeyFigure,
    Lane,
    Lanes,
    Mark,
    Matrix,
    Para,
    Passage,
    Proposal,
    QuestionAnswer,
    Rating,
    Readiness,
    Row,
    Series,
    Shift,
    SourceEntry,
    Sources,
    Span,
    Statement,
    StepMark,
    Steps,
    Table,
    Timeline,
    para,
)

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


def row(key: str, *texts: str, lang: Lang = "sv") -> Row:
    """A row of plain cells."""
    return Row(key, tuple(Cell(para(text, lang)) for text in texts))


def passage(key: str, lang: Lang = "sv", head: str = "", bullets: Sequence[str] = ()) -> Passage:
    """Two paragraphs of running text, and bullets."""
    texts = [para(text, lang) for text in TEXTS[lang]]
    texts += [Para((Span(text, lang),), marker="–") for text in bullets]
    return Passage(key, para(head, lang), tuple(texts))


def costs(lang: Lang = "sv") -> Chart:
    """Costs above zero and reductions below."""
    return Chart(
        "actions/costs", para("Från 2030 är nyttan större än kostnaden, mkr", lang), ("2027", "2028", "2029", "2030"),
        (
            Series(para("Kapitalkostnad", lang), (None, Decimal("0.5"), Decimal("1.1"), Decimal("1.5")), ("", "0,5", "1,1", "1,5")),
            Series(para("Drift och licenser", lang), (Decimal("0.8"), Decimal(3), Decimal("4.6"), Decimal("5.6")), ("0,8", "3,0", "4,6", "5,6"), "second"),
            Series(para("Införande", lang), (Decimal("2.8"), Decimal(5), Decimal(3), Decimal("1.2")), ("2,8", "5,0", "3,0", "1,2"), "third"),
            Series(para("Minskade kostnader", lang), (None, Decimal("-2.4"), Decimal("-7.6"), Decimal("-12.8")), ("", "−2,4", "−7,6", "−12,8"), "reduction"),
        ),
        ("3,6", "8,5", "8,7", "8,3"), "mkr", "Kostnad och minskad kostnad per år.",
    )  # fmt: skip


def roadmap(bars: int = 5, lang: Lang = "sv") -> Timeline:
    """Bars over three years in two groups, with milestones."""
    states = ("done", "critical", "planned")
    made = tuple(
        Bar(f"actions/{n}", para(f"Gemensamma grunddata, steg {n + 1}", lang), date(2027, 1 + n % 9, 1), date(2028 + n % 2, 7, 1), states[n % 3])  # type: ignore[arg-type]
        for n in range(bars)
    )
    quarters = tuple((date(year, 1 + 3 * quarter, 1), f"Kv {quarter + 1}") for year in (2027, 2028, 2029) for quarter in range(4))
    return Timeline(
        "roadmap", date(2027, 1, 1), date(2030, 1, 1), tuple((date(year, 1, 1), str(year)) for year in (2027, 2028, 2029)), quarters,
        (Lanes("a", para("Ordning och klassning", lang), made[: bars // 2]), Lanes("b", para("Plattform", lang), made[bars // 2 :])),
        (Mark("m", para("Kommunstyrelsen tar ställning", lang), date(2028, 3, 1)),), date(2027, 5, 1),
        {"done": para("Klart", lang), "critical": para("Avgör slutdatum", lang), "planned": para("Planerat", lang)}, "Färdplan 2027–2029.",
    )  # fmt: skip


def risks(lang: Lang = "sv") -> Matrix:
    """A risk matrix with a crowded field."""
    dots = (Dot("r1", "1", 4, 4), Dot("r2", "2", 2, 3), *(Dot(f"r{n}", str(n), 3, 3) for n in range(3, 7)), Dot("r9", "9", 5, 1))
    zones = {"low": para("Låg: 1–7, bevakas", lang), "medium": para("Medel: 8–14, ägare och plan", lang), "high": para("Hög: 15–25", lang)}
    return Matrix("risks", "risk", para("Konsekvens", lang), para("Sannolikhet", lang), zones, dots, "Nio risker.")


def options(lang: Lang = "sv") -> HeatMap:
    """Three alternatives by three criteria."""
    ratings: tuple[Rating, ...] = ("drawback", "neutral", "advantage")
    words = {"advantage": "Fördel", "neutral": "Neutralt", "drawback": "Nackdel"}
    rows = tuple(
        Row(
            f"criteria/{name}",
            (Cell(para(name, lang)), *(Cell(para(words[ratings[(n + k) % 3]], lang), para("ett avtal mindre", lang), ratings[(n + k) % 3]) for k in range(3))),
        )
        for n, name in enumerate(("Kostnad", "Tid till första nytta", "Utträde"))
    )  # fmt: skip
    names = tuple(para(name, lang) for name in ("Som i dag", "Nytt helhetssystem", "Gemensam plattform"))
    return HeatMap("options", para("Kriterium", lang), names, 2, para("Förordas", lang), rows, "Tre vägar mot tre kriterier.")


def readiness(lang: Lang = "sv") -> Readiness:
    """Two patterns' readiness."""
    lanes = (
        Lane("p1", para("Från helhetsleverantör till plattform", lang), 5, 2, 4, para("två steg", lang)),
        Lane("p2", para("Delat ansvar", lang), 4, 3, 3, para("i mål", lang)),
    )
    heads = (para("Betydelse", lang), para("Mönster", lang), para("Att göra", lang))
    steps = tuple(para(name, lang) for name in ("Okänt", "Påbörjat", "Fungerar", "Styrt", "Självklart"))
    return Readiness("readiness", heads, para("Mognad i dag och mål, skala 1–5", lang), steps, (para("I dag", lang), para("Mål", lang)), lanes, "Mognad.")


def budget(rows: int = 6, lang: Lang = "sv") -> Table:
    """A table of actions with figures, groups and a sum."""
    made = [Row("g", tuple(Cell(para(text, lang)) for text in ("A", "Ordning och klassning", "", "1,2", "0,7")), "group")]
    made += [row(f"a{n}", f"A{n + 1}", f"Utse ägare för system nummer {n + 1}", "Förvaltningscheferna", "0,3", "−0,2", lang=lang) for n in range(rows)]
    made.append(Row("sum", tuple(Cell(para(text, lang)) for text in ("", "Summa", "", "14,2", "12,3")), "sum"))
    columns = (
        Column(para("Nr", lang), 0.4), Column(para("Åtgärd", lang), 2.6), Column(para("Ansvarig", lang), 1.6),
        Column(para("2028", lang), 0.6, "right"), Column(para("2029", lang), 0.6, "right"),
    )  # fmt: skip
    return Table("actions", para("Åtgärder, ansvar och kostnad, mkr", lang), columns, tuple(made), "Åtgärder med kostnad per år.")


def section(key: str, number: str, heading: str, claim: str, *blocks: Block, level: int = 1, margin: Sequence[Block] = (), lang: Lang = "sv") -> ReportSection:
    """A section of level 1 or 2."""
    return ReportSection(key, 1 if level == 1 else 2, number, para(heading, lang), para(claim, lang), tuple(margin), blocks)


def report(*sections: ReportSection, lang: Lang = "sv", draft: str = "", confidential: bool = False) -> Report:
    """A report around sections, with its first page."""
    point = ("Kommunens digitala tjänster byggs på en gemensam plattform.", "14,2\u00a0mkr anvisas för 2028 till etapp\u00a01.")
    points = tuple(
        DecisionPoint(f"decisions/{n}", f"{n + 1}.", para(text, lang), para("14,2\u00a0mkr", lang) if n else Para(), Para(), para("It-chef", lang), para("31 mars 2028", lang), Para())
        for n, text in enumerate(point)
    )  # fmt: skip
    figures = (
        KeyFigure("k1", para("Kostnad 2028–2030", lang), para("35,5\u00a0mkr", lang), para("varav 14,2 i etapp 1", lang)),
        KeyFigure("k2", para("Lägre kostnad per år", lang), para("8,6\u00a0mkr", lang), para("från 2031, netto", lang)),
        KeyFigure("k3", para("Återbetald", lang), para("2033", lang)),
    )
    header = [("Till", "Kommunstyrelsen"), ("Från", "Karin Sandell, digitaliseringschef"), ("Sammanträde", "8 juni 2027"), ("Diarienummer", "KS 2027/0412")]
    return Report(
        "memo", lang, WORDS[lang], "matter/title", para("Plattform före system", lang),
        para("Kommunen har 214 system och allt dyrare kopplingar mellan dem. Vi föreslår en gemensam plattform, delat ansvar mellan nämnderna och tre etapper som prövas var för sig.", lang),
        tuple((para(label, lang), para(value, lang)) for label, value in header), figures, para("Beslut som föreslås", lang),
        Decisions("decisions", (), ((para("Kommunstyrelsen", lang), points),)), sections, "Karin Sandell", "KS 2027/0412",
        Furniture(para("Exempelköpings kommun", lang), para("Kommunstyrelsen 8 juni 2027", lang), para("Informationsklass: Öppen", lang), confidential, para(draft, lang)),
    )  # fmt: skip


def everything(lang: Lang = "sv", draft: str = "") -> Report:
    """A report with every kind of block."""
    gauges = (
        Gauge("g1", para("Betydelse", lang), para("5", lang), 5),
        Gauge("g2", para("Mognad", lang), para("2→4", lang), 2, 4, kind="track"),
    )
    shift = Shift(
        "s", para("Från", lang), para("helhetsleverantör", lang), para("En levererar allt.", lang), para("Till", lang), para("plattform", lang),
        para("Många bidrar genom öppna gränssnitt.", lang), KeyFigure("e", para("gränssnitt som vi äger", lang), para("31 av 214", lang)),
    )  # fmt: skip
    sources = Sources(
        "sources", Para(),
        (SourceEntry("s1", para("Johan Magnusson m.fl., ”Digitalisering – disintegration”, CIO Sweden, 2017.", lang), "https://example.org/disintegration"),
         SourceEntry("s2", para("Systemgenomgång i samtliga förvaltningar, april 2027.", lang))),
    )  # fmt: skip
    steps = Steps(
        "steps", para("De första 90 dagarna", lang),
        (StepMark("1", para("Utse ägare", lang), para("september 2027", lang), para("En ägare för vart och ett av de 61 systemen.", lang), "now"),
         StepMark("2", para("Redovisa", lang), para("december 2027", lang), state="goal")),
    )  # fmt: skip
    bullets = ("Ett gemensamt integrationslager.", "Sex produktägare i förvaltningarna, som tillsammans svarar för vilka tjänster som byggs och i vilken ordning de tas i drift.")
    return report(
        section("now", "1", "Läget", "Varje ny tjänst kostar mer än den förra", passage("now/text", lang), costs(lang), lang=lang),
        section("patterns", "2", "Mönstren", "Två skiften avgör vad vi behöver kunna", passage("patterns/text", lang), readiness(lang), lang=lang),
        section("p1", "", "", "Från helhetsleverantör till plattform", shift, passage("p1/text", lang, "Vad det betyder för oss", bullets), level=2, margin=gauges, lang=lang),
        section("road", "3", "Vägen", "Tre etapper, och en prövning före varje", passage("road/text", lang), roadmap(lang=lang), steps,
                Proposal("pr", para("Utse produktägare", lang), (para("Kommundirektör, september 2027", lang),)), lang=lang),
        section("options", "4", "Alternativ", "Plattformen är enda vägen ut ur inlåsningen", options(lang), budget(lang=lang), lang=lang),
        section("risks", "5", "Risker", "En risk är hög och kräver åtgärder före start", risks(lang),
                Statement("st", "1.", para("Nyckelpersoner slutar", lang), para("Dubbla roller från start.", lang)),
                QuestionAnswer("qa", para("Vad händer om leverantören höjer priset?", lang), para("Villkor för utträde förhandlas 2027.", lang)), lang=lang),
        section("sources", "6", "Källor", "", sources, lang=lang),
        lang=lang, draft=draft,
    )  # fmt: skip
