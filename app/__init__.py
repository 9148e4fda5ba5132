"""Boardwright: from strategy patterns to a board-ready deck and report, offline."""

__version__ = "0.1.0"
