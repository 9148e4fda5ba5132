"""Speaker notes as they are written under a slide: part by part, and last what did not fit on the slide, whole."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.compose.storyline import Notes, Slide
from app.layout.frames import Diagnostic, PlacedNotes
from app.model.base import Lang
from app.model.rich import Para, Rich, para


def placed_notes(slide: Slide, index: int, fitting: Sequence[Diagnostic], lang: Lang) -> PlacedNotes:
    """The notes of a slide's page with that index (0 is the first; the others go on from it).

    `fitting` is what was done to the page: whatever was cut stands here in its full wording."""
    notes = slide.notes
    if notes is None:
        return PlacedNotes()
    parts = _spoken(notes) if index == 0 else ((Para(), (notes.continued,) if notes.continued else ()),)
    whole = (notes.whole_label, tuple(_whole(slide, fitting, lang)))
    return PlacedNotes(tuple((label, text) for label, text in (*parts, whole) if text))


def _spoken(notes: Notes) -> tuple[tuple[Para, Rich], ...]:
    return (
        (notes.say_label, notes.say),
        (notes.questions_label, notes.questions),
        (notes.sources_label, notes.sources),
    )


def _whole(slide: Slide, fitting: Sequence[Diagnostic], lang: Lang) -> Iterator[Para]:
    """The texts that were cut, each once, in the language that they are in."""
    known = {text.plain: text for text in (slide.title, slide.takeaway, slide.source)}
    for wording in dict.fromkeys(one.detail for one in fitting if one.kind == "cut"):
        if wording:
            yield _pointing_nowhere(known.get(wording) or para(wording, lang))


def _pointing_nowhere(text: Para) -> Para:
    """The text up to where it points to another slide: notes have no numbers to fill in."""
    at = next((index for index, span in enumerate(text.spans) if span.ref), None)
    return text if at is None else replace(text, spans=text.spans[: max(at - 1, 0)])
