"""Slides to placed slides: title, body, takeaway, source and foot; numbers filled in once all slides stand."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from app.compose.storyline import Slide, Storyline
from app.layout.arrange import arrange
from app.layout.frames import (
    Box,
    Diagnostic,
    GroupItem,
    Item,
    Line,
    Piece,
    PlacedDeck,
    PlacedSlide,
    Run,
    ShapeItem,
    TableCell,
    TableItem,
    TextBody,
    TextItem,
)
from app.layout.furniture import cover_label, foot, source, takeaway, tracker
from app.layout.grid import OURS, Grid
from app.layout.measure import Measurer
from app.layout.notes import placed_notes
from app.layout.setting import BodyPage, Setting
from app.layout.themes import Theme
from app.layout.titles import place_title, with_title_step


def place(
    storyline: Storyline,
    theme: Theme,
    measurer: Measurer,
    grid: Grid = OURS,
    grids: Mapping[str, Grid] | None = None,
) -> PlacedDeck:
    """Every slide of a storyline placed and numbered. A slide that does not fit becomes several, "1/2" and "2/2" in their titles.
    Hidden ones come last. `grids` are those of kinds of slide that have one of their own; all are of one size."""
    setting = Setting(theme, measurer, storyline.lang, grid, grids or {})
    setting = with_title_step(((slide.kind, slide.title) for slide in storyline.slides), setting)
    slides: list[PlacedSlide] = []
    diagnostics: list[Diagnostic] = []
    titles: Counter[str] = Counter()
    for slide in storyline.slides:
        placed, notes = _place_apart(slide, storyline, setting, titles)
        slides += placed
        diagnostics += notes
    slides.sort(key=lambda slide: slide.hidden)
    numbers = {slide.id: index for index, slide in enumerate(slides, start=1)}
    numbered = tuple(number_slide(slide, numbers, setting) for slide in slides)
    return PlacedDeck(storyline.lang, storyline.title, grid.size, numbered, tuple(diagnostics))


def _place_apart(
    slide: Slide, storyline: Storyline, setting: Setting, titles: Counter[str]
) -> tuple[tuple[PlacedSlide, ...], tuple[Diagnostic, ...]]:
    """A slide under a title that none before it has: titles cut to what fits can come to be the same, and then take a number."""
    placed, notes = place_slide(slide, storyline, setting)
    first = placed[0].title
    while placed[0].title in titles and slide.kind != "cover" and slide.title:
        titles[first] += 1
        placed, notes = place_slide(slide, storyline, setting, f"({titles[first]})")
    titles.update(one.title for one in placed)
    return placed, notes


def place_slide(
    slide: Slide, storyline: Storyline, setting: Setting, mark: str = ""
) -> tuple[tuple[PlacedSlide, ...], tuple[Diagnostic, ...]]:
    """One slide placed, not yet numbered; more than one where it had to be split. The titles end with `mark`, where there is one. What
    follows the first goes to the backup where the slide says so, but not for want of room on a template."""
    setting = setting.for_kind(slide.kind)
    band, _ = takeaway(slide, setting)
    pages, diagnostics = arrange(slide, _body(band, setting), setting)
    if slide.kind == "cover":
        return (_cover(slide, pages[0], storyline, setting),), diagnostics
    placed: list[PlacedSlide] = []
    notes = list(diagnostics)
    if len(pages) > 1:
        notes.append(Diagnostic("split", slide.id, slide.title_id, str(len(pages))))
    for index, page in enumerate(pages):
        part = f"({index + 1}/{len(pages)})" if len(pages) > 1 else ""
        suffix = f"{mark} {part}".strip()
        stays = index == 0 or slide.rest is None or not setting.grid.roomy
        at = slide if stays else replace(slide, backup=True, section=slide.rest)
        one, more = _page(at, page, index, suffix, storyline, setting)
        placed.append(one)
        notes += more
    return tuple(placed), tuple(notes)


def _body(band: TextItem | None, setting: Setting) -> Box:
    """The slide's body, above the takeaway's band where there is one."""
    grid = setting.grid
    return grid.body if band is None else grid.body_above_takeaway.inset(bottom=grid.takeaway.y - band.box.y)


def _page(
    slide: Slide, page: BodyPage, index: int, suffix: str, storyline: Storyline, setting: Setting
) -> tuple[PlacedSlide, tuple[Diagnostic, ...]]:
    key = slide.id if index == 0 else f"{slide.id}/{index + 1}"
    title, title_notes = place_title(slide.title, slide.title_id, key, setting, suffix)
    band, band_notes = takeaway(slide, setting)
    sources, source_notes = source(slide, setting)
    around = (tracker(storyline, slide, setting), *page.items, band, sources)
    items: list[Item] = [*_plate(setting), title, *(item for item in around if item is not None)]
    items += foot(storyline.furniture, key, setting)
    fitting = title_notes + band_notes + source_notes + page.diagnostics
    return (
        PlacedSlide(
            id=key,
            kind=slide.kind,
            layout="content-takeaway" if band else "content",
            title=title.body.plain,
            section=_section(slide, storyline),
            items=tuple(items),
            notes=placed_notes(slide, index, fitting, setting.lang),
            hidden=slide.backup,
        ),
        fitting,
    )


def _plate(setting: Setting) -> tuple[Item, ...]:
    """The plate behind a body, where the grid has one."""
    box = setting.grid.plate
    return () if box is None else (ShapeItem("", "plate", box, "rectangle", "ground"),)


def _cover_plate(setting: Setting) -> tuple[Item, ...]:
    """The plate behind a cover's texts, where the grid has one."""
    box = setting.grid.cover.plate
    return () if box is None else (ShapeItem("", "plate", box, "rectangle", "cover"),)


