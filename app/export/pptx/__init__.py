"""Decks as PowerPoint files."""

from app.export.pptx.deck import write_pptx

__all__ = ["write_pptx"]
