"""What rules rest on: each source said once, as it is shown with the rules. Our own inferences are said to be that."""

from typing import Final

from app.model.base import text

PRACTICE: Final = text(
    "Praxis i styrelser och nämnder; vår bedömning", "Practice in boards and committees; our judgement"
)
