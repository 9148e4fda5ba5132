"""Placed decks made by hand: a slide with an item of every kind, and what stands around it."""

from base64 import b64decode
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from hashlib import sha256
from io import BytesIO
from typing import Final

from app.export.pptx import write_pptx
from app.layout.charts import ChartSeries, ScatterDiscs, ScatterRow
from app.layout.frames import (
    Anchor,
    Border,
    Box,
    ChartItem,
    GroupItem,
    Item,
    LinkItem,
    Paragraph,
    PictureItem,
    PlacedDeck,
    PlacedNotes,
    PlacedSlide,
    PlaceholderKey,
    Role,
    Run,
    ScatterItem,
    ShapeItem,
    TableCell,
    TableItem,
    TableRow,
    TextBody,
    TextItem,
)
from app.layout.grid import NUMBER, OURS
from app.layout.measure import Measurer
from app.layout.text import lay
from app.layout.themes import FJARD, TypeStep
from app.model.base import Lang
from app.model.rich import Para, Span, para
from app.model.tables import Align

MEASURER: Final = Measurer(FJARD.faces)
TAKEAWAY_INSETS: Final = (14.4, 4.32, 14.4, 4.32)
#: A picture of one pixel.
PIXEL: Final = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
PIXEL_ID: Final = sha256(PIXEL).hexdigest()
HAIRLINE: Final = Border("hairline", 0.75)
ASSETS: Final = {PIXEL_ID: PIXEL}


def run(text: str, step: TypeStep = "body", color: Role = "ink", lang: Lang = "sv", *, bold: bool = False) -> Run:
    """A run in a step of the scale."""
    return Run(text, FJARD.font(step, bold=bold), color, lang)


def line(*runs: Run, align: Align = "left", marker: str = "", hang: float = 0.0, before: float = 0.0) -> Paragraph:
    """A paragraph at its font's own pitch."""
    return Paragraph(runs, align, runs[0].font.line if runs else 0.0, before, marker, hang)


def set_in(
    box: Box,
    *paragraphs: Paragraph,
    anchor: Anchor = "top",
    insets: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0),
    tightened: bool = False,
) -> TextBody:
    """Paragraphs set in a box."""
    return lay(paragraphs, box, MEASURER, anchor=anchor, insets=insets, tightened=tightened)


def text(box: Box, *paragraphs: Paragraph, block: str = "matter/summary", name: str = "Text") -> TextItem:
    """A text in a box of its own."""
    return TextItem(block, name, box, set_in(box, *paragraphs))


def title(words: str, box: Box = OURS.title.box) -> TextItem:
    """A title as the layout wants it."""
    return TextItem("matter/title", "Title", box, set_in(box, line(run(words, "title"))), "title")


def takeaway(words: str, step: TypeStep = "body", *, tightened: bool = False) -> TextItem:
    """A takeaway in its band."""
    paragraph = line(run(words, step, bold=True))
    body = set_in(OURS.takeaway, paragraph, anchor="middle", insets=TAKEAWAY_INSETS, tightened=tightened)
    return TextItem("matter/takeaway", "Takeaway", OURS.takeaway, body, "takeaway", fill="tint")


def source(words: str) -> TextItem:
    """A source line."""
    return TextItem("", "Source", OURS.source, set_in(OURS.source, line(run(words, "label", "muted"))), "source")


def foot(number: int) -> tuple[TextItem, ...]:
    """Organisation, occasion and number."""
    right = NUMBER.box.right
    parts: tuple[tuple[PlaceholderKey, str, float, float, Role, Align], ...] = (
        ("footer", "Exempelköpings kommun", OURS.body.x, 120, "ink", "left"),
        ("date", "Kommunstyrelsen 15 juni 2027", OURS.body.x + 150, 200, "muted", "left"),
        ("classification", "ÖPPEN", right - 111.6, 79.2, "ink", "center"),
        ("number", str(number), right - 32.4, 32.4, "ink", "right"),
    )
    items: list[TextItem] = []
    for key, words, x, width, color, align in parts:
        box = Box(x, NUMBER.box.y, width, NUMBER.box.h)
        paragraph = line(run(words, "footer", color, bold=key != "date"), align=align)
        items.append(TextItem("", key, box, set_in(box, paragraph, anchor="middle"), key))
    return tuple(items)


