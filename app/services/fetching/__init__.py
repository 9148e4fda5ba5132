"""Figures and rows fetched from a workbook, and fetched again."""

from app.services.fetching.again import Moved, Refreshed, Shift, read_again, renewed
from app.services.fetching.figures import Offer, fetched, offered
from app.services.fetching.known import Fetched, Source, currency_of, fetched_name, sources
from app.services.fetching.looking import Found, Tables, find_tables, look_through
from app.services.fetching.rows import Into, RowFetch, Sort, changes, lines_of, proposed, rows_taken, scale_for
from app.services.fetching.shown import Shows, where_shown
from app.services.fetching.tables import SheetRow, SheetRows, Wanted, read_rows

__all__ = [
    "Fetched",
    "Found",
    "Into",
    "Moved",
    "Offer",
    "Refreshed",
    "RowFetch",
    "SheetRow",
    "SheetRows",
    "Shift",
    "Shows",
    "Sort",
    "Source",
    "Tables",
    "Wanted",
    "changes",
    "currency_of",
    "fetched",
    "fetched_name",
    "find_tables",
    "lines_of",
    "look_through",
    "offered",
    "proposed",
    "read_again",
    "read_rows",
    "renewed",
    "rows_taken",
    "scale_for",
    "sources",
    "where_shown",
]
