"""What every part of a project is made of: an immutable record, an id, a text in one or two languages."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, RootModel, field_validator

Lang = Literal["sv", "en"]
LANGS: Final[tuple[Lang, ...]] = ("sv", "en")

#: The language tag that texts carry in decks, PDFs and Word files.
TAGS: Final[Mapping[Lang, str]] = {"sv": "sv-SE", "en": "en-GB"}

#: 128 random bits as 32 hexadecimal digits, given once and never derived from names or places.
Id = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
NewId = Callable[[], str]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]

#: A step on the library's scales.
Step = Annotated[int, Field(ge=1, le=5)]

#: Where a value stands in the project: `patterns/<id>/meaning`, `matter/title`. Blocks, drafts and findings share it.
FieldPath = str

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text in NFC with `\\n` line ends, without characters that XML and PDF cannot carry."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))


#: One line or more of text that is the same in every language: a name, a reference number.
Plain = Annotated[str, AfterValidator(clean)]


class Record(BaseModel):
    """An immutable part of a project. Unknown fields are refused: a newer format is known by its version."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Said(NamedTuple):
    """A text as it is shown, and the language it is really in."""

    text: str
    lang: Lang


class Text(RootModel[Mapping[Lang, str]]):
    """What somebody wrote, `{language: Markdown}`. Empty when nothing is written yet."""

    model_config = ConfigDict(frozen=True)
    root: Mapping[Lang, str] = {}

    @field_validator("root")
    @classmethod
    def _clean(cls, root: Mapping[Lang, str]) -> Mapping[Lang, str]:
        return {lang: clean(root[lang]) for lang in LANGS if root.get(lang)}

    def __bool__(self) -> bool:
        return any(text.strip() for text in self.root.values())

    def said(self, lang: Lang) -> Said:
        """The text in `lang`, else in the language it was written in; `("", lang)` when there is none."""
        if self.root.get(lang, "").strip():
            return Said(self.root[lang], lang)
        for other in LANGS:
            if self.root.get(other, "").strip():
                return Said(self.root[other], other)
        return Said("", lang)

    def writing(self, lang: Lang, text: str) -> "Text":
        """The same text with `lang` written anew; an empty `text` takes the language away."""
        return Text(
            {**{key: value for key, value in self.root.items() if key != lang}, **({lang: text} if text else {})}
        )


def text(sv: str = "", en: str = "") -> Text:
    """A text from its Swedish and English wordings."""
    wordings: dict[Lang, str] = {"sv": sv, "en": en}
    return Text({lang: wording for lang, wording in wordings.items() if wording})
