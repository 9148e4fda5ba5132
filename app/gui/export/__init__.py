"""Exporting from the window: a dialog that asks what and where, and a process that does it."""
