"""Ways along a scale as a native scatter chart that follows when its data are edited."""

from io import BytesIO
from typing import cast

import openpyxl
import pytest
from pptx.shapes.graphfrm import GraphicFrame

from app.layout.frames import Box
from tests.export.pptx.decks import deck, scatter, slide, written
from tests.export.pptx.readers import found, opened, parts

CHART = "ppt/charts/chart1.xml"


@pytest.fixture(scope="module")
def data() -> bytes:
    """A deck with a scatter chart of three rows."""
    return written(deck(slide("a", scatter(Box(400, 150, 400, 120)))))


def test_it_is_a_chart_of_powerpoints_own(data: bytes) -> None:
    assert cast(GraphicFrame, opened(data).slides[0].shapes[1]).has_chart
    assert found(data, "ppt/slides/slide1.xml", "//p:cNvPr/@descr") == ["Tjänstebyte från 1 till 4"]


def test_the_workbook_holds_the_ends_and_works_out_discs_and_lines(data: bytes) -> None:
    book = openpyxl.load_workbook(BytesIO(parts(data)["ppt/embeddings/workbook1.xlsx"]))
    rows = [[each.value for each in row] for row in book["Sheet1"].iter_rows()]
    assert rows[0] == ["Mönster", "I dag", "Mål", "Rad", "I dag", "Mål", "I dag = Mål", "Väg", "Väg"]
    assert [row[:4] for row in rows[1:4]] == [
        ["Tjänstebyte", 1, 4, 1],
        ["Plattform", 3, 3, 2],
        ["Skalbarhet", 2, None, 3],
    ]
    assert rows[1][6:] == ["=IF(AND(COUNT(B2:C2)=2,B2=C2),D2,NA())", "=B2", "=IF(COUNT(B2:C2)=2,D2,NA())"]
    assert rows[2][7:] == ["=C2", "=IF(COUNT(B2:C2)=2,D2,NA())"]
    assert rows[3][7:] == [None, None]


def test_all_series_have_as_many_points_and_show_the_numbers_of_the_workbook(data: bytes) -> None:
    assert set(found(data, CHART, "//c:ser//c:ptCount[../c:formatCode]/@val")) == {"9"}
    ends = "//c:ser[c:tx//c:f='Sheet1!$F$1']"
    assert found(data, CHART, f"{ends}/c:xVal//c:f") == ["Sheet1!$C$2:$C$10"]
    assert found(data, CHART, f"{ends}/c:xVal//c:v") == ["4", "3"]
    assert found(data, CHART, f"{ends}/c:yVal//c:v") == ["1", "2"]
    still = "//c:ser[c:tx//c:f='Sheet1!$G$1']"
    assert found(data, CHART, f"{still}/c:yVal//c:pt/@idx") == ["1"]


def test_discs_lie_over_lines_in_powerpoint_and_in_libreoffice(data: bytes) -> None:
    assert found(data, CHART, "//c:ser/c:order/@val") == ["3", "2", "1", "0"]
    assert found(data, CHART, "//c:ser[c:order/@val='0']/c:marker/c:symbol/@val") == ["none"]


def test_the_first_row_stands_at_the_top_and_each_step_has_a_gridline(data: bytes) -> None:
    assert found(data, CHART, "//c:valAx[2]//c:orientation/@val") == ["maxMin"]
    assert found(data, CHART, "//c:valAx[2]//c:min/@val | //c:valAx[2]//c:max/@val") == ["3.5", "0.5"]
    assert len(found(data, CHART, "//c:valAx[1]/c:majorGridlines")) == 1
    shares = [float(found(data, CHART, f"//c:plotArea/c:layout//c:{name}/@val")[0]) for name in "xywh"]
    assert shares == [0.1, 0.0, 0.8, 1.0]
