"""Search across past projects: what the users wrote in them, in an SQLite full-text index at a path the caller names.

The index holds nothing that the projects do not, so one that is damaged, or of another version of this program, is thrown away and made
anew. Locked project files cannot be read, and are not in it."""

import os
import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, islice
from pathlib import Path
from typing import Final

import snowballstemmer

from app.files.atomic import make_folder
from app.files.errors import UserError
from app.files.reasons import CannotWrite
from app.language.mentions import FigureWords, filled
from app.model.base import FieldPath, Lang, Text
from app.model.pattern import Pattern
from app.model.project import Project
from app.project.paths import keys_of, parts_of
from app.project.store import open_project

#: How many projects are looked through, of how many. May raise Cancelled: those done so far stay in the index.
Progress = Callable[[int, int], None]

#: What the tables below are like; an index of another version is made anew.
_VERSION: Final = 2
#: For so long, in seconds, another that writes in the index is waited for.
_PATIENCE: Final = 0.5
#: So many finds are put in order of how well they fit; of more, the latest taken in come first: weighing them all would take too long.
_WEIGHED: Final = 2_000
_WORD: Final = re.compile(r"[^\W_]+")
_AROUND: Final = 60
#: What is kept beside the project, not part of what it says now.
_NOT_SAID: Final = frozenset({"secrecy", "drafts", "assets", "editions"})
#: Of projects that say the very same, so many are told, the latest taken in first.
_OF_ONE_WORDING: Final = 3
# What several projects say in the same words, as those of following quarters do, is taken in once.
# Diacritics stay: å, ä and ö are letters of their own.
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS projects (path TEXT PRIMARY KEY, mtime INTEGER, size INTEGER, title TEXT);
CREATE TABLE IF NOT EXISTS wordings (id INTEGER PRIMARY KEY, key BLOB UNIQUE, wording TEXT);
CREATE TABLE IF NOT EXISTS texts (id INTEGER PRIMARY KEY, project TEXT, field TEXT, wording INTEGER);
CREATE INDEX IF NOT EXISTS texts_of ON texts (project);
CREATE INDEX IF NOT EXISTS texts_with ON texts (wording);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (forms, tokenize = "unicode61 remove_diacritics 0", prefix = '1 2 3');
"""


@dataclass(frozen=True, slots=True)
class Found:
    """A text that was found: its project, its field with the language last, and the words around the find."""

    project: Path
    title: str
    field: FieldPath
    snippet: str


class _Stems:
    """The stems of words, each reckoned once. One for each call: a stemmer works in place and is not for two threads."""

    def __init__(self) -> None:
        self._stemmers = {"sv": snowballstemmer.stemmer("swedish"), "en": snowballstemmer.stemmer("english")}
        self._known: dict[tuple[str, Lang], str] = {}

    def of(self, word: str, lang: Lang) -> str:
        if (word, lang) not in self._known:
            self._known[word, lang] = self._stemmers[lang].stemWord(word)
        return self._known[word, lang]


class IndexUnusable(UserError):
    """An index that cannot be read or written now: another is at it, or the disk is full."""


def index_in(folder: Path) -> Path:
    """Where the index lies, in the folder of what is remembered from one project to the next."""
    return folder / "past.sqlite"


def update(index_path: Path, project_paths: Sequence[Path], progress: Progress) -> tuple[Path, ...]:
    """Takes in the projects that are new or changed and drops those not named. Gives those that cannot be read.

    Each project is one transaction, so an index whose making was broken off is whole as far as it came.
    Raises IndexUnusable and CannotWrite."""
    try:
        return _update(index_path, project_paths, progress)
    except sqlite3.DatabaseError as error:
        if not _is_damaged(error):
            raise _unusable(index_path, error) from error
    clear(index_path)
    try:
        return _update(index_path, project_paths, progress)
    except sqlite3.DatabaseError as error:
        raise _unusable(index_path, error) from error


def search(index_path: Path, query: str, limit: int) -> tuple[Found, ...]:
    """The texts that hold every word of the query in some form, the best first; none when there is no whole index. Raises
    IndexUnusable and CannotWrite."""
    words = _words(query)
    if not words or not index_path.exists():
        return ()
    asked = " AND ".join("(" + " OR ".join(f'"{form}"*' for form in _asked(word)) + ")" for word in words)
    try:
        with closing(_opened(index_path)) as index:
            rows = _found(index, asked, limit)
    except sqlite3.DatabaseError as error:
        if _is_damaged(error):
            return ()  # the next update makes it anew
        raise _unusable(index_path, error) from error
    forms = tuple(form for word in words for form in _asked(word))
    return tuple(Found(Path(path), title, field, _snippet(wording, forms)) for path, title, field, wording in rows)


def clear(index_path: Path) -> None:
    """Takes the index away. Raises CannotWrite."""
    try:
        for name in (index_path.name, f"{index_path.name}-journal"):
            index_path.with_name(name).unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(index_path, error) from error


def _found(index: sqlite3.Connection, asked: str, limit: int) -> list[tuple[str, str, str, str]]:
    many = "SELECT count(*) FROM (SELECT rowid FROM words WHERE words MATCH ? LIMIT ?)"
    (count,) = index.execute(many, (asked, _WEIGHED)).fetchone()
    order = "rank" if count < _WEIGHED else "words.rowid DESC"
    wordings = index.execute(f"SELECT rowid FROM words WHERE words MATCH ? ORDER BY {order} LIMIT ?", (asked, limit))
    said = (
        "SELECT path, title, field, wordings.wording FROM texts JOIN wordings ON wordings.id = texts.wording "
        "JOIN projects ON path = project WHERE texts.wording = ? ORDER BY texts.id DESC LIMIT ?"
    )
    found = (index.execute(said, (wording, _OF_ONE_WORDING)).fetchall() for (wording,) in wordings.fetchall())
    return list(islice(chain.from_iterable(found), limit))


def _is_damaged(error: sqlite3.DatabaseError) -> bool:
    """Whether an index is no index, or not one as this version makes it."""
    kind = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF
    return kind in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_MISMATCH)


def _unusable(index_path: Path, error: sqlite3.DatabaseError) -> IndexUnusable:
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return IndexUnusable("past.in-use")
    return IndexUnusable("past.unusable", file=str(index_path), why=str(error))


def _opened(index_path: Path) -> sqlite3.Connection:
    """The index, with its tables. Raises sqlite3.DatabaseError, and CannotWrite."""
    try:
        make_folder(index_path.parent)
        # Made before SQLite makes it, and so that only its owner reads it; the journal takes the same mode.
        os.close(os.open(index_path, os.O_CREAT | os.O_RDWR, 0o600))
        index_path.chmod(0o600)
    except OSError as error:
        raise CannotWrite(index_path, error) from error
    index = sqlite3.connect(index_path, timeout=_PATIENCE)
    try:
        (version,) = index.execute("PRAGMA user_version").fetchone()
        (tables,) = index.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables and version != _VERSION:
            raise sqlite3.DatabaseError(f"an index of version {version}")
        if not tables:
            index.executescript(f"{_TABLES} PRAGMA user_version = {_VERSION};")
        # What a power cut may do to it costs no more than making it anew.
        index.execute("PRAGMA synchronous = OFF")
    except sqlite3.Error:
        index.close()
        raise
    return index


def _update(index_path: Path, paths: Sequence[Path], progress: Progress) -> tuple[Path, ...]:
    unread: list[Path] = []
    stems = _Stems()
    with closing(_opened(index_path)) as index:
        known = {path: (mtime, size) for path, mtime, size in index.execute("SELECT path, mtime, size FROM projects")}
        for gone in known.keys() - {str(path) for path in paths}:
            with index:
                _drop(index, gone)
        for done, path in enumerate(paths):
            progress(done, len(paths))
            try:
                stat = path.stat()
                stamp = (stat.st_mtime_ns, stat.st_size)
                if known.get(str(path)) == stamp:
                    continue
                project = open_project(path).project
            except (OSError, UserError):
                unread.append(path)
                with index:
                    _drop(index, str(path))
                continue
            with index:
                _drop(index, str(path))
                _take_in(index, str(path), stamp, project, stems)
        progress(len(paths), len(paths))
    return tuple(unread)


def _drop(index: sqlite3.Connection, path: str) -> None:
    """Takes a project out, with the wordings that no other has."""
    said = index.execute("SELECT DISTINCT wording FROM texts WHERE project = ?", (path,)).fetchall()
    index.execute("DELETE FROM texts WHERE project = ?", (path,))
    alone = [row for row in said if not index.execute("SELECT 1 FROM texts WHERE wording = ? LIMIT 1", row).fetchone()]
    index.executemany("DELETE FROM words WHERE rowid = ?", alone)
    index.executemany("DELETE FROM wordings WHERE id = ?", alone)
    index.execute("DELETE FROM projects WHERE path = ?", (path,))


def _take_in(index: sqlite3.Connection, path: str, stamp: tuple[int, int], project: Project, stems: _Stems) -> None:
    words = FigureWords(project)
    title = filled(project, project.matter.title, project.language)
    index.execute("INSERT INTO projects VALUES (?, ?, ?, ?)", (path, *stamp, title))
    said = [
        (path, f"{field}/{lang}", _wording(index, words.filled(written, lang), lang, stems))
        for field, text in _texts(project, "")
        for lang, written in text.root.items()
    ]
    index.executemany("INSERT INTO texts (project, field, wording) VALUES (?, ?, ?)", said)


def _wording(index: sqlite3.Connection, wording: str, lang: Lang, stems: _Stems) -> int:
    """The id of a wording, which is taken in where no project has it yet."""
    key = blake2b(f"{lang}{wording}".encode(), digest_size=16).digest()
    known = index.execute("SELECT id FROM wordings WHERE key = ?", (key,)).fetchone()
    if known is not None:
        return int(known[0])
    (new,) = index.execute("INSERT INTO wordings (key, wording) VALUES (?, ?) RETURNING id", (key, wording)).fetchone()
    forms = " ".join(form for word in _words(wording) for form in {word, stems.of(word, lang)})
    index.execute("INSERT INTO words (rowid, forms) VALUES (?, ?)", (new, forms))
    return int(new)


def _texts(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, Text]]:
    """The texts somebody wrote, by their paths. Of a pattern's own, which are the library's, only the answers."""
    if isinstance(value, Text):
        yield path, value
    elif isinstance(value, Pattern):
        for key, question in zip(keys_of(value.questions), value.questions, strict=True):
            yield f"{path}/questions/{key}/answer", question.answer
    else:
        for segment, part in parts_of(value, _NOT_SAID):
            yield from _texts(part, f"{path}/{segment}" if path else segment)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


def _asked(word: str) -> tuple[str, ...]:
    """The word and its stems: nobody says in which language they ask."""
    stems = _Stems()
    return tuple(sorted({word, stems.of(word, "sv"), stems.of(word, "en")}))


def _snippet(wording: str, forms: Sequence[str]) -> str:
    starts = (word.start() for word in _WORD.finditer(wording) if word[0].casefold().startswith(tuple(forms)))
    start = max(0, next(starts, 0) - _AROUND)
    return " ".join(wording[start : start + 3 * _AROUND].split())
