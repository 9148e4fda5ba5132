"""Speaker notes: what to say beyond the slide, likely questions with answers, sources."""

from collections.abc import Iterable
from dataclasses import replace

from app.compose.sources import unique
from app.compose.storyline import Notes
from app.compose.telling import Telling
from app.model.project import ChosenPattern
from app.model.rich import Para, Rich, Span


def notes(telling: Telling, say: Iterable[Para], questions: Iterable[Para] = (), sources: Iterable[Para] = ()) -> Notes:
    """The notes of a slide; what is empty falls away."""
    return Notes(
        say_label=telling.word("notes.say"),
        say=_kept(say),
        questions_label=telling.word("notes.questions"),
        questions=_kept(questions),
        sources_label=telling.word("notes.sources"),
        sources=tuple(unique(sources)),
        whole_label=telling.word("notes.whole"),
        continued=telling.word("notes.continued"),
    )


def _kept(paragraphs: Iterable[Para]) -> Rich:
    return tuple(paragraph for paragraph in paragraphs if paragraph)


def ended(text: Para) -> Para:
    """A sentence with its full stop, as it is said aloud; a title has none."""
    if not text or text.plain.rstrip()[-1:] in ".!?…:":
        return text
    return replace(text, spans=(*text.spans, Span(".", text.spans[-1].lang)))


def cue(telling: Telling, label: str | Para, text: Para) -> Para:
    """What to speak of, in bold, and what to say of it, as a sentence; nothing when there is nothing to say."""
    if not text:
        return Para()
    spans = (Span(label, telling.lang),) if isinstance(label, str) else label.spans
    head = tuple(replace(span, bold=True) for span in (*spans, Span(": ", telling.lang)))
    return ended(Para((*head, *text.spans)))


def answers(telling: Telling, chosen: ChosenPattern) -> tuple[Para, ...]:
    """The questions that a board asks about a pattern, each followed by what a good answer holds."""
    found: list[Para] = []
    for question in chosen.pattern.questions:
        ask = telling.said(question.ask)
        found += [
            Para(tuple(Span(span.text, span.lang, bold=True) for span in ask.spans)),
            telling.said(question.answer),
        ]
    return tuple(found)
