"""Lists for reference: sources, and questions with their answers."""

from app.compose.storyline import Slide
from app.layout.arrange.flow import carried_on
from app.layout.frames import Box, Paragraph
from app.layout.setting import BodyPage, Setting
from app.layout.style import styled
from app.layout.tables import place_table
from app.model.blocks import QuestionAnswer, Sources
from app.model.rich import Para, Span
from app.model.tables import Cell, Column, Row, Table


def arrange(slide: Slide, body: Box, setting: Setting) -> tuple[BodyPage, ...]:
    """Questions as a table of two columns, sources as a numbered text in two columns."""
    questions = tuple(block for block in slide.blocks if isinstance(block, QuestionAnswer))
    pages: list[BodyPage] = []
    if questions:
        tables, _ = place_table(_as_table(slide, questions), body, setting)
        pages += [BodyPage((table,)) for table in tables]
    for block in slide.blocks:
        if isinstance(block, Sources):
            pages += carried_on(block.id, Para(), _entries(block, setting), body, setting)
    return tuple(pages) or (BodyPage(()),)


def _as_table(slide: Slide, questions: tuple[QuestionAnswer, ...]) -> Table:
    columns = (Column(Para(), 4.4), Column(Para(), 6.6))
    rows = tuple(Row(item.id, (Cell(_bold(item.question), item.pattern), Cell(item.answer))) for item in questions)
    return Table(slide.id, slide.title, columns, rows)


def _bold(text: Para) -> Para:
    return Para(tuple(Span(span.text, span.lang, True, span.italic, span.href) for span in text.spans))


def _entries(block: Sources, setting: Setting) -> tuple[Paragraph, ...]:
    font = setting.font("label")
    paragraphs: list[Paragraph] = []
    for index, entry in enumerate(block.entries, start=1):
        spans = entry.text.spans
        if entry.href:
            spans = (*spans, Span(" ", setting.lang), Span(_shown(entry.href), setting.lang, href=entry.href))
        text = Para(spans, marker=f"{index}.")
        paragraphs.append(styled(text, font, before=6 if index > 1 else 0, hang=22))
    return tuple(paragraphs)


def _shown(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://")
