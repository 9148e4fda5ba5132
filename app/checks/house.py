"""What an organisation has settled about the checks in a file of its own: rules, terms, and words that it does not use.

terms = ["IAM", "tjänsteskrivelse"]

[rule."evidence.old"]
severity = "error"          # error, warning or note; on = false turns it off
limits = { months = 12 }

[[word]]
id = "synergy"              # its findings are told apart by own.synergy
find = ["synergi*", "synerg*"]   # * stands for any ending
instead = { sv = "Skriv vad som blir billigare.", en = "Say what costs less." }
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import Field, ValidationError

from app.checks.rule import AnyRule, Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.files.errors import UserError
from app.files.reasons import CannotRead
from app.model.base import Plain, Record, Text, text
from app.model.checks import CheckSettings, RuleSetting, Severity
from app.model.pattern import Slug

#: The name of the file in the settings folder.
FILE_NAME: Final = "rules.toml"
#: The group of an organisation's own rules.
OWN: Final = "own"


class _Word(Record):
    """A word that the organisation does not use."""

    id: Slug
    find: Annotated[tuple[Plain, ...], Field(min_length=1)]
    severity: Severity = "note"
    instead: Text = Text()


class _File(Record):
    """The file as it is read."""

    terms: tuple[Plain, ...] = ()
    rule: Mapping[str, Mapping[str, Any]] = {}
    word: tuple[_Word, ...] = ()


@dataclass(frozen=True, slots=True)
class House:
    """What the organisation has settled, and the rules it has of its own."""

    settings: CheckSettings = field(default_factory=CheckSettings)
    own: tuple[AnyRule, ...] = ()


def read_house(path: Path) -> House:
    """What stands in an organisation's file. Raises UserError for one that cannot be read or understood."""
    try:
        file = _File.model_validate(tomllib.loads(path.read_text("utf-8")))
        rules = tuple(RuleSetting.model_validate({"rule": name, **kept}) for name, kept in file.rule.items())
    except OSError as problem:
        raise CannotRead(path, problem) from None
    except ValidationError as refused:
        first = refused.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UserError("checks.wrong", name=path.name, field=where) from None
    except ValueError as problem:
        raise UserError("checks.unreadable", name=path.name, detail=str(problem)) from None
    if len({word.id for word in file.word}) < len(file.word):
        raise UserError("checks.wrong", name=path.name, field="word.id")
    return House(CheckSettings(rules=rules, terms=file.terms), tuple(_rule_of(word) for word in file.word))


def _rule_of(word: _Word) -> AnyRule:
    """The rule that finds a word in any of its forms."""
    sought = re.compile(rf"(?<!\w)(?:{'|'.join(_pattern(each) for each in word.find)})(?!\w)", re.IGNORECASE)

    def find(wording: Wording, _: Look) -> Iterator[Hit]:
        found = sought.search(wording.text)
        if found:
            yield Hit(wording.path, values={"word": found[0], "instead": word.instead})

    return Rule(
        id=f"{OWN}.{word.id}",
        severity=word.severity,
        title=text("Ord som vi inte använder", "A word that we do not use"),
        says=text("”{word}” används inte här. {instead}", "“{word}” is not used here. {instead}"),
        why=text("Organisationen har bestämt det.", "The organisation has settled it."),
        source=text("Organisationens egna regler", "The organisation’s own rules"),
        scope=TEXTS,
        find=find,
        fires={},
    )


def _pattern(word: str) -> str:
    return r"\w*".join(re.escape(part) for part in word.split("*"))
