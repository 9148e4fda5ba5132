"""Shapes, tables, charts, pictures and links as PowerPoint's own parts."""

from dataclasses import replace
from io import BytesIO
from typing import cast

import openpyxl
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.shapes.autoshape import Shape
from pptx.shapes.graphfrm import GraphicFrame
from pptx.shapes.picture import Picture

from app.layout.frames import Border, Box, GroupItem, LinkItem, PictureItem, ShapeItem
from tests.export.pptx.decks import (
    HAIRLINE,
    PIXEL,
    PIXEL_ID,
    cell,
    chart,
    cover,
    deck,
    everything,
    shapes,
    slide,
    table,
    title,
    whole,
    written,
)
from tests.export.pptx.readers import found, opened, parts, relationships

SLIDE = "ppt/slides/slide1.xml"
CHART = "ppt/charts/chart1.xml"
BOX = Box(48, 150, 400, 100)


def test_a_slide_is_made_of_native_parts_in_reading_order() -> None:
    kinds = [shape.shape_type for shape in opened(written(whole())).slides[1].shapes][:6]
    assert kinds == [
        MSO_SHAPE_TYPE.PLACEHOLDER,
        MSO_SHAPE_TYPE.TEXT_BOX,
        MSO_SHAPE_TYPE.GROUP,
        MSO_SHAPE_TYPE.TABLE,
        MSO_SHAPE_TYPE.CHART,
        MSO_SHAPE_TYPE.PICTURE,
    ]


def test_what_says_something_is_described_and_what_does_not_is_decorative() -> None:
    data = written(whole())
    described = found(data, "ppt/slides/slide2.xml", "//p:cNvPr/@descr")
    assert described == [
        "Skiftet från marknad till tjänstebyte",
        "De tre högsta riskerna med ägare",
        "Kostnad per år, i mkr",
        "Kommunens vapen",
        "Till omslaget",
        "Till webben",
    ]
    decorative = found(data, "ppt/slides/slide2.xml", "//p:cNvPr[.//adec:decorative[@val='1']]/@name")
    assert decorative == ["Disc", "Mark", "Arrow"]


def test_a_group_reaches_round_its_members() -> None:
    data = written(deck(slide("a", shapes())))
    group = "//p:grpSp/p:grpSpPr/a:xfrm"
    assert found(data, SLIDE, f"{group}/a:off/@* | {group}/a:ext/@*") == ["7620000", "1905000", "3810000", "1016000"]
    assert found(data, SLIDE, f"{group}/a:off/@*") == found(data, SLIDE, f"{group}/a:chOff/@*")


def test_tables_and_placeholders_stand_beside_a_group_and_an_empty_one_is_not_written() -> None:
    inner = table(BOX, ((cell("a"),),), (400,))
    data = written(deck(replace(slide("a"), items=(GroupItem("x", "Group", (title("Rubrik"), inner)),))))
    assert found(data, SLIDE, "//p:grpSp") == []
    assert found(data, SLIDE, "//p:ph/@type") == ["title"]
    assert len(opened(data).slides[0].shapes) == 2


def test_an_arrow_is_a_connector_with_its_head_at_the_end_and_points_upwards_when_it_should() -> None:
    data = written(deck(slide("a", ShapeItem("", "Arrow", Box(100, 200, 120, -30), "arrow", None, "accent", 2.0))))
    assert found(data, SLIDE, "//p:cxnSp//a:tailEnd/@type") == ["triangle"]
    assert found(data, SLIDE, "//p:cxnSp//a:xfrm/@flipV") == ["1"]
    assert found(data, SLIDE, "//p:cxnSp//a:off/@y") == [str(170 * 12700)]


def test_colours_follow_the_theme_where_it_has_a_slot() -> None:
    box = ShapeItem("", "Box", BOX, "rectangle", "block", "hairline", 1.0, opacity=0.5)
    data = written(deck(slide("a", box)))
    assert found(data, SLIDE, "//p:spPr/a:solidFill/a:schemeClr/@val") == ["accent1"]
    assert found(data, SLIDE, "//p:spPr/a:solidFill//a:alpha/@val") == ["50000"]
    assert found(data, SLIDE, "//p:spPr/a:ln//a:srgbClr/@val") == ["CDD6DA"]


