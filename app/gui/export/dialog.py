"""The export dialog: what, in which language, where; then how far it has come, and what came of it."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.gui.document import Document
from app.gui.export.outcome import Outcome
from app.gui.export.worker import PRODUCT_ORDER, Export, Order, Progress
from app.gui.fields.choices import Segments
from app.gui.files import file_stem
from app.gui.interface import Interface
from app.gui.look import font
from app.gui.preview import Today
from app.language.told import Told
from app.model.base import LANGS, Lang
from app.services.export import PRODUCTS, Choices, Exported, Product


class ExportDialog(QDialog):
    """Asks, exports, and shows what was written."""

    def __init__(self, document: Document, interface: Interface, today: Today, parent: QWidget) -> None:
        super().__init__(parent)
        self._document, self._say, self._today = document, interface, today
        self._export: Export | None = None
        self._boxes: dict[Product, QCheckBox] = {product: QCheckBox() for product in PRODUCT_ORDER}
        self._lang = Segments(len(LANGS))
        self._folder, self._browse = QLineEdit(), QPushButton()
        self._names, self._complaint = QLabel(), QLabel()
        self._bar, self._doing = QProgressBar(), QLabel()
        self._outcome = Outcome(interface)
        self._go, self._close = QPushButton(), QPushButton()
        self._stack = QStackedWidget()
        self._lay_out()
        self._fill()
        self._connect()
        self._check()

    @property
    def targets(self) -> Mapping[Product, Path]:
        """The files that will be written."""
        folder, stem = Path(self._folder.text()).expanduser(), self._stem()
        return {
            product: folder / f"{stem}{self._ending(product)}{PRODUCTS[product]}"
            for product, box in self._boxes.items()
            if box.isChecked()
        }

    def reject(self) -> None:
        """Cancel: stops what is under way; else closes."""
        if self._export is not None and self._export.running:
            self._export.cancel()
            self._doing.setText(self._say("export.stopping"))
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._export is not None and self._export.running:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _begin(self) -> None:
        self._complain(None)
        order = Order(
            self._document.project,
            self._document.assets,
            self.targets,
            Choices(lang=self._chosen_lang(), today=self._today()),
        )
        self._export = Export(order, self)
        self._export.progressed.connect(self._progressed)
        self._export.done.connect(self._finished)
        self._export.failed.connect(self._failed)
        self._export.stopped.connect(self._stopped)
        self._bar.setValue(0)
        self._doing.setText(self._say("export.preparing"))
        self._stack.setCurrentIndex(1)
        self._go.hide()
        self._close.setText(self._say("export.cancel"))

    def _progressed(self, progress: Progress) -> None:
        self._bar.setValue(round(progress.part * 100))
        self._doing.setText(self._say(f"export.making-{progress.product}"))

    def _finished(self, exported: Exported) -> None:
        self._outcome.show_files(exported)
        self._stack.setCurrentIndex(2)
        self._close.setText(self._say("export.close"))
        self._close.setFocus()

    def _failed(self, told: Told) -> None:
        self._back_to_asking()
        self._complain(told)

    def _stopped(self) -> None:
        self._back_to_asking()
        self._complain(Told("window.export-stopped"))

    def _back_to_asking(self) -> None:
        self._stack.setCurrentIndex(0)
        self._go.show()
        self._close.setText(self._say("export.cancel"))

    def _complain(self, told: Told | None) -> None:
        self._complaint.setText(told.told(self._say.lang) if told else "")
        self._complaint.setVisible(told is not None)

    def _check(self) -> None:
        """Says which files will be written, and whether the button may be pressed."""
        targets = self.targets
        self._go.setEnabled(bool(targets) and bool(self._folder.text().strip()))
        self._go.setText(self._say("export.go", n=len(targets)))
        there = [path.name for path in targets.values() if path.exists()]
        lines = [path.name for path in targets.values()]
        words = "\n".join(lines) if lines else self._say("export.nothing")
        self._names.setText(words + (f"\n{self._say('export.replaces', n=len(there))}" if there else ""))

    def _chosen_lang(self) -> Lang:
        return LANGS[max(self._lang.group.checkedId(), 0)]

    def _stem(self) -> str:
        title = self._document.project.matter.title.said(self._chosen_lang()).text
        return file_stem(title or self._say("sidebar.untitled"))

    def _ending(self, product: Product) -> str:
        ending = self._say(f"export.ending-{product}")
        return f", {ending}" if ending else ""

    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self._say("export.where"), self._folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._folder.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _connect(self) -> None:
        self._go.clicked.connect(self._begin)
        self._close.clicked.connect(self.reject)
        self._browse.clicked.connect(self._ask_where)
        self._folder.textChanged.connect(self._check)
        self._lang.group.idClicked.connect(self._check)
        for box in self._boxes.values():
            box.clicked.connect(self._check)
        self._outcome.open_file.connect(_open)

    def _fill(self) -> None:
        say, document = self._say, self._document
        self.setWindowTitle(say("export.title"))
        for product, box in self._boxes.items():
            box.setText(say(f"export.{product}"))
            box.setChecked(True)
        for button, lang in zip(self._lang.buttons, LANGS, strict=True):
            button.setText(say(f"export.in-{lang}"))
        self._lang.pick(LANGS.index(document.project.language))
        folder = document.path.parent if document.path else Path.home() / "Documents"
        self._folder.setText(str(folder if folder.is_dir() else Path.home()))
        self._folder.setAccessibleName(say("export.where"))
        self._browse.setText(say("export.browse"))
        self._close.setText(say("export.cancel"))
        self._bar.setAccessibleName(say("export.progress"))

    def _lay_out(self) -> None:
        say = self._say
        self.setMinimumWidth(560)
        self._complaint.setObjectName("wrong")
        self._complaint.setWordWrap(True)
        self._complaint.setContentsMargins(12, 10, 12, 10)
        for label in (self._names, self._doing):
            label.setProperty("tone", "secondary")
            label.setWordWrap(True)
        self._names.setFont(font("help", self.font()))
        self._go.setProperty("primary", True)
        self._go.setDefault(True)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._stack.addWidget(self._asking(say))
        self._stack.addWidget(self._working(say))
        self._stack.addWidget(self._outcome)
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

    def _asking(self, say: Interface) -> QWidget:
        what = QVBoxLayout()
        what.setSpacing(8)
        for box in self._boxes.values():
            what.addWidget(box)
        where = QHBoxLayout()
        where.setSpacing(8)
        where.addWidget(self._folder, 1)
        where.addWidget(self._browse)
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(18)
        for key, part in (("what", what), ("language", self._lang), ("where", where), ("files", self._names)):
            label = QLabel(say(f"export.{key}"))
            label.setFont(font("body", self.font(), strong=True))
            form.addRow(label, part)  # pyright: ignore[reportArgumentType,reportCallIssue]
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._complaint)
        column.addLayout(form)
        column.addStretch(1)
        self._complaint.hide()
        return page

    def _working(self, say: Interface) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 36, 24, 24)
        column.setSpacing(12)
        column.addWidget(self._doing)
        column.addWidget(self._bar)
        calm = QLabel(say("export.calm"))
        calm.setProperty("tone", "secondary")
        calm.setWordWrap(True)
        column.addWidget(calm)
        column.addStretch(1)
        return page


def _open(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
