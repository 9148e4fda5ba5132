"""Rules on messages."""
