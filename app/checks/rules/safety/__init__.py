"""Rules on what may be spread."""
