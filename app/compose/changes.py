"""The changes since the papers went out: for each place what it said and what it says now, so that a member need not read all anew."""

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby
from typing import Final

from app.compose.bodies import body_name, within
from app.compose.report import Report, ReportSection
from app.compose.report_frame import frame
from app.compose.storyline import Furniture
from app.compose.telling import Telling
from app.language.catalogue import Words
from app.language.mentions import filled
from app.model.base import Text
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Row, Table
from app.project.compare import Topic, compare, found
from app.project.compared import Comparison, Told
from app.project.earlier import Earlier

#: What is arranged and not said: a member who reads the papers does not meet it.
_UNSAID: Final[tuple[Topic, ...]] = ("storyline", "setting")
#: Texts that share less than this part of their words are another text, not the same one changed.
_ALIKE: Final = 0.3
_BLANK: Final = Cell(Para())


def compose_changes(telling: Telling, furniture: Furniture) -> Report:
    """What has changed since the edition that the telling is compared with."""
    made, words = frame(telling, "changes", furniture), Words("since", telling.lang)
    bare = replace(made, decisions=replace(made.decisions, groups=()))
    if telling.earlier is None:
        return replace(bare, lead=telling.plain(words("sent.nothing-sent")))
    comparison = Comparison(telling.earlier.project, telling.project, telling.lang)
    told = _told(telling, telling.earlier, comparison)
    lead = _lead(telling, telling.earlier, words, len(told))
    sections = (_section(telling, comparison, told),) if told else ()
    return replace(bare, lead=telling.plain(lead), sections=sections)


def _lead(telling: Telling, earlier: Earlier, words: Words, changes: int) -> str:
    """Since when, and how much; the body that the papers went to, where it has a name in the language."""
    name = body_name(telling, earlier.edition)
    body = within(name, telling.lang) if name else None
    since = words("sent.to-body" if body else "sent.on-day", body=body, day=telling.when(earlier.edition.kept))
    count = words("one") if changes == 1 else telling.count(changes)
    return words("sent.changed" if changes else "sent.unchanged", n=changes, since=since, count=count)


def _told(telling: Telling, earlier: Earlier, comparison: Comparison) -> Sequence[Told]:
    """What members would read otherwise now, topic by topic: a text that is as it was in the report's language is left out."""
    changes = [change for change in compare(earlier.project, telling.project) if change.topic not in _UNSAID]
    told = (_in_one_language(one, telling, earlier) for one in comparison.told(changes))
    return tuple(one for one in told if one is not None)


def _in_one_language(one: Told, telling: Telling, earlier: Earlier) -> Told | None:
    """A text as it was and is in the report's language, where it is written in it; None where it is the same."""
    states = [(project, found(project, one.change.path)) for project in (earlier.project, telling.project)]
    said = [filled(project, text, telling.lang) for project, text in states if isinstance(text, Text)]
    if len(said) < len(states) or not any(said):
        return one
    before, after = said
    return None if before == after else one._replace(before=before, after=after, movement="")


def _section(telling: Telling, comparison: Comparison, told: Sequence[Told]) -> ReportSection:
    """One table of all that changed, under the names of the topics."""
    words = Words("since", telling.lang)
    rows: list[Row] = []
    for _, group in groupby(told, key=lambda one: one.change.topic):
        those = tuple(group)
        topic = those[0].change.topic
        rows.append(Row(f"changes/{topic}", (Cell(telling.plain(comparison.topic(topic))), _BLANK, _BLANK), "group"))
        rows += (_row(telling, comparison, one) for one in those)
    heads = (("sent.place", 2.2), ("sent.then", 3.0), ("sent.now", 3.0))
    columns = tuple(Column(telling.plain(words(key)), share) for key, share in heads)
    caption = telling.plain(words("sent.caption"))
    table = Table("changes", caption, columns, tuple(rows), caption.plain)
    return ReportSection("changes", 1, "", telling.plain(words("sent.heading")), Para(), (), (table,))


def _row(telling: Telling, comparison: Comparison, one: Told) -> Row:
    before, after = _plain(telling, one.before), _plain(telling, one.after)
    then, now = _marked(before, after, telling)
    verb = comparison.verb(one.change) if one.change.kind != "changed" else ""
    said = ", ".join(part for part in (verb, one.movement) if part)
    return Row(
        one.change.path,
        (
            Cell(telling.plain(_plain(telling, one.name))),
            Cell(then or telling.plain("–"), muted=True),
            Cell(now or telling.plain("–"), below=telling.plain(said)),
        ),
    )


def _plain(telling: Telling, written: str) -> str:
    """What somebody wrote, on one line, without its marks and with the figures that it mentions."""
    if not written:
        return ""
    return " ".join(one.plain for one in telling.prose(Text({telling.lang: written})) if one)


def _marked(before: str, after: str, telling: Telling) -> tuple[Para, Para]:
    """Both texts, with the words that went and those that came in bold; plain where the whole is another."""
    old, new = before.split(" "), after.split(" ")
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if not before or not after or matcher.ratio() < _ALIKE:
        return telling.plain(before), telling.plain(after)
    then: list[Span] = []
    now: list[Span] = []
    for what, a, b, c, d in matcher.get_opcodes():
        differs = what != "equal"
        then += [Span(f"{' '.join(old[a:b])} ", telling.lang, bold=differs)] if b > a else []
        now += [Span(f"{' '.join(new[c:d])} ", telling.lang, bold=differs)] if d > c else []
    return _ended(then), _ended(now)


def _ended(spans: Sequence[Span]) -> Para:
    """The spans without the space behind the last word."""
    return Para((*spans[:-1], replace(spans[-1], text=spans[-1].text.rstrip(" "))) if spans else ())
