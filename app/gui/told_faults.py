"""What is wrong in a file, told in a dialog: the first few faults, and how many more there are."""

from collections.abc import Iterable
from typing import Final

from app.language.catalogue import Words
from app.language.told import Told

#: So many are told in full: more would push what the dialog is for off the screen.
_MOST: Final = 4


def told_faults(faults: Iterable[Told], say: Words) -> list[str]:
    """The sentences of the first faults, and of how many more there are; `say` are the words of the room "fetching"."""
    all_of_them = tuple(faults)
    told = [fault.told(say.lang) for fault in all_of_them[:_MOST]]
    rest = len(all_of_them) - len(told)
    return [*told, say("more-faults", n=rest)] if rest else told
