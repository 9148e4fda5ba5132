"""Settings: what the user sets once for all, and what new projects begin with."""
