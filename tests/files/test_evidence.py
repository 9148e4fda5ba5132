"""Evidence comes in as picture or PDF, bare of what it tells about its maker; anything else is refused in words."""

from io import BytesIO

import pikepdf
import pytest

from app.files.evidence import BadEvidence, take_in_evidence


def pdf(password: str = "") -> bytes:
    out = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Producer"] = "Hemligt program"
        made.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        made.save(out, encryption=pikepdf.Encryption(user=password, owner=password) if password else False)
    return out.getvalue()


def test_a_pdf_loses_its_metadata_and_what_starts_by_itself() -> None:
    with pikepdf.open(BytesIO(take_in_evidence(pdf(), "a.pdf").data)) as kept:
        assert "/Info" not in kept.trailer
        assert "/OpenAction" not in kept.Root


def test_the_same_pdf_gives_the_same_bytes() -> None:
    data = pdf()
    assert take_in_evidence(data, "a.pdf") == take_in_evidence(data, "b.pdf")


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"MZ program", "evidence.foreign"),
        (b"", "evidence.foreign"),
        (b"%PDF-1.7 broken", "evidence.damaged"),
        (b"%PDF-" + b"0" * (31 * 1024 * 1024), "evidence.too-large"),
    ],
)
def test_what_cannot_be_taken_in_is_told_of(data: bytes, key: str) -> None:
    with pytest.raises(BadEvidence) as refused:
        take_in_evidence(data, "fil")
    assert refused.value.key == key


def test_a_locked_pdf_is_told_of() -> None:
    with pytest.raises(BadEvidence) as refused:
        take_in_evidence(pdf("hemligt"), "fil.pdf")
    assert refused.value.key == "evidence.locked"
