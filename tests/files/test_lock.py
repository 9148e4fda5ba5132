"""A file that is open has a lock beside it; a crash leaves none that matters."""

import os
import socket
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.files.lock import InUse, hold, stamp, take_over


def test_a_file_is_held_by_one_and_free_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    with hold(path):
        assert {each.name for each in tmp_path.iterdir()} == {".plan.boardwright.lock", ".plan.boardwright.who"}
        with pytest.raises(InUse) as said:
            hold(path)
        assert said.value.holder.host == socket.gethostname()
        assert "plan.boardwright" in said.value.told("sv")
    with hold(path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_a_lock_left_by_a_crash_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    crash = "import os, sys; from pathlib import Path; from app.files.lock import hold; held = hold(Path(sys.argv[1])); os._exit(1)"
    subprocess.run([sys.executable, "-c", crash, str(path)], check=False, cwd=Path(__file__).parents[2])
    assert list(tmp_path.iterdir()) != []
    with hold(path):
        pass


def test_a_lock_of_another_computer_stands_until_the_user_says_so(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    (tmp_path / ".plan.boardwright.lock").write_text("4711\nkontorsdator\n", "utf-8")
    with pytest.raises(InUse) as said:
        hold(path)
    assert "kontorsdator" in said.value.told("en")
    take_over(path).release()


def test_the_lock_tells_who_and_since_when_nothing_was_heard(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    (tmp_path / ".plan.boardwright.lock").write_text("4711\nkontorsdator\n", "utf-8")
    who = tmp_path / ".plan.boardwright.who"
    who.write_text("Anna Berg", "utf-8")
    os.utime(who, (0, 0))
    with pytest.raises(InUse) as said:
        hold(path)
    assert said.value.told("sv") == "”plan.boardwright” är redan öppen hos Anna Berg på datorn kontorsdator."
    assert said.value.holder.is_silent(datetime.now(UTC))


def test_a_file_that_is_held_is_heard_of(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    with hold(path) as held:
        os.utime(tmp_path / ".plan.boardwright.who", (0, 0))
        held.renew()
        with pytest.raises(InUse) as said:
            hold(path)
        assert not said.value.holder.is_silent(datetime.now(UTC))


def test_letting_go_leaves_the_lock_of_one_who_opened_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    first = hold(path)
    other = (
        "import sys; from pathlib import Path; from app.files.lock import take_over\n"
        "held = take_over(Path(sys.argv[1])); print(flush=True); input()"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", other, str(path)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as second:
        assert second.stdout
        second.stdout.readline()
        assert not first.is_ours
        first.release()
        with pytest.raises(InUse):
            hold(path)
        second.kill()
    with hold(path):
        pass


def test_a_lock_that_tells_nothing_still_stands(tmp_path: Path) -> None:
    (tmp_path / ".plan.boardwright.lock").write_text("", "utf-8")
    with pytest.raises(InUse) as said:
        hold(tmp_path / "plan.boardwright")
    assert said.value.told("sv") == "”plan.boardwright” är redan öppen någon annanstans."


def test_where_no_lock_can_be_made_the_file_still_opens(tmp_path: Path) -> None:
    hold(tmp_path / "nowhere" / "plan.boardwright").release()


def test_a_file_that_changed_on_disk_has_another_stamp(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    assert stamp(path) is None
    path.write_bytes(b"one")
    before = stamp(path)
    assert before == stamp(path)
    path.write_bytes(b"three")
    assert stamp(path) != before
