"""Figures that a text takes by reference: `{{cost}}`, `{{<figure id>}}`, `{{<action id>/cost}}`. Markdown leaves such words as they are."""

import re
from typing import Final, Literal, get_args

from app.model.base import Id

#: What is computed of the whole project, or of an action's or alternative's calculation, and can be mentioned.
Computed = Literal[
    "cost", "running", "investment", "effect", "effect-split", "direct", "indirect", "hard-to-value", "net", "payback"
]
COMPUTED: Final[tuple[Computed, ...]] = get_args(Computed)
#: What is computed of the whole project alone.
OfWhole = Literal["present-value", "capital-cost", "as-today"]
OF_WHOLE: Final[tuple[OfWhole, ...]] = get_args(OfWhole)
#: What is computed of a row: the net cost when it turns out worse, and by how much it can before effects no longer cover costs.
OfRow = Literal["worse", "margin"]
OF_ROW: Final[tuple[OfRow, ...]] = get_args(OfRow)
#: What a mention names: a figure's id, something computed of the whole, or something computed of an action, alternative or row.
Mentioned = str
MENTION: Final = re.compile(r"\{\{([0-9a-z-]+(?:/[a-z-]+)?)\}\}")
_BEGINS: Final = "{{"


def mention(name: Mentioned) -> str:
    """How a text says a figure."""
    return f"{{{{{name}}}}}"


def mention_of(owner: Id, part: Computed | OfRow) -> Mentioned:
    """The name of what is computed of an action, alternative or row."""
    return f"{owner}/{part}"


def mentioned(text: str) -> tuple[Mentioned, ...]:
    """What a text mentions, in order."""
    return tuple(MENTION.findall(text)) if _BEGINS in text else ()


def mentions_any(text: str) -> bool:
    """Whether a text may mention something: quick, since most mention nothing."""
    return _BEGINS in text
