"""What a project settles about the checks: rules that are off or weigh otherwise, limits of its own, findings that somebody left."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from app.model.base import Id, Plain, Record

#: error: the board cannot decide, or is misled. warning: it will ask. note: it could be better.
Severity = Literal["error", "warning", "note"]
#: A rule's id: its group and its name, "decision.no-ask".
RuleId = Annotated[str, Field(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$", max_length=80)]


class RuleSetting(Record):
    """How one rule is kept here."""

    rule: RuleId
    on: bool = True
    #: How grave its findings are; as the rule has it when None.
    severity: Severity | None = None
    #: By the name of a limit, what stands in its place.
    limits: Mapping[Plain, Decimal] = {}


class Ignored(Record):
    """A finding that somebody looked at and left, and why."""

    id: Id
    rule: RuleId
    #: The field, else the slide, that the finding is about; empty for one about the whole.
    at: Plain = ""
    reason: Plain = ""
    on: date | None = None


class CheckSettings(Record):
    """How the checks are kept in a project."""

    rules: tuple[RuleSetting, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    #: Abbreviations and words of the trade that its readers know.
    terms: tuple[Plain, ...] = ()
