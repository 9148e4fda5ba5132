"""The report as PDF: content as strips, strips on pages, pages drawn."""
