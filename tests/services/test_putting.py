"""A file that cannot be put in its place is asked about, and never lost."""

from pathlib import Path

import pytest

from app.files.errors import UserError
from app.files.reasons import CannotWrite
from app.services.putting import Way, beside, put


@pytest.fixture
def taken(tmp_path: Path) -> Path:
    """A deck that is open in PowerPoint."""
    path = tmp_path / "Plan.pptx"
    path.write_bytes(b"old")
    path.with_name("~$Plan.pptx").write_bytes(b"\x04Anna")
    return path


def test_without_anybody_to_ask_a_failure_is_raised(tmp_path: Path) -> None:
    assert put(tmp_path / "Plan.pptx", b"new", None) == tmp_path / "Plan.pptx"
    with pytest.raises(CannotWrite):
        put(tmp_path / "Plan.pptx" / "within.pptx", b"new", None)


def test_an_open_file_is_tried_again_until_it_is_closed(taken: Path) -> None:
    asked: list[UserError] = []

    def ask(path: Path, why: UserError) -> Way:
        asked.append(why)
        if len(asked) == 2:
            path.with_name("~$Plan.pptx").unlink()
        return Way(path)

    assert put(taken, b"new", ask) == taken
    assert len(asked) == 2
    assert taken.read_bytes() == b"new"


def test_an_open_file_is_left_and_the_new_one_put_beside_it(taken: Path) -> None:
    assert put(taken, b"new", lambda path, _: Way(beside(path))) == taken.with_name("Plan 2.pptx")
    assert taken.read_bytes() == b"old"
    assert beside(taken) == taken.with_name("Plan 3.pptx")


def test_an_open_file_is_left_out(taken: Path) -> None:
    assert put(taken, b"new", lambda _path, _: Way(None)) is None
    assert taken.read_bytes() == b"old"


def test_an_open_file_is_written_over_when_the_user_says_so(taken: Path) -> None:
    assert put(taken, b"new", lambda path, _: Way(path, over=True)) == taken
    assert taken.read_bytes() == b"new"


def test_a_file_that_the_system_refuses_is_asked_about_too(tmp_path: Path) -> None:
    (tmp_path / "Plan.pptx").mkdir()
    assert put(tmp_path / "Plan.pptx", b"new", lambda path, _: Way(beside(path))) == tmp_path / "Plan 2.pptx"
