"""Whether a sentence is in the passive, which hides who does what.

Swedish has it by an s on the verb ("beslutas", "har införts") or by "bli" with a participle, English by "be" with a participle. Words
are told by their endings: what may as well be something else (a genitive, a verb that has its s anyway) does not count."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from app.checks.reading.sentences import words
from app.model.base import Lang

#: Verbs that end in an s and are active, and other words with the endings of passives.
_ACTIVE: Final = frozenset(
    [
        "andas",
        "avundas",
        "enades",
        "enas",
        "enats",
        "fattas",
        "finnas",
        "felas",
        "färdas",
        "hoppades",
        "hoppas",
        "hoppats",
        "hämnas",
        "kallas",
        "kännas",
        "lyckades",
        "lyckas",
        "lyckats",
        "låtsas",
        "minnas",
        "misslyckades",
        "misslyckas",
        "misslyckats",
        "mötas",
        "nalkas",
        "ordförandes",
        "saknades",
        "saknas",
        "samsas",
        "skiljas",
        "skäms",
        "svettas",
        "synas",
        "tillsammans",
        "trivas",
        "trivdes",
        "trivts",
        "turas",
        "tyckas",
        "tycktes",
        "umgås",
        "vantrivas",
        "vistades",
        "vistas",
        "väsnas",
        "åldrades",
        "åldras",
        "deras",
        "våras",
        "värdes",
        "resultats",
    ]
)
#: Genitives: "nämndernas", "frågornas", "dagarnas", "områdenas".
_GENITIVE: Final = re.compile(r"(?:[aoei]rnas|[eia]nas|andes|endes)$")
_S_VERB: Final = re.compile(
    r"^.{2,}as$|(?:^|\w\w)(?:förs|ställs|läggs|skrivs|drivs|sätts|hålls|vänds|görs|byggs|följs|styrs|köps|säljs|bjuds|sänks|höjs)$"
    r"|^(?:an|upp|över|av|del|med|ut|in|till|be|för|fram|ner)?(?:ges|tas|ses|nås|fås)$|^(?:krävs|behövs|stärks|stängs|löses|läses)$"
    r"|..(?:ades|[rlngvm]des|[kpsxt]tes)$"
)
_SUPINE: Final = re.compile(r"..(?:ats|[rinlkgt]ts|agits|ivits)$")
_PARTICIPLE: Final = re.compile(
    r"..(?:ade?|at|förda?|fört|ställda?|ställt|lagda?|lagt|skriv(?:en|et|na)|giv(?:en|et|na)|tag(?:en|et|na))$"
)
_HAS: Final = frozenset(("har", "hade", "ha"))
_BLI: Final = frozenset(("bli", "blir", "blev", "blivit"))
#: How far before its verb a helping verb may stand, in words.
_NEAR: Final = 3

_BE: Final = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_ADVERBS: Final = frozenset(("not", "also", "then", "already", "often", "now"))
_IRREGULAR: Final = frozenset(
    [
        "built",
        "bought",
        "brought",
        "chosen",
        "cut",
        "done",
        "drawn",
        "driven",
        "found",
        "given",
        "held",
        "kept",
        "known",
        "led",
        "left",
        "lost",
        "made",
        "meant",
        "met",
        "paid",
        "put",
        "read",
        "run",
        "said",
        "seen",
        "sent",
        "set",
        "shown",
        "sold",
        "spent",
        "taken",
        "taught",
        "thought",
        "told",
        "understood",
        "won",
        "withdrawn",
        "written",
    ]
)
#: Participles that mostly tell a state.
_STATES: Final = frozenset(
    [
        "advanced",
        "committed",
        "concerned",
        "detailed",
        "experienced",
        "interested",
        "involved",
        "limited",
        "located",
        "needed",
        "related",
        "satisfied",
        "skilled",
        "supposed",
        "tired",
        "united",
        "used",
    ]
)


@lru_cache(maxsize=8192)
def is_passive(sentence: str, lang: Lang) -> bool:
    """Whether a sentence has a verb in the passive."""
    return _IN[lang](words(sentence))


def _swedish(told: Sequence[str]) -> bool:
    low = [word.casefold() for word in told]
    for at, word in enumerate(low):
        before = set(low[max(at - _NEAR, 0) : at])
        if before & _BLI and _PARTICIPLE.search(word):
            return True
        is_name = at > 0 and told[at][0].isupper()
        if is_name or word in _ACTIVE or _GENITIVE.search(word):
            continue
        if _S_VERB.search(word) or (before & _HAS and _SUPINE.search(word)):
            return True
    return False


def _english(told: Sequence[str]) -> bool:
    low = [word.casefold() for word in told]
    return any(_is_participle(word) and _follows_be(low[:at]) for at, word in enumerate(low))


def _is_participle(word: str) -> bool:
    if word in _STATES:
        return False
    return word in _IRREGULAR or (word.endswith("ed") and not word.endswith("eed"))


def _follows_be(before: Sequence[str]) -> bool:
    """Whether words end on a form of "be", perhaps with an adverb after it."""
    *earlier, last = before or ("",)
    if last in _BE:
        return True
    return bool(earlier) and earlier[-1] in _BE and (last.endswith("ly") or last in _ADVERBS)


_IN: Final[Mapping[Lang, Callable[[Sequence[str]], bool]]] = {"sv": _swedish, "en": _english}
