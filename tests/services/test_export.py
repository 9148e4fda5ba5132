"""An export writes all that is asked, or nothing; the same project gives the same bytes; decks are sound and can be read by all."""

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, cast

import pikepdf
import pytest
from lxml import etree

from app.export.pptx.xml import Element
from app.files.errors import Cancelled, UserError
from app.model.base import Lang, text
from app.model.project import Project
from app.project.store import save_project
from app.services.export import Choices, Product, export
from app.services.starters import Starter
from tests.conftest import ROOT, Tools
from tests.export.pdf.readers import outline, page_texts
from tests.export.pdf.tagged import heard
from tests.export.pptx.readers import NAMES, opened, parts
from tests.sample import TODAY, sample_project
from tests.services.projects import FILLED, LANGS, exported

_pikepdf: Final = cast(Any, pikepdf)
CHOICES = Choices("sv", TODAY)
DECKS: list[tuple[Starter | None, Lang]] = [(name, lang) for name in (*FILLED, None) for lang in LANGS]
every_deck = pytest.mark.parametrize(("name", "lang"), DECKS)


def quietly(_part: float, _product: Product) -> None:
    """Progress that nobody looks at."""


def test_a_handout_has_each_slide_with_its_notes_and_its_headings_in_order(tmp_path: Path) -> None:
    wanted: dict[Product, Path] = {"deck-pdf": tmp_path / "deck.pdf", "handout": tmp_path / "handout.pdf"}
    export(sample_project(), {}, wanted, CHOICES, quietly)
    slides, paper = (wanted[product].read_bytes() for product in ("deck-pdf", "handout"))
    assert [title for _, title, _ in outline(paper)] == [title for _, title, _ in outline(slides)]
    assert "Att säga" in page_texts(paper)[1]
    levels = [int(each.kind[1:]) for each in heard(paper) if each.kind[0] == "H" and each.kind[1:].isdigit()]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def targets(folder: Path) -> dict[Product, Path]:
    """A file for each product."""
    return {"pptx": folder / "deck.pptx", "deck-pdf": folder / "deck.pdf", "pdf": folder / "report.pdf"}


def with_title(title: str) -> Project:
    """The sample under another title."""
    sample = sample_project()
    return sample.model_copy(update={"matter": sample.matter.model_copy(update={"title": text(title)})})


def test_all_three_are_written_and_told(tmp_path: Path) -> None:
    told: list[tuple[float, Product]] = []
    wanted = targets(tmp_path)
    done = export(sample_project(), {}, wanted, CHOICES, lambda part, product: told.append((part, product)))
    assert dict(done.files) == wanted
    assert all(path.stat().st_size > 10_000 for path in wanted.values())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["deck.pdf", "deck.pptx", "report.pdf"]
    shares = [part for part, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1.0)
    assert list(dict.fromkeys(product for _, product in told)) == ["pptx", "deck-pdf", "pdf"]


@pytest.mark.parametrize("stop_at", ["pptx", "deck-pdf", "pdf"])
def test_a_cancelled_export_leaves_every_old_file_untouched(tmp_path: Path, stop_at: Product) -> None:
    wanted = targets(tmp_path)
    for path in wanted.values():
        path.write_bytes(b"the old one")

    def cancel(_: float, product: Product) -> None:
        if product == stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        export(sample_project(), {}, wanted, CHOICES, cancel)
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"the old one"}


def test_a_file_that_is_replaced_is_whole(tmp_path: Path) -> None:
    wanted = targets(tmp_path)
    for path in wanted.values():
        path.write_bytes(b"the old one, which is longer than nothing")
    export(sample_project(), {}, wanted, CHOICES, quietly)
    assert len(opened(wanted["pptx"].read_bytes()).slides) == len(page_texts(wanted["deck-pdf"].read_bytes()))


def test_two_products_never_share_a_file(tmp_path: Path) -> None:
    same: dict[Product, Path] = {"deck-pdf": tmp_path / "a.pdf", "pdf": tmp_path / "x" / ".." / "a.pdf"}
    with pytest.raises(UserError, match=r"a\.pdf"):
        export(sample_project(), {}, same, CHOICES, quietly)


def test_an_unknown_theme_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="neon"):
        export(sample_project(), {}, targets(tmp_path), Choices("sv", TODAY, theme="neon"), quietly)


def test_the_same_project_on_the_same_day_gives_the_same_bytes(tmp_path: Path) -> None:
    file = tmp_path / "plan.boardwright"
    save_project(file, sample_project(), {})
    written: list[dict[str, bytes]] = []
    for seed in ("1", "4711"):
        folder = tmp_path / seed
        folder.mkdir()
        wanted = [f"--{product}={path}" for product, path in targets(folder).items()]
        subprocess.run(
            [sys.executable, "-m", "app", "export", str(file), *wanted, "--date", TODAY.isoformat()],
            cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True,
        )  # fmt: skip
        written.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert written[0].keys() == written[1].keys()
    assert [name for name in written[0] if written[0][name] != written[1][name]] == []


