"""The backup: how it was reckoned and rated, from the project's own data, and the terms that really occur."""

from itertools import chain
from typing import cast

import pytest

from app.compose import compose, compose_slide, outline
from app.compose.storyline import Slide
from app.library.glossary import terms, used
from app.model.base import Lang, text
from app.model.money import RateHabits
from app.model.project import Figure, Project, SlideChoice
from app.model.tables import Table
from app.project import edits
from app.project.choices import settle_slide
from app.services.starters import Starter
from tests.sample import TODAY, empty_project, sample_project
from tests.sample_actions import key
from tests.services.projects import starter


def rows(slide: Slide) -> dict[str, str]:
    (table,) = slide.blocks
    assert isinstance(table, Table)
    return {row.cells[0].text.plain: row.cells[1].text.plain.replace("\xa0", " ") for row in table.rows}


def method(project: Project, lang: Lang = "sv") -> dict[str, str]:
    return rows(compose_slide(project, "method", lang=lang, today=TODAY))


def glossary(project: Project, lang: Lang = "sv") -> dict[str, str]:
    return rows(compose_slide(project, "glossary", lang=lang, today=TODAY))


# --- method


def test_every_way_of_reckoning_is_told_once_with_the_slide_that_uses_it() -> None:
    slide = compose_slide(sample_project(), "method", lang="sv", today=TODAY)
    (table,) = slide.blocks
    assert isinstance(table, Table)
    assert list(method(sample_project())) == [
        "Betydelse och mognad", "Alternativ", "Kostnad och effekt", "Belopp", "Prioritering", "Risker", "Nyckeltal",
    ]  # fmt: skip
    refs = [row.cells[2].text.spans[0].ref for row in table.rows]
    assert refs == ["readiness", "options", "investment", "investment", "priorities", "risks", "kpis"]


def test_the_method_rests_on_the_projects_own_settings() -> None:
    project = edits.put(sample_project(), "organisation/fiscal_year_starts", 9)
    project = edits.put(project, "organisation/scale", "thousand")
    assert "Räkenskapsåret börjar i september" in method(project)["Belopp"]
    assert method(project)["Belopp"].startswith("I tkr")
    assert "Räkenskapsåret" not in method(sample_project())["Belopp"]


def test_a_price_level_is_told_where_one_is_stated() -> None:
    assert "Ingen prisnivå är angiven" in method(sample_project())["Belopp"]
    rates = RateHabits(price_level=2027)
    project = sample_project()
    project = project.model_copy(update={"organisation": project.organisation.model_copy(update={"rates": rates})})
    assert "2027 års priser" in method(project)["Belopp"]
    figure = Figure(id=key(0x900), label=text("System"), price_level=2026)
    project = sample_project().model_copy(update={"figures": (figure,)})
    assert "2026 års priser" in method(project)["Belopp"]


def test_the_method_leaves_out_what_the_deck_lacks() -> None:
    project = sample_project().model_copy(update={"risks": (), "alternatives": ()})
    assert not {"Risker", "Alternativ"} & set(method(project))
    assert "method" not in outline(empty_project(), lang="sv", today=TODAY)


def test_a_slide_that_is_off_is_not_pointed_to() -> None:
    project = settle_slide(sample_project(), SlideChoice(slide="risks", on=False))
    (table,) = compose_slide(project, "method", lang="sv", today=TODAY).blocks
    assert isinstance(table, Table)
    row = next(row for row in table.rows if row.cells[0].text.plain == "Risker")
    assert not row.cells[2].text


# --- glossary


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("name", ["municipality", "company"])
def test_every_term_shown_stands_somewhere_in_the_deck(name: Starter, lang: Lang) -> None:
    project = starter(name, lang)
    shown = {term.id for term in terms().values() if term.term.said(lang).text in glossary(project, lang)}
    others = [slide for slide in compose(project, lang=lang, today=TODAY).slides if slide.kind != "glossary"]
    assert len(shown) >= 10
    said = used(chain.from_iterable(_strings(slide) for slide in others), lang)
    assert shown <= said


def _strings(value: object) -> list[str]:
    """All texts in a slide, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [found for one in cast("tuple[object, ...]", value) for found in _strings(one)]
    slots: tuple[str, ...] = getattr(type(value), "__slots__", ())
    return [found for slot in slots for found in _strings(getattr(value, slot))]


def test_terms_stand_in_the_alphabets_order() -> None:
    names = list(glossary(starter("municipality", "sv")))
    assert names.index("drift") < names.index("återbetald") < names.index("öppet gränssnitt")


def test_a_term_in_the_other_language_is_not_told() -> None:
    project = edits.put(empty_project(), "matter/answer", text(en="Our capabilities"))
    assert "glossary" not in outline(project, lang="sv", today=TODAY)
    assert list(glossary(project, "en")) == ["capability"]


def test_a_term_of_a_slide_that_is_off_is_not_told() -> None:
    project = edits.put(empty_project(), "matter/answer", text("Vår förmåga"))
    assert list(glossary(project)) == ["förmåga"]
    for slide in ("summary", "cover"):
        project = settle_slide(project, SlideChoice(slide=slide, on=False))
    assert "glossary" not in outline(project, lang="sv", today=TODAY)
