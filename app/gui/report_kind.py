"""Which kind of report the preview shows, as it was chosen last. Qt's settings keep it."""

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox

from app.gui.interface import Interface
from app.model.report_kind import REPORT_KINDS, ReportKind, is_report_kind

_KEY = "preview/report"
#: So many letters of a kind's name are seen at least.
_SEEN = 14


def kind_chosen_last() -> ReportKind:
    """The kind that the preview was last asked for."""
    kept = str(QSettings().value(_KEY))
    return kept if is_report_kind(kept) else "memo"


class ReportKindChoice(QComboBox):
    """Offers the kinds of report; hidden until a report is shown. `chosen` says that the user took one."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_SEEN)
        self.addItems(REPORT_KINDS)
        self.setCurrentIndex(REPORT_KINDS.index(kind_chosen_last()))
        self.activated.connect(self._keep)
        self.hide()

    @property
    def kind(self) -> ReportKind:
        """The kind to show."""
        return REPORT_KINDS[self.currentIndex()]

    def retranslate(self, say: Interface) -> None:
        """Sets the texts in the interface's language."""
        for at, kind in enumerate(REPORT_KINDS):
            self.setItemText(at, say(f"export.report-{kind}"))
        self.setAccessibleName(say("export.report"))
        self.setToolTip(say("export.report"))

    def _keep(self) -> None:
        QSettings().setValue(_KEY, self.kind)
        self.chosen.emit()
