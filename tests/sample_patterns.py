"""Three patterns made by hand, as a pack would hold them, for tests."""

from app.model.base import text
from app.model.pattern import FirstStep, Indicators, Pattern, Question, Recommendation, Source


def _indicators() -> Indicators:
    return Indicators(
        relevance=(
            text("Berör oss knappast", "Hardly concerns us"),
            text("Berör enstaka verksamheter", "Concerns single operations"),
            text("Märks i flera verksamheter", "Shows in several operations"),
            text("Påverkar våra mål", "Affects our goals"),
            text("Avgör om vi når våra mål", "Decides whether we reach our goals"),
        ),
        readiness=(
            text("Saknas", "Absent"),
            text("Påbörjad", "Begun"),
            text("Delvis införd", "Partly in place"),
            text("Införd", "In place"),
            text("Förebild", "A model for others"),
        ),
    )


def _questions(about_sv: str, about_en: str) -> tuple[Question, ...]:
    return (
        Question(
            id="first",
            ask=text(f"Vilka {about_sv} vill vi börja med?", f"Which {about_en} do we want to start with?"),
            answer=text(
                "De som flest möter och som är lättast att ångra. Vi börjar med två och prövar efter ett halvår.",
                "Those that most people meet and that are easiest to undo. We start with two and review after six months.",
            ),
        ),
        Question(
            id="owner",
            ask=text(f"Vem svarar för {about_sv} i dag?", f"Who answers for {about_en} today?"),
            answer=text(
                "Ansvaret är delat och inte utpekat. Förslaget ger varje del en ägare med namn.",
                "The responsibility is shared and not assigned. The proposal gives each part a named owner.",
            ),
        ),
        Question(
            id="wait",
            ask=text(f"Vad händer med {about_sv} om vi väntar?", f"What happens to {about_en} if we wait?"),
            answer=text(
                "Avtalen förlängs ett i taget och bindningen växer. Varje år som går gör bytet dyrare.",
                "Contracts are renewed one by one and lock-in grows. Each year makes the change dearer.",
            ),
        ),
    )


_ARTICLE = Source(
    key="s1",
    author="J. Magnusson m.fl.",
    title="Digitalisering – disintegration",
    publisher="CIO Sweden",
    year=2017,
    address="https://cio.idg.se/2.1782/1.690036/digitalisering-disintegration",
    pages="1",
)
_GOVERNANCE = _ARTICLE.model_copy(update={"key": "s1", "pages": "6", "known": "part"})
_COLUMN = Source(
    key="s1",
    author="J. Magnusson",
    title="Företagen omogna för digitalisering",
    publisher="CIO Sweden",
    year=2017,
    address="https://cio.idg.se/2.1782/1.693517/foretagen-omogna-digitalisering",
)


def _exchange() -> Pattern:
    return Pattern.model_validate(
        {
            "id": "service-exchange",
            "kind": "shift",
            "themes": ("market", "ecosystem"),
            "name": text("Tjänstebyte ersätter marknadsformalism", "Service exchange replaces market formalism"),
            "short": text("Tjänstebyte", "Service exchange"),
            "from": text("Marknadsformalism", "Market formalism"),
            "to": text("Tjänstebyte", "Service exchange"),
            "from_gloss": text("Betalning och avtal mellan parter", "Payment and contract between parties"),
            "to_gloss": text(
                "Tjänster som byts mellan människor och organisationer, med en liten egen kärna",
                "Services exchanged between people and organisations, around a small core",
            ),
            "headline": text(
                "Det som växer bygger på byten, inte på avtal",
                "What grows rests on exchange, not on contracts",
            ),
            "summary": text(
                "Arbete flyttar över gränsen till andra, och byts mot tjänster i stället för pengar.",
                "Work moves across the border to others, and is exchanged for services instead of money.",
            ),
            "why": text(
                "Sociala medier flyttade kvalitet, försäljning och produktion *ut* ur företaget [@s1].",
                "Social media moved quality, sales and production *out* of the firm [@s1].",
            ),
            "meaning": text(
                "- Fler kan bidra till det vi gör\n- Avtal räcker inte som styrmedel",
                "- More people can contribute to what we do\n- Contracts do not suffice as control",
            ),
            "questions": _questions("tjänster", "services"),
            "indicators": _indicators(),
            "recommendations": (
                Recommendation(
                    id="inventory",
                    origin="source",
                    title=text("Inventera stödet för tjänstebyte", "Take stock of the support for service exchange"),
                    what=text(
                        "Gå igenom vilket digitalt stöd som finns för byten med andra.",
                        "Review which digital support exists for exchange with others.",
                    ),
                    first_steps=(
                        FirstStep(day=30, text=text("Fem verksamheter intervjuade", "Five operations interviewed")),
                        FirstStep(day=90, text=text("Inventeringen redovisad", "The review reported")),
                    ),
                    effect=text("En gemensam bild av vad som redan delas", "A common view of what is already shared"),
                    risk=text("Listan blir ett mål i sig", "The list becomes an end in itself"),
                    measure=text("Andel verksamheter som har svarat", "Share of operations that have answered"),
                ),
                Recommendation(
                    id="expand",
                    origin="source",
                    title=text("Bygg ut stödet", "Expand the support"),
                    what=text(
                        "Bygg ett gemensamt stöd där tjänster erbjuds och hämtas.",
                        "Build common support in which services are offered and taken.",
                    ),
                    first_steps=(FirstStep(day=90, text=text("Två tjänster valda", "Two services chosen")),),
                    effect=text("Lägre kostnad för varje tjänst som delas", "Lower cost for each service shared"),
                    risk=text("Rättsläget är oklart", "The legal position is unclear"),
                    measure=text("Antal delade tjänster", "Number of shared services"),
                ),
            ),
            "sources": (_ARTICLE,),
        }
    )


