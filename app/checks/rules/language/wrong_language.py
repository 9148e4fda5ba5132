"""A sentence in the other language."""

from collections.abc import Iterator

from app.checks.example import CHOSEN
from app.checks.reading.sentences import sentences
from app.checks.reading.tongue import is_foreign
from app.checks.rule import Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.compose.prose import rich
from app.model.base import text


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    for paragraph in rich(wording.text, wording.lang):
        for sentence in sentences(paragraph.plain, wording.lang):
            if is_foreign(sentence, wording.lang):
                yield Hit(wording.path, values={"sentence": sentence})
                return


RULE = Rule(
    id="language.wrong-language",
    severity="warning",
    title=text("Två språk i samma text", "Two languages in one text"),
    says=text("”{sentence}” är skriven på det andra språket.", "“{sentence}” is written in the other language."),
    why=text(
        "Blandade språk tvingar läsaren att byta spår, och skärmläsare läser texten fel.",
        "Mixed languages make readers change track, and screen readers say the text wrongly.",
    ),
    source=text("WCAG 2.1, 3.1.2 Language of Parts", "WCAG 2.1, 3.1.2 Language of Parts"),
    scope=TEXTS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/meaning": text(
            "The committees should own the goals that they are to reach.",
            "Nämnderna ska äga de mål som de ska nå och följa upp.",
        )
    },
)
