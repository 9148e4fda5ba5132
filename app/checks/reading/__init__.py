"""Measures of how a text reads: its sentences and words, how hard it is, what is left in it that should not be there.

Plain functions of a text and its language. They say what is there; whether that is too much is a rule's to judge."""
