"""The export dialog: what, how and where, with a summary; then how far it has come, and what came of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.files.settings import Settings
from app.gui.document import Document
from app.gui.export.form import ExportForm
from app.gui.export.outcome import Outcome
from app.gui.export.process import Done, Failed, Order, Question, Refused, Surveyed
from app.gui.export.summary import Summary
from app.gui.export.worker import Worker
from app.gui.export.working import Working
from app.gui.interface import Interface
from app.gui.kept import take_kept
from app.gui.preview import Today
from app.language.told import Told
from app.model.editions import Edition
from app.services.export import Product
from app.services.putting import Way
from app.services.survey import Survey

#: How wide the dialog is at least, and how much of the screen's height its frame and the system's bars take, in pixels.
_WIDE: Final = 880
_FRAME: Final = 60


class ExportDialog(QDialog):
    """Asks, exports, and shows what was written. `asks_template` says that another template is to be chosen for the project."""

    asks_template = Signal()

    def __init__(
        self,
        document: Document,
        interface: Interface,
        today: Today,
        usual: Settings,
        parent: QWidget,
        edition: Edition | None = None,
    ) -> None:
        """With an edition the document is the project as it was then: it is exported again, and told how it compares."""
        super().__init__(parent)
        self._document, self._say, self._edition = document, interface, edition
        self._form = ExportForm(document, interface, today, usual, edition)
        self._summary = Summary(interface)
        self._working = Working(interface)
        self._outcome = Outcome(interface)
        self._go, self._close = QPushButton(), QPushButton()
        self._stack = QStackedWidget()
        self._at_work: Worker | None = None
        self._asked = 0
        self._lay_out()
        self._connect()
        self._check()
        self._survey()

    @property
    def targets(self) -> Mapping[Product, Path]:
        """The files that will be written."""
        return self._form.targets

    def reject(self) -> None:
        """Cancel: stops what is under way; else closes."""
        if self._worker.is_exporting:
            self._worker.cancel()
            self._worker.answer(Way(None))
            self._working.show_stopping()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._worker.is_exporting:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    @property
    def _worker(self) -> Worker:
        """The process that is asked; another when the last has ended."""
        if self._at_work is None or self._at_work.is_gone:
            if self._at_work is not None:
                self._at_work.close()
            worker = Worker(self)
            worker.surveyed.connect(self._surveyed)
            worker.progressed.connect(self._working.show_progress)
            worker.refused.connect(self._refused)
            worker.done.connect(self._finished)
            worker.failed.connect(self._failed)
            worker.stopped.connect(self._stopped)
            self._at_work = worker
        return self._at_work

    def _survey(self) -> None:
        self._asked += 1
        project = self._document.project
        self._summary.show_project(project)
        self._worker.ask(Question(self._asked, project, self._document.assets, self._form.choices))

    def _surveyed(self, answer: Surveyed) -> None:
        if answer.number == self._asked and isinstance(answer.survey, Survey | Failed):
            self._summary.show_survey(self._document.project, answer.survey)

    def _begin(self) -> None:
        self._form.complain("")
        self._working.begin()
        document, form = self._document, self._form
        what = document.project, document.assets, self.targets, form.choices, form.package
        self._worker.export(Order(*what, form.keep, self._edition))
        self._stack.setCurrentWidget(self._working)
        self._go.hide()
        self._close.setText(self._say("export.cancel"))

    def _refused(self, refused: Refused) -> None:
        self._working.ask(refused)

    def _answered(self, way: Way) -> None:
        self._worker.answer(way)

    def _finished(self, done: Done) -> None:
        if not any(part.files for part in done.parts):
            self._stopped()
            return
        self._outcome.show_files(done, self._document.project)
        if done.kept is not None:
            take_kept(self._document, done.kept)
        self._stack.setCurrentWidget(self._outcome)
        self._close.setText(self._say("export.close"))
        self._close.setFocus()

    def _failed(self, told: Told) -> None:
        self._back_to_asking()
        self._form.complain(told.told(self._say.lang))

    def _stopped(self) -> None:
        self._failed(Told("window.export-stopped"))

    def _back_to_asking(self) -> None:
        self._stack.setCurrentIndex(0)
        self._form.check()
        self._go.show()
        self._close.setText(self._say("export.cancel"))

    def _check(self) -> None:
        self._go.setEnabled(self._form.is_complete)
        with_package = self._form.package is not None
        self._go.setText(self._say("export.title") if with_package else self._say("export.go", n=len(self.targets)))

    def _hang_up(self) -> None:
        if self._at_work is not None:
            self._at_work.close()

    def _connect(self) -> None:
        self._go.clicked.connect(self._begin)
        self._close.clicked.connect(self.reject)
        self._form.changed.connect(self._check)
        self._form.changed.connect(self._survey)
        self._form.settled.connect(self._check)
        self._form.asks_template.connect(self.asks_template)
        self._working.answered.connect(self._answered)
        self.finished.connect(self._hang_up)

    def _lay_out(self) -> None:
        say = self._say
        self.setWindowTitle(say("export.title"))
        self.setMinimumWidth(_WIDE)
        self._close.setText(say("export.cancel"))
        self._go.setProperty("primary", True)
        self._go.setDefault(True)
        self._form.setObjectName("page-body")
        scrolled = QScrollArea()
        scrolled.setWidget(self._form)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        asking = QWidget()
        sides = QHBoxLayout(asking)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addWidget(scrolled, 1)
        sides.addWidget(self._summary)
        for page in (asking, self._working, self._outcome):
            self._stack.addWidget(page)
        foot = QFrame()
        foot.setObjectName("dialog-foot")
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 24, 12)
        local = QLabel(say("export.local"))
        local.setProperty("tone", "secondary")
        row.addWidget(local, 1)
        row.addWidget(self._close)
        row.addWidget(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(foot)
        # As high as the form, on a screen that is: on a lower one the form scrolls and the buttons stay in sight.
        height = self._form.sizeHint().height() + foot.sizeHint().height()
        self.resize(self.minimumWidth(), min(height, self.screen().availableGeometry().height() - _FRAME))