def cell(words: str, *, columns: int = 1, bottom: Border = HAIRLINE, fill: Role | None = None) -> TableCell:
    """A cell with a hairline below it."""
    paragraphs = (line(run(words, "second")),) if words else ()
    body = set_in(Box(0, 0, 200, 24), *paragraphs, anchor="middle", insets=(0.0, 2.0, 7.2, 2.0))
    return TableCell(body, fill, bottom=bottom, columns=columns)


def table(box: Box, rows: Sequence[Sequence[TableCell]], widths: Sequence[float], name: str = "Table") -> TableItem:
    """A table with rows of equal height, the first a head."""
    height = box.h / len(rows)
    placed = tuple(TableRow(height, tuple(cells), index == 0) for index, cells in enumerate(rows))
    return TableItem("risks", name, box, tuple(widths), placed, "De tre högsta riskerna med ägare")


def chart(box: Box, lang: Lang = "sv") -> ChartItem:
    """Costs above zero, reductions below it, the first too small for a label."""
    numbers = tuple(Decimal(value) for value in ("0.5", "3.0", "4.6"))
    return ChartItem(
        block="actions", name="Chart", box=box, plot=Box(box.x + 20, box.y + 20, box.w - 40, box.h - 40),
        categories=("2027", "2028", "2029"),
        series=(
            ChartSeries("Drift", numbers, ("", "3,0", "4,6"), "accent", "ground", "on-block"),
            ChartSeries("Införande", (Decimal(2), Decimal("1.5"), None), ("2,0", "1,5", ""), "series-3", "series-2", "ink"),
            ChartSeries("Minskning", (None, Decimal("-0.4"), Decimal(-5)), ("", "−0,4", "−5,0"), None, "accent", "accent", False),
        ),
        totals=("2,5", "4,5", "4,6"), low=Decimal(-6), high=Decimal(6), gap=0.55, unit="mkr",
        number_format="#,##0.0;\\−#,##0.0", font=FJARD.font("label", bold=True), lang=lang, alt="Kostnad per år, i mkr",
    )  # fmt: skip


def scatter(box: Box) -> ScatterItem:
    """Three ways: forwards, one that stands still, one without target."""
    rows = (ScatterRow("Tjänstebyte", 1, 4), ScatterRow("Plattform", 3, 3), ScatterRow("Skalbarhet", 2, None))
    discs = (ScatterDiscs("still", 21, "rule"), ScatterDiscs("start", 9, "ground"), ScatterDiscs("end", 13, "accent"))
    return ScatterItem(
        block="patterns", name="readiness", box=box, plot=box.inset(40, 0, 40, 0), heads=("Mönster", "I dag", "Mål"),
        rows=rows, discs=discs, line="accent", line_width=2.0, low=1, high=5, font=FJARD.font("label"), lang="sv",
        alt="Tjänstebyte från 1 till 4",
    )  # fmt: skip


def shapes() -> GroupItem:
    """A panel with text, marks beside it, and an arrow upwards."""
    box = Box(600, 150, 300, 80)
    words = line(run("I panelen står text", "second", "muted"))
    return GroupItem(
        "patterns/one", "Shift",
        (
            ShapeItem("patterns/one", "Panel", box, "rectangle", "panel", "hairline", 1.0,
                      set_in(box, words, anchor="middle", insets=(18, 6, 18, 6)), decorative=False),
            ShapeItem("", "Disc", Box(610, 160, 20, 20), "ellipse", "accent"),
            ShapeItem("", "Mark", Box(640, 160, 20, 20), "diamond", "block", "rule", 1.0),
            ShapeItem("", "Arrow", Box(620, 225, 120, -30), "arrow", None, "accent", 2.25),
        ),
        alt="Skiftet från marknad till tjänstebyte",
    )  # fmt: skip


