"""Templates of others: read safely, looked through, and made into a theme and a grid that slides are laid out by."""
