"""Kinds of table cells: how what is typed is read, and how a value is written."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, cast

from app.gui.document import Document
from app.gui.fields.kinds import Options
from app.gui.fields.values import exact_money
from app.language.format import format_date
from app.language.mentions import FigureNames
from app.language.parse import parse_money
from app.language.parse_dates import parse_date
from app.model.base import Lang, Text

#: From the document, the language, what was typed and the old value to the new one. Raises Told.
Read = Callable[[Document, Lang, str, object], object]
#: From the document, the language and the value to what the cell says.
Shown = Callable[[Document, Lang, object], str]


@dataclass(frozen=True)
class Kind:
    """A kind of cell. `options` are what may be picked; others are typed. `brief` is how a cell says its value where its column's
    heading says the rest; while it is edited it says it as `shown`, or as `typed` where that is written otherwise."""

    read: Read
    shown: Shown
    right: bool = False
    options: Options = ()
    brief: Shown | None = None
    typed: Shown | None = None


def choice(options: Options) -> Kind:
    """A cell in which one picks; `typed` is the place among the options."""

    def read(_document: Document, _lang: Lang, typed: str, _old: object) -> object:
        return options[int(typed)][0]

    def shown(_document: Document, lang: Lang, value: object) -> str:
        return next((wording(lang) for option, wording in options if option == value), "")

    return Kind(read, shown, options=options)


def _read_text(document: Document, _lang: Lang, typed: str, old: object) -> object:
    lang = document.project.language
    return cast("Text", old).writing(lang, FigureNames(document.project, lang).keyed(typed))


def _said(document: Document, _lang: Lang, value: object) -> str:
    return document.line(cast("Text", value), document.project.language)


def _named(document: Document, _lang: Lang, value: object) -> str:
    """A text with its figures by name, as one types them."""
    lang = document.project.language
    return FigureNames(document.project, lang).named(cast("Text", value).said(lang).text.replace("\n", " "))


def _date(_document: Document, lang: Lang, value: object) -> str:
    return format_date(cast("date", value), lang, "abbr")


def _money(document: Document, lang: Lang, value: object) -> str:
    return exact_money(cast("Decimal", value), document.project.organisation, lang)


PLAIN: Final = Kind(lambda _document, _lang, typed, _old: typed, lambda _document, _lang, value: str(value))
TEXT: Final = Kind(_read_text, _said, typed=_named)
DATE: Final = Kind(lambda _document, lang, typed, _old: parse_date(typed, lang), _date)
MONEY: Final = Kind(
    lambda document, lang, typed, _old: parse_money(typed, document.project.organisation.currency, lang),
    _money,
    right=True,
)
