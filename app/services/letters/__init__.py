"""Letters to owners: a sheet of the actions to fill in, and the answers read back with what they change and what does not fit."""

from app.services.letters.reading import Answer, Answers, about, answered, read_answers
from app.services.letters.writing import letter_csv, letter_xlsx, owners

__all__ = ["Answer", "Answers", "about", "answered", "letter_csv", "letter_xlsx", "owners", "read_answers"]
