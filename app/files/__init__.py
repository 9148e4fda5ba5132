"""Files as they come from outside and go out: one-step writes, locks, limited archives, settings."""
