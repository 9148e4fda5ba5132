"""The page after a crash: what was written and not saved, how it differs from the saved file, and what to do with it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.files.digest import digest_of
from app.files.errors import UserError
from app.gui.interface import Interface
from app.gui.look import font
from app.gui.questions import Answer, ask
from app.gui.times import moment
from app.language.mentions import filled
from app.model.project import Project
from app.project.differences import Difference, differences, word_difference
from app.project.recovery import Recovery, discard
from app.project.store import open_project

_SIDE = 400
#: Room above and below the lines of a row, and the height of the texts that are compared, in pixels.
_AROUND, _TEXTS = 14, 280


class Left(NamedTuple):
    """A recovery file as read: the recovered project, the saved one if it can be read, and a key of what to know of that file."""

    recovery: Recovery
    project: Project
    saved: Project | None
    remark: str


class RecoveryPage(QWidget):
    """Shows what was left behind. `continues` carries the recovery that is wanted, `opens` a path; `leaves` says not now."""

    continues = Signal(object)
    opens = Signal(str)
    leaves = Signal()

    def __init__(self, interface: Interface) -> None:
        super().__init__()
        self._say = interface
        self._found: tuple[Left, ...] = ()
        self._told: tuple[Difference, ...] = ()
        self._head, self._about, self._remark = QLabel(), QLabel(), QLabel()
        self._projects, self._changes = QListWidget(), QListWidget()
        self._changes_head, self._count = QLabel(), QLabel()
        self._go_on, self._saved = QPushButton(), QPushButton()
        self._throw, self._later, self._calm = QPushButton(), QPushButton(), QLabel()
        self._which, self._title = QLabel(), QLabel()
        self._before, self._after = _Words(), _Words()
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_left(self, recoveries: Sequence[Recovery]) -> bool:
        """Shows what was found; False when none of it can be read."""
        self._found = tuple(left for left in map(_read, recoveries) if left is not None)
        self._fill()
        return bool(self._found)

    def take_focus(self) -> None:
        """Puts the focus on what one most likely does first."""
        self._go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Sets the texts in the interface's language."""
        say = self._say
        self._head.setText(say("recovery.head"))
        for button, key in (
            (self._go_on, "go-on"),
            (self._saved, "open-saved"),
            (self._throw, "throw"),
            (self._later, "later"),
        ):
            button.setText(say(f"recovery.{key}"))
        self._calm.setText(say("recovery.calm"))
        self._projects.setAccessibleName(say("recovery.list"))
        self._before.entitle(say("recovery.before"))
        self._after.entitle(say("recovery.after"))
        self._fill()

    @property
    def _left(self) -> Left | None:
        at = self._projects.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _fill(self) -> None:
        at = max(self._projects.currentRow(), 0)
        self._projects.clear()
        for left in self._found:
            title = filled(left.project, left.project.matter.title, self._say.lang) or self._say("sidebar.untitled")
            original = left.recovery.original
            where = str(original) if original else self._say("recovery.never-saved")
            when = self._say("recovery.kept", when=self._when(left))
            item = QListWidgetItem(self._say.icon("file-text"), f"{title}\n{where}\n{when}")
            item.setToolTip(where)
            item.setSizeHint(self._row(3))
            self._projects.addItem(item)
        self._projects.setCurrentRow(min(at, len(self._found) - 1))
        self._projects.setFixedHeight(min(len(self._found), 3) * self._row(3).height() + 4)

    def _row(self, lines: int) -> QSize:
        """The size of a list's row with so many lines."""
        return QSize(0, lines * self.fontMetrics().lineSpacing() + _AROUND)

    def _when(self, left: Left) -> str:
        return moment(left.recovery.written.astimezone(), self._say.lang)

    def _show_project(self) -> None:
        left, say = self._left, self._say
        if left is None:
            return
        known = left.recovery.original is not None
        self._about.setText(say("recovery.about" if known else "recovery.about-unsaved", when=self._when(left)))
        self._remark.setText(say(f"recovery.{left.remark}") if left.remark else "")
        self._remark.setVisible(bool(left.remark))
        self._saved.setVisible(left.saved is not None)
        self._told = differences(left.saved or _nothing(left.project), left.project, say.lang)
        self._changes_head.setText(say("recovery.differences" if left.saved else "recovery.contents"))
        self._changes.setAccessibleName(self._changes_head.text())
        count = say("recovery.count", n=len(self._told)) if self._told else say("recovery.no-differences")
        self._count.setText(count if left.saved else "")
        self._changes.clear()
        for told in self._told:
            what = say(f"recovery.{told.kind}")
            name = f"{told.where}, {told.field}" if told.field else told.where
            item = QListWidgetItem(f"{name}\n{what}" if left.saved else name)
            item.setSizeHint(self._row(2 if left.saved else 1))
            self._changes.addItem(item)
        self._changes.setCurrentRow(0)
        self._show_change(0)

    def _show_change(self, at: int) -> None:
        there = 0 <= at < len(self._told)
        for widget in (self._which, self._title, self._before, self._after):
            widget.setVisible(there)
        if not there:
            return
        told, say = self._told[at], self._say
        self._which.setText(say("recovery.which", number=at + 1, n=len(self._told)))
        self._title.setText(f"{told.where}, {told.field}" if told.field else told.where)
        gone, come = say.color("error-fill").name(), say.color("selection").name()
        before, after = word_difference(told.before, told.after, gone, come)
        self._before.write(before or say("recovery.nothing"))
        self._after.write(after or say("recovery.nothing"))
        left = self._left
        self._before.setVisible(left is not None and left.saved is not None)

    def _continue(self) -> None:
        if self._left is not None:
            self.continues.emit(self._left.recovery)

    def _open_saved(self) -> None:
        if self._left is not None and self._left.recovery.original is not None:
            self.opens.emit(str(self._left.recovery.original))

    def _ask_to_throw(self) -> None:
        left, say = self._left, self._say
        if left is None:
            return

        def throw() -> None:
            discard(left.recovery)
            self._found = tuple(each for each in self._found if each is not left)
            self._fill()
            if not self._found:
                self.leaves.emit()

        answers = (Answer(say("recovery.throw-now"), throw),)
        ask(self, say, "throw", say("recovery.throw-ask"), say("recovery.throw-more"), answers)

    def _connect(self) -> None:
        self._projects.currentRowChanged.connect(self._show_project)
        self._changes.currentRowChanged.connect(self._show_change)
        self._go_on.clicked.connect(self._continue)
        self._saved.clicked.connect(self._open_saved)
        self._throw.clicked.connect(self._ask_to_throw)
        self._later.clicked.connect(self.leaves)
        self._say.language_changed.connect(self.retranslate)
        self._say.look_changed.connect(self.retranslate)

    def _lay_out(self) -> None:
        self._head.setFont(font("title", self.font(), strong=True))
        self._title.setFont(font("title", self.font(), strong=True))
        self._changes_head.setFont(font("body", self.font(), strong=True))
        for label in (self._calm, self._count, self._which):
            label.setProperty("tone", "secondary")
        self._remark.setProperty("tone", "warning")
        for label in (self._about, self._calm, self._remark, self._title):
            label.setWordWrap(True)
        self._go_on.setProperty("primary", True)
        self._throw.setProperty("link", True)
        self._later.setProperty("link", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(self._main(), 1)

    def _side(self) -> QWidget:
        head = QHBoxLayout()
        head.addWidget(self._changes_head, 1)
        head.addWidget(self._count)
        side = QFrame()
        side.setObjectName("sidebar")
        side.setFixedWidth(_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(28, 32, 28, 20)
        column.setSpacing(10)
        for widget in (self._head, self._about, self._projects, self._remark):
            column.addWidget(widget)
        column.addSpacing(8)
        column.addLayout(head)
        column.addWidget(self._changes, 1)
        column.addWidget(self._go_on)
        column.addWidget(self._saved)
        last = QHBoxLayout()
        last.addWidget(self._later)
        last.addStretch(1)
        last.addWidget(self._throw)
        column.addLayout(last)
        column.addWidget(self._calm)
        return side

    def _main(self) -> QWidget:
        texts = QHBoxLayout()
        texts.setSpacing(24)
        texts.addWidget(self._before, 1)
        texts.addWidget(self._after, 1)
        main = QFrame()
        main.setObjectName("page-body")
        column = QVBoxLayout(main)
        column.setContentsMargins(36, 32, 36, 36)
        column.setSpacing(8)
        column.addWidget(self._which)
        column.addWidget(self._title)
        column.addSpacing(16)
        column.addLayout(texts)
        column.addStretch(1)
        return main


class _Words(QFrame):
    """A text under a heading, with what differs marked."""

    def __init__(self) -> None:
        super().__init__()
        self._head, self._text = QLabel(), QLabel()
        self._head.setFont(font("body", self.font(), strong=True))
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setContentsMargins(14, 12, 14, 12)
        self._text.setObjectName("page-body")
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        scroll = QScrollArea()
        scroll.setObjectName("card")
        scroll.setWidget(self._text)
        scroll.setWidgetResizable(True)
        scroll.setMinimumHeight(_TEXTS)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._head)
        column.addWidget(scroll, 1)

    def entitle(self, head: str) -> None:
        """Sets the heading."""
        self._head.setText(head)
        self._text.setAccessibleName(head)

    def write(self, html: str) -> None:
        """Shows another text."""
        self._text.setText(html)


def _read(recovery: Recovery) -> Left | None:
    """A recovery file with the saved one beside it; None when it cannot be read."""
    try:
        project = open_project(recovery.file).project
    except UserError:
        return None
    if recovery.original is None:
        return Left(recovery, project, None, "")
    try:
        saved = open_project(recovery.original).project
        changed = digest_of(recovery.original) != recovery.base
    except UserError:
        return Left(recovery, project, None, "saved-moved")
    return Left(recovery, project, saved, "saved-changed" if changed else "")


def _nothing(project: Project) -> Project:
    """What a project that was never saved is held against: one in which nothing stands."""
    return Project(id=project.id, created=project.created, language=project.language)
