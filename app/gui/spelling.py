"""Spelling in the window: what is known of words already, and the process that is asked about the others."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.files.dictionaries import dictionary_folders, find_dictionary, read_words, words_path, write_words
from app.files.errors import UserError
from app.gui.preferences import Preferences
from app.language.parse import money_units
from app.model.base import LANGS, Lang
from app.services.spelling import Check, Checked, Suggest, Suggested, serve

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

#: How often the line is looked at while an answer is awaited, in milliseconds.
_LOOK: Final = 50
Suggestions = Callable[[Sequence[str]], None]


class Spelling(QObject):
    """Knows which words are wrong. `learned` says that more is known than before, or that it is switched on or off."""

    learned = Signal()
    #: Why a word could not be kept.
    failed = Signal(object)

    def __init__(
        self,
        preferences: Preferences,
        parent: QObject | None = None,
        folders: Sequence[Path] | None = None,
        own: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._folders = dictionary_folders() if folders is None else tuple(folders)
        self._own_path = own or words_path()
        self._own = read_words(self._own_path)
        self._dictionaries: Mapping[Lang, str] | None = None
        self._known: dict[tuple[Lang, str], bool] = {}
        self._waiting: dict[Lang, dict[str, None]] = {lang: {} for lang in LANGS}
        self._asked: Suggest | None = None
        self._tell: Suggestions | None = None
        self._line: Connection | None = None
        self._process: BaseProcess | None = None
        self._awaits = False
        self._watch = QTimer(self, interval=_LOOK)
        self._watch.timeout.connect(self._look)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._send)
        preferences.changed.connect(self.learned)

    @property
    def is_on(self) -> bool:
        """Whether words are looked at."""
        return self._preferences.settings.spelling

    def is_wrong(self, lang: Lang, word: str) -> bool:
        """Whether a word is known to be wrong. One not known yet is asked about, and `learned` tells when it is."""
        if not self.is_on or {word, word.casefold()} & self._own or lang not in self._found():
            return False
        if word.casefold() in money_units(lang):  # "mkr", which few dictionaries know
            return False
        known = self._known.get((lang, word))
        if known is None and word not in self._waiting[lang]:
            self._waiting[lang][word] = None
            if not self._awaits:
                self._soon.start()
        return known is False

    def suggest(self, lang: Lang, word: str, tell: Suggestions) -> None:
        """Asks what a word may have been meant to be; `tell` hears it, unless another word is asked about meanwhile."""
        self._asked, self._tell = Suggest(lang, word), tell
        if not self._awaits:
            self._soon.start()

    def keep(self, word: str) -> None:
        """Takes a word among the user's own; where they cannot be written it is right for as long as the program runs."""
        self._own |= {word}
        self.learned.emit()
        try:
            write_words(self._own_path, self._own)
        except UserError as error:
            self.failed.emit(error)

    def stop(self) -> None:
        """Ends the process."""
        self._watch.stop()
        self._soon.stop()
        if self._line is not None and self._process is not None:
            self._line.close()
            self._process.terminate()
            self._process.join(1)
            self._line = self._process = None

    # Its own

    def _found(self) -> Mapping[Lang, str]:
        """The dictionaries that there are, looked for when the first word comes."""
        if self._dictionaries is None:
            found = {lang: find_dictionary(lang, self._folders) for lang in LANGS}
            self._dictionaries = {lang: str(found[lang]) for lang in LANGS if found[lang] is not None}
        return self._dictionaries

    def _send(self) -> None:
        """Asks the next question, one at a time, so that the line never fills."""
        lang: Lang | None = next((lang for lang in LANGS if self._waiting[lang]), None)
        question = self._asked or (Check(lang, tuple(self._waiting[lang])) if lang else None)
        if question is None:
            return
        line = self._begun()
        try:
            line.send(question)
        except OSError:
            self.stop()
            return
        self._awaits = True
        self._watch.start()

    def _begun(self) -> "Connection":
        """The line to the process, which begins with the first question."""
        if self._line is None:
            import multiprocessing  # the window stands before it

            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs, self._found()), daemon=True)
            self._process.start()
            theirs.close()
        return self._line

    def _look(self) -> None:
        if self._line is None:
            return
        try:
            if not self._line.poll():
                return
            answer = self._line.recv()
        except (EOFError, OSError):
            self.stop()
            return
        self._watch.stop()
        self._awaits = False
        self._hear(answer)
        self._send()

    def _hear(self, answer: object) -> None:
        if isinstance(answer, Checked):
            for word, right in answer.right.items():
                self._known[answer.lang, word] = right
                self._waiting[answer.lang].pop(word, None)
            if not all(answer.right.values()):
                self.learned.emit()
        elif isinstance(answer, Suggested) and self._asked == Suggest(answer.lang, answer.word):
            tell, self._asked, self._tell = self._tell, None, None
            if tell is not None:
                tell(answer.words)
