"""The calculation's slide: every figure with how it is worked out, from parts that add up to it as shown."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from random import Random

import pytest

from app.compose import compose_report, compose_slide
from app.model.base import Lang
from app.model.money import Origin, RateHabits, Reconciled
from app.model.project import Project
from app.model.tables import Table
from tests.model.reckoned import random_rows
from tests.sample import sample_project

TODAY = date(2027, 6, 1)
RATES = RateHabits(discount=Decimal("3.5"), internal=Decimal("2.5"), depreciation_years=5, price_level=2027)


def with_rates(project: Project, rates: RateHabits = RATES) -> Project:
    return project.model_copy(update={"organisation": project.organisation.model_copy(update={"rates": rates})})


def shown(project: Project, lang: Lang = "sv") -> Mapping[str, tuple[str, str]]:
    """Value and explanation of each figure, by its name."""
    slide = compose_slide(project, "calculation", lang=lang, today=TODAY)
    table = next(block for block in slide.blocks if isinstance(block, Table))
    return {row.cells[0].text.plain: (row.cells[1].text.plain, row.cells[2].text.plain) for row in table.rows}


def number(text: str) -> Decimal:
    return Decimal(text.replace("\u00a0", "").replace(" ", "").replace("−", "-").replace(",", "."))


def added(formula: str) -> Decimal:
    """The sum of a formula's parts: "26,0 drift + 8,0 investering"."""
    body = formula.split(". ", maxsplit=1)[0].replace("\u00a0", " ").replace("− ", "−").replace("+ ", "")
    return sum((number(found) for found in re.findall(r"(?:^| )(−?\d[\d ]*(?:,\d+)?) (?=[^\d])", body)), Decimal(0))


def test_every_figure_is_worked_out_and_named_in_both_languages() -> None:
    names = {lang: list(shown(with_rates(sample_project()), lang)) for lang in ("sv", "en")}
    assert [name.split(" till ")[0] for name in names["sv"][:6]] == [
        "Kostnad", "Effekt", "Nettokostnad", "Återbetald", "Nettonuvärde", "Kapitalkostnad",
    ]  # fmt: skip
    assert names["en"][4:6] == ["Net present value", "Capital charges to 2031"]
    assert len(names["sv"]) == len(names["en"])


def test_what_no_rate_is_stated_for_is_not_shown() -> None:
    names = shown(with_rates(sample_project(), RateHabits()))
    assert not {"Nettonuvärde", "Kapitalkostnad till 2031"} & names.keys()


@pytest.mark.parametrize("seed", range(12))
def test_parts_add_up_to_their_figure_as_shown(seed: int) -> None:
    project = with_rates(sample_project())
    first = project.actions[0].model_copy(update={"lines": random_rows(Random(seed))})
    found = shown(project.model_copy(update={"actions": (first, *project.actions[1:])}))
    for name, (value, how) in found.items():
        if name.startswith(("Kostnad", "Effekt", "Nettokostnad till", "Nettonuvärde", "Kapitalkostnad", "Att")):
            assert added(how) == number(value), name


def test_what_somebody_stands_behind_and_where_amounts_were_read_is_told() -> None:
    project = sample_project()
    source = compose_slide(project, "calculation", lang="sv", today=TODAY).source.plain
    assert "preliminära" in source
    line = project.actions[0].lines[0]
    cell = Origin(file="Kalkyl.xlsx", sheet="Drift", place="D14", read=TODAY, sha256="0" * 64)
    settled = line.model_copy(
        update={"reconciled": Reconciled(by="L. Borg", on=TODAY), "origins": dict.fromkeys(line.amounts, cell)}
    )
    first = project.actions[0].model_copy(update={"lines": (settled, *project.actions[0].lines[1:])})
    project = with_rates(project.model_copy(update={"actions": (first, *project.actions[1:])}))
    source = compose_slide(project, "calculation", lang="sv", today=TODAY).source.plain
    assert f"{len(line.amounts)} av " in source
    assert "hämtat ur Kalkyl.xlsx" in source


def test_the_full_report_has_the_calculation_as_a_chapter() -> None:
    report = compose_report(with_rates(sample_project()), lang="sv", today=TODAY, kind="full")
    assert "Kalkyl" in [section.heading.plain for section in report.sections]
