"""What every report bears, whatever its kind: title, header, decisions, and its fixed words."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.compose.asked import decisions_block
from app.compose.report import Report, ReportWords
from app.compose.secrecy import marking
from app.compose.storyline import Furniture
from app.compose.telling import Telling
from app.language.catalogue import Words
from app.model.report_kind import ReportKind
from app.model.rich import Para, Span

Facts = tuple[tuple[Para, Para], ...]


def frame(telling: Telling, kind: ReportKind, furniture: Furniture) -> Report:
    """A report of a kind without sections, key figures and lead: with the header that memos have."""
    matter, words = telling.project.matter, Words("report", telling.lang)
    label = words("classification", name=furniture.classification.plain)
    return Report(
        kind=kind,
        lang=telling.lang,
        words=_fixed_words(telling, words, kind),
        title_id="matter/title",
        title=telling.said(matter.title) or telling.word("cover.untitled"),
        lead=Para(),
        header=header(telling, ("to", "from", "meeting", "date", "reference", "item")),
        key_figures=(),
        decisions_head=telling.plain(words("decisions")),
        decisions=decisions_block(telling),
        sections=(),
        reference=matter.reference,
        furniture=replace(furniture, classification=telling.plain(label)),
        version=words("version", day=telling.today.isoformat()),
        contact=telling.plain(telling.project.organisation.contact),
        logo=telling.project.organisation.logo,
    )


def _fixed_words(telling: Telling, words: Words, kind: ReportKind) -> ReportWords:
    group = ".company" if telling.project.organisation.kind == "company" else ".public"
    return ReportWords(
        kind=words(f"kind.{kind}{group if kind == 'tjansteskrivelse' else ''}"),
        contents=words("contents"),
        page=words("page"),
        table=words("table"),
        figure=words("figure"),
        continued=words("continued"),
        sources=words("heading.sources"),
        more=words("brief.more"),
        figures=words("figures"),
        tables=words("tables"),
        timeline=words("caption.timeline"),
        risks=words("caption.risks"),
        weighing=words("caption.weighing"),
    )


def header(telling: Telling, keys: Iterable[str]) -> Facts:
    """The header's facts that are known, each under its label. `keys` name them as the catalogue does."""
    words, values = Words("report", telling.lang), dict(_facts(telling))
    return tuple((telling.plain(words(f"header.{key}")), values[key]) for key in keys if values.get(key))


def _facts(telling: Telling) -> Iterator[tuple[str, Para]]:
    matter, meeting = telling.project.matter, telling.meeting
    body = telling.said(meeting.body) if meeting else Para()
    day = telling.day(meeting.on, "long") if meeting else Para()
    author = _joined(telling, ", ", telling.plain(matter.author), telling.said(matter.author_role))
    yield "to", body
    yield "body", _joined(telling, "\n", body, day)
    yield "board", _joined(telling, "\n", body, day)
    yield "from", author
    yield "officer", author
    yield "presenter", author
    yield "meeting", day
    yield "date", telling.day(telling.today, "long") if not day else Para()
    yield "dated", telling.day(telling.today, "long")
    yield "reference", telling.plain(matter.reference)
    yield "item", telling.plain(matter.agenda_number)
    yield "secrecy", marking(telling)


def _joined(telling: Telling, mark: str, first: Para, second: Para) -> Para:
    if first and second:
        return Para((*first.spans, Span(mark, telling.lang), *second.spans))
    return first or second
