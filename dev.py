#!/usr/bin/env python3
"""Sets Boardwright up on this machine and runs it.

    python3 dev.py run              make and export the sample project into out/, then open the window on it
    python3 dev.py test             everything a change must pass
    python3 dev.py check            only the checks that run no test: ruff, pyright, what each room imports
    python3 dev.py soak             the long tests
    python3 dev.py bench            how long exports, previews, saving and starting take
    python3 dev.py gallery          draw the pictures of docs/gallery.md anew
    python3 dev.py app ARGUMENTS    the program itself; its own help: python3 dev.py app --help
    python3 dev.py lock [OPTIONS]   for maintainers: write requirements.txt anew from pyproject.toml
                                    (--upgrade takes the newest releases)

The first command makes .venv beside this file from requirements.txt, in a minute or two; later ones start at once.
It needs Python 3.11 or newer and nothing else. Status: 0 done, 1 a check or test failed, 2 could not run.
"""

import ctypes
import hashlib
import importlib.util
import io
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple


def old_python_refusal(major: int, minor: int) -> str:
    """Says why this Python cannot be used; empty when it can. An old Python must be able to read down to here."""
    if (major, minor) >= (3, 11):
        return ""
    return f"Boardwright needs Python 3.11 or newer and this is {major}.{minor}: start dev.py with a newer one."


if old_python_refusal(*sys.version_info[:2]):
    print(old_python_refusal(*sys.version_info[:2]), file=sys.stderr)
    sys.exit(2)

ROOT = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "requirements.txt"
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "made-from.txt"
OUT = ROOT / "out"
SAMPLE = ("sample.boardwright", "sample.pptx", "sample-deck.pdf", "sample-report.pdf")
# What is run a second time without Qt: whole exports and commands, which pass through every room of the core.
CORE_TESTS = ("tests/services", "tests/cli", "tests/export")
UV = "uv==0.13.9"

