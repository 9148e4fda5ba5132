"""Placed slides and reports as PDF."""

from app.export.pdf.locking import locked
from app.export.pdf.part import draw_part
from app.export.pdf.report.handout import write_handout
from app.export.pdf.report.setting import left_out, write_report
from app.export.pdf.sheet import MissingGlyph
from app.export.pdf.slides import draw_page, write_deck_pdf

__all__ = [
    "MissingGlyph",
    "draw_page",
    "draw_part",
    "left_out",
    "locked",
    "write_deck_pdf",
    "write_handout",
    "write_report",
]
