"""Rules on risks."""
