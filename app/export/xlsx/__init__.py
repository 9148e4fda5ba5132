"""The calculation as a workbook with live formulas: change an amount or a rate, and everything that rests on it follows."""

from app.export.xlsx.book import write_xlsx

__all__ = ["write_xlsx"]
