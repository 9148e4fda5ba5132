"""Rules on how much there is."""
