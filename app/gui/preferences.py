"""The user's own settings, kept in a file as soon as they change."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.files.errors import UserError
from app.files.settings import Settings, read_settings, settings_path, write_settings


class Preferences(QObject):
    """Settings in force. `failed` carries what to tell the user when they could not be read or kept."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path or settings_path()
        read = read_settings(self._path)
        self._settings, self.complaint = read.settings, read.complaint

    @property
    def settings(self) -> Settings:
        """The settings as they are."""
        return self._settings

    @property
    def folder(self) -> Path:
        """Where the settings lie, and what else is remembered from one project to the next."""
        return self._path.parent

    def keep(self, settings: Settings) -> None:
        """Takes other settings into force, and keeps them. What another window has changed meanwhile stays, save for what is
        changed here."""
        if settings == self._settings:
            return
        changed = {
            name: value
            for name in Settings.model_fields
            if (value := getattr(settings, name)) != getattr(self._settings, name)
        }
        self._settings = read_settings(self._path).settings.model_copy(update=changed)
        try:
            write_settings(self._path, self._settings)
        except UserError as error:
            self.failed.emit(error)
        self.changed.emit()
