"""Placed slides made by hand, with one item of every kind."""

from collections.abc import Sequence
from decimal import Decimal

from app.layout.charts import ChartSeries
from app.layout.frames import (
    Anchor,
    Border,
    Box,
    ChartItem,
    GroupItem,
    Item,
    LinkItem,
    Paragraph,
    PlacedDeck,
    PlacedNotes,
    PlacedSlide,
    Role,
    Run,
    ShapeItem,
    TableCell,
    TableItem,
    TableRow,
    TextBody,
    TextItem,
)
from app.layout.grid import OURS
from app.layout.measure import Measurer
from app.layout.text import lay
from app.layout.themes import FJARD, TypeStep

MEASURER = Measurer(FJARD.faces)
SIZE = OURS.size


def body(
    text: str, box: Box, step: TypeStep = "body", color: Role = "ink", *, bold: bool = False, anchor: Anchor = "top"
) -> TextBody:
    """Text set in a box, a paragraph a line."""
    font = FJARD.font(step, bold=bold)
    return lay([Paragraph((Run(line, font, color, "sv"),)) for line in text.split("\n")], box, MEASURER, anchor=anchor)


def text_item(
    text: str, box: Box, step: TypeStep = "body", color: Role = "ink", block: str = "matter/title"
) -> TextItem:
    """A text at a place."""
    return TextItem(block, "Text", box, body(text, box, step, color))


def table_item(box: Box, rows: Sequence[Sequence[str]]) -> TableItem:
    """A table with a filled head and hairlines."""
    width, height = box.w / len(rows[0]), box.h / len(rows)
    placed: list[TableRow] = []
    for number, texts in enumerate(rows):
        cells = [
            TableCell(
                body(text, Box(box.x + column * width, box.y + number * height, width, height), "second"),
                fill="tint" if number == 0 else None,
                bottom=Border("hairline", 0.75),
                block=f"risks/{number}",
            )
            for column, text in enumerate(texts)
        ]
        placed.append(TableRow(height, tuple(cells), head=number == 0))
    return TableItem("risks", "Table", box, (width,) * len(rows[0]), tuple(placed))


def chart_item(box: Box) -> ChartItem:
    """Costs above zero, reductions below."""
    return ChartItem(
        block="actions",
        name="Chart",
        box=box,
        plot=box.inset(0, 20, 0, 20),
        categories=("2027", "2028", "2029"),
        series=(
            ChartSeries(
                "Drift", (Decimal(2), Decimal(3), Decimal(4)), ("2,0", "3,0", "4,0"), "accent", None, "on-block"
            ),
            ChartSeries(
                "Införande", (Decimal("1.5"), Decimal(1), None), ("1,5", "1,0", ""), "series-3", "series-2", "ink"
            ),
            ChartSeries(
                "Minskad kostnad", (None, Decimal(-2), Decimal(-5)), ("", "−2,0", "−5,0"), None, "accent", "accent"
            ),
        ),
        totals=("3,5", "4,0", "4,0"),
        low=Decimal(-6),
        high=Decimal(5),
        gap=0.6,
        unit="mkr",
        number_format="0.0",
        font=FJARD.font("label"),
        lang="sv",
        alt="Kostnad per år",
    )


def slide(key: str, title: str, *items: Item, hidden: bool = False) -> PlacedSlide:
    """A content slide with a title over its items."""
    head = text_item(title, Box(48, 52, 717, 68), "title")
    return PlacedSlide(key, "pattern", "content", title, "Läge", (head, *items), PlacedNotes(), 1, hidden=hidden)


def cover() -> PlacedSlide:
    """A cover."""
    title = text_item("Gemensam digital plattform i två etapper", Box(48, 170, 540, 100), "cover", "on-cover")
    return PlacedSlide("cover", "cover", "cover", title.body.plain, "", (title,), PlacedNotes(), 1, background="cover")


def everything() -> PlacedSlide:
    """A slide with every kind of item but a picture."""
    box = Box(560, 150, 340, 120)
    shapes = (
        ShapeItem(
            "", "Panel", box, "rectangle", "panel", "hairline", 1.0, body("I panelen står text", box, anchor="middle")
        ),
        ShapeItem("", "Disc", Box(570, 160, 20, 20), "ellipse", "accent"),
        ShapeItem("", "Diamond", Box(600, 160, 20, 20), "diamond", "ink"),
        ShapeItem("", "Arrow", Box(570, 250, 100, -30), "arrow", None, "accent", 2.0),
        ShapeItem("", "Rule", Box(700, 250, 100, 0), "line", None, "rule", 1.0),
    )
    words = "Tjänstebyte, affärsfilialer och fjärrfält: Åke fixade AVA.\nKostnad 16,6\u00a0mkr; effekt −2,4\u00a0mkr per år."
    return slide(
        "all",
        "Varje ny tjänst kostar mer än den förra",
        text_item(words, Box(48, 141, 480, 80)),
        GroupItem("", "Group", shapes),
        table_item(
            Box(48, 240, 480, 72),
            (("Risk", "Ägare"), ("Nyckelpersoner slutar", "It-chef"), ("Priset höjs", "Upphandlingschef")),
        ),
        chart_item(Box(560, 290, 340, 180)),
        LinkItem("", "To cover", Box(48, 500, 60, 20), slide="cover"),
        LinkItem("", "To the web", Box(120, 500, 60, 20), href="https://example.org/rapport"),
    )


def deck(*slides: PlacedSlide) -> PlacedDeck:
    """Slides as a deck."""
    return PlacedDeck("sv", "Plattform före system", SIZE, slides, author="Karin Sandell")