# What Qt loads from the system, and the Debian or Ubuntu package that brings it (under its newer name too).
# The first seven are needed even without a screen, the others by a window on X11.
QT_LIBRARIES = {
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libglib-2.0.so.0": ("libglib2.0-0", "libglib2.0-0t64"),
    "libfontconfig.so.1": ("libfontconfig1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libgssapi_krb5.so.2": ("libgssapi-krb5-2",),
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
}


class CannotGoOnError(Exception):
    """What happened and what to do about it, in a sentence or two for the person at the terminal."""


def say(text: str) -> None:
    print(text, flush=True)


# ---- The environment -------------------------------------------------------------------------------------------


def environment_python(environment: Path) -> Path:
    if sys.platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def stamp_of(requirements: bytes, version: tuple[int, ...], environment: Path) -> str:
    """What an environment was made from: other packages, another Python or another place ask for a new one."""
    made_from = f"{version[0]}.{version[1]}\n{environment}\n".encode() + requirements
    return hashlib.sha256(made_from).hexdigest()


def is_ready(environment: Path, stamp: str) -> bool:
    """Whether the environment is whole: the stamp is written last, so an interrupted set-up has none."""
    try:
        found = (environment / STAMP.name).read_text(encoding="ascii")
    except (OSError, UnicodeDecodeError):
        return False
    return found == stamp and environment_python(environment).exists()


def prepare() -> Path:
    """Makes the environment unless it is there already, and returns its Python."""
    stamp = stamp_of(REQUIREMENTS.read_bytes(), sys.version_info[:2], ENVIRONMENT)
    if not is_ready(ENVIRONMENT, stamp):
        started = time.monotonic()
        say("Setting Boardwright up (once, a minute or two).")
        install_system_packages()
        make_environment()
        install_python_packages()
        STAMP.write_text(stamp, encoding="ascii")
        say(f"Set up in {time.monotonic() - started:.0f} s.")
    return environment_python(ENVIRONMENT)


def make_environment() -> None:
    STAMP.unlink(missing_ok=True)
    if ENVIRONMENT.exists():
        say("- removing the environment of an earlier or interrupted set-up")
        try:
            shutil.rmtree(ENVIRONMENT)
        except OSError as error:
            raise CannotGoOnError(
                f"{ENVIRONMENT} cannot be removed ({error.strerror}). Close the programs that use it, then start again."
            ) from error
    say("- making .venv")
    # Started from within an environment, the Python that made that one is asked.
    python: str = getattr(sys, "_base_executable", "") or sys.executable
    made = run_quietly([python, "-m", "venv", str(ENVIRONMENT)])
    if made.returncode:
        raise CannotGoOnError(f"Python could not make an environment:\n{last_lines(made.stdout)}")


def install_python_packages() -> None:
    say("- fetching and installing the Python packages")
    pip = [str(environment_python(ENVIRONMENT)), "-m", "pip", "install", "--no-input", "--no-deps"]
    pip += ["--require-hashes", "--only-binary", ":all:", "--progress-bar", "off"]
    pip += ["--disable-pip-version-check", "-r", str(REQUIREMENTS)]
    # A user's wish to install into the home directory must not reach into this environment.
    settings = dict(os.environ, PIP_USER="0", PYTHONIOENCODING="utf-8:replace")
    lines: list[str] = []
    with subprocess.Popen(
        pip, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=settings, encoding="utf-8", errors="replace"
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            show_progress(line)
    if process.returncode:
        raise CannotGoOnError(explain_pip("".join(lines)))


def show_progress(line: str) -> None:
    """On a terminal, one line that tells which package is being fetched or installed."""
    found = re.match(r"Collecting ([^=\s]+)|(Installing) collected", line)
    if found and sys.stdout.isatty():
        print(f"\r  {found[1] or 'putting them in place':<40}\r", end="", flush=True)


def explain_pip(output: str) -> str:
    """Turns what pip printed into what happened and what to do."""
    tail = last_lines(output)
    if "DO NOT MATCH THE HASHES" in output:
        return (
            "A downloaded package is not the one that was locked, so nothing was installed. Try again; if it "
            f"stays, a proxy or package mirror is changing files.\n{tail}"
        )
    if re.search(r"No space left on device|Errno 28", output):
        return f"The disk is full: free at least 2 GB, then start again.\n{tail}"
    if re.search(r"[Cc]onnection|resolution|ProxyError|SSLError|[Tt]imed? ?out|Could not fetch URL", output):
        return (
            "pip could not reach the package index: check the network (behind a proxy or mirror, the variables "
            f"HTTPS_PROXY and PIP_INDEX_URL), then start again.\n{tail}"
        )
    if "No matching distribution" in output:
        return (
            "The package index offers no ready-made package for this machine: use a current Python (3.11 to 3.14) "
            f"on 64-bit Linux or Windows, or on macOS 15 or newer.\n{tail}"
        )
    return f"pip could not install the packages:\n{tail}"


# ---- What Debian and Ubuntu leave out --------------------------------------------------------------------------


def missing_packages() -> list[tuple[str, ...]]:
    """Debian packages that this Linux lacks, each under its possible names."""
    missing: list[tuple[str, ...]] = []
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        missing.append((f"python3.{sys.version_info[1]}-venv",))
    for library, names in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(names)
    return missing


def install_system_packages() -> None:
    """On Linux, installs what is missing, or says which one line does.

    Raises CannotGoOnError where that takes another user's rights or another system's package program.
    """
    missing = missing_packages() if sys.platform.startswith("linux") else []
    if not missing:
        return
    if not shutil.which("apt-get"):
        names = ", ".join(names[0] for names in missing)
        raise CannotGoOnError(
            "This system lacks what these packages bring on Debian; install them under their names here, "
            f"then start again: {names}"
        )
    if os.geteuid() != 0:
        raise CannotGoOnError(apt_advice(known_names(missing)))
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=600"]
    say("- bringing the system's list of packages up to date")
    run_quietly([*apt, "update"])
    names = known_names(missing)
    say(f"- installing {' '.join(names)}")
    done = run_quietly([*apt, "install", "-y", "--no-install-recommends", *names], DEBIAN_FRONTEND="noninteractive")
    if done.returncode:
        raise CannotGoOnError(f"{last_lines(done.stdout)}\n{apt_advice(names)}")


def known_names(missing: list[tuple[str, ...]]) -> list[str]:
    """Of each package's names the one that this release knows: libraries were renamed in 2024."""

    def is_known(name: str) -> bool:
        return run_quietly(["apt-get", "install", "--simulate", "-qq", name]).returncode == 0

    return [names[0] if len(names) == 1 else next(filter(is_known, names), names[0]) for names in missing]


def apt_advice(names: list[str]) -> str:
    return (
        "This system lacks a few packages. Install them with the next line, then start again:\n"
        f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(names)}"
    )


# ---- Starting programs -----------------------------------------------------------------------------------------


def run_quietly(command: list[str], **settings: str) -> subprocess.CompletedProcess[str]:
    """Runs a program and keeps what it prints, for when it fails."""
    return subprocess.run(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=dict(os.environ, **settings),
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def last_lines(output: str) -> str:
    return "\n".join([line for line in output.splitlines() if line.strip()][-8:])


def in_environment(arguments: Sequence[str], cwd: Path | None = ROOT, first_on_path: Path | None = None) -> int:
    """Runs the environment's Python with ours on its path, and returns its exit status."""
    path = os.pathsep.join(str(place) for place in (first_on_path, ROOT) if place)
    # -P: a file called app.py in the current directory must not be taken for ours.
    command = [str(prepare()), "-P", *arguments]
    return subprocess.run(command, cwd=cwd, env=dict(os.environ, PYTHONPATH=path), check=False).returncode


def program(*arguments: str | Path) -> int:
    """Runs Boardwright itself, in the current directory: names of files mean what they mean there."""
    return in_environment(["-m", "app", *map(str, arguments)], cwd=None)


# ---- The commands ----------------------------------------------------------------------------------------------


class Step(NamedTuple):
    name: str
    arguments: Sequence[str]
    first_on_path: Path | None = None


CHECKS = (
    Step("ruff, the rules", ("-m", "ruff", "check")),
    Step("ruff, the form", ("-m", "ruff", "format", "--check")),
    Step("pyright", ("-m", "pyright")),
    Step("imports between rooms", ("-c", "from importlinter.cli import lint_imports_command as c; c(['--no-logo'])")),
)
TWO_AT_A_TIME = ("-n", str(min(2, os.cpu_count() or 1)))
TESTS = (
    Step("tests", ("-m", "pytest", "-q", *TWO_AT_A_TIME)),
    Step(
        "the core where Qt cannot be imported",
        ("-m", "pytest", "-q", "-p", "no:pytest-qt", *TWO_AT_A_TIME, *CORE_TESTS),
        first_on_path=ROOT / "tests" / "without_qt",
    ),
)


def passing(steps: Iterable[Step]) -> int:
    """Runs every step, also after one that failed, so that one run tells all."""
    prepare()
    failed: list[str] = []
    for step in steps:
        started = time.monotonic()
        say(f"\n-- {step.name}")
        if in_environment(step.arguments, first_on_path=step.first_on_path):
            failed.append(step.name)
        say(f"-- {step.name}: {'FAILED' if step.name in failed else 'passed'}, {time.monotonic() - started:.0f} s")
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nAll passed.")
    return 1 if failed else 0


def check(_: list[str]) -> int:
    return passing(CHECKS)


def test(_: list[str]) -> int:
    return passing(CHECKS + TESTS)


def soak(_: list[str]) -> int:
    return in_environment(["-m", "pytest", "-q", "-m", "soak", *TWO_AT_A_TIME])


def bench(_: list[str]) -> int:
    return in_environment(["-m", "tests.bench"])


def gallery(_: list[str]) -> int:
    return in_environment(["-m", "tests.reference.gallery"])


def app(arguments: list[str]) -> int:
    return program(*arguments)


def run(_: list[str]) -> int:
    """The main job: the sample project, its deck (as PowerPoint and as PDF) and its report, then the window."""
    prepare()
    OUT.mkdir(exist_ok=True)
    project, deck, slides, report = (OUT / name for name in SAMPLE)
    status = 0
    if project.exists():
        say(f"The sample project is there already and stays as it is: {project}")
    else:
        status = program("new", project, "--starter", "municipality", "--lang", "sv")
    status = status or program("export", project, "--pptx", deck, "--deck-pdf", slides, "--pdf", report)
    if status:
        return status
    say(f"Project       {project}\nDeck          {deck}\nDeck as PDF   {slides}\nReport        {report}")
    if not has_display():
        say("There is no display here, so the window stays closed.")
        return 0
    say("Opening the window.")
    return program(project)


def has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def lock(options: list[str]) -> int:
    """Resolves for every system and Python at once; names no index, so that each user's own is asked."""
    pip = in_environment(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV])
    uv = ["-m", "uv", "pip", "compile", "pyproject.toml", "--group", "dev", "--output-file", "requirements.txt"]
    uv += ["--universal", "--python-version", "3.11", "--generate-hashes", "--only-binary", ":all:"]
    uv += ["--no-emit-index-url", "--no-header", "--quiet"]
    return pip or in_environment([*uv, *options])


COMMANDS = {
    "run": run,
    "test": test,
    "check": check,
    "soak": soak,
    "bench": bench,
    "gallery": gallery,
    "app": app,
    "lock": lock,
}
WITH_ARGUMENTS = ("app", "lock")


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a path with letters that this console does not have
    name, *rest = arguments or ["help"]
    if name in ("help", "-h", "--help"):
        say((__doc__ or "").strip())
        return 0
    if name not in COMMANDS or (rest and name not in WITH_ARGUMENTS):
        wrong = f"{name} takes no arguments" if name in COMMANDS else f"there is no command called {name}"
        print(f"dev.py: {wrong}. python3 dev.py help lists the commands.", file=sys.stderr)
        return 2
    try:
        return COMMANDS[name](rest)
    except CannotGoOnError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
