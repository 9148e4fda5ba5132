"""Checks projects one after another. Only what an edit touches is looked at again: things are known by identity."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.checks.deck import Deck
from app.checks.finding import SEVERITIES, Finding
from app.checks.house import House
from app.checks.material import Material
from app.checks.policy import Kept, Policy, policy_of
from app.checks.rule import Hit, Look
from app.checks.scopes import Scope
from app.checks.texts import Wordings
from app.language.mentions import FigureWords
from app.model.base import Lang, Text
from app.model.checks import CheckSettings
from app.model.project import Project


@dataclass(frozen=True, slots=True)
class _Known:
    """What a rule found in one thing, and what that thing was."""

    token: object
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Memory:
    """What one rule found in every thing it looked at, and what it read beside them."""

    read: tuple[object, ...]
    known: Mapping[str, _Known]


#: Things of one kind, each with its key.
_Subjects = list[tuple[str, Any]]


class Checker:
    """Finds what the rules find. `house` is what the organisation has settled about them; `read_deck` makes a project's deck
    when a rule asks for it. Another language, day or deck takes another checker."""

    def __init__(
        self,
        lang: Lang,
        today: date,
        read_deck: Callable[[Project], Deck],
        house: House | None = None,
    ) -> None:
        self._lang: Lang = lang
        self._today = today
        self._read_deck = read_deck
        self._house = house or House()
        self._wordings = Wordings(lang)
        self._settled: CheckSettings | None = None
        self._policy = Policy(())
        self._memories: dict[str, _Memory] = {}

    def check(self, project: Project) -> tuple[Finding, ...]:
        """All findings in a project, the gravest first, then in the order of the rules. Those that somebody left are among them."""
        self._settle(project.checks)
        material = Material(
            project, lang=self._lang, today=self._today, wordings=self._wordings, read_deck=self._read_deck
        )
        subjects: dict[Scope[Any], _Subjects] = {}
        words = FigureWords(project)
        left = {(one.rule, one.at): one.reason for one in project.checks.ignored}
        found: list[Finding] = []
        for kept in self._policy.kept:
            for hit in self._hits(kept, material, subjects):
                reason = left.get((kept.rule.id, hit.path or hit.slide))
                found.append(Finding(kept.rule, kept.severity, _written_out(hit, words), project.organisation, reason))
        return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))

    def _settle(self, settings: CheckSettings) -> None:
        """Keeps the rules as the project does; where it now keeps them otherwise, all is looked at again."""
        settled = settings.model_copy(update={"ignored": ()})
        if settled != self._settled:
            self._settled, self._policy = settled, policy_of(self._house.settings, settings, own=self._house.own)
            self._memories = {}

    def _hits(self, kept: Kept, material: Material, subjects: dict[Scope[Any], _Subjects]) -> list[Hit]:
        """What one rule finds; what it found before is taken over for things that are the same."""
        rule, project = kept.rule, material.project
        scope: Scope[Any] = rule.scope
        if scope not in subjects:
            subjects[scope] = list(scope.subjects(material))
        read = tuple(getattr(project, part) for part in rule.reads)
        memory = self._memories.get(rule.id)
        fresh = memory is None or not all(one is other for one, other in zip(memory.read, read, strict=True))
        before: Mapping[str, _Known] = {} if memory is None or fresh else memory.known
        look = Look(material, kept.limits, self._policy.terms)
        known: dict[str, _Known] = {}
        for key, subject in subjects[scope]:
            token = scope.token(subject)
            old = before.get(key)
            same = old is not None and (old.token is token or (isinstance(token, str) and old.token == token))
            known[key] = old if old is not None and same else _Known(token, tuple(rule.find(subject, look)))
        self._memories[rule.id] = _Memory(read, known)
        return [hit for one in known.values() for hit in one.hits]


def _written_out(hit: Hit, words: FigureWords) -> Hit:
    """What was found, with the figures that its texts mention."""
    texts = {key: value for key, value in hit.values.items() if isinstance(value, Text)}
    said = {key: words.written_out(text) for key, text in texts.items()}
    return hit if said == texts else replace(hit, values={**hit.values, **said})
