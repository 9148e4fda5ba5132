"""What commands print: results on standard output, one clear line on standard error when something is wrong."""

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from getpass import getpass

import typer

from app.files.errors import Cancelled, UserError
from app.language.catalogue import Words
from app.language.preferred import preferred_language
from app.model.base import Lang
from app.model.editions import Edition
from app.services.export import Length


def tell_error(problem: UserError, lang: Lang) -> int:
    """Prints what happened and what to do, in one line, and returns the exit status for it."""
    print(" ".join(problem.told(lang).split()), file=sys.stderr)
    return 2


def tell_misuse(problem: typer.TyperException) -> int:
    """Prints what was wrong with the words of a command, in one line, and returns the exit status for it."""
    said = " ".join(problem.format_message().split()).replace("Value error, ", "").rstrip(".")
    command = getattr(getattr(problem, "ctx", None), "command_path", "boardwright")
    print(f"{said}. See “{command} --help”.", file=sys.stderr)
    return 2


def tell_length(length: Length, lang: Lang) -> None:
    """Prints how long a deck is, to whoever sits at a terminal: what other programs read are the files that were written."""
    if not sys.stderr.isatty():
        return
    words = Words("cli", lang)
    main = words("deck.main", n=length.main, minutes=length.minutes)
    print(f"{main}{words('deck.backup', n=length.backup) if length.backup else ''}.", file=sys.stderr)


def tell_kept(edition: Edition, lang: Lang) -> None:
    """Prints which edition was kept, to whoever sits at a terminal."""
    if sys.stderr.isatty():
        print(Words("cli", lang)("kept", id=edition.id[:8]), file=sys.stderr)


def password() -> str:
    """A password from standard input: its first line; unseen where somebody types it. Raises UserError for an empty one."""
    words = Words("cli", preferred_language())
    typed = getpass(words("password")) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not typed:
        raise UserError("export.no-password")
    return typed


def say(line: str) -> None:
    """Prints a line of the result."""
    print(line)


def speak_any_alphabet() -> None:
    """Lets every character be printed, also where the console has another encoding than UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


@contextmanager
def progress_bar(label: str) -> Generator[Callable[[float], None]]:
    """What to tell how much is done, from 0 to 1: a bar on standard error, nothing where that is no terminal. Ctrl-C raises Cancelled."""
    try:
        if sys.stderr.isatty():
            with _bar(label) as tell:
                yield tell
        else:
            yield lambda _part: None
    except KeyboardInterrupt:
        raise Cancelled from None


@contextmanager
def _bar(label: str) -> Generator[Callable[[float], None]]:
    # Loaded for a terminal alone: other programs wait for the files.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=1.0)
        yield lambda part: progress.update(task, completed=part)
