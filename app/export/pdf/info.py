"""What a document says of itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Info:
    """Its title, who made it, what it is about. `lang` is a language tag ("sv-SE")."""

    title: str
    author: str
    lang: str
    subject: str = ""
