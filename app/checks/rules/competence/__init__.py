"""Rules on who may decide, and how it is worded."""
