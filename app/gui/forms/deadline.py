"""The field for a day on which papers are due: where nothing is typed it shows the day that is reckoned."""

from datetime import date

from app.gui.fields.kinds import DateField
from app.gui.forms.wording import word


class DeadlineField(DateField):
    """A day before a meeting."""

    _reckoned: date | None = None

    def propose(self, reckoned: date | None) -> None:
        """Shows the day that holds while none is typed; None for none."""
        self._reckoned = reckoned
        self._show_reckoned()

    def retranslate(self) -> None:
        super().retranslate()
        self._show_reckoned()

    def _show_reckoned(self) -> None:
        if self._reckoned is None:
            self._line.setPlaceholderText("")
        else:
            day = self.shown(self._reckoned)
            self._line.setPlaceholderText(self.interface.say(word("meeting.reckoned", day=day)))
