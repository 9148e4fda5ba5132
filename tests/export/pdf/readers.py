"""Reads PDFs as a reader program does."""

import shutil
import subprocess
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from pypdfium2 import raw


def open_pdf(data: bytes) -> pdfium.PdfDocument:
    """A PDF in memory."""
    return pdfium.PdfDocument(data)


def page_texts(data: bytes) -> list[str]:
    """Each page's text with single spaces, in the order in which it is written."""
    document = open_pdf(data)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]


def outline(data: bytes) -> list[tuple[int, str, int]]:
    """Level, title and page (from 0) of every entry of the outline."""
    found: list[tuple[int, str, int]] = []
    for mark in open_pdf(data).get_toc():
        target = mark.get_dest()
        found.append((mark.level, mark.get_title(), target.get_index() if target else -1))
    return found


def qpdf_finds(data: bytes, folder: Path) -> str:
    """What qpdf has to say against a PDF; "" when it is clean."""
    if shutil.which("qpdf") is None:
        pytest.skip("needs qpdf")
    path = folder / "checked.pdf"
    path.write_bytes(data)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def text_outside(data: bytes) -> list[str]:
    """Characters that stand outside their page."""
    found: list[str] = []
    for page in open_pdf(data):
        width, height = page.get_size()
        textpage = page.get_textpage()
        for index in range(textpage.count_chars()):
            left, bottom, right, top = textpage.get_charbox(index)
            if right > left and (left < 0 or bottom < 0 or right > width or top > height):
                found.append(chr(raw.FPDFText_GetUnicode(textpage, index)))
    return found
