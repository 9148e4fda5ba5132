"""Checks projects one after another. Only what an edit touches is looked at again: things are known by identity."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

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
class _Memory:
    """What one rule found in every thing it looked at, all of that in their order, and what it read beside them."""

    read: tuple[object, ...]
    known: Mapping[str, tuple[Hit, ...]]
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class _Subjects:
    """The things of one kind, with what each is known by; which of them are new or changed since the check before, and whether
    they are else the same ones in the same order."""

    things: Mapping[str, Any]
    tokens: Mapping[str, object]
    changed: Collection[str]
    in_place: bool


#: Stands for what was not there before.
_NOTHING: Final = object()


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
        self._memories: Mapping[str, _Memory] = {}
        self._tokens: Mapping[Scope[Any], Mapping[str, object]] = {}

    def check(self, project: Project) -> tuple[Finding, ...]:
        """All findings in a project, the gravest first, then in the order of the rules. Those that somebody left are among them."""
        self._settle(project.checks)
        material = Material(
            project, lang=self._lang, today=self._today, wordings=self._wordings, read_deck=self._read_deck
        )
        subjects: dict[Scope[Any], _Subjects] = {}
        memories: dict[str, _Memory] = {}
        words = FigureWords(project)
        left = {(one.rule, one.at): one.reason for one in project.checks.ignored}
        found: list[Finding] = []
        for kept in self._policy.kept:
            memories[kept.rule.id] = memory = self._memory(kept, material, subjects)
            for hit in memory.hits:
                reason = left.get((kept.rule.id, hit.path or hit.slide))
                found.append(Finding(kept.rule, kept.severity, _written_out(hit, words), project.organisation, reason))
        # Only now, so that a check that broke off leaves all as it was.
        self._memories, self._tokens = memories, {scope: those.tokens for scope, those in subjects.items()}
        return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))

    def _settle(self, settings: CheckSettings) -> None:
        """Keeps the rules as the project does; where it now keeps them otherwise, all is looked at again."""
        settled = settings.model_copy(update={"ignored": ()})
        if settled != self._settled:
            self._settled, self._policy = settled, policy_of(self._house.settings, settings, own=self._house.own)
            self._memories = {}

    def _memory(self, kept: Kept, material: Material, subjects: dict[Scope[Any], _Subjects]) -> _Memory:
        """What one rule finds; what it found before is taken over for things that are the same."""
        rule, project = kept.rule, material.project
        scope: Scope[Any] = rule.scope
        if scope not in subjects:
            subjects[scope] = self._subjects(scope, material)
        those = subjects[scope]
        read = tuple(getattr(project, part) for part in rule.reads)
        memory = self._memories.get(rule.id)
        if memory is None or not all(one is other for one, other in zip(memory.read, read, strict=True)):
            old, again = dict[str, tuple[Hit, ...]](), those.things.keys()
        elif those.in_place and not those.changed:
            return memory
        else:
            old, again = memory.known, those.changed
        look = Look(material, kept.limits, self._policy.terms)
        anew = {key: tuple(rule.find(those.things[key], look)) for key in again}
        known = (
            {**old, **anew} if those.in_place else {key: anew[key] if key in anew else old[key] for key in those.things}
        )
        return _Memory(read, known, tuple(hit for hits in known.values() for hit in hits))

    def _subjects(self, scope: Scope[Any], material: Material) -> _Subjects:
        things = dict(scope.subjects(material))
        tokens = {key: scope.token(thing) for key, thing in things.items()}
        before = self._tokens.get(scope, {})
        changed = [key for key, token in tokens.items() if not _same(before.get(key, _NOTHING), token)]
        return _Subjects(things, tokens, changed, in_place=list(before) == list(tokens))


def _same(old: object, token: object) -> bool:
    return old is token or (isinstance(token, str) and old == token)


def _written_out(hit: Hit, words: FigureWords) -> Hit:
    """What was found, with the figures that its texts mention."""
    texts = {key: value for key, value in hit.values.items() if isinstance(value, Text)}
    said = {key: words.written_out(text) for key, text in texts.items()}
    return hit if said == texts else replace(hit, values={**hit.values, **said})
