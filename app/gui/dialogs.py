"""The dialogs of the main window, imported when they are first asked for, so that the window stands at once."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from app.files.errors import UserError
from app.gui.actions import Actions
from app.gui.clipboard import lay_out
from app.gui.document import Document
from app.gui.file_dialogs import ask_where
from app.gui.interface import Interface, term
from app.gui.preferences import Preferences
from app.gui.preview import Today
from app.model.base import FieldPath
from app.project.store import SUFFIX, save_project


class Dialogs:
    """Opens dialogs over a window."""

    def __init__(
        self, window: QWidget, document: Document, interface: Interface, preferences: Preferences, today: Today
    ) -> None:
        self._window, self._document, self._interface = window, document, interface
        self._preferences, self._today = preferences, today

    @property
    def doings(self) -> Mapping[str, Callable[[], object]]:
        """What each command does that needs to know nothing else."""
        return {
            "export": self.export,
            "template": self.template,
            "clean-copy": self.clean_copy,
            "insert-figure": self.insert_figure,
            "fetch": self.fetch,
            "letters": self.letters,
            "together": self.together,
            "take": self.take,
            "settings": self.settings,
            "minutes": self.minutes,
            "about": self.about,
        }

    def export(self) -> None:
        """What is to be exported, and to where."""
        from app.gui.export.dialog import ExportDialog

        dialog = ExportDialog(self._document, self._interface, self._today, self._preferences.settings, self._window)
        dialog.asks_template.connect(lambda: self._choose_template(dialog))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def template(self) -> None:
        """Which template the project's decks stand on."""
        self._choose_template(self._window)

    def _choose_template(self, over: QWidget) -> None:
        from app.gui.template.dialog import TemplateDialog
        from app.services.templates import kept_in

        kept = kept_in(self._preferences.folder)
        dialog = TemplateDialog(self._document, self._interface, kept, self._today, over)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def findings(self, go: Callable[[FieldPath], object]) -> None:
        """What the checks find, beside the window; once it stands there, the next of them."""
        from app.gui.findings import FindingsDialog

        stands = next(iter(self._window.findChildren(FindingsDialog)), None)
        if stands is not None:
            stands.step()
            return
        dialog = FindingsDialog(self._document, self._interface, self._today, go, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def past(self, opens: Callable[[Path], object], takes: bool) -> None:
        """What was written in past projects, to be opened, or where `takes` taken from; the index lies beside the settings."""
        from app.gui.past import PastDialog
        from app.services.past import index_in

        settings, take = self._preferences.settings, self.take if takes else None
        recent = tuple(Path(name) for name in settings.recent)
        index = index_in(self._preferences.folder) if settings.past else None
        dialog = PastDialog(self._interface, index, recent, opens, take, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def clean_copy(self) -> None:
        """A copy to hand on, without editions and drafts."""
        ask_where(
            self._window, self._interface("files.clean-copy"), f"Boardwright (*{SUFFIX})", SUFFIX, self.save_clean
        )

    def save_clean(self, file: str) -> None:
        """Saves such a copy; what goes wrong is told over the window."""
        from app.project.editions import clean

        try:
            save_project(Path(file), clean(self._document.project), self._document.assets)
        except UserError as problem:
            self._tell(problem.told(self._interface.lang), QMessageBox.Icon.Warning)

    def insert_figure(self) -> None:
        """Has the text in use ask which figure it shall mention."""
        from app.gui.fields.figures import mentioning

        text = mentioning(QApplication.focusWidget())
        if text is not None:
            text.ask_figure()
        else:
            self._tell(self._interface.say(term("fields", "figure.nowhere")), QMessageBox.Icon.Information)

    def _tell(self, said: str, icon: QMessageBox.Icon) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self._interface("app.name"))
        box.setIcon(icon)
        box.setText(said)
        box.finished.connect(box.deleteLater)
        box.open()

    def fetch(self) -> None:
        """Figures out of a workbook."""
        from app.gui.fetching import FetchDialog

        dialog = FetchDialog(self._document, self._interface, self._today, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def fetch_rows(self, path: FieldPath) -> None:
        """Rows out of a workbook, into the calculation at a path, or that of a row."""
        from app.gui.fetching_rows import FetchRowsDialog

        owner, _, line = path.partition("/lines")
        dialog = FetchRowsDialog(
            self._document, self._interface, self._today, f"{owner}/lines", line.removeprefix("/") or None, self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def letters(self) -> None:
        """The actions as a sheet for their owners, and their answers."""
        from app.gui.letters import LettersDialog

        dialog = LettersDialog(self._document, self._interface, self._today, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def together(self) -> None:
        """What somebody else wrote in a copy of the project."""
        from app.gui.together import TogetherDialog

        dialog = TogetherDialog(self._document, self._interface, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def take(self, path: Path | None = None, field: FieldPath = "") -> None:
        """Parts of another project: of the one at a path, with the part that holds a field ticked."""
        from app.gui.taking import TakeDialog

        dialog = TakeDialog(self._document, self._interface, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if path is not None:
            dialog.read(str(path), field)
        dialog.open()

    def secrecy(self, place: FieldPath) -> None:
        """Marks the field in use, else the place that is shown, as secret."""
        from app.gui.secrecy import SecrecyDialog, field_in_use

        path = field_in_use(QApplication.focusWidget(), place)
        dialog = SecrecyDialog(self._document, self._interface, path, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def copy_section(self, place: FieldPath) -> None:
        """Lays the report's section of the field in use, or of the place that is shown, on the clipboard."""
        from app.gui.secrecy import field_in_use
        from app.services.section_text import section_copied

        project = self._document.project
        field = field_in_use(QApplication.focusWidget(), place)
        lay_out(section_copied(project, project.language, self._today(), field))

    def minutes(self) -> None:
        """The text for a meeting's minutes."""
        from app.gui.minutes import MinutesDialog

        dialog = MinutesDialog(self._document, self._interface, self._today, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def settings(self) -> None:
        """What the user sets once for all."""
        from app.gui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self._preferences, self._interface, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def shortcuts(self, commands: Actions) -> None:
        """Which keys do what."""
        from app.gui.about import show_shortcuts

        show_shortcuts(self._window, commands, self._interface)

    def about(self) -> None:
        """What this program is."""
        from app.gui.about import show_about

        show_about(self._window, self._interface)
