"""The pages of the template dialog: none chosen yet; the project's slides on a template. And the dialog's foot."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.gui.interface import Interface
from app.gui.look import font
from app.gui.template.lists import LayoutList, SlideGrid
from app.gui.template.proposal import Proposal
from app.gui.template.remarks import Remarks
from app.language.catalogue import Words
from app.language.format import format_number
from app.model.units import POINTS_PER_MM

#: The room for the current slide, in pixels, and the width of the side it stands on.
_SHOWN = QSize(392, 294)
_SIDE = 440


class EmptyPage(QWidget):
    """What a template does, and the way to choose one."""

    asks = Signal()

    def __init__(self, words: Words) -> None:
        super().__init__()
        title, about, choose = QLabel(words("none")), QLabel(words("none-about")), QPushButton(words("choose"))
        title.setFont(font("title", self.font(), strong=True))
        about.setWordWrap(True)
        about.setMaximumWidth(520)
        about.setProperty("tone", "secondary")
        choose.setProperty("primary", True)
        choose.clicked.connect(self.asks)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (title, about):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        column.addWidget(choose, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)


class ProposalPage(QWidget):
    """The deck's kinds of slide on a template at the left; at the right the current one and the layouts that it may take."""

    asks = Signal()
    picked = Signal(int)
    everywhere = Signal()
    returns = Signal()

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._words = Words("template", interface.lang)
        self._proposal: Proposal | None = None
        self._drawn: dict[str, tuple[QImage, int]] = {}
        self._about, self._remarks = QLabel(), Remarks(interface)
        self._slides, self._layouts = SlideGrid(interface), LayoutList(interface)
        self._shown, self._caption, self._for = QLabel(), QLabel(), QLabel()
        self._everywhere, self._back = QPushButton(self._words("everywhere")), QPushButton(self._words("back"))
        self._other = QPushButton(self._words("other"))
        self._lay_out()
        self._slides.turned.connect(self._turn)
        self._layouts.picked.connect(self.picked)
        self._everywhere.clicked.connect(self.everywhere)
        self._back.clicked.connect(self.returns)
        self._other.clicked.connect(self.asks)

    @property
    def kind(self) -> str:
        """The kind of slide that is looked at."""
        return self._slides.kind

    def fill(self, proposal: Proposal, kinds: tuple[str, ...]) -> None:
        """Shows another template."""
        self._proposal = proposal
        self._drawn.clear()
        look, words = proposal.look, self._words
        across, down = (
            format_number(points / POINTS_PER_MM / 10, words.lang, 1) for points in (look.width, look.height)
        )
        size = words("centimetres", width=across, height=down)
        masters = words("masters", n=len(look.masters))
        self._shown.setFixedHeight(min(round(_SHOWN.width() * look.height / look.width), _SHOWN.height()))
        name = proposal.template.name
        self._about.setText(words("about", name=name, size=size, masters=masters, n=len(look.layouts)))
        self._remarks.show_remarks(proposal.remarks)
        self._slides.fill(kinds)
        self.refresh(proposal)
        self._slides.setFocus()

    def refresh(self, proposal: Proposal) -> None:
        """Shows another choice of layouts."""
        self._proposal = proposal
        self._slides.show_layouts(proposal)
        self._back.setEnabled(bool(proposal.template.layouts))
        self._turn(self.kind)

    def show_picture(self, kind: str, image: QImage, pages: int) -> None:
        """Shows a kind's slide as it was drawn, and on how many it stands."""
        self._drawn[kind] = image, pages
        self._slides.show_picture(kind, image)
        if kind == self.kind:
            self._show_current()

    def _turn(self, kind: str) -> None:
        if self._proposal is not None and kind:
            self._for.setText(self._words("layouts-for", kind=self._words(f"kind.{kind}")))
            self._layouts.show_for(self._proposal, kind)
            self._everywhere.setEnabled(kind != "cover")
            self._show_current()

    def _show_current(self) -> None:
        image, pages = self._drawn.get(self.kind, (QImage(), 1))
        picture = QPixmap.fromImage(image)
        if not image.isNull():
            ratio = image.devicePixelRatio()
            aspect, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(_SHOWN * ratio, aspect, smooth)
            picture.setDevicePixelRatio(ratio)
        self._shown.setPixmap(picture)
        if self._proposal is not None:
            layout = self._proposal.name_of(self._proposal.layout_of(self.kind), self._words)
            words = [self._words("on-layout", layout=layout)] + ([self._words("pages", n=pages)] if pages > 1 else [])
            self._caption.setText(" · ".join(words))

    def _lay_out(self) -> None:
        heading = QLabel(self._words("heading"))
        heading.setFont(font("title", self.font(), strong=True))
        self._about.setProperty("tone", "secondary")
        self._about.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self._other)
        left = QVBoxLayout()
        left.setContentsMargins(24, 20, 16, 0)
        left.setSpacing(6)
        left.addLayout(top)
        left.addWidget(self._about)
        left.addWidget(self._remarks)
        left.addWidget(self._slides, 1)
        sides = QHBoxLayout(self)
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        sides.addLayout(left, 1)
        sides.addWidget(self._side())

    def _side(self) -> QWidget:
        side = QFrame()
        side.setObjectName("dialog-side")
        side.setFixedWidth(_SIDE)
        self._shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._shown.setAccessibleName(self._words("shown"))
        self._caption.setProperty("tone", "secondary")
        self._for.setFont(font("body", self.font(), strong=True))
        column = QVBoxLayout(side)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(6)
        column.addWidget(self._shown)
        column.addWidget(self._caption, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self._for)
        column.addWidget(self._layouts, 1)
        for link in (self._everywhere, self._back):
            link.setProperty("link", True)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return side


class Foot(QFrame):
    """What is under way or went wrong, and the buttons."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.setObjectName("dialog-foot")
        self._told = QLabel()
        self._told.setWordWrap(True)
        self.drop, self.cancel, self.use = (QPushButton(words(key)) for key in ("drop", "cancel", "use"))
        self.drop.setProperty("link", True)
        self.use.setProperty("primary", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.addWidget(self.drop)
        row.addWidget(self._told, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.use)

    def offer(self, *, own: bool, use: bool) -> None:
        """Offers what can be done: to leave the project's own template, to use the one that is shown."""
        self._tell("", "secondary")
        self.drop.setVisible(own)
        self.use.setEnabled(use)
        self.use.setDefault(use)

    def wait(self, words: str) -> None:
        """Says what is under way."""
        self._tell(words, "secondary")
        self.use.setEnabled(False)

    def complain(self, words: str) -> None:
        """Says what went wrong."""
        self._tell(words, "error")

    def _tell(self, words: str, tone: str) -> None:
        self._told.setProperty("tone", tone)
        self._told.style().unpolish(self._told)
        self._told.style().polish(self._told)
        self._told.setText(words)


def laid_out(dialog: QWidget, middle: QWidget, foot: QWidget) -> None:
    """Sets a dialog's parts below each other."""
    column = QVBoxLayout(dialog)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(middle, 1)
    column.addWidget(foot)
