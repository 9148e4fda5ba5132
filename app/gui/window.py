"""The main window: puts the parts together, and connects the commands to them."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTextEdit,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from app.gui.actions import WITH_PROJECT, Actions
from app.gui.dialogs import Dialogs
from app.gui.document import Document
from app.gui.files import SUFFIX
from app.gui.finder import Finder
from app.gui.folders import Folders
from app.gui.interface import Interface
from app.gui.keeping import Keeping
from app.gui.notice import Notice
from app.gui.places import PLACES
from app.gui.preferences import Preferences
from app.gui.preview import Preview, Today
from app.gui.recovering import Recovering
from app.gui.result import ResultPane
from app.gui.start import StartPage
from app.gui.starting import Starting
from app.gui.status import Status
from app.gui.window_state import MIN_RESULT, WindowState
from app.gui.workbench import MakePage, Workbench
from app.language.told import Told
from app.model.base import FieldPath

if TYPE_CHECKING:
    from app.gui.presenting import Stage


class MainWindow(QMainWindow):
    """One project, in one window."""

    def __init__(
        self,
        document: Document,
        interface: Interface,
        preferences: Preferences,
        today: Today,
        make_page: MakePage,
        folders: Folders,
    ) -> None:
        super().__init__()
        self.document, self.interface, self.preferences, self._today = document, interface, preferences, today
        self.commands = Actions(self, interface)
        self.notice = Notice(interface)
        self.keeping = Keeping(self, document, interface, preferences, today, self.notice, folders)
        self.files = self.keeping.files
        self.recovering = Recovering(self.keeping, interface)
        self._dialogs = Dialogs(self, document, interface, preferences, today)
        self.start = StartPage(interface)
        self.starting = Starting(self, self.start, interface, preferences, self.files, folders)
        self.bench = Workbench(document, interface, make_page)
        self.preview = Preview(document, today, self)
        self.result = ResultPane(document, self.preview, interface, today)
        self.finder = Finder(document, interface, self.commands)
        self.export_button = QPushButton()
        self._closing = False
        self._stage: Stage | None = None
        self._lay_out()
        self._connect()
        self._state = WindowState(self, self._dock)
        self.show_start()

    def show_start(self) -> None:
        """Shows the start page."""
        self.starting.show(can_return=bool(self.bench.place))
        self._room.setCurrentWidget(self.start)
        self._dress(at_start=True)
        self.start.take_focus()

    def show_project(self) -> None:
        """Shows the project from where one begins."""
        self.notice.clear()
        self._room.setCurrentWidget(self.bench)
        self._dress(at_start=False)
        self.bench.begin()

    def _return(self) -> None:
        """Back from the start page to the project."""
        self._room.setCurrentWidget(self.bench)
        self._dress(at_start=False)
        self._turned(self.bench.place)

    def begin(self, path: Path | None) -> None:
        """Begins where one should: with what a crash left behind, else with the file that is named, else at the start page."""
        self.recovering.begin(path)

    def _show_recovery(self, page: QWidget) -> None:
        self._room.addWidget(page)
        self._room.setCurrentWidget(page)
        self._dress(at_start=True)

    def _home(self) -> None:
        """To the open project, else to the start page."""
        if self.bench.place:
            self._return()
        else:
            self.show_start()

    def tell(self, told: Told) -> None:
        """Shows what went wrong, above the pages."""
        self.notice.tell(told)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keeping.background.finish()
        if self._closing or self.document.is_clean:
            self._state.keep()
            if self._stage is not None:
                self._stage.end()
            self.result.pages.end()
            self.keeping.end()
            self.starting.end()
            super().closeEvent(event)
            return
        event.ignore()
        self.files.when_safe(self._close_now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus: Qt does so in dialogs only."""
        focus = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = self._dropped(event)
        if path is not None:
            self.files.open(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return next((path for path in paths if path.suffix == SUFFIX), None)

    def _close_now(self) -> None:
        self._closing = True
        self.close()

    # Following

    def _turned(self, place: FieldPath) -> None:
        page = self.bench.page
        self._dock.setVisible(bool(page and not page.wide) and self.commands["result"].isChecked())
        self.result.pages.follow(place)
        self.result.pages.mark("")
        self.result.beside(page.beside() if page else None)
        self.result.support(page.support_at("") if page else None)
        self._refresh_commands()

    def _entered(self, path: FieldPath) -> None:
        page = self.bench.page
        self.result.pages.follow_field(path)
        self.result.pages.mark(path)
        self.result.support(page.support_at(path) if page else None)

    def _present(self) -> None:
        from app.gui.presenting import Show, Stage

        if self._stage is None:
            slide, lang = self.preview.slide, self.result.pages.source.lang
            self._stage = Stage(Show(self.document, slide, lang, self._today(), self), self.interface, self)
            self._stage.ended.connect(self._presented)
            self._stage.begin()

    def _presented(self) -> None:
        self._stage = None
        self.activateWindow()

    def _select_whole(self, path: FieldPath) -> None:
        """Goes into a field and selects what is written there."""
        self.bench.go(path)
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit | QTextEdit | QPlainTextEdit):
            focus.selectAll()

    def _refresh_commands(self) -> None:
        stack, say, history = self.document.stack, self.interface, self.bench.history
        names = {"undo": self.document.undo_name, "redo": self.document.redo_name}
        for command, name in names.items():
            action = self.commands[command]
            action.setText(say(f"command.{command}-named", name=say.say(name)) if name else say(f"command.{command}"))
        self.commands["undo"].setEnabled(stack.canUndo())
        self.commands["redo"].setEnabled(stack.canRedo())
        self.commands["back"].setEnabled(history.can_go_back)
        self.commands["forward"].setEnabled(history.can_go_forward)
        self.commands["swedish"].setChecked(say.lang == "sv")
        self.commands["english"].setChecked(say.lang == "en")
        for look, command in (("system", "follow-system"), ("light", "light"), ("dark", "dark")):
            self.commands[command].setChecked(self.preferences.settings.look == look)
        self.export_button.setText(say("toolbar.export"))
        self._dock.setWindowTitle(say("result.title"))
        self._bar.setWindowTitle(say("toolbar.title"))
        self._name_window()

    def _name_window(self) -> None:
        document, app = self.document, self.interface("app.name")
        if self._room.currentWidget() is not self.bench:
            self.setWindowTitle(app)
            return
        title = document.line(document.project.matter.title, self.interface.lang) or self.interface("sidebar.untitled")
        self.setWindowTitle(f"{title}[*] – {app}")
        self.setWindowModified(not document.is_clean)

    def _dress(self, *, at_start: bool) -> None:
        self._bar.setVisible(not at_start)
        self._status.setVisible(not at_start)
        self._dock.setVisible(not at_start and self.commands["result"].isChecked())
        self.commands.enable(WITH_PROJECT, not at_start)
        self._refresh_commands()

    def _keep_language(self) -> None:
        self.preferences.keep(self.preferences.settings.model_copy(update={"language": self.interface.lang}))
        self.result.beside(self.bench.page.beside() if self.bench.page else None)
        self._refresh_commands()

    def _wear(self, look: str) -> None:
        self.preferences.keep(self.preferences.settings.model_copy(update={"look": look}))
        self._refresh_commands()

    def _next_pane(self, by: int) -> None:
        page = self.bench.page
        panes = [self.bench.sidebar.take_focus]
        panes += [page.take_focus] if page else []
        panes += [self.result.view.setFocus] if self._dock.isVisible() else []
        panes[(self._pane() + by) % len(panes)]()

    def _pane(self) -> int:
        focus = QApplication.focusWidget()
        if focus is None:
            return 1
        return 0 if self.bench.sidebar.isAncestorOf(focus) else 2 if self._dock.isAncestorOf(focus) else 1

    # Putting together

    def _doings(self) -> Mapping[str, Callable[[], object]]:
        """What each command does."""
        stack, bench, pages = self.document.stack, self.bench, self.result.pages
        return {
            "new": lambda: self.files.new("empty"),
            "open": self.files.ask_and_open,
            "start": self.show_start,
            "save": self.files.save,
            "save-as": self.files.save_as,
            **self._dialogs.doings,
            "copy-section": lambda: self._dialogs.copy_section(bench.place),
            "secrecy": lambda: self._dialogs.secrecy(bench.place),
            "past": lambda: self._dialogs.past(self.files.open, self.commands["take"].isEnabled()),
            "findings": lambda: self._dialogs.findings(bench.go),
            "recover": self.recovering.show,
            "quit": self.close,
            "undo": stack.undo,
            "redo": stack.redo,
            "back": bench.back,
            "forward": bench.forward,
            **{f"place/{place.path}": partial(bench.go, place.path) for place in PLACES},
            "find": self.finder.begin,
            "find-here": lambda: bench.page and bench.page.find_here(),
            "pick": lambda: bench.page and bench.page.pick(),
            "sidebar": lambda: bench.sidebar.setVisible(self.commands["sidebar"].isChecked()),
            "result": lambda: self._turned(bench.place),
            "next-pane": lambda: self._next_pane(1),
            "previous-pane": lambda: self._next_pane(-1),
            "next-slide": lambda: pages.step(1),
            "previous-slide": lambda: pages.step(-1),
            "zoom-in": lambda: pages.zoom(1),
            "zoom-out": lambda: pages.zoom(-1),
            "zoom-fit": lambda: pages.zoom(0),
            "show-slides": lambda: pages.show_kind("slide"),
            "show-report": lambda: pages.show_kind("report"),
            "present": self._present,
            "compare": lambda: pages.compare(self.commands["compare"].isChecked()),
            "swedish": lambda: self.interface.speak("sv"),
            "english": lambda: self.interface.speak("en"),
            "follow-system": lambda: self._wear("system"),
            "light": lambda: self._wear("light"),
            "dark": lambda: self._wear("dark"),
            "full-screen": lambda: self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen),
            "tour": self.show_tour,
            "shortcuts": lambda: self._dialogs.shortcuts(self.commands),
        }

    def _connect(self) -> None:
        for command, do in self._doings().items():
            self.commands.on(command, do)
        self.export_button.clicked.connect(self.commands["export"].trigger)
        self.bench.turned.connect(self._turned)
        self.bench.entered.connect(self._entered)
        self.bench.fetches.connect(self._dialogs.fetch_rows)
        self.result.pages.picked.connect(self.bench.go)
        self.result.pages.presents.connect(self._present)
        self.result.pages.picked_whole.connect(self._select_whole)
        self.result.pages.compared.connect(self.commands["compare"].setChecked)
        self.finder.goes_to.connect(self.bench.go)
        self.files.failed.connect(self.tell)
        self.files.opened.connect(self.show_project)
        self.recovering.shown.connect(self._show_recovery)
        self.recovering.passed.connect(self._home)
        self.recovering.failed.connect(self.tell)
        self.preferences.failed.connect(self.tell)
        self.document.state_changed.connect(self._refresh_commands)
        self.document.state_changed.connect(self._saved)
        self.interface.language_changed.connect(self._keep_language)
        self.start.returns.connect(self._return)
        self.start.tours.connect(self.show_tour)
        self.start.sets_up.connect(self.commands["settings"].trigger)

    def _saved(self) -> None:
        if self.document.path is not None and self.document.is_clean:
            self.notice.clear()

    def show_tour(self) -> None:
        """Shows a newcomer round: in the open project, else in a complete example."""
        if self.bench.place:
            self._return()
            self._begin_tour()
        else:
            self.files.new("municipality")
            self._begin_tour()

    def _begin_tour(self) -> None:
        from app.gui.tour_stops import stops

        self.starting.begin_tour(stops(self.bench, self.document, self.result, self.export_button))

    def _lay_out(self) -> None:
        self.setAcceptDrops(True)
        self.setMinimumSize(960, 600)
        self.commands["sidebar"].setChecked(True)
        self.commands["result"].setChecked(True)
        self.commands.fill(self.menuBar())
        self._room = QStackedWidget()
        self._room.addWidget(self.start)
        self._room.addWidget(self.bench)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._room, 1)
        self.setCentralWidget(middle)
        self._dock = QDockWidget()
        self._dock.setObjectName("result")
        self._dock.setWidget(self.result)
        self.result.setMinimumWidth(MIN_RESULT)
        self._dock.setTitleBarWidget(QWidget())
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._bar = self._tool_bar()
        self.addToolBar(self._bar)
        self._status = Status(self.document, self.interface, self.keeping, self.document.stack.undo)
        self.setStatusBar(self._status)

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar()
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(16, 16))
        for name in ("back", "forward"):
            bar.addAction(self.commands[name])
        bar.addSeparator()
        for name in ("undo", "redo"):
            bar.addAction(self.commands[name])
        bar.addWidget(_stretch())
        bar.addWidget(self.finder)
        bar.addWidget(_stretch())
        bar.addWidget(self.export_button)
        return bar


def _stretch() -> QWidget:
    space = QWidget()
    space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return space
