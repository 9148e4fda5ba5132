"""The deck master: what it offers, and that the stored file is the one that is built."""

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from app.export.pptx.master import build_master
from app.export.pptx.theme_part import color_map
from app.layout.grid import OURS
from app.layout.themes import FJARD, THEMES, VINTERNATT, Theme
from app.model.units import emu
from app.resources import template
from tests.conftest import Tools
from tests.export.pptx.readers import element, found, opened, parts

MASTER = "ppt/slideMasters/slideMaster1.xml"


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.id)
def test_the_stored_master_is_what_its_module_builds(theme: Theme) -> None:
    assert parts(template("decks", f"{theme.id}.pptx").read_bytes()) == parts(build_master(theme))


def test_the_master_is_wide_and_has_no_slides() -> None:
    deck = opened(build_master(FJARD))
    assert (deck.slide_width, deck.slide_height) == (12192000, 6858000)
    assert len(deck.slides) == 0


def test_layouts_have_swedish_names() -> None:
    names = [layout.name for layout in opened(build_master(FJARD)).slide_layouts]
    assert names == ["Omslag", "Innehåll", "Innehåll med slutsats"]


def test_the_layout_with_takeaway_offers_every_place_of_a_content_slide() -> None:
    layout = opened(build_master(FJARD)).slide_layouts[2]
    kinds = {each.placeholder_format.idx: each.placeholder_format.type for each in layout.placeholders}
    assert kinds == {
        0: PP_PLACEHOLDER.TITLE,
        1: PP_PLACEHOLDER.OBJECT,
        10: PP_PLACEHOLDER.BODY,
        11: PP_PLACEHOLDER.BODY,
        12: PP_PLACEHOLDER.BODY,
        13: PP_PLACEHOLDER.DATE,
        14: PP_PLACEHOLDER.FOOTER,
        15: PP_PLACEHOLDER.SLIDE_NUMBER,
    }


def test_placeholders_stand_in_the_zones_of_the_grid() -> None:
    layout = opened(build_master(FJARD)).slide_layouts[2]
    places = {each.placeholder_format.idx: (each.left, each.top, each.height) for each in layout.placeholders}
    assert places[0] == (emu(OURS.title.box.x), emu(OURS.title.box.y), emu(OURS.title.box.h))
    assert places[10] == (emu(OURS.takeaway.x), emu(OURS.takeaway.y), emu(OURS.takeaway.h))


def test_the_theme_carries_our_colours_and_fonts() -> None:
    data = build_master(FJARD)
    assert found(data, "ppt/theme/theme1.xml", "//a:accent1/a:srgbClr/@val") == [FJARD.colors["accent"]]
    assert found(data, "ppt/theme/theme1.xml", "//a:dk1/a:srgbClr/@val") == [FJARD.colors["ink"]]
    fonts = found(data, "ppt/theme/theme1.xml", "//a:fontScheme/*/a:latin/@typeface")
    assert fonts == ["Cambria", "Calibri"]


def test_titles_and_body_take_size_and_pitch_from_the_master() -> None:
    data = build_master(FJARD)
    assert found(data, MASTER, "//p:titleStyle/a:lvl1pPr/a:defRPr/@sz") == ["2800"]
    assert found(data, MASTER, "//p:titleStyle/a:lvl1pPr/a:lnSpc/a:spcPts/@val") == ["3400"]
    layout = "ppt/slideLayouts/slideLayout2.xml"
    assert found(data, layout, "//p:sp[.//p:ph[@type='title']]/p:txBody/a:lstStyle/*") == []


def test_the_cover_shows_its_motif_as_one_decorative_group_of_shapes() -> None:
    data = build_master(FJARD)
    group = element(data, "ppt/slideLayouts/slideLayout1.xml", "//p:grpSp")
    assert len(group) > 50
    assert found(data, "ppt/slideLayouts/slideLayout1.xml", "//p:grpSp/p:nvGrpSpPr//adec:decorative/@val") == ["1"]


def test_what_the_master_says_is_marked_as_swedish() -> None:
    data = build_master(FJARD)
    for name, part in parts(data).items():
        if name.endswith(".xml") and b"a:rPr" in part:
            assert set(found(data, name, "//a:rPr/@lang | //a:endParaRPr/@lang")) == {"sv-SE"}, name


def test_a_dark_theme_writes_with_its_light_slot() -> None:
    assert (color_map(VINTERNATT)["tx1"], color_map(VINTERNATT)["bg1"]) == ("lt1", "dk1")


@pytest.mark.parametrize("theme", THEMES)
def test_the_master_is_valid(tools: Tools, theme: str) -> None:
    done = tools.run("validate_pptx", template("decks", f"{theme}.pptx"))
    assert "errors=0 warnings=0" in done.stdout, done.stdout
