"""Whole processes: our export, bare python-pptx, and what else makes decks and is installed."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from app.model.project import Project
from app.project.store import save_project
from app.services.export import placed, style_of
from tests.bench.bare import BareSlide
from tests.bench.counting import described
from tests.bench.projects import CHOICES, TODAY, of_slides
from tests.bench.table import Line
from tests.bench.timing import process, whole

_BULLETS: Final = 5
_SIZES: Final = ((30, 5), (300, 2))
_SCRIPT: Final = """
const Deck = require('pptxgenjs'), deck = new Deck();
for (let n = 1; n <= Number(process.argv[1]); n++) {
  const slide = deck.addSlide();
  slide.addText(`Slide ${n}`, {x: 0.5, y: 0.3, w: 9, h: 1});
  const points = Array.from({length: 5}, (_, i) => ({text: `Point ${i + 1}`, options: {bullet: true, breakLine: true}}));
  slide.addText(points, {x: 0.5, y: 1.5, w: 9, h: 3});
}
deck.writeFile({fileName: process.argv[2]});
"""


def whole_processes(project: Project, folder: Path) -> Iterator[Line | str]:
    """From the start of a process to its end, at growing size."""
    products = (
        "--pptx",
        str(folder / "all.pptx"),
        "--deck-pdf",
        str(folder / "all.pdf"),
        "--pdf",
        str(folder / "r.pdf"),
    )
    save_project(folder / "sample.boardwright", project, {})
    (times,) = whole([process(_export(folder / "sample.boardwright", products), os.environ)], 3)
    yield Line("python -m app export, the sample: deck, deck PDF, report", times)
    for size, rounds in _SIZES:
        yield from _at(of_slides(project, size), folder, rounds)


def _export(file: Path, products: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "app", "export", str(file), *products, "--lang", CHOICES.lang, "--date", f"{TODAY}"]


def _at(project: Project, folder: Path, rounds: int) -> Iterator[Line | str]:
    slides = described(placed(project, CHOICES, style_of(project, CHOICES)))
    file, description, out = folder / "size.boardwright", folder / "size.json", str(folder / "size.pptx")
    save_project(file, project, {})
    description.write_text(json.dumps(slides), encoding="utf-8")
    bare = [sys.executable, "-m", "tests.bench.bare", str(description), out]
    ours, floor = whole((process(_export(file, ("--pptx", out)), os.environ), process(bare, os.environ)), rounds)
    count = len(slides)
    yield Line(f"python -m app export --pptx, {count} slides", ours, floor)
    yield Line(f"  bare python-pptx, the same shapes, {count} slides", floor)
    yield from _plain(count, folder, rounds, bare)


def _plain(count: int, folder: Path, rounds: int, bare: Sequence[str]) -> Iterator[Line | str]:
    """Slides of a title and five points, as other programs make them."""
    points = tuple(f"Point {number}" for number in range(1, _BULLETS + 1))
    slides = [BareSlide((f"Slide {number}", "\n".join(points)), (), ()) for number in range(1, count + 1)]
    (folder / "size.json").write_text(json.dumps(slides), encoding="utf-8")
    yield _single(f"  bare python-pptx, plain, {count} slides", bare, os.environ, rounds)
    if pandoc := shutil.which("pandoc"):
        source = folder / "plain.md"
        source.write_text("\n".join(f"# {s.shapes[0]}\n\n- " + "\n- ".join(points) + "\n" for s in slides), "utf-8")
        command = [pandoc, str(source), "-o", str(folder / "plain.pptx")]
        yield _single(f"  pandoc, plain, {count} slides", command, os.environ, rounds)
    else:
        yield "  pandoc: not installed"
    found = _pptxgenjs()
    if found:
        node, env = found
        command = [node, "-e", _SCRIPT, str(count), str(folder / "plain.pptx")]
        yield _single(f"  PptxGenJS, plain, {count} slides", command, env, rounds)
    else:
        yield "  PptxGenJS: not installed"


def _single(what: str, command: Sequence[str], env: Mapping[str, str], rounds: int) -> Line:
    (times,) = whole([process(command, env)], rounds)
    return Line(what, times)


def _pptxgenjs() -> tuple[str, Mapping[str, str]] | None:
    """Node and the environment in which it finds PptxGenJS; None where either is missing."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node:
        return None
    asked = subprocess.run([npm, "root", "-g"], capture_output=True, text=True, check=False) if npm else None
    env = dict(
        os.environ, NODE_PATH=os.pathsep.join((os.environ.get("NODE_PATH", ""), asked.stdout.strip() if asked else ""))
    )
    there = subprocess.run([node, "-e", "require('pptxgenjs')"], env=env, capture_output=True, check=False)
    return None if there.returncode else (node, env)
