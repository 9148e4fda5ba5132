"""Where facts come from: citations, the source line of a slide, the numbered list of all sources."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import SourceEntry
from app.model.links import safe_link
from app.model.pattern import Source
from app.model.project import ChosenPattern, Evidence
from app.model.rich import Para, Span

#: So many sources stand on a slide's line; the slide of all sources has the rest.
_MOST: Final = 3


def citation(telling: Telling, source: Source) -> Para:
    """A source in one line: author, title, publisher and year, pages; and whether it is known in part."""
    words = telling.words
    title = words("source.quoted", title=source.title) if source.title else ""
    pages = words("source.pages", pages=source.pages) if source.pages else ""
    text = ", ".join(part for part in (_author(telling, source), title, _issued(source), pages) if part)
    return telling.plain(f"{text} {words('source.in-part')}" if source.known == "part" else text)


def short_citation(telling: Telling, source: Source) -> Para:
    """A source by author, publisher and year, where many stand on one line; the list of sources says the rest."""
    return telling.plain(", ".join(part for part in (_author(telling, source), _issued(source)) if part))


def _author(telling: Telling, source: Source) -> str:
    """The author; packs write "m.fl." for further ones, which each language says in its own way."""
    return source.author.replace("m.fl.", telling.words("source.and-others"))


def _issued(source: Source) -> str:
    """Publisher and year; a publisher that is the author too is not named again."""
    publisher = source.publisher.removeprefix(source.author).lstrip(", ") if source.author else source.publisher
    return " ".join(part for part in (publisher, str(source.year or "")) if part)


def evidence_source(telling: Telling, evidence: Evidence) -> Para:
    """Where a figure of our own comes from, with its month; empty when nobody has said."""
    source = telling.said(evidence.source)
    if not source or not evidence.dated:
        return source
    return Para((*source.spans, Span(f", {telling.when(evidence.dated, 'month')}", telling.lang)))


def pattern_sources(telling: Telling, chosen: ChosenPattern) -> tuple[Para, ...]:
    """The sources of a pattern: the main one, those of our own evidence about it, the others."""
    main, *others = (citation(telling, source) for source in chosen.pattern.sources)
    return (main, *own_sources(telling, chosen), *others)


def own_sources(telling: Telling, chosen: ChosenPattern) -> tuple[Para, ...]:
    """Where our own evidence about a pattern comes from."""
    return tuple(evidence_source(telling, item) for item in chosen.evidence)


def shared_sources(telling: Telling) -> tuple[Para, ...]:
    """The main sources of all chosen patterns in short, then those of our own evidence."""
    patterns = telling.project.patterns
    theirs = (short_citation(telling, chosen.pattern.sources[0]) for chosen in patterns)
    return (*theirs, *(source for chosen in patterns for source in own_sources(telling, chosen)))


def source_line(telling: Telling, sources: Iterable[Para], most: int = _MOST) -> Para:
    """The first sources, `most` of them, after their label, "Källor: a; b", and where the rest stand; empty without sources."""
    found = unique(sources)
    if not found:
        return Para()
    spans = [Span(f"{telling.words('source.line', n=len(found))} ", telling.lang)]
    for index, source in enumerate(found[:most]):
        spans += [Span("; ", telling.lang), *source.spans] if index else source.spans
    if len(found) > most and telling.shows("sources"):
        more = Span(f"; {telling.words('source.more')}\u00a0", telling.lang)
        spans += [more, Span("", telling.lang, ref="sources")]
    return Para(tuple(spans))


def _merged(sources: Iterable[Source]) -> Mapping[str, Source]:
    """Sources by work; of a work that is cited by different pages the pages together, known in part if any of them is."""
    found: dict[str, Source] = {}
    for source in sources:
        before = found.get(_work(source))
        if before is None:
            found[_work(source)] = source
        elif before != source:
            pages = ", ".join(dict.fromkeys(page for page in (before.pages, source.pages) if page))
            known = "part" if "part" in (before.known, source.known) else "full"
            found[_work(source)] = before.model_copy(update={"pages": pages, "known": known})
    return found


def _work(source: Source) -> str:
    return f"{source.author}|{source.title}|{source.address}"


@dataclass(frozen=True, slots=True)
class Bibliography:
    """All sources in the order in which they are used, each once; `numbers` by chosen pattern and the source's key."""

    entries: tuple[SourceEntry, ...]
    numbers: Mapping[Id, Mapping[str, str]]


def bibliography(telling: Telling) -> Bibliography:
    """The numbered list: the works that the patterns rest on, then our own evidence."""
    patterns = telling.project.patterns
    merged = _merged(source for chosen in patterns for source in chosen.pattern.sources)
    works = tuple(merged)
    numbers = {
        chosen.id: {source.key: str(works.index(_work(source)) + 1) for source in chosen.pattern.sources}
        for chosen in patterns
    }
    theirs = (
        SourceEntry("patterns", citation(telling, source), safe_link(source.address) or "")
        for source in merged.values()
    )
    return Bibliography((*theirs, *_own_entries(telling)), numbers)


def _own_entries(telling: Telling) -> Iterable[SourceEntry]:
    entries: dict[str, SourceEntry] = {}
    for chosen in telling.project.patterns:
        for item in chosen.evidence:
            text = evidence_source(telling, item)
            if text:
                key = f"patterns/{chosen.id}/evidence/{item.id}/source"
                entries.setdefault(text.plain, SourceEntry(key, text))
    return entries.values()


def unique(sources: Iterable[Para]) -> Sequence[Para]:
    """Each source once, in order."""
    return tuple({source.plain: source for source in sources if source}.values())
