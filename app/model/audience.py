"""For whom a deck is told, which says how long it may be and what comes first."""

from typing import Final, Literal, get_args

Audience = Literal["ten-minutes", "half-hour", "full-review", "audit"]
AUDIENCES: Final[tuple[Audience, ...]] = get_args(Audience)
