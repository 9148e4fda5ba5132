"""A document that is open in an office program is known by the owner file beside it."""

from pathlib import Path

import pytest

from app.files.office import OpenInOffice, refuse_open

#: As PowerPoint writes it: the name's length, the name, spaces to 54 bytes; the length in two bytes, the name in UTF-16.
POWER_POINT = b"\x09Anna Berg".ljust(54) + b"\x09\x00" + "Anna Berg".encode("utf-16-le").ljust(108)


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "Plan.pptx"
    path.write_bytes(b"old")
    return path


def test_a_document_by_itself_may_be_replaced(deck: Path) -> None:
    refuse_open(deck)


def test_power_points_owner_file_tells_who(deck: Path) -> None:
    deck.with_name("~$Plan.pptx").write_bytes(POWER_POINT)
    with pytest.raises(OpenInOffice, match="open for Anna Berg"):
        refuse_open(deck)


def test_libre_offices_owner_file_tells_who(deck: Path) -> None:
    deck.with_name(".~lock.Plan.pptx#").write_text(",anna,dator,26.11.2026 09:00,file:///home/anna;", "utf-8")
    with pytest.raises(OpenInOffice, match="open for anna"):
        refuse_open(deck)


@pytest.mark.parametrize("damaged", [b"", b"\xff", b"\x02ab", POWER_POINT[:60]])
def test_a_damaged_owner_file_still_counts(deck: Path, damaged: bytes) -> None:
    deck.with_name("~$Plan.pptx").write_bytes(damaged)
    with pytest.raises(OpenInOffice):
        refuse_open(deck)


def test_an_owner_file_without_its_document_stands_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "~$Plan.pptx").write_bytes(POWER_POINT)
    refuse_open(tmp_path / "Plan.pptx")