def test_an_outline_without_width_is_none() -> None:
    data = written(deck(slide("a", ShapeItem("", "Box", BOX, "rectangle", "panel", "hairline", 0.0))))
    assert len(found(data, SLIDE, "//a:ln/a:noFill")) == 1


def test_table_rows_and_columns_add_up_to_their_box() -> None:
    rows = [(cell("Fält"), cell("Värde"), cell("Not"))] * 7
    data = written(deck(slide("a", table(Box(48, 150, 400.01, 100.03), rows, (133.337, 133.337, 133.336)))))
    heights = [int(height) for height in found(data, SLIDE, "//a:tr/@h")]
    widths = [int(width) for width in found(data, SLIDE, "//a:gridCol/@w")]
    assert (sum(widths), sum(heights)) == (round(400.01 * 12700), round(100.03 * 12700))
    assert max(heights) - min(heights) <= 1


def test_each_rule_stands_in_both_cells_that_share_it() -> None:
    rows = (
        (cell("a", bottom=Border("rule", 1.0)), cell("b", bottom=Border())),
        (cell("c", bottom=HAIRLINE), cell("d")),
    )
    data = written(deck(slide("a", table(BOX, rows, (200, 200)))))
    first = "//a:tr[{}]/a:tc[{}]/a:tcPr/a:ln{}/@w"
    assert found(data, SLIDE, first.format(1, 1, "B")) == found(data, SLIDE, first.format(2, 1, "T")) == ["12700"]
    assert found(data, SLIDE, first.format(1, 2, "B")) == found(data, SLIDE, first.format(2, 2, "T")) == []
    assert found(data, SLIDE, first.format(2, 1, "B")) == ["9525"]


def test_a_spanning_cell_covers_its_columns() -> None:
    native = cast(GraphicFrame, opened(written(whole())).slides[1].shapes[3]).table
    origin, covered = native.cell(1, 0), native.cell(1, 1)
    assert (origin.is_merge_origin, origin.span_width, covered.is_spanned) == (True, 2, True)
    assert (native.first_row, native.horz_banding) == (True, False)


def test_tables_that_powerpoint_would_repair_are_refused() -> None:
    with pytest.raises(ValueError, match="risks"):
        written(deck(slide("a", table(BOX, ((cell("a"), cell("b")), (cell("c"),)), (200, 200)))))
    with pytest.raises(ValueError, match="risks"):
        written(deck(slide("a", table(BOX, ((cell("a"), cell("b")),), (400, 0)))))


def test_a_chart_holds_its_numbers_and_their_sums_in_a_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(parts(written(whole()))["ppt/embeddings/workbook1.xlsx"]))
    rows = [[each.value for each in row] for row in book["Sheet1"].iter_rows()]
    assert rows == [
        ["mkr", "Drift", "Införande", "Minskning", "Summa"],
        ["2027", 0.5, 2, None, '=SUMIF(B2:D2,">0")'],
        ["2028", 3, 1.5, -0.4, '=SUMIF(B3:D3,">0")'],
        ["2029", 4.6, None, -5, '=SUMIF(B4:D4,">0")'],
    ]


def test_a_chart_refers_to_its_workbook_and_shows_the_same_numbers() -> None:
    data = written(whole())
    assert found(data, CHART, "//c:ser/c:val//c:f")[0] == "Sheet1!$B$2:$B$4"
    assert found(data, CHART, "//c:lineChart//c:ser/c:val//c:v") == ["2.5", "4.5", "4.6"]
    assert relationships(data, CHART) == [("package", "../embeddings/workbook1.xlsx")]
    assert found(data, CHART, "//c:ser/c:tx//c:v") == ["Drift", "Införande", "Minskning", "Summa"]
    assert cast(GraphicFrame, opened(data).slides[1].shapes[4]).has_chart


