"""Slides that the CIO adds: of their own, and shown once more."""

from itertools import count

from app.compose import Composer
from app.compose.storyline import Slide
from app.model.base import text
from app.model.blocks import Passage, Picture
from app.model.project import Asset, FreeSlide, Project
from app.project.choices import add_free_slide, duplicate_slide, remove_slide, settle_slide, slide_choice
from app.project.references import mended
from tests.sample import TODAY, sample_project

KEY, PICTURE = "f" * 32, "a" * 64


def composer(project: Project) -> Composer:
    return Composer(project, lang="sv", today=TODAY)


def slide(project: Project, key: str) -> Slide:
    return composer(project).slide(key)


def with_free(**values: object) -> Project:
    project = sample_project()
    order = composer(project).order
    return add_free_slide(project, FreeSlide.model_validate({"id": KEY, **values}), "decisions", order)


def test_a_slide_of_ones_own_stands_where_it_was_put_with_what_was_written() -> None:
    project = with_free(title=text("Vårt läge i länet"), text=text("- Ett\n- Två"))
    order = composer(project).order
    assert order[order.index("decisions") + 1] == f"free/{KEY}"
    made = slide(project, f"free/{KEY}")
    assert made.title.plain == "Vårt läge i länet"
    (passage,) = made.blocks
    assert isinstance(passage, Passage)
    assert [paragraph.plain for paragraph in passage.text] == ["Ett", "Två"]
    assert made.section == slide(project, "decisions").section


def test_a_picture_is_told_by_its_description() -> None:
    asset = Asset(sha256=PICTURE, name="karta.png", media_type="image/png", description=text("Karta"), width=400)
    project = with_free(picture=PICTURE).model_copy(update={"assets": (asset,)})
    (picture,) = slide(project, f"free/{KEY}").blocks
    assert picture == Picture(f"storyline/free/{KEY}/picture", PICTURE, "Karta", 400, None)
    assert slide(project, f"free/{KEY}").title.plain == "Bild utan rubrik"


def test_a_picture_that_is_gone_leaves_the_slide() -> None:
    assert mended(with_free(picture=PICTURE)).storyline.free == (FreeSlide(id=KEY),)


def test_ones_own_slides_count_among_the_main_ones_before_every_audience() -> None:
    for audience in ("ten-minutes", "half-hour", "full-review", "audit"):
        told = Composer(with_free(title=text("Egen")), lang="sv", today=TODAY, audience=audience)
        assert not told.slide(f"free/{KEY}").backup


def test_a_slide_is_shown_once_more_right_after_itself_and_under_a_title_of_its_own() -> None:
    project = sample_project()
    twice = duplicate_slide(project, "risks", composer(project).order, lambda: KEY)
    order = composer(twice).order
    assert order[order.index("risks") + 1] == f"copy/{KEY}"
    first, second = slide(twice, "risks"), slide(twice, f"copy/{KEY}")
    assert second.blocks == first.blocks
    assert second.title.plain == f"{first.title.plain} (2)"
    choice = slide_choice(twice, f"copy/{KEY}").model_copy(update={"title": text("En gång till")})
    assert slide(settle_slide(twice, choice), f"copy/{KEY}").title.plain == "En gång till"


def test_a_copy_of_a_copy_shows_the_same_slide() -> None:
    ids = (f"{number:032x}" for number in count(1 << 100))
    project = sample_project()
    for shown in ("risks", "copy/" + "0000001" + "0" * 25):
        project = duplicate_slide(project, shown, composer(project).order, lambda: next(ids))
    assert [copy.of for copy in project.storyline.copies] == ["risks", "risks"]
    titles = [slide(project, f"copy/{copy.id}").title.plain for copy in project.storyline.copies]
    assert [title[-3:] for title in titles] == ["(2)", "(3)"]


def test_ones_own_slide_is_copied_with_what_is_written_in_it() -> None:
    project = with_free(title=text("Egen"), text=text("Hej"))
    twice = duplicate_slide(project, f"free/{KEY}", composer(project).order, lambda: "e" * 32)
    assert [(free.title, free.text) for free in twice.storyline.free] == [(text("Egen"), text("Hej"))] * 2


def test_a_copy_goes_with_what_it_shows_and_what_was_settled_about_it() -> None:
    project = sample_project()
    pattern = project.patterns[0].id
    twice = duplicate_slide(project, f"pattern/{pattern}", composer(project).order, lambda: KEY)
    fewer = mended(twice.model_copy(update={"patterns": twice.patterns[1:]}))
    assert fewer.storyline.copies == ()
    assert f"copy/{KEY}" not in fewer.storyline.order


def test_what_was_added_is_taken_away() -> None:
    project = with_free(title=text("Egen"))
    assert f"free/{KEY}" not in composer(remove_slide(project, f"free/{KEY}")).order
    twice = duplicate_slide(project, "risks", composer(project).order, lambda: "e" * 32)
    assert remove_slide(twice, "copy/" + "e" * 32).storyline.copies == ()
