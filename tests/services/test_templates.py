"""A company's template in a project: its layouts chosen, remembered by its bytes, and shown as pictures."""

from io import BytesIO
from pathlib import Path
from typing import cast

from PIL import Image

from app.files.settings import Settings
from app.services.outfit import outfitted
from app.services.templates import (
    Template,
    backdrops_of,
    chosen_for,
    fit_of,
    kept_in,
    pictures_of_layouts,
    recalled,
    remember,
    suggested,
    template_at,
    template_of,
    with_template,
    without_template,
)
from tests.sample import empty_project
from tests.templates import company_template

#: In python-pptx's own template: a title alone, and two contents side by side.
_TITLE_ONLY, _TWO = 5, 3


def read(folder: Path, color: str = "2F6B3A") -> Template:
    file = folder / "mall.pptx"
    file.write_bytes(company_template(color))
    return template_at(file)


def test_a_layout_chosen_by_the_user_is_taken_for_that_kind_alone(tmp_path: Path) -> None:
    template = read(tmp_path)
    chosen = chosen_for(template, ["risks"], _TWO)
    assert fit_of(chosen).layouts.seat("risks").layout == _TWO
    usual = fit_of(template).layouts
    assert {kind: seat.layout for kind, seat in fit_of(chosen).layouts.seats.items() if kind != "risks"} == {
        kind: seat.layout for kind, seat in usual.seats.items() if kind != "risks"
    }


def test_the_programs_own_choice_is_not_kept_as_the_users(tmp_path: Path) -> None:
    template = read(tmp_path)
    own = fit_of(template).layouts.seat("risks").layout
    assert chosen_for(chosen_for(template, ["risks", "roadmap"], _TWO), ["risks"], own).layouts == (("roadmap", _TWO),)
    assert suggested(chosen_for(template, ["risks"], _TWO)) == template


def test_choices_are_remembered_for_the_very_same_bytes(tmp_path: Path) -> None:
    kept, template = tmp_path / "kept", read(tmp_path)
    remember(chosen_for(template, ["risks"], _TWO), kept)
    assert recalled(template, kept).layouts == (("risks", _TWO),)
    assert recalled(read(tmp_path, "8A1F3C"), kept).layouts == ()
    remember(template, kept)
    assert recalled(template, kept).layouts == ()


def test_what_cannot_be_read_leaves_the_programs_own_choice(tmp_path: Path) -> None:
    template = read(tmp_path)
    (tmp_path / f"{template.digest}.json").write_text("{")
    assert recalled(template, tmp_path) == template
    (tmp_path / f"{template.digest}.json").write_text('{"layouts": {"risks": 900}}')
    assert recalled(template, tmp_path) == template


def test_a_new_project_begins_with_the_layouts_chosen_for_its_template(tmp_path: Path) -> None:
    remember(chosen_for(read(tmp_path), ["risks"], _TWO), kept_in(tmp_path))
    settings = Settings(template_file=str(tmp_path / "mall.pptx"))
    begun = outfitted(empty_project(), settings, kept_in(tmp_path))
    assert begun.complaint is None
    assert begun.project.organisation.layouts == {"risks": _TWO}


def test_a_project_carries_the_template_and_the_choices(tmp_path: Path) -> None:
    template = chosen_for(read(tmp_path), ["risks"], _TITLE_ONLY)
    project, assets = with_template(empty_project(), {}, template)
    assert template_of(project, assets) == template
    assert template_of(without_template(project), assets) is None


def test_every_layout_is_a_picture_of_the_slides_shape(tmp_path: Path) -> None:
    pictures = pictures_of_layouts(read(tmp_path), 160)
    assert len(pictures) == 11
    for data in pictures:
        with Image.open(BytesIO(data)) as picture:
            assert picture.size == (160, 120)
            red, green, _ = cast("tuple[int, int, int]", picture.convert("RGB").getpixel((80, 1)))
            assert green > red, "the band along the top is missing"
    assert len(set(pictures)) > 5, "layouts look alike"


def test_another_choice_draws_no_backdrop_twice(tmp_path: Path) -> None:
    template = read(tmp_path)
    before, after = backdrops_of(template), backdrops_of(chosen_for(template, ["risks"], _TITLE_ONLY))
    assert all(after[kind] is drawn for kind, drawn in before.items() if kind != "risks")
