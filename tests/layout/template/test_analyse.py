"""What is found in a template, and which layouts slides take: by what placeholders take and where they stand."""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.util import Inches

from app.layout.template.analyse import analyse
from app.layout.template.colors import contrast, luminance
from app.layout.template.fit import Fit, fitted
from app.layout.template.look import LayoutLook, TemplateLook
from app.layout.template.mapping import map_layouts
from tests.layout.template.made import changed, entries, packed
from tests.templates import company_template

_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#: Places in python-pptx's own template.
_TITLE, _CONTENT, _TITLE_ONLY, _BLANK = 0, 1, 5, 6


def made(change: Callable[[Any], None]) -> bytes:
    """python-pptx's own template after a change."""
    deck: Any = Presentation()
    change(deck)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def look(data: bytes) -> TemplateLook:
    return analyse(data, "mall.pptx")


def fit(data: bytes) -> Fit:
    found = look(data)
    return fitted(found, map_layouts(found))


def chosen(data: bytes, kind: str) -> LayoutLook:
    """The layout that a kind of slide takes."""
    found = look(data)
    return found.layouts[map_layouts(found).seat(kind).layout]


def test_masters_layouts_and_placeholders_are_found_with_place_type_and_text() -> None:
    found = look(company_template())
    assert (found.width, found.height) == (720.0, 540.0)
    assert (len(found.masters), len(found.layouts)) == (1, 11)
    assert found.masters[0].colors["accent1"] == "4F81BD"
    assert (found.masters[0].heading, found.masters[0].text) == ("Calibri", "Calibri")
    title, body, *foot = found.layouts[_CONTENT].slots
    assert title.kind == "title"
    assert (title.box.x, title.box.w, title.box.h) == (36.0, 648.0, 90.0)
    assert title.levels[0].size == 44.0
    assert (body.kind, body.index, body.levels[0].marker) == ("obj", 1, "•")
    assert [slot.kind for slot in foot] == ["dt", "ftr", "sldNum"]
    assert found.left_out == ("slides", "persons")


def test_what_was_found_can_be_kept_as_json() -> None:
    found = look(company_template())
    assert TemplateLook.model_validate(json.loads(found.model_dump_json())) == found


def test_content_keeps_off_art_title_and_foot() -> None:
    def with_logo(deck: Any) -> None:
        out = BytesIO()
        Image.new("RGB", (40, 40), "#B00020").save(out, "PNG")
        # Shapes can be drawn on slides alone in python-pptx, so that the picture is moved over to the layout.
        slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
        picture = slide.shapes.add_picture(out, Inches(8.6), Inches(5.4), Inches(1.2), Inches(1.2))
        layout = deck.slide_layouts[_CONTENT]
        relation = layout.part.relate_to(slide.part.related_part(picture._element.blip_rId), _IMAGE)
        picture._element.blipFill.blip.rEmbed = relation
        layout.shapes._spTree.append(picture._element)

    layout = look(made(with_logo)).layouts[_CONTENT]
    (logo,) = layout.art
    assert logo.kind == "picture"
    body = layout.body
    assert body.right <= logo.box.x or body.bottom <= logo.box.y
    assert body.y >= layout.slots[0].box.bottom
    assert body.bottom <= min(slot.box.y for slot in layout.slots if slot.kind == "sldNum")


_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def test_names_and_their_order_change_nothing() -> None:
    def renamed(deck: Any) -> None:
        for number, layout in enumerate(deck.slide_layouts):
            layout.name = "タイトル" if number % 2 else "1"
        listed = deck.slide_master.element.find("{*}sldLayoutIdLst")
        for child in reversed(list(listed)):
            listed.append(child)

    plain, other = made(lambda _: None), made(renamed)
    for kind in ("cover", "summary", "risks"):
        assert chosen(other, kind).part == chosen(plain, kind).part


def test_a_cover_opens_and_other_slides_have_a_title_above_a_free_body() -> None:
    plain = made(lambda _: None)
    assert chosen(plain, "cover").kind == "title"
    assert chosen(plain, "summary").kind in ("titleOnly", "obj")


