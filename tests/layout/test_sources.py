"""Source lines: where there is room for fewer sources, the slide that lists them all is still named."""

from dataclasses import replace

from app.compose import compose
from app.layout.frames import TextItem
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.themes import FJARD
from tests.layout.faults import flat
from tests.layout.grids import GRIDS
from tests.sample import TODAY
from tests.services.projects import starter


def test_a_narrow_line_names_fewer_sources_and_the_slide_that_lists_them_all() -> None:
    storyline = compose(starter("municipality", "sv"), lang="sv", today=TODAY)
    whole = {slide.id: slide.source.plain for slide in storyline.slides}
    portrait = GRIDS["portrait"]
    narrow = replace(portrait, source=replace(portrait.source, w=400.0))
    deck = place(storyline, FJARD, Measurer(FJARD.faces), narrow)
    items = [(s.id, item) for s in deck.slides for item in flat(s.items) if isinstance(item, TextItem)]
    sources = [(key, item.body.plain) for key, item in items if item.placeholder == "source"]
    lines = [(key if key in whole else key.rpartition("/")[0], line) for key, line in sources]
    led = [(key, line) for key, line in lines if "alla källor på bild" in whole[key]]
    shorter = [line for key, line in led if len(line) < len(whole[key]) - 10]
    assert shorter, "all lines have room for all sources"
    assert all("; alla källor på bild" in line and "…" not in line for _, line in led)
    cut = {note.slide for note in deck.diagnostics if note.kind == "cut" and note.block.endswith("/source")}
    assert not cut & {key for key, _ in led}
