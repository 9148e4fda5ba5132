"""Where one has been in the window: back and forward, as in a browser."""

from app.model.base import FieldPath


class History:
    """Visited places, and which one we are at."""

    def __init__(self) -> None:
        self._places: list[FieldPath] = []
        self._at = -1

    def visit(self, place: FieldPath) -> None:
        """Goes to a place; what lay ahead is forgotten."""
        if self._at >= 0 and self._places[self._at] == place:
            return
        self._places[self._at + 1 :] = [place]
        self._at += 1

    def back(self) -> FieldPath | None:
        """The place before; None at the first."""
        return self._step(-1)

    def forward(self) -> FieldPath | None:
        """The place after; None at the last."""
        return self._step(1)

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self._at < len(self._places) - 1

    def clear(self) -> None:
        """Forgets all, as for another project."""
        self._places, self._at = [], -1

    def _step(self, by: int) -> FieldPath | None:
        if not 0 <= self._at + by < len(self._places):
            return None
        self._at += by
        return self._places[self._at]
