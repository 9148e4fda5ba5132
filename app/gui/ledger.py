"""The decisions' ledger in the window: what was asked of whom, what was decided, what the body had before it, what became of it."""

from collections.abc import Iterator, Mapping
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser

from app.gui.edition_names import edition_name
from app.language.catalogue import Words
from app.language.format import format_date
from app.language.mentions import filled
from app.model.base import Lang
from app.model.project import Action, Meeting, Project
from app.project.ledger import Entry, ledger


class LedgerText(QTextBrowser):
    """A text that can be selected, copied and read aloud: a paragraph for each decision, with the actions by which it is carried out."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._shown = ""

    def show_decisions(self, project: Project, contents: Mapping[str, bytes], lang: Lang) -> None:
        """Shows all decisions of a project and of the states that it holds as editions. What stands there already is left alone, and
        with it the place that is read."""
        say = Words("editions", lang)
        self.setAccessibleName(say("ledger.title"))
        told = [_html(number, entry, lang) for number, entry in enumerate(ledger(project, contents), start=1)]
        words = "".join(told) or f"<p>{escape(say('ledger.none'))}</p>"
        if words != self._shown:
            self._shown = words
            self.setHtml(words)


def _html(number: int, entry: Entry, lang: Lang) -> str:
    """A decision as worded, and below it what is known of it; its actions as a list."""
    asked = escape(filled(entry.project, entry.decision.text, lang).replace("**", ""))
    lines = "<br>".join(escape(line) for line in _lines(entry, lang))
    actions = "".join(f"<li>{escape(_carried(entry.project, action, lang))}</li>" for action in entry.actions)
    listed = f'<ul style="margin:2px 0 0 -20px">{actions}</ul>' if actions else ""
    return f'<p style="margin:14px 0 2px 0"><b>{number}. {asked}</b></p><p style="margin:0">{lines}</p>{listed}'


def _lines(entry: Entry, lang: Lang) -> Iterator[str]:
    """The body and the day of its meeting, the outcome, what the body had before it, how far it is carried out."""
    say = Words("editions", lang)
    if entry.meeting:
        yield say("ledger.asked", meeting=_named(entry.meeting, lang))
    yield say("ledger.decided", outcome=_outcome(entry, lang))
    if entry.before:
        yield say("ledger.seen", edition=edition_name(entry.before, lang))
    if entry.actions:
        done = sum(action.status == "done" for action in entry.actions)
        yield say("ledger.done", n=len(entry.actions), done=done)


def _carried(project: Project, action: Action, lang: Lang) -> str:
    """An action: "Öppna lokalbokningen: pågår, Jonas Ek, senast 31 mars 2028"."""
    due = Words("editions", lang)("ledger.due", day=format_date(action.due, lang, "abbr")) if action.due else ""
    parts = (Words("forms", lang)(f"status.{action.status}"), action.owner, due)
    return f"{filled(project, action.title, lang)}: {', '.join(part for part in parts if part)}"


def _named(meeting: Meeting, lang: Lang) -> str:
    day = format_date(meeting.on, lang, "abbr") if meeting.on else ""
    return ", ".join(part for part in (meeting.body.said(lang).text, day) if part)


def _outcome(entry: Entry, lang: Lang) -> str:
    """What was decided, on which day, where it stands in the minutes, and what was noted: "Bifall 15 juni 2027, § 142. Reservation …"."""
    outcome = entry.decision.outcome
    if outcome is None:
        return Words("forms", lang)("decision.undecided")
    day = f" {format_date(entry.day, lang, 'abbr')}" if entry.day else ""
    minutes = f", {outcome.minutes}" if outcome.minutes else ""
    note = filled(entry.project, outcome.note, lang)
    return f"{Words('compare', lang)(f'outcome.{outcome.kind}')}{day}{minutes}{f'. {note}' if note else ''}"
