"""Figures that a text takes by reference: `{{cost}}`, `{{<figure id>}}`, `{{<action id>/cost}}`. Markdown leaves such words as they are."""

import re
from typing import Final, Literal, get_args

from app.model.base import Id

#: What is computed of the whole project, or of an action's or alternative's calculation, and can be mentioned.
Computed = Literal["cost", "running", "investment", "effect", "net", "payback"]
COMPUTED: Final[tuple[Computed, ...]] = get_args(Computed)
#: What a mention names: a figure's id, something computed, or something computed of an action or alternative.
Mentioned = str
MENTION: Final = re.compile(r"\{\{([0-9a-z-]+(?:/[a-z-]+)?)\}\}")
_BEGINS: Final = "{{"


def mention(name: Mentioned) -> str:
    """How a text says a figure."""
    return f"{{{{{name}}}}}"


def mention_of(owner: Id, part: Computed) -> Mentioned:
    """The name of what is computed of an action or alternative."""
    return f"{owner}/{part}"


def mentioned(text: str) -> tuple[Mentioned, ...]:
    """What a text mentions, in order."""
    return tuple(MENTION.findall(text)) if _BEGINS in text else ()


def mentions_any(text: str) -> bool:
    """Whether a text may mention something: quick, since most mention nothing."""
    return _BEGINS in text
