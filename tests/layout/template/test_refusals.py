"""Whatever a user points to is either a template or refused in one sentence that says what it is."""

from pathlib import Path

import pytest

from app.export.pptx.template_stock import template_stock
from app.files.archive import BadArchive
from app.files.errors import UserError
from app.files.reasons import CannotRead
from app.layout.template.analyse import analyse
from app.layout.template.fit import fitted
from app.layout.template.mapping import map_layouts
from app.layout.template.opening import read_template
from tests.layout.template.made import UNFIT, of_type, spoilt


@pytest.mark.parametrize("case", UNFIT)
def test_what_cannot_be_used_is_named_by_what_it_is(case: str) -> None:
    data, key = UNFIT[case]
    with pytest.raises(BadArchive) as refused:
        analyse(data, "Mall å.pptx")
    assert refused.value.key == key
    for lang in ("sv", "en"):
        assert "Mall å.pptx" in refused.value.told(lang)
        assert "\n" not in refused.value.told(lang)


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
        b"application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml",
        b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    ],
)
def test_templates_shows_and_those_with_macros_are_read(kind: bytes) -> None:
    assert analyse(of_type(kind), "mall.potx").layouts


def test_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    with pytest.raises(BadArchive, match=tmp_path.name):
        read_template(tmp_path)
    with pytest.raises(CannotRead, match=r"borta\.pptx"):
        read_template(tmp_path / "borta.pptx")


def _is_used_or_refused(data: bytes) -> bool:
    """Whether a template is refused by a UserError, or can be used; anything else that goes wrong is raised."""
    try:
        look = analyse(data, "mall.pptx")
        template_stock(data, fitted(look, map_layouts(look)))
    except UserError as refused:
        return "mall.pptx" in refused.told("sv")
    return True


@pytest.mark.parametrize("seed", [2, 27])
def test_a_spoilt_template_is_used_or_refused(seed: int) -> None:
    assert _is_used_or_refused(spoilt(seed))


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(400))
def test_any_spoilt_template_is_used_or_refused(seed: int) -> None:
    assert _is_used_or_refused(spoilt(seed))
