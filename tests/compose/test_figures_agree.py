"""A figure is the same wherever it is shown: what a sentence says is what the tables of slides and reports show."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.compose import Composer, compose_report
from app.language.format import SHIFT
from app.language.mentions import FigureWords
from app.language.shown import shown_figures
from app.model.base import text
from app.model.graphics import HeatMap
from app.model.mentions import Mentioned, mention_of
from app.model.project import Action, Alternative, Criterion, Organisation, Project, Scale
from app.model.tables import Row, Table
from tests.model.reckoned import random_rates, random_rows
from tests.sample import TODAY

_ACTIONS = tuple(f"{number:032x}" for number in range(1, 6))
_WAYS = tuple(f"{number:032x}" for number in (101, 102))
_STOPPED = f"{99:032x}"
_AMOUNT = re.compile(r"−?\d[\d ]*(?:,\d+)?")


def a_project(draw: Random, scale: Scale) -> Project:
    """Actions, one of them stopped, and two ways, one of them as today, with random rows."""
    live = [
        Action(id=key, title=text(f"Åtgärd {key[-1]}"), effort=2, effect=3, lines=random_rows(draw))
        for key in _ACTIONS[: draw.randint(1, 5)]
    ]
    ways = [
        Alternative(id=key, name=text(key[-2:]), as_today=key == _WAYS[0], lines=random_rows(draw)) for key in _WAYS
    ]
    return Project(
        id=f"{9:032x}",
        created=TODAY,
        organisation=Organisation(scale=scale, rates=random_rates(draw)),
        actions=(*live, Action(id=_STOPPED, title=text("Stoppad"), status="stopped", lines=random_rows(draw))),
        criteria=(Criterion(id=f"{201:032x}", name=text("Kostnad")),),
        alternatives=tuple(ways),
    )


def number(shown: str) -> Decimal | None:
    """The first amount of a text; None where there is none."""
    found = _AMOUNT.search(shown.replace("\u00a0", " "))
    return Decimal(found[0].replace(" ", "").replace("−", "-").replace(",", ".")) if found else None


def tables(project: Project, slide: str) -> Iterator[Mapping[str, tuple[str, ...]]]:
    """The cells of a slide's tables, without their first, by what stands in it."""
    composer = Composer(project, lang="sv", today=TODAY)
    for block in composer.slide(slide).blocks if composer.has(slide) else ():
        if isinstance(block, Table | HeatMap):
            yield by_name(block.rows)


def by_name(rows: Iterable[Row]) -> Mapping[str, tuple[str, ...]]:
    return {row.cells[0].text.plain: tuple(cell.text.plain for cell in row.cells[1:]) for row in rows}


def shown_of_the_whole(project: Project) -> Iterator[tuple[Mentioned, Decimal | None]]:
    """What the investment's and the calculation's tables show of the whole."""
    names = {
        "running": "Drift", "investment": "Investering", "cost": "Summa kostnad", "effect": "Effekt", "net": "Nettokostnad",
    }  # fmt: skip
    for years in tables(project, "investment"):
        yield from ((name, number(years[row][-1])) for name, row in names.items() if row in years)
    for calculated in tables(project, "calculation"):
        names = {
            "cost": "Kostnad till", "effect": "Effekt till", "net": "Nettokostnad till", "present-value": "Nettonuvärde",
            "capital-cost": "Kapitalkostnad", "as-today": "Att fortsätta",
        }  # fmt: skip
        for row, (value, *_) in calculated.items():
            yield from ((name, number(value)) for name, start in names.items() if row.startswith(start))


def shown_of_parts(project: Project) -> Iterator[tuple[Mentioned, Decimal | None]]:
    """What the report's table of actions and the slide of alternatives show of each."""
    report = compose_report(project, lang="sv", today=TODAY, kind="memo")
    found = [block for section in report.sections for block in section.blocks if isinstance(block, Table)]
    actions = next(by_name(block.rows) for block in found if "ansvarig" in block.caption.plain)
    for action in project.actions[:-1]:
        cells = actions[action.title.said("sv").text]
        yield mention_of(action.id, "cost"), number(cells[-2])
        yield mention_of(action.id, "effect"), number(cells[-1])
    for cells in tables(project, "options"):
        yield from (
            (mention_of(way, "net"), number(cell))
            for way, cell in zip(_WAYS, cells.get("Nettokostnad", ()), strict=False)
        )


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32), st.sampled_from(("unit", "thousand", "million")))
def test_a_sentence_says_what_the_tables_show(seed: int, scale: Scale) -> None:
    project = a_project(Random(seed), scale)
    words, unit = FigureWords(project), shown_figures(project).unit.scaleb(-SHIFT[scale])
    for name, in_table in (*shown_of_the_whole(project), *shown_of_parts(project)):
        said = number(words.said(name, "sv") or "") or Decimal(0)
        if in_table is None:  # A dash stands for nothing, and for what is too small to be seen.
            assert abs(said) < unit, name
        else:  # A table has effects and net costs with the sign turned.
            assert abs(said) == abs(in_table), name


@settings(deadline=None, max_examples=40)
@given(st.integers(0, 2**32), st.sampled_from(("unit", "thousand", "million")))
def test_what_sentences_say_adds_up(seed: int, scale: Scale) -> None:
    """But for a part so small that it would not be seen: it stands as it is, with more decimals than its sum."""
    project = a_project(Random(seed), scale)
    words, decimals = FigureWords(project), shown_figures(project).decimals

    for owner in ("", *(f"{key}/" for key in (*_WAYS, *_ACTIONS, _STOPPED))):
        said = [words.said(f"{owner}{part}", "sv") or "" for part in ("cost", "running", "investment")]
        cost, running, investment = (number(one) or Decimal(0) for one in said)
        if all(len(re.sub(r".*,|[^\d]", "", one)) <= decimals for one in said if "," in one):
            assert running + investment == cost