def test_the_plot_stands_where_the_frame_says() -> None:
    box = Box(100, 100, 400, 200)
    data = written(deck(slide("a", replace(chart(box), plot=Box(140, 110, 300, 180)))))
    shares = [float(found(data, CHART, f"//c:plotArea/c:layout//c:{name}/@val")[0]) for name in "xywh"]
    assert shares == [0.1, 0.05, 0.75, 0.9]
    assert found(data, CHART, "//c:gapWidth/@val | //c:overlap/@val") == ["55", "100"]
    assert found(data, CHART, "//c:valAx//c:min/@val | //c:valAx//c:max/@val") == ["6", "-6"]


def test_labels_are_left_out_where_they_do_not_fit_and_reductions_are_named_below() -> None:
    data = written(whole())
    left_out = "//c:barChart/c:ser[{}]//c:dLbl[c:delete/@val='1']/c:idx/@val"
    assert found(data, CHART, left_out.format(1)) == ["0"]
    assert found(data, CHART, "//c:ser//c:dLbl[c:layout]/c:idx/@val") == ["1"]
    assert float(found(data, CHART, "//c:dLbl/c:layout//c:y/@val")[0]) > 0


def test_reductions_are_hollow() -> None:
    data = written(whole())
    assert len(found(data, CHART, "//c:barChart/c:ser[3]/c:spPr/a:noFill")) == 1
    assert found(data, CHART, "//c:barChart/c:ser[3]/c:spPr/a:ln//a:schemeClr/@val") == ["accent1"]


def test_numbers_in_charts_are_written_in_the_decks_language() -> None:
    swedish, english = written(deck(slide("a", chart(BOX)))), written(deck(slide("a", chart(BOX, "en")), lang="en"))
    assert found(swedish, CHART, "//c:lang/@val") == ["sv-SE"]
    assert found(swedish, CHART, "//c:dLbls/c:numFmt/@formatCode")[0] == "[$-41D]#,##0.0;[$-41D]\\−#,##0.0"
    assert found(english, CHART, "//c:lang/@val") == ["en-GB"]
    assert found(english, CHART, "//c:numFmt/@formatCode")[0].startswith("[$-809]")


def test_axis_ids_stay_within_31_bits() -> None:
    ids = [int(id) for id in found(written(whole()), CHART, "//c:axId/@val")]
    assert len(set(ids)) == 2
    assert all(0 < id < 2**31 for id in ids)


def test_charts_have_parts_of_their_own() -> None:
    files = parts(written(deck(slide("a", chart(BOX)), slide("b", chart(BOX)))))
    assert [name for name in files if name.startswith("ppt/charts/c")] == [
        "ppt/charts/chart1.xml",
        "ppt/charts/chart2.xml",
    ]
    assert len([name for name in files if name.endswith(".xlsx")]) == 2


def test_a_picture_is_stored_once() -> None:
    logo = PictureItem("organisation/logo", "Logo", BOX, PIXEL_ID, "Vapnet")
    data = written(deck(slide("a", logo), slide("b", logo)))
    media = [name for name in parts(data) if name.startswith("ppt/media/")]
    assert [parts(data)[name] for name in media] == [PIXEL]
    assert cast(Picture, opened(data).slides[1].shapes[1]).image.blob == PIXEL


def test_areas_lead_to_their_slide_and_to_their_address() -> None:
    slides = opened(written(whole())).slides
    areas = [cast(Shape, shape) for shape in slides[1].shapes if shape.name.startswith("Till ")]
    by_name = {area.name: area.click_action for area in areas}
    assert by_name["Till omslaget"].target_slide == slides[0]
    assert by_name["Till webben"].hyperlink.address == "https://example.org/"


def test_an_area_that_leads_to_no_slide_of_the_deck_is_not_written() -> None:
    data = written(deck(cover(), slide("a", LinkItem("", "Bort", BOX, slide="gone"))))
    assert len(opened(data).slides[1].shapes) == 1


def test_a_slide_keeps_its_shape_names_when_others_come_and_go() -> None:
    def names(*keep: int) -> list[str]:
        whole_slide = everything()
        kept = replace(whole_slide, items=tuple(whole_slide.items[index] for index in keep))
        return [shape.name for shape in opened(written(deck(kept))).slides[0].shapes]

    assert names(0, 1, 3, 4)[-1] == names(0, 4)[-1]
