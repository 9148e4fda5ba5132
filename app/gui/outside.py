"""The project's file was changed by another program, moved or taken away: the user is told, and says what is to stand."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.files.digest import digest_of
from app.files.errors import UserError
from app.gui.document import Document
from app.gui.files import ChangedElsewhere, Files
from app.gui.interface import Interface, term
from app.gui.notice import Notice, Offer
from app.gui.questions import Answer, ask
from app.gui.watch import Watch
from app.language.told import Told
from app.project.store import open_project

Then = Callable[[], object] | None


class Outside(QObject):
    """Asks what to do about what happened to the file outside this window."""

    def __init__(
        self,
        window: QWidget,
        document: Document,
        interface: Interface,
        files: Files,
        watch: Watch,
        notice: Notice,
    ) -> None:
        super().__init__(window)
        self._window, self._document, self._say = window, document, interface
        self._files, self._notice = files, notice
        self._asked_of: Path | None = None
        watch.changed.connect(self._noticed)
        files.clashed.connect(self._clashed)
        document.replaced.connect(notice.answered)
        document.state_changed.connect(self._follow)

    def _noticed(self, digest: str | None) -> None:
        """Tells above the pages, so that nobody's typing answers the question by chance."""
        path = self._asked_of = self._document.path
        if path is None:
            return
        if digest is None:
            self._document.unsave(None)
            offers = (self._offer("files.save-here", self._files.save), self._offer("files.save-as-now", self._save_as))
            self._notice.ask(Told("disk.gone", file=path.name, folder=str(path.parent)), offers)
            return
        offers = (
            self._offer("files.theirs", self._take_theirs),
            self._offer("files.mine", lambda: self._keep_mine(digest)),
            self._offer("files.save-as-now", self._save_as),
        )
        self._notice.ask(Told("disk.changed", file=path.name), offers)

    def _follow(self) -> None:
        """A question about a file is settled once the project lies in another."""
        if self._asked_of is not None and self._document.path != self._asked_of:
            self._asked_of = None
            self._notice.answered()

    def _clashed(self, digest: str, then: Then) -> None:
        """Asks before a save would write over what another program wrote."""
        path, say = self._document.path, self._say
        if path is None:
            return

        def overwrite() -> None:
            self._keep_mine(digest)
            self._files.save(then)

        answers = (
            Answer(say("files.save-as-now"), lambda: self._files.save_as(then)),
            Answer(say("files.mine-over"), overwrite),
            Answer(say("files.theirs"), self._take_theirs),
        )
        told = ChangedElsewhere(path, digest).told(say.lang)
        ask(self._window, say, "changed-elsewhere", told, say("files.changed-more"), answers)

    def _offer(self, key: str, do: Callable[[], object]) -> Offer:
        def settled() -> None:
            self._notice.answered()
            do()

        return Offer(term("window", key), settled)

    def _save_as(self) -> None:
        self._files.save_as()

    def _keep_mine(self, digest: str) -> None:
        self._notice.answered()
        self._document.unsave(digest)

    def _take_theirs(self) -> None:
        """Reads the file in as a step that can be undone, so that what stood here is not lost."""
        path = self._document.path
        if path is None:
            return
        try:
            digest = digest_of(path)
            found = open_project(path)
        except UserError as error:
            self._notice.tell(error)
            return
        self._notice.answered()
        self._document.reread(found, digest or "", term("window", "edit.reread"))