def test_properties_name_nobody_unless_asked_for(tmp_path: Path) -> None:
    author = sample_project().matter.author
    assert author
    for quiet in exported(None, "sv").values():
        assert author not in said_by(quiet)
    wanted: dict[Product, Path] = {"pdf": tmp_path / "brief.pdf", "docx": tmp_path / "brief.docx"}
    export(sample_project(), {}, wanted, replace(CHOICES, report="brief", author=author), quietly)
    assert all(author in said_by(path.read_bytes()) for path in wanted.values())


def said_by(file: bytes) -> str:
    """What a file says of itself: an office file's core properties, a PDF's metadata."""
    if file.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(file)) as package:
            return package.read("docProps/core.xml").decode()
    with _pikepdf.open(BytesIO(file)) as pdf:
        return f"{pdf.docinfo!r} {pdf.Root.Metadata.read_bytes().decode()}"


def test_every_page_of_the_report_says_its_class_and_version() -> None:
    for page in page_texts(exported(None, "sv")["pdf"]):
        assert f"Version {TODAY.isoformat()}" in page
        assert "Informationsklass: Öppen" in page


def test_another_day_shows_where_no_meeting_has_one(tmp_path: Path) -> None:
    matter = sample_project().matter.model_copy(update={"route": ()})
    project = sample_project().model_copy(update={"matter": matter})
    wanted: dict[Product, Path] = {"deck-pdf": tmp_path / "deck.pdf"}
    export(project, {}, wanted, CHOICES, quietly)
    assert "1 juni 2027" in " ".join(page_texts(wanted["deck-pdf"].read_bytes())[0].split())


def test_a_character_that_no_font_has_is_told_with_its_field(tmp_path: Path) -> None:
    done = export(with_title("Plattform för 𓀀 alla"), {}, targets(tmp_path), CHOICES, quietly)
    assert any("𓀀" in told and "matter/title" in told for told in done.missing)
    assert export(sample_project(), {}, targets(tmp_path), CHOICES, quietly).missing == ()


def test_the_validators_find_nothing_in_any_deck(tools: Tools, tmp_path: Path) -> None:
    files: list[Path] = []
    for name, lang in DECKS:
        files.append(tmp_path / f"{name or 'sample'}-{lang}.pptx")
        files[-1].write_bytes(exported(name, lang)["pptx"])
    done = tools.run("validate_pptx", *files)
    assert done.returncode == 0, done.stdout + done.stderr


@every_deck
def test_every_slide_has_a_title_of_its_own(name: Starter | None, lang: Lang) -> None:
    made = exported(name, lang)
    slides = opened(made["pptx"]).slides
    titles = [slide.shapes.title.text_frame.text if slide.shapes.title else "" for slide in slides]
    assert all(title.strip() for title in titles)
    assert len(set(titles)) == len(titles) >= 15
    marked = [" ".join(title.split()) for _, title, _ in outline(made["deck-pdf"])]
    assert marked == [" ".join(title.split()) for title in titles]


def elements(deck: bytes, path: str, folder: str = "ppt/slides/") -> Iterator[tuple[str, Element]]:
    """The elements that an XPath finds on any slide, each with the slide's part."""
    for part, data in parts(deck).items():
        if part.startswith(folder) and part.endswith(".xml"):
            for hit in cast(list[Element], etree.fromstring(data).xpath(path, namespaces=NAMES)):
                yield part, hit


@every_deck
def test_every_picture_chart_table_and_wordless_group_is_described_or_decoration(
    name: Starter | None, lang: Lang
) -> None:
    drawn = "(//p:pic/p:nvPicPr | //p:graphicFrame/p:nvGraphicFramePr | //p:grpSp[not(.//a:t)]/p:nvGrpSpPr)/p:cNvPr"
    undescribed = f"{drawn}[not(.//adec:decorative[@val='1']) and not(normalize-space(@descr))]"
    assert [f"{part}: {shape.get('name')}" for part, shape in elements(exported(name, lang)["pptx"], undescribed)] == []


@every_deck
def test_no_text_is_smaller_than_twelve_points_but_the_foot(name: Starter | None, lang: Lang) -> None:
    foot = "ancestor::p:sp/p:nvSpPr/p:nvPr/p:ph[@type='dt' or @type='ftr' or @type='sldNum' or @idx='12']"
    small = f"//a:r[a:rPr/@sz < 1000 or (a:rPr/@sz < 1200 and not({foot}))]/a:t"
    deck = exported(name, lang)["pptx"]
    runs = [(part, run.text or "") for part, run in elements(deck, small)]
    # Marks such as ● and ▲ are figures, not text.
    assert [(part, text) for part, text in runs if any(letter.isalnum() for letter in text)] == []
    assert [part for part, _ in elements(deck, "//@sz[. < 1200]/..", "ppt/charts/")] == []


@every_deck
def test_the_report_says_what_the_deck_asks(name: Starter | None, lang: Lang) -> None:
    made = exported(name, lang)
    heading = {"sv": "Förslag till beslut", "en": "Proposed decision"}[lang]
    pages = page_texts(made["pdf"])
    assert len(pages) >= 4
    assert heading.lower() in pages[0].lower()


def test_a_deck_names_its_namespaces_itself() -> None:
    """Prefixes that other libraries register would make the same project give other bytes in another program."""
    found = parts(exported(None, "sv")["pptx"])
    assert [name for name, content in found.items() if b"ns0:" in content] == []