def everything() -> PlacedSlide:
    """A slide with an item of every kind."""
    words = Box(48, 150, 500, 100)
    rows = (
        (cell("Risk"), cell("Ägare")),
        (cell("Högsta risker", columns=2, fill="tint", bottom=Border("rule", 1.0)),),
        (cell("Nyckelpersoner slutar"), cell("It-chef")),
        (cell("Priset höjs"), cell("")),
    )
    linked = replace(run("Läs rapporten"), href="https://example.org/rapport 2027")
    items: tuple[Item, ...] = (
        title("Varje ny tjänst kostar mer än den förra att driva"),
        text(
            words,
            line(run("Tjänstebyte "), run("prövas", bold=True), run(" under 2027, "), linked),
            line(run("Fyra skiften"), marker="–", hang=14, before=6),
            line(run("Två etapper"), marker="1.", hang=14, before=6),
            line(run("Shared services", lang="en"), run(" ▲", color="advantage")),
            name="Meaning",
        ),
        shapes(),
        table(Box(48, 270, 480, 96), rows, (320, 160)),
        chart(Box(560, 250, 352, 180)),
        PictureItem("matter/picture", "Logo", Box(48, 380, 40, 40), PIXEL_ID, "Kommunens vapen"),
        LinkItem("", "Till omslaget", Box(100, 380, 60, 20), slide="cover"),
        LinkItem("", "Till webben", Box(170, 380, 60, 20), href="https://example.org/"),
        takeaway("Fråga till kommunstyrelsen: vilka tjänster vill vi dela först?"),
        source("Källa: Kalkyl, ekonomienheten, juni 2027"),
        *foot(2),
    )
    says = (
        para("Att säga", "sv", bold=True),
        para("Börja med priset.", "sv"),
        Para((Span("Ask for time.", "en"),), "–"),
    )
    return PlacedSlide(
        "all",
        "pattern",
        "content-takeaway",
        "Varje ny tjänst kostar mer",
        "Läge",
        items,
        PlacedNotes(((Para(), says),)),
        2,
    )


def cover() -> PlacedSlide:
    """A cover, in no section."""
    box = Box(OURS.body.x, 151.2, 547.2, 151.2)
    words = set_in(box, line(run("Gemensam digital plattform i två etapper", "cover", "on-cover")))
    below = Box(OURS.body.x, 316.8, 547.2, 86.4)
    answer = set_in(below, line(run("Underlag för beslut om inriktning", "lead", "cover-muted")))
    items = (
        TextItem("matter/title", "Title", box, words, "title"),
        TextItem("matter/answer", "Subtitle", below, answer, "subtitle"),
    )
    return PlacedSlide(
        "cover", "cover", "cover", "Gemensam digital plattform", "", items, PlacedNotes(), 1, background="cover"
    )


def slide(id: str, *items: Item, section: str = "Läge", hidden: bool = False, words: str = "Rubrik") -> PlacedSlide:
    """A content slide of its title and some items."""
    return PlacedSlide(id, "pattern", "content", words, section, (title(words), *items), PlacedNotes(), 1, hidden)


def deck(*slides: PlacedSlide, lang: Lang = "sv") -> PlacedDeck:
    """Slides as a deck."""
    return PlacedDeck(lang, "Plattform före system", OURS.size, slides)


def whole() -> PlacedDeck:
    """A cover, a slide of everything, a hidden one."""
    return deck(cover(), everything(), slide("backup/one", section="Bilagor", hidden=True, words="Så har vi räknat"))


def written(placed: PlacedDeck) -> bytes:
    """The deck as PowerPoint bytes."""
    out = BytesIO()
    write_pptx(placed, FJARD, ASSETS, out)
    return out.getvalue()
