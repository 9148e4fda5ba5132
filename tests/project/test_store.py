"""What is saved is what is opened; what cannot be opened is refused in a sentence that names the file."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.files.errors import UserError
from app.model.base import text
from app.model.project import Asset, Project
from app.project import edits
from app.project.store import CURRENT, OpenProject, open_project, save_project, write_project
from tests.sample import EXCHANGE, key, sample_project

SAMPLE = sample_project()
ACTION = SAMPLE.actions[0]


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), (11, 79, 108)).save(out, "PNG")
    return out.getvalue()


LOGO, NOTE = png(), "Underlag åäö".encode()
ASSETS = {hashlib.sha256(data).hexdigest(): data for data in (LOGO, NOTE)}
LOGO_KEY, NOTE_KEY = ASSETS
PICTURED = SAMPLE.model_copy(
    update={
        "assets": (
            Asset(sha256=LOGO_KEY, name="logo.png", media_type="image/png", description=text("Vårt märke")),
            Asset(sha256=NOTE_KEY, name="underlag.txt", media_type="text/plain"),
        ),
        "organisation": SAMPLE.organisation.model_copy(update={"logo": LOGO_KEY}),
        "drafts": {f"actions/{ACTION.id}/due": "31 februari"},
    }
)


def through_a_file(project: Project) -> OpenProject:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "plan.boardwright"
        save_project(path, project, ASSETS)
        return open_project(path)


def test_a_saved_project_opens_as_it_was() -> None:
    assert through_a_file(PICTURED) == OpenProject(PICTURED, ASSETS)


@given(
    title=st.text(max_size=40),
    amount=st.decimals(0, Decimal(10) ** 14, places=2),
    year=st.integers(1990, 2100),
    day=st.dates(date(1900, 1, 1), date(2200, 1, 1)),
    draft=st.text(max_size=20),
)
def test_whatever_is_written_in_it_it_opens_as_it_was(
    title: str, amount: Decimal, year: int, day: date, draft: str
) -> None:
    line = ACTION.lines[0].id
    project = edits.put(SAMPLE, "matter/title/en", title)
    project = edits.put(project, f"patterns/{EXCHANGE}/meaning/sv", title)
    project = edits.put(project, f"actions/{ACTION.id}/lines/{line}/amounts/{year}", amount)
    project = edits.put(project, f"actions/{ACTION.id}/start", day)
    project = edits.put_draft(project, f"actions/{ACTION.id}/due", draft)
    assert through_a_file(project).project == project


def test_equal_projects_are_equal_bytes_and_say_what_they_are_first(tmp_path: Path) -> None:
    one, two = tmp_path / "one.boardwright", tmp_path / "two.boardwright"
    save_project(one, PICTURED, ASSETS)
    opened = open_project(one)
    save_project(two, opened.project, opened.assets)
    assert one.read_bytes() == two.read_bytes()
    assert one.read_bytes()[30:].startswith(b"mimetypeapplication/vnd.boardwright.project+zip")


def test_the_patterns_texts_lie_in_files_of_their_own(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    twice = PICTURED.patterns[0].model_copy(update={"id": key(0x777)})
    renamed = twice.model_copy(
        update={"id": key(0x778), "pattern": twice.pattern.model_copy(update={"name": text("Annat")})}
    )
    project = PICTURED.model_copy(update={"patterns": (*PICTURED.patterns, twice, renamed)})
    save_project(path, project, ASSETS)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    stem = f"packs/{twice.pack}/{twice.pattern.id}"
    assert names[:2] == ["mimetype", "project.json"]
    assert [name for name in names if name.startswith(stem)] == [f"{stem}.json", f"{stem}~2.json"]
    assert open_project(path).project == project


def test_pictures_that_the_project_does_not_name_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    save_project(path, SAMPLE, ASSETS)
    assert open_project(path).assets == {}


def test_a_picture_without_its_bytes_is_not_saved_over_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    save_project(path, SAMPLE, {})
    before = path.read_bytes()
    with pytest.raises(UserError) as said:
        save_project(path, PICTURED, {LOGO_KEY: LOGO})
    assert "underlag.txt" in said.value.told("sv")
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_somebody_else_put_into_the_zip_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    save_project(path, SAMPLE, {})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/._project.json", b"x")
    assert open_project(path).project == SAMPLE


Entries = dict[str, bytes]


def repacked(tmp_path: Path, change: Callable[[Entries], None]) -> Path:
    """The pictured project with its entries changed."""
    out = io.BytesIO()
    write_project(out, PICTURED, ASSETS)
    with zipfile.ZipFile(out) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    path = tmp_path / "plan.boardwright"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return path


def in_json(change: Callable[[dict[str, Any]], None]) -> Callable[[Entries], None]:
    def changed(entries: Entries) -> None:
        tree = json.loads(entries["project.json"])
        change(tree)
        entries["project.json"] = json.dumps(tree).encode()

    return changed


def refusal(path: Path) -> str:
    with pytest.raises(UserError) as said:
        open_project(path)
    assert path.name in said.value.told("sv")
    return said.value.told("en")


def put(name: str, data: bytes) -> Callable[[Entries], None]:
    return lambda entries: entries.update({name: data})


def without(name: str) -> Callable[[Entries], None]:
    def removed(entries: Entries) -> None:
        del entries[name]

    return removed


PACK = f"packs/{SAMPLE.patterns[0].pack}/{SAMPLE.patterns[0].pattern.id}.json"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (without("mimetype"), "is not a Boardwright project"),
        (put("mimetype", b"application/epub+zip"), "is not a Boardwright project"),
        (without("project.json"), "is damaged: project.json"),
        (put("project.json", b"{"), "is damaged: project.json"),
        (put("project.json", b"[]"), "is damaged: project.json"),
        (put("project.json", b'{"format_version": 1, "project": {"id": "\\ud800"}}'), "is damaged: project.json"),
        (put("project.json", b'{"format_version": NaN}'), "is damaged: project.json"),
        (put("project.json", b"[" * 100_000), "is damaged: project.json"),
        (put("project.json", b'{"format_version": 0}'), "is damaged: project.json"),
        (put("project.json", b'{"format_version": 1, "project": 3}'), "is damaged: project.json"),
        (put("project.json", b'{"format_version": 1, "project": {}}'), "the field id"),
        (without(PACK), f"is damaged: {PACK}"),
        (put(PACK, b"\xff"), f"is damaged: {PACK}"),
        (put(PACK, b"{}"), "the field patterns/0/pattern/id"),
        (put(f"assets/{LOGO_KEY}", b"other"), "“logo.png” in it is damaged"),
        (without(f"assets/{NOTE_KEY}"), "“underlag.txt” in it is damaged or missing"),
        (in_json(lambda tree: tree.update(format_version=CURRENT + 1)), f"newer Boardwright (format {CURRENT + 1})"),
        (in_json(lambda tree: tree["project"].update(surprise=1)), "the field surprise"),
        (in_json(lambda tree: tree["project"]["actions"][1].update(due="31 feb")), "actions/1/due has a value that doesn't fit (31 feb)"),
        (in_json(lambda tree: tree["project"]["decisions"][1].update(amount="-5")), "decisions/1/amount has a value that doesn't fit (-5)"),
        (in_json(lambda tree: tree["project"]["matter"].update(title={"fi": "Hei"})), "matter/title/fi"),
        (in_json(lambda tree: tree["project"].update(patterns="all")), "the field patterns has"),
        (in_json(lambda tree: tree["project"].update(risks=tree["project"]["risks"] * 2)), "is in it twice"),
    ],
)  # fmt: skip
def test_each_way_to_be_wrong_is_named(tmp_path: Path, change: Callable[[Entries], None], words: str) -> None:
    assert words in refusal(repacked(tmp_path, change))


def test_a_picture_that_is_none_is_refused_though_its_digest_fits(tmp_path: Path) -> None:
    digest = hashlib.sha256(b"no picture").hexdigest()
    fake = SAMPLE.model_copy(update={"assets": (Asset(sha256=digest, name="logo.png", media_type="image/png"),)})
    path = tmp_path / "plan.boardwright"
    save_project(path, fake, {digest: b"no picture"})
    assert "“logo.png”" in refusal(path)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("plan.txt", b"Hej", "is not a Boardwright project"),
        ("photo.jpg", b"\xff\xd8\xff" + bytes(64), "is not a Boardwright project"),
        ("empty.boardwright", b"", "is empty"),
        ("cut.boardwright", b"PK\x03\x04" + bytes(64), "is damaged or cut short"),
    ],
)
def test_a_foreign_or_truncated_file_is_named(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert words in refusal(tmp_path / name)


def test_a_deck_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    deck = tmp_path / "deck.pptx"
    with zipfile.ZipFile(deck, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    assert "is not a Boardwright project" in refusal(deck)
    assert "is a folder" in refusal(tmp_path)
    assert "There is no “nowhere.boardwright”" in refusal(tmp_path / "nowhere.boardwright")


def test_cut_anywhere_it_is_refused_in_words(tmp_path: Path) -> None:
    out = io.BytesIO()
    write_project(out, PICTURED, ASSETS)
    whole = out.getvalue()
    path = tmp_path / "plan.boardwright"
    for place in range(0, len(whole), len(whole) // 40):
        path.write_bytes(whole[:place])
        refusal(path)


def test_what_no_file_can_carry_is_left_out_as_it_is_typed() -> None:
    typed = edits.put_draft(SAMPLE, "matter/reference", "KS \ud800 12\x00")
    assert typed.drafts == {"matter/reference": "KS  12"}
    assert through_a_file(typed).project == typed


def test_references_to_what_is_not_there_are_mended_on_reading(tmp_path: Path) -> None:
    def dangling(tree: dict[str, Any]) -> None:
        tree["project"]["actions"][0].update(chosen=key(0x999), depends_on=[key(0x998)])
        tree["project"]["recommended"] = key(0x997)

    project = open_project(repacked(tmp_path, in_json(dangling))).project
    assert project.actions[0].chosen is None
    assert project.actions[0].depends_on == ()
    assert project.recommended is None
