"""Which meeting on the matter's route an export is for."""

from PySide6.QtWidgets import QComboBox

from app.gui.interface import Interface
from app.language.catalogue import Words
from app.language.format import format_date
from app.model.base import Id
from app.model.project import Matter, Meeting


class MeetingPick(QComboBox):
    """All meetings in order, by body and day. `usual` is picked until the user picks another."""

    def __init__(self, matter: Matter, interface: Interface, usual: Meeting | None) -> None:
        super().__init__()
        self._route = matter.route
        for meeting in self._route:
            self.addItem(named(meeting, interface))
        if not self._route:
            self.addItem(Words("editions", interface.lang)("no-meeting"))
        self.setCurrentIndex(self._route.index(usual) if usual else 0)
        self.setEnabled(len(self._route) > 1)
        self.setAccessibleName(interface("export.meeting"))

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that is picked; None where there is none."""
        return self._route[self.currentIndex()] if self._route else None

    @property
    def chosen(self) -> Id | None:
        """Its id, as an export takes it."""
        return self.meeting.id if self.meeting else None


def named(meeting: Meeting, interface: Interface) -> str:
    """A meeting by its body and day: "Kommunstyrelsen 16 dec. 2026"."""
    body = meeting.body.said(interface.lang).text
    day = format_date(meeting.on, interface.lang, "abbr") if meeting.on else ""
    return " ".join(part for part in (body, day) if part)