def _platform() -> Pattern:
    return Pattern.model_validate(
        {
            "id": "platform-logic",
            "kind": "shift",
            "themes": ("business-model", "technology"),
            "name": text("Från helhetsleverantör till plattform", "From full-service supplier to platform"),
            "short": text("Plattform", "Platform"),
            "from": text("Helhetsleverantör", "Full-service supplier"),
            "to": text("Plattform", "Platform"),
            "from_gloss": text("En part levererar allt", "One party delivers everything"),
            "to_gloss": text("Vi samlar, öppnar och förmedlar", "We gather, open and broker"),
            "headline": text(
                "Den som förmedlar vinner på den som äger allt",
                "Brokers gain on those who own everything",
            ),
            "summary": text(
                "Den som levererade helheten blir förmedlare av andras delar.",
                "The supplier of the whole becomes a broker of other people's parts.",
            ),
            "why": text(
                "Arkitektur och affärsmodell behöver utformas *tillsammans* [@s1].",
                "Architecture and business model need to be designed *together* [@s1].",
            ),
            "meaning": text("- Gränssnitten blir det vi styr med", "- Interfaces become what we steer by"),
            "questions": _questions("gränssnitt", "interfaces"),
            "indicators": _indicators(),
            "recommendations": (
                Recommendation(
                    id="design-together",
                    origin="source",
                    title=text(
                        "Utforma arkitektur och affärsmodell tillsammans",
                        "Design architecture and business model together",
                    ),
                    what=text("Låt samma grupp svara för båda.", "Let one group answer for both."),
                    effect=text("Delar går att byta en i taget", "Parts can be replaced one at a time"),
                    risk=text("Beslut dröjer", "Decisions take time"),
                    measure=text("Andel system bakom öppna gränssnitt", "Share of systems behind open interfaces"),
                ),
            ),
            "sources": (_COLUMN,),
        }
    )


def _shared() -> Pattern:
    return Pattern.model_validate(
        {
            "id": "shared-digital-responsibility",
            "kind": "governance",
            "themes": ("governance", "organisation"),
            "name": text("Delat digitalt ansvar", "Shared digital responsibility"),
            "short": text("Delat digitalt ansvar", "Shared digital responsibility"),
            "from": text("En digital enhet", "One digital unit"),
            "to": text("Delat digitalt ansvar", "Shared digital responsibility"),
            "from_gloss": text("It-enheten svarar ensam", "The IT unit answers alone"),
            "to_gloss": text("Förändringen ingår i ordinarie planering", "Change is part of ordinary planning"),
            "headline": text(
                "Digital förändring hör hemma i den vanliga planeringen",
                "Digital change belongs in ordinary planning",
            ),
            "summary": text(
                "Att en enhet svarar för allt digitalt är ett tecken på låg mognad.",
                "One unit answering for everything digital is a sign of low maturity.",
            ),
            "why": text(
                "Ansvaret hör hemma i det vanliga strategiarbetet [@s1].",
                "The responsibility belongs in ordinary strategy work [@s1].",
            ),
            "meaning": text("- Varje verksamhet planerar sin egen förändring", "- Each operation plans its own change"),
            "questions": _questions("digitala mål", "digital goals"),
            "indicators": _indicators(),
            "recommendations": (
                Recommendation(
                    id="into-plans",
                    origin="editorial",
                    title=text("Skriv in digitalt ansvar i planerna", "Write digital responsibility into the plans"),
                    what=text(
                        "Varje nämnd anger sina digitala mål i verksamhetsplanen.",
                        "Each committee states its digital goals in its plan.",
                    ),
                    effect=text("Nytta som någon svarar för", "Benefits that somebody answers for"),
                    risk=text("Det blir en rubrik utan innehåll", "It becomes a heading without content"),
                    measure=text("Andel planer med digitala mål", "Share of plans with digital goals"),
                ),
            ),
            "sources": (_GOVERNANCE,),
        }
    )


def sample_patterns() -> tuple[Pattern, ...]:
    """Three patterns as a pack holds them: service exchange, platform, shared responsibility."""
    return (_exchange(), _platform(), _shared())
