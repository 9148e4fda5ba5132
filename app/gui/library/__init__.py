"""The library in the window: a shelf of patterns, and a view to read one in."""
