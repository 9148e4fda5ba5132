"""The tests, a package of their own, so that none that a library brings along is taken for it."""