def _section(slide: Slide, storyline: Storyline) -> str:
    parts = storyline.backup_sections if slide.backup else storyline.sections
    return parts[slide.section].plain if slide.section is not None and slide.section < len(parts) else ""


def _cover(slide: Slide, page: BodyPage, storyline: Storyline, setting: Setting) -> PlacedSlide:
    return PlacedSlide(
        id=slide.id,
        kind=slide.kind,
        layout="cover",
        title=slide.title.plain,
        section="",
        items=(*_cover_plate(setting), *page.items, *cover_label(storyline.furniture, setting)),
        notes=placed_notes(slide, 0, page.diagnostics, setting.lang),
        background="cover",
    )


def number_slide(slide: PlacedSlide, numbers: Mapping[str, int], setting: Setting) -> PlacedSlide:
    """The slide with its own number and its references to others filled in. A reference to a slide that is not shown stays empty."""
    items = tuple(_numbered(item, numbers, setting) for item in slide.items)
    return replace(slide, items=items, number=numbers.get(slide.id, 0))


def _numbered(item: Item, numbers: Mapping[str, int], setting: Setting) -> Item:
    if isinstance(item, TextItem | ShapeItem):
        if item.body is None or not _refers(item.body):
            return item
        return replace(item, body=_filled(item.body, numbers, setting))
    if isinstance(item, GroupItem):
        return replace(item, items=tuple(_numbered(inner, numbers, setting) for inner in item.items))
    if isinstance(item, TableItem) and any(_refers(cell.body) for row in item.rows for cell in row.cells):
        rows = tuple(
            replace(row, cells=tuple(_numbered_cell(cell, numbers, setting) for cell in row.cells)) for row in item.rows
        )
        return replace(item, rows=rows)
    return item


def _numbered_cell(cell: TableCell, numbers: Mapping[str, int], setting: Setting) -> TableCell:
    return replace(cell, body=_filled(cell.body, numbers, setting)) if _refers(cell.body) else cell


def _refers(body: TextBody) -> bool:
    return any(run.ref for paragraph in body.paragraphs for run in paragraph.runs)


def _with_number(run: Run, numbers: Mapping[str, int]) -> Run:
    if not run.ref:
        return run
    number = numbers.get(run.ref)
    return replace(run, text=str(number) if number else "–")


def _filled(body: TextBody, numbers: Mapping[str, int], setting: Setting) -> TextBody:
    paragraphs = tuple(
        replace(paragraph, runs=tuple(_with_number(run, numbers) for run in paragraph.runs))
        for paragraph in body.paragraphs
    )
    alignment = body.paragraphs[0].align if body.paragraphs else "left"
    lines = tuple(_filled_line(line, numbers, setting, alignment == "right") for line in body.lines)
    return replace(body, paragraphs=paragraphs, lines=lines)


def _filled_line(line: Line, numbers: Mapping[str, int], setting: Setting, from_right: bool) -> Line:
    """A line with its numbers, closed up to the left, or to the right where the text is set to the right."""
    if not any(piece.run.ref for piece in line.pieces):
        return line
    pieces: list[Piece] = []
    saved = 0.0
    for piece in line.pieces:
        run = _with_number(piece.run, numbers)
        width = setting.measurer.width(run.text, run.font) if piece.run.ref else piece.width
        pieces.append(Piece(run, piece.x - saved, width))
        saved += piece.width - width
    if from_right:
        pieces = [Piece(piece.run, piece.x + saved, piece.width) for piece in pieces]
    return replace(line, pieces=tuple(pieces))
