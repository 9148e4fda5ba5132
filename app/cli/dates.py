"""Dates as commands take them."""

from datetime import date

from app.files.errors import UserError


def day_asked(text: str | None) -> date:
    """The date asked for, else today. Raises UserError for one that does not exist."""
    if text is None:
        return date.today()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UserError("use.date", text=text) from None
