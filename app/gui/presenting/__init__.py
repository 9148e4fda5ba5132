"""Presenting: the slide for the audience, and what the presenter sees beside it."""

from app.gui.presenting.show import Show
from app.gui.presenting.stage import Stage

__all__ = ["Show", "Stage"]
