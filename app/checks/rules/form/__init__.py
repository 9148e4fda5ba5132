"""Rules on what can be read, seen and heard."""
