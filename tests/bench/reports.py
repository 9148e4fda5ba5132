"""Long reports: pages of running text, tagged, against reportlab setting the same paragraphs without tags.

Each round is one as an export is: it sets every paragraph anew, since only previews keep lines as they were broken."""

import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from io import BytesIO
from random import Random
from typing import Any, Final

import pypdfium2

from app.export.pdf import write_report
from app.layout.faces import face_file
from app.layout.themes import FJARD
from app.model.blocks import Passage
from app.model.rich import Para, para
from app.model.units import mm
from tests.bench.table import Line
from tests.bench.timing import compared, once
from tests.export.pdf.reports import SWEDISH, report, section

_FACE: Final = "SourceSerif4SmText-Regular"
#: So many paragraphs fill a page.
_A_PAGE: Final = 7
_SIZES: Final = ((10, 5), (30, 3), (100, 3), (300, 1))
_WORDS: Final = " ".join(SWEDISH).split()


def reports() -> Iterator[Line | str]:
    """Reports of growing length; at a hundred pages also against plain reportlab, and the memory that each takes at most."""
    for size, rounds in _SIZES:
        texts = _texts(size * _A_PAGE)
        pages = len(pypdfium2.PdfDocument(_ours(texts)))
        ours, floor = compared((lambda texts=texts: _ours(texts), lambda texts=texts: _set(texts, careful=1)), rounds)
        each = f"{(ours.cpu_median or ours.median) / pages * 1000:.1f} of cpu a page"
        goal = "at most 1.5 x reportlab, shaped" if size == 100 else each
        yield Line(f"report, {pages} pages, tagged", ours, floor, goal)
        if size == 100:
            yield Line("  against plain reportlab", ours, once(lambda texts=texts: _set(texts, careful=0)))
            most = _most(lambda texts=texts: _ours(texts)), _most(lambda texts=texts: _set(texts, careful=1))
            yield f"  memory at most: {most[0]:.1f} MB, reportlab's {most[1]:.1f} MB, ratio {most[0] / most[1]:.2f}  (goal 2)"


def _texts(count: int) -> list[str]:
    """Paragraphs of sixty words, none like another."""
    random = Random(1)
    return [" ".join(random.choice(_WORDS) for _ in range(60)) for _ in range(count)]


def _ours(texts: Sequence[str]) -> bytes:
    passages = tuple(
        section(
            f"s{start}",
            str(start // 20 + 1),
            "Läget",
            "",
            Passage(f"p{start}", Para(), _rich(texts[start : start + 20])),
        )
        for start in range(0, len(texts), 20)
    )
    out = BytesIO()
    write_report(report(*passages), FJARD, {}, out, lambda _share: None)
    return out.getvalue()


def _rich(texts: Sequence[str]) -> tuple[Para, ...]:
    return tuple(para(text, "sv") for text in texts)


def _set(texts: Sequence[str], *, careful: int) -> bytes:
    """The same paragraphs by reportlab, in the same face and measure; `careful` shapes (kerns) them. Both shaping and hyphenation is
    more than reportlab can do with today's HarfBuzz: it shapes a word's part once more and fails."""
    # reportlab's stubs do not know shaping: what comes out of it is taken as it is.
    platypus: Any = import_module("reportlab.platypus")
    styles: Any = import_module("reportlab.lib.styles")
    fonts: Any = import_module("reportlab.pdfbase.ttfonts")
    known: Any = import_module("reportlab.pdfbase.pdfmetrics")
    face = f"{_FACE}-bare{careful}"
    known.registerFont(fonts.TTFont(face, str(face_file(_FACE)), shapable=bool(careful), asciiReadable=False))
    style = styles.ParagraphStyle("text", fontName=face, fontSize=10, leading=mm(5), shaping=careful)
    out = BytesIO()
    page: Any = platypus.SimpleDocTemplate(
        out, pagesize=(mm(210), mm(297)), leftMargin=mm(75), rightMargin=mm(20), topMargin=mm(27), bottomMargin=mm(27)
    )
    page.build([platypus.Paragraph(text, style) for text in texts])
    return out.getvalue()


def _most(call: Callable[[], object]) -> float:
    """The most memory that Python holds during a call beyond what it held before, in megabytes."""
    tracemalloc.start()
    call()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most / 1e6
