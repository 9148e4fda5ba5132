"""Where facts come from: citations, the source line of a slide, the numbered list of all sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.compose.prose import safe_link
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import Para, SourceEntry, Span
from app.model.pattern import Source
from app.model.project import ChosenPattern, Evidence


def citation(telling: Telling, source: Source) -> Para:
    """A source in one line: author, title, publisher and year, pages; and whether it is known in part."""
    words = telling.words
    parts = [source.author, words("source.quoted", title=source.title) if source.title else ""]
    issued = " ".join(part for part in (source.publisher, str(source.year or "")) if part)
    pages = words("source.pages", pages=source.pages) if source.pages else ""
    text = ", ".join(part for part in (*parts, issued, pages) if part)
    return telling.plain(f"{text} {words('source.in-part')}" if source.known == "part" else text)


def evidence_source(telling: Telling, evidence: Evidence) -> Para:
    """Where a figure of our own comes from, with its month; empty when nobody has said."""
    source = telling.said(evidence.source)
    if not source or not evidence.dated:
        return source
    return Para((*source.spans, Span(f", {telling.when(evidence.dated, 'month')}", telling.lang)))


def pattern_sources(telling: Telling, chosen: ChosenPattern) -> tuple[Para, ...]:
    """The sources of a pattern, then those of our own evidence about it."""
    theirs = (citation(telling, source) for source in chosen.pattern.sources)
    ours = (evidence_source(telling, evidence) for evidence in chosen.evidence)
    return (*theirs, *ours)


def source_line(telling: Telling, sources: Iterable[Para]) -> Para:
    """ "Källa: a; b", each once; empty without sources."""
    found = tuple({source.plain: source for source in sources if source}.values())
    if not found:
        return Para()
    spans = [Span(f"{telling.words('source.line', n=len(found))} ", telling.lang)]
    for index, source in enumerate(found):
        spans += [Span("; ", telling.lang), *source.spans] if index else source.spans
    return Para(tuple(spans))


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All sources in the order in which they are used, each once; `numbers` by chosen pattern and the source's key."""

    entries: tuple[SourceEntry, ...]
    numbers: Mapping[Id, Mapping[str, str]]


def bibliography(telling: Telling) -> Bibliography:
    """The numbered list: the patterns' sources, then our own evidence."""
    entries: dict[str, SourceEntry] = {}
    numbers: dict[Id, dict[str, str]] = {}
    for chosen in telling.project.patterns:
        numbers[chosen.id] = {}
        for source in chosen.pattern.sources:
            text = citation(telling, source)
            href = safe_link(source.address) or ""
            entry = SourceEntry(f"patterns/{chosen.id}/pattern/sources/{source.key}", text, href)
            entries.setdefault(text.plain + href, entry)
            numbers[chosen.id][source.key] = str(tuple(entries).index(text.plain + href) + 1)
    for chosen in telling.project.patterns:
        for evidence in chosen.evidence:
            text = evidence_source(telling, evidence)
            entry = SourceEntry(f"patterns/{chosen.id}/evidence/{evidence.id}/source", text)
            if text:
                entries.setdefault(text.plain, entry)
    return Bibliography(tuple(entries.values()), numbers)


def unique(sources: Iterable[Para]) -> Sequence[Para]:
    """Each source once, in order."""
    return tuple({source.plain: source for source in sources if source}.values())
