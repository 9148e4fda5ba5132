"""Text as blocks carry it: spans in one language each, in paragraphs."""

from dataclasses import dataclass

from app.model.base import Lang


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one language. `ref` names a slide by its id: the number stands there once slides are numbered."""

    text: str
    lang: Lang
    bold: bool = False
    italic: bool = False
    href: str | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `marker` is its list mark: "" for none, "–" for a bullet, else its number ("1.")."""

    spans: tuple[Span, ...] = ()
    marker: str = ""
    level: int = 0

    @property
    def plain(self) -> str:
        """The text without its form."""
        if len(self.spans) == 1:
            return self.spans[0].text
        return "".join(span.text for span in self.spans)

    def __bool__(self) -> bool:
        return any(span.text or span.ref for span in self.spans)


#: A text of several paragraphs.
Rich = tuple[Para, ...]


def para(text: str, lang: Lang, *, bold: bool = False) -> Para:
    """A paragraph of one span; an empty one for an empty text."""
    return Para((Span(text, lang, bold=bold),)) if text else Para()
