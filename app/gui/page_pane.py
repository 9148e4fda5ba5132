"""The pages of the result: slide or report, in one language or both side by side, as large as wanted."""

from collections.abc import Callable
from typing import Final, Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from app.gui.document import Document
from app.gui.field_names import field_name
from app.gui.fields.choices import Segments
from app.gui.interface import Interface
from app.gui.look import font
from app.gui.page_view import PageView
from app.gui.places import is_there, place_of
from app.gui.preview import Preview
from app.gui.report_kind import ReportKindChoice
from app.gui.report_preview import ReportPreview
from app.gui.shown import Shown
from app.gui.source import Source, Today
from app.language.catalogue import Words
from app.model.base import LANGS, FieldPath, Lang

What = Literal["slide", "report"]
_WHAT: Final[tuple[What, ...]] = ("slide", "report")
#: Sizes to choose from, in percent.
_SIZES: Final = (50, 75, 100, 125, 150, 200, 300, 400)
#: From this width on two pages stand side by side, in pixels; below it one above the other.
_WIDE: Final = 760


class PagePane(QWidget):
    """Shows pages. `picked` carries the field that was clicked, `picked_whole` one to be selected whole; `turned` says that another
    page, or another state of it, is shown; `presents` that the user wants to present; `compared` whether both languages are shown."""

    picked = Signal(str)
    picked_whole = Signal(str)
    turned = Signal()
    presents = Signal()
    compared = Signal(bool)

    def __init__(self, document: Document, preview: Preview, interface: Interface, today: Today) -> None:
        super().__init__()
        self._document, self._interface, self._today = document, interface, today
        self._sources: dict[What, Source] = {"slide": preview}
        self._others: dict[What, Source] = {}
        self._what: What = "slide"
        self._pinned = False
        self._followed: FieldPath = ""
        self.view, self.other = PageView(interface, self.name_of), PageView(interface, self.name_of)
        self._which, self._complaint = QLabel(), QLabel()
        self._kinds, self._langs = Segments(len(_WHAT)), Segments(len(LANGS))
        self._back, self._on = QToolButton(), QToolButton()
        self._pin, self._both, self._present = QToolButton(), QToolButton(), QToolButton()
        self._less, self._size, self._more = QToolButton(), QToolButton(), QToolButton()
        self._report = ReportKindChoice()
        self._sizes = QMenu(self)
        self._lay_out()
        self._connect()

    # What the window asks for

    @property
    def source(self) -> Source:
        """Where the pages come from just now."""
        return self._sources[self._what]

    @property
    def other_shown(self) -> Shown | None:
        """What is shown in the other language, while both are."""
        other = self._others.get(self._what)
        return other.shown if other and self._both.isChecked() else None

    def follow(self, place: FieldPath) -> None:
        """Turns to the page that shows a place, unless the page is pinned."""
        self._followed = place
        if not self._pinned:
            self.source.follow(place)

    def follow_field(self, path: FieldPath) -> None:
        """Turns to a page that says a field, unless the page is pinned."""
        self._followed = path
        if not self._pinned:
            self.source.follow_field(path)

    def step(self, by: int) -> None:
        """Turns to the next page, or the one before."""
        self.source.step(by)

    def mark(self, path: FieldPath) -> None:
        """Marks on the page what says a field."""
        self.view.mark(path)
        self.other.mark(path)

    def show_kind(self, what: What) -> None:
        """Shows the slides, or the report."""
        if what == self._what:
            return
        for source in self._shown_sources():
            source.rest()
        self._what = what
        lang = self._sources["slide" if what == "report" else "report"].lang
        if what not in self._sources:
            self._sources[what] = self._made(what)
            self._sources[what].changed.connect(self._follow)
        self.source.speak(lang)
        self.follow_field(self._followed)
        self._wake()
        self._follow()

    def compare(self, both: bool) -> None:
        """Shows both languages, or one."""
        self._both.setChecked(both)
        self.other.setVisible(both)
        self._wake()
        self._follow()
        self.compared.emit(both)

    def end(self) -> None:
        """Ends what runs beside the window."""
        for source in (*self._sources.values(), *self._others.values()):
            if isinstance(source, ReportPreview):
                source.end()

    def zoom(self, steps: int) -> None:
        """Zooms in or out by so many steps; 0 shows the whole page."""
        for view in (self.view, self.other):
            if steps:
                view.zoom_by(steps)
            else:
                view.fit()

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        say, words = self._interface, Words("preview", self._interface.lang)
        for button, key in ((self._back, "previous-slide"), (self._on, "next-slide")):
            _name(button, say(f"command.{key}").replace("&", ""))
        for button, what in zip(self._kinds.buttons, _WHAT, strict=True):
            button.setText(words(f"show.{what}"))
            _name(button, words(f"show.{what}-named"))
        for button, lang in zip(self._langs.buttons, LANGS, strict=True):
            button.setText(lang.upper())
            _name(button, words(f"show.{lang}-named"))
        for button, key in ((self._pin, "show.pin"), (self._both, "show.both-named"), (self._present, "present.title")):
            _name(button, words(key))
        _name(self._less, say("command.zoom-out").replace("&", ""))
        _name(self._more, say("command.zoom-in").replace("&", ""))
        self._report.retranslate(say)
        self.draw_icons()
        self._follow()

    def draw_icons(self) -> None:
        """Draws the icons in the look's colours."""
        icons = {
            self._back: "chevron-left",
            self._on: "chevron-right",
            self._pin: "pin",
            self._both: "columns-2",
            self._present: "presentation",
            self._less: "minus",
            self._more: "plus",
        }
        for button, name in icons.items():
            button.setIcon(self._interface.icon(name))
            button.setIconSize(QSize(16, 16))

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for source in self._shown_sources():
            source.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _WIDE
        self._pages.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    # Its own

    def _made(self, what: What) -> Source:
        if what == "slide":
            return Preview(self._document, self._today, self)
        made = ReportPreview(self._document, self._today, self)
        made.take(self._report.kind)
        return made

    def _take_kind(self) -> None:
        """Shows the kind of report that was chosen, from its first page."""
        for source in (*self._sources.values(), *self._others.values()):
            if isinstance(source, ReportPreview):
                source.take(self._report.kind)

    def _shown_sources(self) -> tuple[Source, ...]:
        return tuple(found for found in (self._sources[self._what], self._others.get(self._what)) if found)

    def _wake(self) -> None:
        """Has those sources draw that are looked at."""
        if not self.isVisible():
            return
        self.source.wake()
        if self._both.isChecked():
            self._other_source().wake()
        elif self._what in self._others:
            self._others[self._what].rest()

    def _other_source(self) -> Source:
        """The same pages in the other language."""
        if self._what not in self._others:
            made = self._others[self._what] = self._made(self._what)
            made.changed.connect(self._follow_other)
        other = self._others[self._what]
        other.speak(_other(self.source.lang))
        other.mirror(self.source)
        return other

    def _follow(self) -> None:
        """Shows what has been drawn."""
        shown, complaint = self.source.shown, self.source.complaint
        self.view.show_page(shown)
        self._langs.pick(LANGS.index(self.source.lang))
        self._kinds.pick(_WHAT.index(self._what))
        self._report.setVisible(self._what == "report")
        words = Words("preview", self._interface.lang)
        self._which.setText(self._told_number(words))
        self.view.setAccessibleName(words(f"show.{self._what}-named"))
        self.view.setAccessibleDescription(f"{self._which.text()}: {shown.title}" if shown else "")
        self._complaint.setText(complaint.told(self._interface.lang) if complaint else "")
        self._complaint.setVisible(complaint is not None)
        if self._both.isChecked() and self.isVisible():
            self._other_source()
            self._follow_other()
        self._show_size()
        self.turned.emit()

    def _follow_other(self) -> None:
        other = self._others.get(self._what)
        self.other.show_page(other.shown if other else None)
        if other is not None:
            self.other.setAccessibleName(Words("preview", self._interface.lang)(f"show.in-{other.lang}"))

    def _told_number(self, words: Words) -> str:
        shown = self.source.shown
        if shown is None:
            return words("show.making") if self._what == "report" and self.source.complaint is None else ""
        if self._what == "report":
            return words("show.page", number=shown.number, count=shown.count)
        if not shown.number:
            return words("show.off")
        return self._interface("result.slide", number=shown.number, count=shown.count)

    def _show_size(self) -> None:
        words = Words("preview", self._interface.lang)
        self._size.setText(words("zoom.level", percent=self.view.percent))
        _name(self._size, words("zoom.name", percent=self.view.percent))

    def _fill_sizes(self) -> None:
        words = Words("preview", self._interface.lang)
        self._sizes.clear()
        self._add_size(words("zoom.fit"), self.view.fits, lambda: self.zoom(0))
        self._sizes.addSeparator()
        for percent in _SIZES:
            here = not self.view.fits and percent == self.view.percent
            self._add_size(words("zoom.level", percent=percent), here, lambda percent=percent: self._zoom_to(percent))

    def _add_size(self, text: str, checked: bool, do: Callable[[], None]) -> None:
        action = QAction(text, self._sizes, checkable=True, checked=checked)
        action.triggered.connect(lambda _checked=False: do())
        self._sizes.addAction(action)

    def _zoom_to(self, percent: int) -> None:
        self.view.zoom_to(percent)
        self.other.zoom_to(percent)

    def _pick(self, path: FieldPath) -> None:
        self.picked.emit(self._target(path))

    def _pick_whole(self, path: FieldPath) -> None:
        self.picked_whole.emit(self._target(path))

    def _target(self, path: FieldPath) -> FieldPath:
        """The field of a part; where the part shows none of its own, the slide in the storyline, from the report the library."""
        source = self.source
        if is_there(self._document.project, place_of(path)):
            return path
        return f"storyline/{source.slide}" if isinstance(source, Preview) else "library"

    def name_of(self, path: FieldPath) -> str:
        """What the part of a page is called that shows a field."""
        return field_name(self._document.project, path, self._interface.lang)

    def _show_kind_at(self, at: int) -> None:
        self.show_kind(_WHAT[at])

    def _speak_at(self, at: int) -> None:
        self.source.speak(LANGS[at])
        self._follow()

    def _pin_page(self, pinned: bool) -> None:
        self._pinned = pinned

    def _connect(self) -> None:
        self._sources["slide"].changed.connect(self._follow)
        self._back.clicked.connect(lambda: self.step(-1))
        self._on.clicked.connect(lambda: self.step(1))
        self._kinds.group.idClicked.connect(self._show_kind_at)
        self._langs.group.idClicked.connect(self._speak_at)
        self._pin.toggled.connect(self._pin_page)
        self._both.toggled.connect(self.compare)
        self._present.clicked.connect(self.presents)
        self._report.chosen.connect(self._take_kind)
        self._less.clicked.connect(lambda: self.zoom(-1))
        self._more.clicked.connect(lambda: self.zoom(1))
        self._sizes.aboutToShow.connect(self._fill_sizes)
        for view in (self.view, self.other):
            view.picked.connect(self._pick)
            view.picked_whole.connect(self._pick_whole)
            view.turned.connect(self.step)
        self.view.zoomed.connect(self._show_size)

    def _lay_out(self) -> None:
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._which.setFont(font("body", self.font(), strong=True))
        self._complaint.setProperty("tone", "error")
        self._complaint.setWordWrap(True)
        self._complaint.setContentsMargins(12, 4, 12, 0)
        self._pin.setCheckable(True)
        self._both.setCheckable(True)
        self._size.setMenu(self._sizes)
        self._size.setProperty("opens", True)
        self._size.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        above = QHBoxLayout()
        above.setContentsMargins(12, 8, 12, 0)
        above.addWidget(self._back)
        above.addWidget(self._which)
        above.addWidget(self._on)
        above.addStretch(1)
        above.addWidget(self._kinds)
        above.addSpacing(8)
        above.addWidget(self._langs)
        below = QHBoxLayout()
        below.setContentsMargins(12, 0, 12, 2)
        below.setSpacing(2)
        for button in (self._pin, self._both, self._present, self._report):
            below.addWidget(button)
        below.addStretch(1)
        for button in (self._less, self._size, self._more):
            below.addWidget(button)
        self._pages = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pages.setSpacing(0)
        self._pages.addWidget(self.view, 1)
        self._pages.addWidget(self.other, 1)
        self.other.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 4, 4)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self._complaint)
        column.addLayout(self._pages, 1)
        column.addLayout(below)


def _other(lang: Lang) -> Lang:
    return LANGS[1 - LANGS.index(lang)]


def _name(button: QWidget, name: str) -> None:
    """Names a button for who points at it and for who cannot see it."""
    button.setToolTip(name)
    button.setAccessibleName(name)
