"""Blocks' text in the fonts and colours of a theme."""

from collections.abc import Iterable
from dataclasses import replace

from app.layout.frames import Align, Font, Paragraph, Role, Run
from app.model.base import Lang
from app.model.rich import Para, Span

#: Stands for a slide's number until slides are numbered, as wide as the widest number of three digits.
WIDEST_NUMBER = "000"


def run(span: Span, font: Font, color: Role) -> Run:
    """A span in a font: bold and italic where the span or the font is."""
    look = font
    if (span.bold and not font.bold) or (span.italic and not font.italic):
        look = replace(font, bold=font.bold or span.bold, italic=font.italic or span.italic)
    text = WIDEST_NUMBER if span.ref else span.text
    return Run(text, look, color, span.lang, span.href, span.ref)


def styled(
    text: Para,
    font: Font,
    color: Role = "ink",
    *,
    align: Align = "left",
    before: float = 0.0,
    hang: float = 0.0,
    marker: str | None = None,
) -> Paragraph:
    """A paragraph in a font. `hang` (points) indents the text after its marker."""
    mark = text.marker if marker is None else marker
    return Paragraph(
        tuple(run(span, font, color) for span in text.spans),
        align,
        font.line,
        before,
        mark,
        hang + text.level * hang if mark else 0.0,
    )


def listed(
    texts: Iterable[Para], font: Font, color: Role = "ink", *, between: float, hang: float = 14.0
) -> tuple[Paragraph, ...]:
    """Several paragraphs in a font, `between` points apart; those with a marker hang by `hang` points."""
    return tuple(
        styled(text, font, color, before=between if index else 0.0, hang=hang) for index, text in enumerate(texts)
    )


def plain(text: str, font: Font, lang: Lang, color: Role = "ink", *, align: Align = "left") -> Paragraph:
    """A paragraph of one run; an empty one when there is no text."""
    runs = (Run(text, font, color, lang),) if text else ()
    return Paragraph(runs, align, font.line)
