"""A file is known again by its digest."""

from pathlib import Path

import pytest

from app.files.digest import digest, digest_of
from app.files.reasons import CannotRead


def test_a_file_has_the_digest_of_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "plan.boardwright"
    assert digest_of(path) is None
    path.write_bytes(b"one")
    assert digest_of(path) == digest(b"one")
    assert digest_of(path / "within") is None
    with pytest.raises(CannotRead):
        digest_of(tmp_path)
