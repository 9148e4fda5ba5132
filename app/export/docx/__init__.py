"""Reports as Word files, on the organisation's own template or in a look of our own."""

from app.export.docx.document import WordLook, write_docx

__all__ = ["WordLook", "write_docx"]
