"""Keystrokes: a text grows by a letter, and the slide that shows it is drawn anew."""

import time
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple, TypeVar, cast

from app.compose.storyline import SlideId
from app.layout.grid import OURS
from app.model.base import FieldPath, Text
from app.model.project import Project
from app.project.edits import get, put
from app.services.preview import Previewer
from app.services.report_preview import ReportPreviewer
from tests.bench.bare import bare_pdf
from tests.bench.counting import lines_of
from tests.bench.projects import CHOICES, LANG
from tests.bench.table import Line
from tests.bench.timing import Times, once, together

T = TypeVar("T")
#: Draws a page's PDF on the screen's terms.
Render = Callable[[bytes], object]
_TYPED: Final = " Vi behöver också en gemensam ordning för hur uppgifter delas."
_MEMBERS: Final = 6
_GOAL: Final = "median 16, p95 33"


class Place(NamedTuple):
    """A field to type in, and the slide that shows it."""

    kind: str
    path: FieldPath
    slide: SlideId


class Stroke(NamedTuple):
    """One keystroke's parts, and a bare page of as many lines."""

    edit: Times
    place: Times
    draw: Times
    render: Times
    floor: Times

    @property
    def whole(self) -> Times:
        """From the key to the picture."""
        parts = (self.edit, self.place, self.draw, self.render)
        return Times((sum(part.wall[0] for part in parts),), (sum(part.cpu[0] for part in parts),))


def places(project: Project) -> tuple[Place, ...]:
    """Texts on all kinds of slide, of patterns and actions the first few."""
    patterns = (Place("pattern", f"patterns/{c.id}/meaning", f"pattern/{c.id}") for c in project.patterns[:_MEMBERS])
    actions = (
        Place("recommendation", f"actions/{a.id}/what", f"recommendation/{a.id}") for a in project.actions[:_MEMBERS]
    )
    return (
        Place("cover", "matter/title", "cover"),
        Place("summary", "matter/answer", "summary"),
        Place("decisions", f"decisions/{project.decisions[0].id}/text", "decisions"),
        Place("options", f"alternatives/{project.alternatives[0].id}/name", "options"),
        *patterns,
        *actions,
    )


def keystrokes(project: Project, render: Render | None, each: int) -> Iterator[Line | str]:
    """`each` keystrokes in every place; by kind of slide, together, and in parts. Without `render` up to the page's PDF."""
    strokes = [
        (place.kind, stroke) for place in places(project) for stroke in _typed(project, place, render or len, each)
    ]
    for kind, group in groupby(strokes, key=lambda pair: pair[0]):
        yield _line(f"  on {kind}", [stroke for _, stroke in group])
    everyone = [stroke for _, stroke in strokes]
    yield _line(f"all {len(everyone)} keystrokes, to the {'picture' if render else 'PDF'}", everyone, _GOAL)
    yield Line("  of which: the edit", together([stroke.edit for stroke in everyone]))
    yield Line("  of which: composed and placed", together([stroke.place for stroke in everyone]))
    yield Line("  of which: the page's PDF", together([stroke.draw for stroke in everyone]))
    if render:
        yield Line("  of which: the picture, 1280 x 720", together([stroke.render for stroke in everyone]))


def report_pages(project: Project, each: int) -> Iterator[Line]:
    """`each` keystrokes in the matter's answer, and the page of the report that shows it, as its process makes it."""
    previewer, path = ReportPreviewer(), "matter/answer"
    previewer.page(project, {}, CHOICES, 1)
    written = cast(Text, get(project, path)).said(LANG)
    times: list[Times] = []
    for letters in range(1, each + 1):
        project = put(project, path, Text({written.lang: written.text + _TYPED[:letters]}))
        times.append(once(lambda typed=project: previewer.page(typed, {}, CHOICES, 1, path)))
    yield Line("the page of the report, after a pause of 150", together(times), goal="500 with the pause")


def _line(what: str, strokes: Sequence[Stroke], goal: str = "") -> Line:
    return Line(what, together([s.whole for s in strokes]), together([s.floor for s in strokes]), goal)


def _typed(project: Project, place: Place, render: Render, count: int) -> Iterator[Stroke]:
    """A text typed letter by letter; the first drawing, which reads fonts, does not count."""
    previewer = Previewer()
    written = cast(Text, get(project, place.path)).said(LANG)
    drawn = previewer.page(previewer.placed(project, place.slide, CHOICES)[0], project, {}, CHOICES)
    render(drawn)
    lines = lines_of(drawn)
    for letters in range(1, count + 1):
        text = Text({written.lang: written.text + _TYPED[:letters]})
        edit, typed = _kept(lambda text=text: put(project, place.path, text))
        placing, pages = _kept(lambda typed=typed: previewer.placed(typed, place.slide, CHOICES))
        drawing, pdf = _kept(lambda typed=typed, page=pages[0]: previewer.page(page, typed, {}, CHOICES))
        rendering = once(lambda pdf=pdf: render(pdf))
        yield Stroke(edit, placing, drawing, rendering, once(lambda: bare_pdf(lines, OURS.size)))


def _kept(call: Callable[[], T]) -> tuple[Times, T]:
    """A call timed, and what it returned."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = call()
    return Times((time.perf_counter() - wall,), (time.process_time() - cpu,)), result
