"""A phrase that has a plainer one."""

from collections.abc import Iterator

from app.checks.example import CHOSEN
from app.checks.reading.phrases import plainer, stiff
from app.checks.rule import Fix, Hit, Look, Rule
from app.checks.scopes import TEXTS
from app.checks.texts import Wording
from app.model.base import text


def _find(wording: Wording, _: Look) -> Iterator[Hit]:
    found = stiff(wording.text, wording.lang)
    if found:
        first = found[0]
        values = {"phrase": wording.text[first.start : first.end], "instead": first.instead}
        fix = Fix(text("Skriv det enklare", "Put it plainly"), {wording.path: plainer(wording.text, wording.lang)})
        yield Hit(wording.path, values=values, fix=fix)


RULE = Rule(
    id="language.stiff",
    severity="note",
    title=text("Stelt uttryck", "Stiff phrase"),
    says=text("”{phrase}” kan bytas mot ”{instead}”.", "“{phrase}” can be “{instead}”."),
    why=text(
        "Enkla ord läses fortare och missförstås mer sällan.", "Plain words read faster and are misread less often."
    ),
    source=text(
        "Svarta listan (Statsrådsberedningen, PM 2011:1); Plain Language Guide (digital.gov)",
        "Svarta listan (Swedish Prime Minister’s Office, PM 2011:1); Plain Language Guide (digital.gov)",
    ),
    scope=TEXTS,
    find=_find,
    fires={
        f"patterns/{CHOSEN}/meaning": text(
            "Nämnderna äger målen i syfte att nå dem.", "Committees own the goals in order to reach them."
        )
    },
)