def test_a_master_without_layouts_gets_one_with_its_own_title() -> None:
    def bare(deck: Any) -> None:
        for layout in list(deck.slide_layouts):
            deck.slide_layouts.remove(layout)

    layout = chosen(made(bare), "summary")
    assert layout.added
    assert layout.of_kind("title")


def test_layouts_without_a_title_get_a_place_for_one_above_the_body() -> None:
    def untitled(deck: Any) -> None:
        for layout in (deck.slide_master, *deck.slide_layouts):
            for shape in list(layout.placeholders):
                shape._element.getparent().remove(shape._element)

    found = fit(made(untitled))
    assert found.layouts.seat("summary").title is None
    assert found.grid.title.box.bottom <= found.grid.body.y


def test_a_dark_ground_turns_the_text_light() -> None:
    background = '<p:bg><p:bgPr><a:solidFill><a:srgbClr val="101820"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    data = company_template()
    files = entries(data)
    master = files["ppt/slideMasters/slideMaster1.xml"].decode()
    start, end = master.index("<p:bg>"), master.index("</p:bg>") + len("</p:bg>")
    files["ppt/slideMasters/slideMaster1.xml"] = (master[:start] + background + master[end:]).encode()
    colors = fit(packed(files)).theme.colors
    for role in ("ink", "muted", "accent", "title", "foot", "on-cover", "advantage", "drawback"):
        assert contrast(colors[role], "101820") >= 4.5, role


def test_a_ground_of_sixteen_bits_is_as_dark_as_it_looks() -> None:
    grey = Image.new("I;16", (160, 120), 32768)
    drawn = BytesIO()
    grey.save(drawn, "PNG")

    def behind(deck: Any) -> None:
        part, link = deck.slide_master.part.get_or_add_image_part(BytesIO(drawn.getvalue()))
        assert part is not None
        fill = f'<a:blipFill xmlns:a="{_MAIN}" xmlns:r="{_LINKS}"><a:blip r:embed="{link}"/><a:stretch/></a:blipFill>'
        properties = deck.slide_master.background._cSld.get_or_add_bgPr()
        properties.replace(properties[0], parse_xml(fill))

    found = fit(made(behind))
    assert luminance(found.theme.colors["ground"]) == pytest.approx(luminance("808080"), abs=0.01)
    assert contrast(found.theme.colors["ink"], "808080") >= 4.5
    assert contrast(found.theme.colors["title"], "808080") >= 4.5


def test_a_number_that_stands_off_the_slide_stands_in_the_body_instead() -> None:
    def aside(deck: Any) -> None:
        for layout in deck.slide_layouts:
            for shape in layout.placeholders:
                if shape.placeholder_format.type == PP_PLACEHOLDER.SLIDE_NUMBER:
                    shape.left, shape.top, shape.width, shape.height = 0, deck.slide_height, 914400, 365760

    foot = fit(made(aside)).grid.foot
    assert foot.number_in_body
    assert foot.number is not None
    assert foot.number.box.bottom <= 540


def test_a_brands_font_is_measured_by_one_like_it_with_slack() -> None:
    data = changed("ppt/theme/theme1.xml", b'<a:latin typeface="Calibri"/>', b'<a:latin typeface="Gotham Book"/>')
    theme = fit(data).theme
    assert theme.names["body"] == "Gotham Book"
    assert theme.slack["body"] > 1.0


@pytest.mark.parametrize(("width", "height", "scale"), [(26.67, 15.0, 2.0), (10.0, 5.625, 1.0), (3.0, 2.25, 0.3)])
def test_very_large_and_small_slides_are_laid_out_at_a_usual_size(width: float, height: float, scale: float) -> None:
    def resized(deck: Any) -> None:
        deck.slide_width, deck.slide_height = Inches(width), Inches(height)

    found = fit(made(resized))
    assert found.scale == pytest.approx(scale, rel=0.01)
    assert found.grid.width * found.scale == pytest.approx(width * 72, rel=0.01)
