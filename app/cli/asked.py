"""Dates and kinds of report as commands take them."""

from datetime import date

from app.files.errors import UserError
from app.model.report_kind import REPORT_KINDS, ReportKind, is_report_kind


def day_asked(text: str | None) -> date:
    """The date asked for, else today. Raises UserError for one that does not exist."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError("use.date", text=text) from None


def report_asked(name: str) -> ReportKind:
    """The kind of report asked for. Raises UserError, with those that there are, for one that does not exist."""
    if not is_report_kind(name):
        raise UserError("export.no-report", name=name, known=", ".join(REPORT_KINDS))
    return name
