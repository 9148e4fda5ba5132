"""Placed slides and reports as PDF."""

from app.export.pdf.slides import draw_page, write_deck_pdf

__all__ = ["draw_page", "write_deck_pdf"]
