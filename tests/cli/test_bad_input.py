"""Whatever is wrong, a command says it in one line that names the file or word and what to do, and leaves nothing half-written."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation

from app.resources import asset
from tests.cli.running import ROOT, Done, Terminal


def one_line(done: Done, *holding: str) -> None:
    """Asserts wrong use or unreadable input, told in one line that holds these words."""
    assert done.status == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1, done.err
    assert "Traceback" not in done.err
    for words in holding:
        assert words in done.err


def left(folder: Path) -> list[str]:
    """What lies in a folder and those below it, temporary files too."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def newer(data: bytes) -> bytes:
    """A project as a program of the future would write it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as archive:
        for name in old.namelist():
            content = old.read(name)
            if name == "project.json":
                content = json.dumps({**json.loads(content), "format_version": 99}).encode()
            archive.writestr(name, content)
    return out.getvalue()


def a_deck(_: bytes) -> bytes:
    out = BytesIO()
    Presentation().save(out)
    return out.getvalue()


SPOILT: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "is empty. Open a backup"),
    "truncated": (lambda data: data[: len(data) // 2], "damaged or cut short"),
    "cut at the end": (lambda data: data[:-30], "damaged or cut short"),
    "a deck renamed": (a_deck, "is not a Boardwright project. Choose a file"),
    "a photograph renamed": (lambda _: b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(500), "is not a Boardwright project"),
    "a text renamed": (lambda _: "Hej, här är en text.\n".encode(), "is not a Boardwright project"),
    "a newer format": (newer, "saved by a newer Boardwright (format 99). Update the program"),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_a_project_that_cannot_be_read_is_named(terminal: Terminal, project: Path, tmp_path: Path, fault: str) -> None:
    spoil, said = SPOILT[fault]
    project.write_bytes(spoil(project.read_bytes()))
    before = project.read_bytes()
    one_line(terminal.run("export", project, "--pptx", tmp_path / "deck.pptx"), "“plan.boardwright”", said)
    assert left(tmp_path) == ["projects", "projects/plan.boardwright"]
    assert project.read_bytes() == before


def test_a_project_that_is_not_there_is_named_with_its_folder(terminal: Terminal, tmp_path: Path) -> None:
    done = terminal.run("export", tmp_path / "no.boardwright", "--pptx", tmp_path / "deck.pptx")
    one_line(done, "“no.boardwright”", str(tmp_path))


def test_a_folder_is_no_project(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "plan.boardwright"
    folder.mkdir()
    one_line(terminal.run("export", folder, "--pptx", tmp_path / "deck.pptx"), "is a folder. Choose a file")


def test_a_path_through_a_file_is_no_project(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    one_line(
        terminal.run("export", project / "inner.boardwright", "--pptx", tmp_path / "deck.pptx"), "inner.boardwright"
    )


def test_a_wrong_value_in_a_project_is_named_by_its_field(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    out = BytesIO()
    with zipfile.ZipFile(project) as old, zipfile.ZipFile(out, "w") as archive:
        for name in old.namelist():
            archive.writestr(name, old.read(name).replace(b'"2030-12-31"', b'"2030-02-31"'))
    project.write_bytes(out.getvalue())
    done = terminal.run("export", project, "--pptx", tmp_path / "deck.pptx")
    one_line(done, "“plan.boardwright”", "decisions/", "due", "2030-02-31")


def test_an_output_folder_that_is_missing_is_named(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    done = terminal.run("export", project, "--pptx", tmp_path / "nowhere" / "deck.pptx")
    one_line(done, "“deck.pptx”", f"there is no folder {tmp_path / 'nowhere'}")
    assert left(tmp_path) == ["projects", "projects/plan.boardwright"]


def test_an_output_that_is_a_folder_is_named(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    (tmp_path / "deck.pptx").mkdir()
    one_line(terminal.run("export", project, "--pptx", tmp_path / "deck.pptx"), "“deck.pptx” is a folder. Choose")
    assert left(tmp_path) == ["deck.pptx", "projects", "projects/plan.boardwright"]


def test_an_output_that_may_not_be_written_is_named(terminal: Terminal, project: Path) -> None:
    # /proc refuses even the administrator, whose rights tests may have.
    place = Path("/proc/deck.pptx") if Path("/proc/self").exists() else Path("/dev/null/deck.pptx")
    one_line(terminal.run("export", project, "--pptx", place), "“deck.pptx”")
    assert left(project.parent) == ["plan.boardwright"]


def test_no_output_is_put_in_place_unless_all_can_be(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    report.write_bytes(b"the old one")
    done = terminal.run("export", project, "--pdf", report, "--pptx", tmp_path / "nowhere" / "deck.pptx")
    one_line(done, "nowhere")
    assert report.read_bytes() == b"the old one"


def test_the_project_is_never_written_over(terminal: Terminal, project: Path) -> None:
    before = project.read_bytes()
    beside = project.parent / "." / project.name
    one_line(terminal.run("export", project, "--pptx", beside), "“plan.boardwright” is the project file itself. Choose")
    assert project.read_bytes() == before


def test_two_outputs_are_never_one_file(terminal: Terminal, project: Path, tmp_path: Path) -> None:
    done = terminal.run("export", project, "--deck-pdf", tmp_path / "a.pdf", "--pdf", tmp_path / "a.pdf")
    one_line(done, "“a.pdf”", "Give them different names")
    assert not (tmp_path / "a.pdf").exists()


WRONG_WORDS: dict[str, tuple[list[str], tuple[str, ...]]] = {
    "a date that does not exist": (
        ["--pptx", "OUT", "--date", "2027-02-31"],
        ("“2027-02-31” is no date", "2027-09-01"),
    ),
    "a date without sense": (["--pptx", "OUT", "--date", "snart"], ("“snart” is no date",)),
    "an unknown theme": (["--pptx", "OUT", "--theme", "neon"], ("“neon”", "Choose among: fjard")),
    "an unknown kind of report": (
        ["--pdf", "OUT", "--report", "novel"],
        ("“novel”", "Choose among: brief, memo, tjansteskrivelse, full"),
    ),
    "an unknown language": (["--pptx", "OUT", "--lang", "de"], ("--lang", "'de'", "'sv', 'en'")),
    "an unknown audience": (["--pptx", "OUT", "--audience", "cats"], ("--audience", "'cats'", "'half-hour'")),
    "an unknown option": (["--ptx", "OUT"], ("--ptx", "--pptx")),
    "an option without its value": (["--pptx"], ("--pptx", "--help")),
    "nothing to write": ([], ("--pptx", "--deck-pdf", "--pdf")),
}


@pytest.mark.parametrize("case", WRONG_WORDS)
def test_wrong_words_are_told_with_the_right_ones(terminal: Terminal, project: Path, tmp_path: Path, case: str) -> None:
    words, said = WRONG_WORDS[case]
    options = [str(tmp_path / "out") if word == "OUT" else word for word in words]
    one_line(terminal.run("export", project, *options), *said)
    assert left(tmp_path) == ["projects", "projects/plan.boardwright"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["export"], "FILE"),
        (["new"], "FILE"),
        (["pack"], "--help"),
        (["pack", "burn"], "burn"),
        (["burn", "everything"], "burn"),
        (["--burn"], "--burn"),
        (["pack", "show"], "ID"),
    ],
)
def test_an_unfinished_command_points_to_its_help(terminal: Terminal, words: list[str], said: str) -> None:
    one_line(terminal.run(*words), said, "--help")


def test_an_unknown_starter_is_told_with_the_known_ones(terminal: Terminal, tmp_path: Path) -> None:
    done = terminal.run("new", tmp_path / "a.boardwright", "--starter", "castle")
    one_line(done, "“castle”", "municipality, company, empty")
    assert left(tmp_path) == []


def test_new_in_a_folder_that_is_missing_makes_nothing(terminal: Terminal, tmp_path: Path) -> None:
    one_line(terminal.run("new", tmp_path / "nowhere" / "a.boardwright"), "“a.boardwright”", "there is no folder")
    assert left(tmp_path) == []


def test_a_wrong_field_in_a_pack_is_told_with_file_line_and_field(terminal: Terminal, tmp_path: Path) -> None:
    pack = Path(shutil.copytree(asset("packs", "disintegration"), tmp_path / "mine"))
    path = pack / "patterns" / "service-exchange.yaml"
    lines = path.read_text("utf-8").splitlines()
    number = next(number for number, line in enumerate(lines, start=1) if line.startswith("headline:"))
    lines[number - 1] = lines[number - 1].replace("headline:", "haedline:")
    path.write_text("\n".join(lines) + "\n", "utf-8")
    done = terminal.run("pack", "validate", pack)
    assert (done.status, done.err) == (1, "")
    assert f"{path}:{number}: haedline: there is no such field in the format" in done.out.splitlines()


@pytest.mark.parametrize("kind", ["missing", "an empty folder", "a file"])
def test_what_is_no_pack_is_named(terminal: Terminal, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mine"
    if kind == "an empty folder":
        path.mkdir()
    elif kind == "a file":
        path.write_text("hello", "utf-8")
    done = terminal.run("pack", "validate", path)
    assert done.status in (1, 2)
    assert "mine" in done.out + done.err
    assert "Traceback" not in done.out + done.err


def test_an_export_that_is_interrupted_says_so_and_leaves_the_old_file(project: Path, tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    deck.write_bytes(b"the old one")
    program = (
        "import os, signal, sys; import app.cli.exporting as exporting; from app.__main__ import main;"
        # A shell's background job starts with interrupts ignored; a person at a terminal does not.
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        "made = exporting.export;"
        "interrupt = lambda *_: os.kill(os.getpid(), signal.SIGINT);"
        "exporting.export = lambda a, b, c, d, _: made(a, b, c, d, interrupt);"
        "sys.exit(main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "export", str(project), "--pptx", str(deck)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip() in ("Cancelled. No file was changed.", "Avbrutet. Inga filer ändrades.")
    assert deck.read_bytes() == b"the old one"
    assert left(tmp_path) == ["deck.pptx", "projects", "projects/plan.boardwright"]
