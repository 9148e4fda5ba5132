"""The field for a picture or a file that bears something out: dropped, pasted or picked; shown small, with its description."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QBuffer, QEvent, QIODevice, QMimeData, QObject, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageReader,
    QImageWriter,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.files.digest import digest
from app.files.evidence import MOST_BYTES, BadEvidence, TakenIn, take_in_evidence
from app.files.reasons import CannotRead
from app.gui.background import Background
from app.gui.document import Document
from app.gui.fields.base import Asking, Field, set_property
from app.gui.fields.plain_edit import LineEdit
from app.gui.interface import Interface, Wording, term
from app.gui.look import font
from app.model.base import FieldPath
from app.model.project import Asset
from app.project.attachments import attach, detach

#: The small picture's largest size, in pixels.
_THUMB: Final = QSize(112, 72)
#: What is decoded from the clipboard at most, in pixels.
_MOST_PIXELS: Final = 60_000_000
Read = Callable[[], tuple[str, bytes]]


class AssetField(Field):
    """A file of the project. Takes one that is dropped on it or pasted into it; Delete lets it go."""

    def __init__(self, document: Document, interface: Interface, path: FieldPath, asking: Asking) -> None:
        super().__init__(document, interface, path, asking)
        self._background = Background(self)
        self._pick, self._remove = QPushButton(), QToolButton()
        self._thumb, self._name = QLabel(), QLabel()
        self._describe, self._asks = LineEdit(), QLabel()
        self._shown: str | None = None
        self._lay_out_card()
        self.setAcceptDrops(True)
        self._pick.clicked.connect(self._ask)
        self._remove.clicked.connect(self._let_go)
        self._describe.textEdited.connect(self._described)
        interface.look_changed.connect(self._draw)
        self.retranslate()
        self.refresh()

    def refresh(self) -> None:
        asset = self._asset
        self._card.setVisible(asset is not None)
        self._pick.setVisible(asset is None)
        if asset is None:
            self._shown = None
            return
        self._describe.show_text(asset.description.root.get(self.document.project.language, ""))
        self._asks.setVisible(not asset.description)
        self._name.setText(asset.name)
        self._name.setToolTip(asset.name)
        self._thumb.setAccessibleName(asset.description.said(self.interface.lang).text or asset.name)
        if self._shown != asset.sha256:
            self._shown = asset.sha256
            self._draw()

    def retranslate(self) -> None:
        super().retranslate()
        say = self._say
        self._pick.setText(say("pick"))
        self._remove.setToolTip(say("remove"))
        self._remove.setAccessibleName(say("remove"))
        self._describe.setPlaceholderText(say("description-example"))
        self._describe.setAccessibleName(say("description"))
        self._asks.setText(say("description-missing"))
        self._draw()

    def take(self, mime: QMimeData) -> bool:
        """Takes what was dropped or pasted, if it is a file or a picture; whether it was."""
        paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if paths:
            self._take_file(paths[0])
        elif mime.hasImage():
            image = cast("QImage", mime.imageData())
            name = self._say("pasted")
            self._take(lambda: (name, _png(image)))
        return bool(paths) or mime.hasImage()

    @property
    def is_busy(self) -> bool:
        """Whether a file is being taken in."""
        return self._background.is_busy

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.take(event.mimeData()):
            event.acceptProposedAction()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched is not self._describe:
            if event.matches(QKeySequence.StandardKey.Paste) and self.take(QGuiApplication.clipboard().mimeData()):
                return True
            if event.key() == Qt.Key.Key_Delete and self._asset is not None:
                self._let_go()
                return True
        return super().eventFilter(watched, event)

    # Its own

    @property
    def _asset(self) -> Asset | None:
        key = self.document.get(self.path)
        return next((asset for asset in self.document.project.assets if asset.sha256 == key), None)

    def _ask(self) -> None:
        """Asks for a file."""
        dialog = QFileDialog(
            self.window(), self._say("pick-title"), "", f"{self._say('kinds')} (*.png *.jpg *.jpeg *.pdf)"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._take_named)
        dialog.open()

    def _take_named(self, name: str) -> None:
        self._take_file(Path(name))

    def _take_file(self, path: Path) -> None:
        self._take(lambda: (path.name, _read(path)))

    def _take(self, read: Read) -> None:
        """Takes a file in beside the event loop: a large picture takes a while to write anew."""
        path = self.path

        def taken() -> tuple[str, TakenIn]:
            name, data = read()
            return name, take_in_evidence(data, name)

        def done(found: tuple[str, TakenIn]) -> None:
            name, file = found
            asset = Asset(
                sha256=digest(file.data), name=name, media_type=file.media_type, width=file.width, height=file.height
            )
            self.document.hold(asset.sha256, file.data)
            self.document.pause()
            self.set_error(None)
            self.document.apply(lambda project: attach(project, path, asset), self._named("adding"))
            self.refresh()
            self._describe.setFocus()

        self._background.run(taken, done, self.set_error)

    def _let_go(self) -> None:
        path = self.path
        self.document.apply(lambda project: detach(project, path), self._named("removing"))
        self.refresh()
        self._pick.setFocus()

    def _described(self, typed: str) -> None:
        asset = self._asset
        if asset is not None:
            told = asset.description.writing(self.document.project.language, typed)
            self.document.put(f"assets/{asset.sha256}/description", told, self._named("describing"))
            self._asks.setVisible(not told)

    def _draw(self) -> None:
        """Draws the small picture, or the sign of a file."""
        self._remove.setIcon(self.interface.icon("trash-2", "secondary"))
        self._pick.setIcon(self.interface.icon("image", "accent"))
        asset = self._asset
        data = self.document.assets.get(asset.sha256) if asset else None
        if asset is None or data is None or not asset.media_type.startswith("image/"):
            self._thumb.setPixmap(self.interface.icon("file-text").pixmap(24, 24))
            return
        self._thumb.setPixmap(_small(data, _THUMB * self.devicePixelRatioF(), self.devicePixelRatioF()))

    def _say(self, key: str) -> str:
        return self.interface.say(term("fields", f"asset.{key}"))

    def _named(self, key: str) -> Wording:
        return term("fields", f"asset.{key}")

    def _lay_out_card(self) -> None:
        set_property(self._pick, "link", True)
        for label in (self._name, self._asks):
            label.setFont(font("help", self.font()))
        set_property(self._name, "tone", "secondary")
        set_property(self._asks, "tone", "warning")
        self._asks.setWordWrap(True)
        self._thumb.setFixedSize(_THUMB)
        self._thumb.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.install(self._pick)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._describe)
        words.addWidget(self._asks)
        words.addWidget(self._name)
        words.addStretch(1)
        self._card = QWidget()
        row = QHBoxLayout(self._card)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._thumb, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self._column.insertWidget(self._column.count() - 1, self._card)
        self._describe.installEventFilter(self)
        self._remove.installEventFilter(self)


def _read(path: Path) -> bytes:
    """A file's bytes. Raises CannotRead, and BadEvidence for one larger than any that is taken in."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadEvidence("evidence.too-large", file=path.name)
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(path, error) from error


def _png(image: QImage) -> bytes:
    """A picture of the clipboard as PNG."""
    if image.width() * image.height() > _MOST_PIXELS:
        raise BadEvidence("evidence.too-large", file="")
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(out, b"png").write(image)
    return bytes(out.data().data())


def _small(data: bytes, room: QSize, density: float) -> QPixmap:
    """A picture no larger than the room, in pixels of the screen, read at that size."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    made = QPixmap.fromImage(reader.read())
    made.setDevicePixelRatio(density)
    return made
