"""The two lists of the dialog: the deck's kinds of slide on the template, and the layouts that one of them may take."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QListView, QListWidget, QListWidgetItem

from app.gui.interface import Interface
from app.gui.template.cards import KEY, MARK, NOTE, PICTURE, LayoutCard, SlideCard
from app.gui.template.proposal import Proposal
from app.language.catalogue import Words


class SlideGrid(QListWidget):
    """Kinds of slide side by side. `turned` carries the kind that is current."""

    turned = Signal(str)

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._words = Words("template", interface.lang)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSpacing(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(SlideCard(interface, self))
        self.setAccessibleName(self._words("slides"))
        self.currentItemChanged.connect(self._turned)

    @property
    def kind(self) -> str:
        """The current kind."""
        item = self.currentItem()
        return str(item.data(KEY)) if item is not None else ""  # pyright: ignore[reportUnnecessaryComparison]

    @property
    def pictures(self) -> int:
        """How many kinds have been drawn."""
        return sum(item.data(PICTURE) is not None for item in self._items())

    def fill(self, kinds: tuple[str, ...]) -> None:
        """Shows kinds, still without pictures; the first is current."""
        self.clear()
        for kind in kinds:
            item = QListWidgetItem(self._words(f"kind.{kind}"))
            item.setData(KEY, kind)
            self.addItem(item)
        self.setCurrentRow(0)

    def show_layouts(self, proposal: Proposal) -> None:
        """Says which layout each kind takes, and whose choice it is."""
        own = dict(proposal.template.layouts)
        for item in self._items():
            kind = str(item.data(KEY))
            note = proposal.name_of(proposal.layout_of(kind), self._words)
            mark = self._words("yours") if kind in own else ""
            item.setData(NOTE, note)
            item.setData(MARK, mark)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (item.text(), note, mark))))

    def show_picture(self, kind: str, image: QImage) -> None:
        """Shows a kind's slide."""
        for item in self._items():
            if item.data(KEY) == kind:
                item.setData(PICTURE, image)

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _turned(self) -> None:
        if self.kind:
            self.turned.emit(self.kind)


class LayoutList(QListWidget):
    """The template's layouts, the suggested one first. `picked` carries the one that the user takes."""

    picked = Signal(int)

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._words = Words("template", interface.lang)
        self._shown: tuple[bytes, ...] = ()
        self._kind = ""
        self._images: list[QImage] = []
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIconSize(QSize(112, 63))
        self.setItemDelegate(LayoutCard(interface, self))
        self.itemClicked.connect(self._take)
        self.itemActivated.connect(self._take)

    @property
    def layout_at(self) -> int | None:
        """The layout that is current."""
        item = self.currentItem()
        return int(item.data(KEY)) if item is not None else None  # pyright: ignore[reportUnnecessaryComparison]

    def show_for(self, proposal: Proposal, kind: str) -> None:
        """Shows the layouts for a kind of slide; the one that it takes is current."""
        if proposal.pictures is not self._shown:
            self._shown, self._images = proposal.pictures, [QImage.fromData(data) for data in proposal.pictures]
        words, taken, usual = self._words, proposal.layout_of(kind), proposal.suggested_for(kind)
        self.setAccessibleName(words("layouts-for", kind=words(f"kind.{kind}")))
        at = self.verticalScrollBar().value()
        self.clear()
        for layout in sorted(range(len(self._images)), key=lambda place: place != usual):
            item = QListWidgetItem(proposal.name_of(layout, words))
            note = words("ours") if layout == usual else proposal.nature_of(layout, words)
            mark = words("yours") if layout == taken != usual else ""
            for role, value in ((KEY, layout), (NOTE, note), (MARK, mark), (PICTURE, self._images[layout])):
                item.setData(role, value)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (item.text(), note, mark))))
            self.addItem(item)
            if layout == taken:
                self.setCurrentItem(item)
        if kind == self._kind:
            self.verticalScrollBar().setValue(at)
        elif self.currentItem() is not None:  # pyright: ignore[reportUnnecessaryComparison]
            self.scrollToItem(self.currentItem())
        self._kind = kind

    def _take(self, item: QListWidgetItem) -> None:
        self.picked.emit(int(item.data(KEY)))
