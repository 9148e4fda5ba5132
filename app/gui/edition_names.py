"""What an edition is called in the window."""

from app.language.catalogue import Words
from app.language.format import format_date
from app.model.base import Lang
from app.model.editions import Edition


def edition_name(edition: Edition, lang: Lang) -> str:
    """How it was used, for which meeting, and when it was kept: "Visad för Kommunstyrelsen 9 mars 2027, behållen 8 mars 2027"."""
    say = Words("editions", lang)
    body = edition.body.said(lang).text
    when = format_date(edition.on, lang, "abbr") if edition.on else ""
    meant = " ".join(part for part in (body, when) if part) or say("no-meeting")
    return say(f"name-{edition.kind}", meeting=meant, day=format_date(edition.kept, lang, "abbr"))
