"""The commands do what they are asked, tell where the result is, and say so by their exit status."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import typer

from app.cli import COMMANDS
from app.cli.commands import commands
from app.files.lock import hold
from app.library import load_packs
from app.library.occasions import occasions
from app.project import edits
from app.project.editions import Occasion
from app.project.ids import new_id
from app.project.store import open_project, save_project
from app.resources import asset
from app.services.editions import keep_edition
from tests.cli.running import ROOT, Terminal, run_apart
from tests.export.pdf.readers import page_texts
from tests.export.pptx.readers import found, opened, parts

DAY = "2027-06-01"
BEGINNING = {".pptx": b"PK", ".pdf": b"%PDF"}


def slides(deck: bytes) -> list[str]:
    """The names of a deck's slides."""
    return [name for name in parts(deck) if name.startswith("ppt/slides/slide")]


@pytest.mark.parametrize("starter", ["municipality", "company", "empty"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_new_makes_a_project_from_a_starter(terminal: Terminal, tmp_path: Path, starter: str, lang: str) -> None:
    file = tmp_path / "mine.boardwright"
    done = terminal.run("new", file, "--starter", starter, "--lang", lang)
    assert (done.status, done.out, done.err) == (0, f"{file}\n", "")
    made = open_project(file).project
    assert made.language == lang
    assert bool(made.patterns) == (starter != "empty")
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


def test_new_takes_up_what_suits_an_occasion(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "platform.boardwright"
    assert terminal.run("new", file, "--occasion", "platform").status == 0
    made = open_project(file).project
    suits = occasions()["platform"]
    assert [f"{chosen.pack}/{chosen.pattern.id}" for chosen in made.patterns] == list(suits.patterns)
    assert made.storyline.audience == suits.audience
    done = terminal.run("new", tmp_path / "other.boardwright", "--occasion", "party")
    assert (done.status, "first-meeting, budget, cybersecurity, platform, follow-up" in done.err) == (2, True)


def test_new_takes_the_computers_language(terminal: Terminal, tmp_path: Path) -> None:
    for lang in ("sv", "en"):
        terminal.speak(lang)
        assert terminal.run("new", tmp_path / f"{lang}.boardwright").status == 0
        assert open_project(tmp_path / f"{lang}.boardwright").project.language == lang


def test_new_leaves_a_file_that_exists_alone(terminal: Terminal, project: Path) -> None:
    before = project.read_bytes()
    done = terminal.run("new", project)
    assert (done.status, project.read_bytes()) == (2, before)
    assert done.err == "“plan.boardwright” exists already and is left untouched. Choose another name.\n"


def test_export_writes_what_is_asked_and_prints_where(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    deck, pages, report = (tmp_path / name for name in ("deck.pptx", "deck.pdf", "report.pdf"))
    done = terminal.run("export", project, "--pptx", deck, "--deck-pdf", pages, "--pdf", report, "--date", DAY)
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [str(deck), str(pages), str(report)]
    for path in (deck, pages, report):
        assert path.read_bytes().startswith(BEGINNING[path.suffix])
    assert len(opened(deck.read_bytes()).slides) == len(page_texts(pages.read_bytes())) >= 15


def test_export_can_be_asked_for_one_thing(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert terminal.run("export", project, "--pdf", out / "report.pdf", "--report", "memo").status == 0
    assert [path.name for path in out.iterdir()] == ["report.pdf"]


def test_a_draft_says_so_on_every_page(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    pages = tmp_path / "deck.pdf"
    terminal.speak("sv")
    assert terminal.run("export", project, "--deck-pdf", pages, "--draft", "--date", DAY).status == 0
    cover, *rest = page_texts(pages.read_bytes())
    assert "Utkast. Öppen" in cover
    assert all("Utkast. Kommunstyrelsen" in text for text in rest)


def test_an_empty_project_is_exported_too(terminal: Terminal, tmp_path: Path) -> None:
    file, deck, report = (tmp_path / name for name in ("empty.boardwright", "deck.pptx", "report.pdf"))
    terminal.run("new", file, "--lang", "sv")
    assert terminal.run("export", file, "--pptx", deck, "--pdf", report).status == 0
    assert len(opened(deck.read_bytes()).slides) >= 1


def test_the_programs_words_are_in_the_language_asked_for_and_the_users_in_theirs(
    terminal: Terminal, project: Path, tmp_path: Path
) -> None:
    deck = tmp_path / "deck.pptx"
    assert terminal.run("export", project, "--pptx", deck, "--lang", "en", "--date", DAY).status == 0
    data = deck.read_bytes()
    by_lang = {
        lang: " ".join(text for part in slides(data) for text in found(data, part, f"//a:r[a:rPr/@lang='{lang}']/a:t"))
        for lang in ("sv-SE", "en-GB")
    }
    assert "Leverantör höjer priset i förtid" in by_lang["sv-SE"]
    assert "Three suppliers take 71% of the system cost" in by_lang["en-GB"]
    assert "Where we stand" in by_lang["en-GB"]
    assert "Så ligger vi till" not in by_lang["sv-SE"]
    assert "Leverantör höjer" not in by_lang["en-GB"]


def test_a_command_in_a_process_of_its_own_does_the_same(project: Path, tmp_path: Path) -> None:
    done = run_apart("export", project, "--pptx", tmp_path / "ä.pptx", "--date", DAY)
    assert (done.status, done.out, done.err) == (0, f"{tmp_path / 'ä.pptx'}\n", "")
    missing = run_apart("export", tmp_path / "no.boardwright", "--pptx", tmp_path / "b.pptx", LC_ALL="sv_SE.UTF-8")
    assert (missing.status, missing.out) == (2, "")
    assert missing.err == f"”no.boardwright” finns inte i mappen {tmp_path}.\n"


def test_an_export_never_loads_qt(project: Path, tmp_path: Path) -> None:
    program = (
        "import sys; from app.__main__ import main; status = main(sys.argv[1:]);"
        "loaded = [name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6')];"
        "sys.exit(repr(loaded) if loaded or status else 0)"
    )
    wanted = ["export", project, "--pptx", tmp_path / "a.pptx", "--pdf", tmp_path / "a.pdf"]
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, wanted)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_every_command_is_known_by_its_name() -> None:
    assert typer.main.get_group(commands).commands.keys() == COMMANDS


def test_without_qt_the_window_says_what_is_missing() -> None:
    done = run_apart(PYTHONPATH=str(ROOT / "tests" / "without_qt"))
    assert (done.status, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert "PySide6" in done.err


def test_pack_list_names_every_pattern(terminal: Terminal) -> None:
    done = terminal.run("pack", "list", "--lang", "sv")
    assert (done.status, done.err) == (0, "")
    for pack in load_packs():
        assert pack.id in done.out
        for pattern in pack.patterns:
            assert pattern.id in done.out
            assert pattern.name.said("sv").text in done.out


@pytest.mark.parametrize(("lang", "heading"), [("sv", "Källor"), ("en", "Sources")])
def test_pack_show_tells_a_pattern_whole(terminal: Terminal, lang: str, heading: str) -> None:
    done = terminal.run("pack", "show", "service-exchange", "--lang", lang)
    pattern = next(item for pack in load_packs() for item in pack.patterns if item.id == "service-exchange")
    assert (done.status, done.err) == (0, "")
    assert heading in done.out
    for advice in pattern.recommendations:
        assert advice.title.said("sv" if lang == "sv" else "en").text in done.out
    for source in pattern.sources:
        assert source.address in done.out


def test_pack_show_points_to_the_list_when_there_is_no_such_pattern(terminal: Terminal) -> None:
    done = terminal.run("pack", "show", "nowhere")
    assert (done.status, done.out) == (2, "")
    assert done.err == "There is no pattern called “nowhere”. Run “boardwright pack list” to see them all.\n"


def test_pack_validate_passes_a_sound_pack(terminal: Terminal) -> None:
    done = terminal.run("pack", "validate", asset("packs", "governance"))
    assert (done.status, done.err, len(done.out.splitlines())) == (0, "", 1)


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"], ["pack", "--help"]])
def test_help_is_printed_where_it_is_asked_for(terminal: Terminal, words: list[str]) -> None:
    done = terminal.run(*words)
    assert (done.status, done.err) == (0, "")
    assert "Usage: boardwright" in done.out


def test_the_paper_comes_in_word_on_the_organisations_own_template(
    terminal: Terminal, project: Path, tmp_path: Path
) -> None:
    paper, bad = tmp_path / "paper.docx", tmp_path / "bad.dotx"
    bad.write_bytes(b"no document")
    asked = ("export", project, "--docx", paper, "--report", "tjansteskrivelse", "--date", DAY)
    assert terminal.run(*asked).status == 0
    assert paper.read_bytes().startswith(b"PK")
    before = paper.read_bytes()
    refused = terminal.run(*asked, "--word-template", bad)
    assert (refused.status, refused.err.count("\n")) == (2, 1)
    assert "bad.dotx" in refused.err
    assert paper.read_bytes() == before


def test_a_package_is_written_into_its_folder_and_appendices_without_files_are_named(
    terminal: Terminal, project: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "papers"
    done = terminal.run("export", project, "--package", folder, "--names", "{number} {kind}", "--date", DAY)
    assert done.status == 0
    assert done.out.splitlines() == [str(path) for path in sorted(folder.iterdir())]
    assert min(path.name for path in folder.iterdir()) == "00 Tjänsteskrivelse.pdf"
    wrong = terminal.run("export", project, "--package", folder, "--names", "{nonsense}")
    assert (wrong.status, "{item}, {number}" in wrong.err) == (2, True)


def test_batch_exports_every_project_of_a_folder_and_tells_of_those_that_it_cannot(
    terminal: Terminal, project: Path, tmp_path: Path
) -> None:
    folder, out = tmp_path / "quarter", tmp_path / "out"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / f"{name}.boardwright").write_bytes(project.read_bytes())
    (folder / "broken.boardwright").write_bytes(b"PK nothing")
    done = terminal.run("batch", folder, "--out", out, "--jobs", "2", "--report", "brief")
    assert done.status == 2
    assert sorted(done.out.splitlines()) == [
        str(out / f"{name}.{kind}") for name in ("one", "two") for kind in ("pdf", "pptx")
    ]
    assert sorted(path.name for path in out.iterdir()) == ["one.pdf", "one.pptx", "two.pdf", "two.pptx"]
    assert (out / "one.pptx").read_bytes() == (out / "two.pptx").read_bytes()
    assert "broken.boardwright" in done.err
    assert done.err.count("\n") == 1


def test_batch_says_that_a_folder_has_no_projects(terminal: Terminal, tmp_path: Path) -> None:
    done = terminal.run("batch", tmp_path, "--out", tmp_path / "out")
    assert (done.status, "no projects" in done.err) == (2, True)
    assert not (tmp_path / "out").exists()


def test_compare_tells_what_changed_and_says_so_by_its_status(
    terminal: Terminal, project: Path, tmp_path: Path
) -> None:
    opened = open_project(project)
    key = opened.project.actions[0].id
    later = tmp_path / "later.boardwright"
    save_project(later, edits.put(opened.project, f"actions/{key}/status", "stopped"), opened.assets)
    same = terminal.run("compare", project, project)
    assert (same.status, same.out) == (0, "")
    done = terminal.run("compare", project, later, "--lang", "sv")
    assert (done.status, done.err) == (1, "")
    assert "Stoppad" in done.out
    (change,) = json.loads(terminal.run("compare", project, later, "--format", "json").out)
    assert (change["path"], change["kind"]) == (f"actions/{key}/status", "changed")
    assert terminal.run("compare", project, tmp_path / "none.boardwright").status == 2


def test_an_edition_is_compared_and_exported_by_the_beginning_of_its_id(
    terminal: Terminal, project: Path, tmp_path: Path
) -> None:
    opened = open_project(project)
    kept = keep_edition(opened.project, Occasion("sent", None, "sv", "brief"), date(2027, 6, 1), new_id)
    later = edits.put(kept.project, "matter/title/sv", "Ett annat ärende")
    save_project(tmp_path / "later.boardwright", later, {**opened.assets, **kept.contents})
    key = kept.project.editions[0].id[:8]
    done = terminal.run("compare", f"{tmp_path / 'later.boardwright'}#{key}", tmp_path / "later.boardwright")
    assert done.status == 1
    assert (
        terminal.run("export", tmp_path / "later.boardwright", "--edition", key, "--pdf", tmp_path / "then.pdf").status
        == 0
    )
    assert "Ett annat ärende" not in "".join(page_texts((tmp_path / "then.pdf").read_bytes()))
    refused = terminal.run("export", tmp_path / "later.boardwright", "--edition", "zz", "--pdf", tmp_path / "no.pdf")
    assert (refused.status, key in refused.err) == (2, True)


def test_what_is_exported_is_kept_and_made_again_without_repeating_how(
    terminal: Terminal, project: Path, tmp_path: Path
) -> None:
    then, again = tmp_path / "then", tmp_path / "again"
    then.mkdir()
    again.mkdir()
    how = ("--lang", "en", "--theme", "ljung", "--audience", "ten-minutes", "--draft", "--date", DAY)
    done = terminal.run("export", project, "--pptx", then / "deck.pptx", "--keep", "sent", *how)
    assert (done.status, done.err) == (0, "")
    opened = open_project(project)
    (edition,) = opened.project.editions
    assert (edition.kind, edition.lang, edition.kept, edition.manner.theme) == ("sent", "en", date(2027, 6, 1), "ljung")
    save_project(project, edits.put(opened.project, "matter/title/en", "Something else"), opened.assets)
    done = terminal.run("export", project, "--pptx", again / "deck.pptx", "--edition", edition.id[:8])
    assert (done.status, done.err) == (0, "")
    assert (again / "deck.pptx").read_bytes() == (then / "deck.pptx").read_bytes()
    done = terminal.run("export", project, "--pptx", again / "sv.pptx", "--edition", edition.id[:8], "--lang", "sv")
    assert (done.status, "the choices of the export are others (language)" in done.err) == (0, True)


def test_an_edition_is_not_kept_in_a_file_that_somebody_has_open(
    terminal: Terminal, project: Path, tmp_path: Path
) -> None:
    before = project.read_bytes()
    with hold(project):
        done = terminal.run("export", project, "--pptx", tmp_path / "deck.pptx", "--keep", "sent")
    assert (done.status, project.read_bytes()) == (2, before)
    assert not (tmp_path / "deck.pptx").exists()


def test_an_edition_is_not_kept_as_another(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    done = terminal.run("export", project, "--pptx", tmp_path / "deck.pptx", "--keep", "sent", "--edition", "1a2b")
    assert (done.status, "not both" in done.err) == (2, True)


def test_minutes_prints_the_text_for_a_meeting_in_either_language(terminal: Terminal, project: Path) -> None:
    done = terminal.run("minutes", project, "--meeting", "Kommunfullmäktige")
    assert (done.status, done.out.splitlines()[0]) == (0, "Kommunfullmäktige beslutar att")
    done = terminal.run("minutes", project, "--meeting", "municipal council", "--lang", "en")
    assert done.out.startswith("The Municipal Council decides to\n1. ")
    done = terminal.run("minutes", project, "--meeting", "byggnadsnämnden")
    assert (done.status, done.out) == (2, "")
    assert "Kommunfullmäktige" in done.err


def test_an_export_is_for_the_meeting_that_is_named(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    done = terminal.run("export", project, "--pdf", paper, "--report", "tjansteskrivelse", "--meeting", "kommunf")
    assert done.status == 0
    assert "Kommunfullmäktige beslutar att" in page_texts(paper.read_bytes())[0]
