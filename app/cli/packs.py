"""`boardwright pack list`, `show` and `validate`. The library is loaded by these alone: an export starts without it."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from app.cli.telling import say
from app.language.catalogue import Words
from app.language.preferred import preferred_language
from app.model.base import Lang, Text
from app.model.pattern import Pattern, Recommendation, Source

packs = typer.Typer(rich_markup_mode=None, help="The library's pattern packs.")
LangOption = Annotated[Lang | None, typer.Option(help="The language to show.")]


@packs.command(name="list")
def list_(lang: LangOption = None) -> None:
    """List the packs and their patterns."""
    from app.library import load_packs

    shown = lang or preferred_language()
    for pack in load_packs():
        say(f"{pack.id}  {pack.name.said(shown).text} {pack.version}")
        for pattern in pack.patterns:
            say(f"  {pattern.id:<34} {pattern.name.said(shown).text}")


@packs.command()
def show(pattern_id: Annotated[str, typer.Argument(metavar="ID")], lang: LangOption = None) -> None:
    """Show a pattern: its shift, why it matters, questions, recommendations and sources."""
    from app.library import load_packs
    from app.services.starters import find_pattern

    shown = lang or preferred_language()
    pack, pattern = find_pattern(load_packs(), pattern_id)
    say(f"{pattern.name.said(shown).text} ({pack.name.said(shown).text})")
    for line in _lines(pattern, shown):
        say(line)


@packs.command()
def validate(path: Annotated[Path, typer.Argument(metavar="PATH")]) -> int:
    """Check a pack: every fault with its file, line and field. Status 1 when there is one."""
    from app.library import validate_pack

    lang = preferred_language()
    problems = validate_pack(path)
    for problem in problems:
        say(problem.told(lang))
    say(Words("cli", lang)("pack.faults", n=len(problems)) if problems else Words("cli", lang)("pack.valid"))
    return 1 if problems else 0


def _lines(pattern: Pattern, lang: Lang) -> list[str]:
    words = Words("cli", lang)
    return [
        f"{pattern.from_.said(lang).text} → {pattern.to.said(lang).text}",
        "",
        pattern.headline.said(lang).text,
        pattern.why.said(lang).text,
        "",
        words("pack.meaning"),
        pattern.meaning.said(lang).text,
        *_part(words("pack.for-us"), pattern.for_us.each.values(), lang),
        *_part(words("pack.signs"), pattern.signs, lang),
        *_part(words("pack.against"), pattern.against, lang),
        *_part(words("pack.tension"), (pattern.tension,), lang),
        "",
        words("pack.questions"),
        *(f"- {question.ask.said(lang).text}" for question in pattern.questions),
        "",
        words("pack.recommendations"),
        *(line for advice in pattern.recommendations for line in _advice(advice, lang)),
        "",
        words("pack.sources"),
        *(_source(source) for source in pattern.sources),
    ]


def _part(head: str, texts: Iterable[Text], lang: Lang) -> list[str]:
    """A heading with its texts; nothing where there are none."""
    lines = [f"- {text.said(lang).text}" for text in texts if text]
    return ["", head, *lines] if lines else []


def _advice(advice: Recommendation, lang: Lang) -> tuple[str, str]:
    origin = Words("cli", lang)(f"pack.origin-{advice.origin}")
    return f"- {advice.title.said(lang).text} ({origin})", f"  {advice.what.said(lang).text}"


def _source(source: Source) -> str:
    year = f", {source.year}" if source.year else ""
    return f"- [{source.key}] {source.author}: {source.title}. {source.publisher}{year}. {source.address}"
