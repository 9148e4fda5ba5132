"""What a text mentions is kept, whatever stands around it and however often it is shown by name and read again."""

import re
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from app.language.format import NBSP
from app.language.mentions import FigureNames, FigureWords
from app.model.base import LANGS, Lang, text
from app.model.mentions import COMPUTED, OF_WHOLE, mention, mention_of, mentioned
from app.model.project import Figure
from tests.sample import sample_project

CALLS, TWIN, OTHER = (f"{number:032x}" for number in range(0xB01, 0xB04))
PROJECT = sample_project().model_copy(
    update={
        "figures": (
            Figure(id=CALLS, label=text("Samtal", "Calls"), value=Decimal(4_100), unit=text("samtal")),
            Figure(id=TWIN, label=text("Besök {nya}"), value=Decimal(38)),
            Figure(id=OTHER, label=text("Hela kostnaden"), value=Decimal(7)),
        )
    }
)
_ACTION = PROJECT.actions[0]
_NAMES = (
    *COMPUTED, *OF_WHOLE, CALLS, TWIN, OTHER, mention_of(_ACTION.id, "cost"), mention_of(_ACTION.lines[0].id, "margin"), "f" * 32,
)  # fmt: skip
_WORDS = st.text(st.characters(exclude_characters="{}", exclude_categories=("Cs",)), max_size=12)
_TEXTS = st.lists(_WORDS | st.sampled_from(_NAMES).map(mention), max_size=8).map("".join)


@settings(deadline=None, max_examples=150)
@given(_TEXTS, st.sampled_from(LANGS))
def test_a_line_shown_by_name_is_read_as_what_it_was(kept: str, lang: Lang) -> None:
    names = FigureNames(PROJECT, lang)
    assert names.keyed(names.named(kept)) == kept


@settings(deadline=None, max_examples=150)
@given(_TEXTS, _WORDS, st.data())
def test_what_is_mentioned_survives_any_edit_beside_it(kept: str, typed: str, data: st.DataObject) -> None:
    names = FigureNames(PROJECT, "sv")
    shown = names.named(kept)
    named = [found.span() for found in re.finditer(r"\{\{[^}]*\}+", shown)]
    beside = [at for at in range(len(shown) + 1) if not any(start < at < end for start, end in named)]
    at = data.draw(st.sampled_from(beside))
    assert mentioned(names.keyed(shown[:at] + typed + shown[at:])) == mentioned(kept)


@settings(deadline=None, max_examples=50)
@given(_TEXTS, st.sampled_from(LANGS))
def test_a_sentence_never_shows_what_it_keeps(kept: str, lang: Lang) -> None:
    assert "{{" not in FigureWords(PROJECT).filled(kept, lang)


def test_a_unit_mentions_nothing() -> None:
    """It could lead back to its own figure."""
    figure = Figure(id=CALLS, label=text("Samtal"), value=Decimal(5), unit=text(f"samtal {mention(CALLS)}"))
    assert FigureWords(PROJECT.model_copy(update={"figures": (figure,)})).said(CALLS, "sv") == f"5{NBSP}samtal"
