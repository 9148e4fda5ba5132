"""Since the last meeting: what was decided, what got better and what worse, a row each, with the balance above."""

from collections.abc import Iterator
from typing import Final

from app.compose.kinds import NONE, ONLY, Body, Kind, Title
from app.compose.since import Fact
from app.compose.slides.since_told import SinceTold
from app.compose.spoken import cue, notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.project import Risk
from app.model.rich import Para

#: So many of the things that got worse are spoken of.
_SPOKEN: Final = 5


def _members(telling: Telling) -> tuple[Id, ...]:
    return ONLY if telling.since and telling.since.news else NONE


def told(telling: Telling) -> SinceTold:
    """The words for what changed. Raises LookupError where there is nothing to compare with."""
    if telling.since is None:
        raise LookupError("no earlier edition")
    return SinceTold(telling, telling.since)


def _made(telling: Telling, _key: Id) -> Title:
    return Title("storyline/since", telling.plain(_sentence(telling)))


def _sentence(telling: Telling) -> str:
    """How many things got better and how many worse, and what became of the cost."""
    words = told(telling)
    facts = words.since.facts
    better, worse = (sum(fact.verdict == verdict for fact in facts) for verdict in ("better", "worse"))
    changed = sum(fact.verdict != "level" for fact in facts)
    key = "both" if better and worse else "better" if better else "worse" if worse else "other"
    shown = better or worse or changed
    balance = words.words(
        f"title.{key}", n=shown, day=words.day, count=telling.count(shown),
        worse=words.words("one") if worse == 1 else telling.count(worse),
    )  # fmt: skip
    return balance + _cost(telling, words)


def _cost(telling: Telling, words: SinceTold) -> str:
    whole = words.since.whole_cost
    if whole is None:
        return ""
    before, after = whole
    key = "cost-up" if after > before else "cost-down"
    return words.words(f"title.{key}", amount=telling.money(abs(after - before)))


def _body(telling: Telling, _key: Id) -> Body:
    words = told(telling)
    facts = words.since.facts
    return Body(
        blocks=(words.balance(facts), words.table(facts)),
        takeaway=_takeaway(telling, words),
        takeaway_id="actions",
        source=source(telling, words),
        notes=notes(telling, _say(words, telling)),
    )


def source(telling: Telling, words: SinceTold) -> Para:
    """What is compared with what."""
    edition = words.since.earlier.edition
    body = telling.own(edition.body)
    if body and telling.lang == "en" and not body.lower().startswith("the "):
        body = f"the {body}"
    return words.word(
        f"source.{edition.kind if body else 'unnamed'}", body=body, day=telling.when(words.since.earlier.day)
    )


def _worse(words: SinceTold) -> tuple[Fact, ...]:
    return tuple(fact for fact in words.since.facts if fact.verdict == "worse")


def _takeaway(telling: Telling, words: SinceTold) -> Para:
    """Who answers for what got worse."""
    owners = tuple(dict.fromkeys(owner for fact in _worse(words) if (owner := _owner(fact))))
    return words.word("takeaway", owners=telling.listed(owners)) if owners else Para()


def _owner(fact: Fact) -> str:
    bearer = fact.action or fact.record
    return getattr(bearer, "owner", "") if isinstance(bearer, Risk) or fact.theme != "decision" else ""


def _say(words: SinceTold, telling: Telling) -> Iterator[Para]:
    worse = _worse(words)
    yield words.word("say.opening" if worse else "say.opening-good", day=words.day)
    for fact in worse[:_SPOKEN]:
        one = words.told(fact)
        yield cue(telling, one.name, words.word("say.from-to", before=one.before.plain, after=one.after.plain))


KIND = Kind("since", "brief", _members, _body, _made)
