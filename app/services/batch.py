"""All projects of a folder exported: each one's deck and report, several at a time."""

from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import date
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from app.files.atomic import make_folder
from app.files.errors import UserError
from app.model.base import Lang
from app.model.report_kind import ReportKind
from app.project.store import SUFFIX, open_project
from app.services.export import Choices, Product, export


@dataclass(frozen=True, slots=True)
class Batch:
    """What is made of each project, where to, and how. A project's own language is taken when `lang` is None."""

    folder: Path
    today: date
    lang: Lang | None = None
    report: ReportKind = "memo"
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """A project's files, or the sentence that says why there are none."""

    project: Path
    files: tuple[Path, ...] = ()
    refusal: str = ""


def projects_in(folder: Path) -> tuple[Path, ...]:
    """The projects that lie in a folder, by name. Raises UserError when there is no such folder, or none in it."""
    if not folder.is_dir():
        raise UserError("batch.no-folder", name=str(folder))
    found = sorted(path for path in folder.glob(f"*{SUFFIX}") if path.is_file() and not path.name.startswith("."))
    if not found:
        raise UserError("batch.empty", name=str(folder))
    return tuple(found)


def export_all(
    projects: tuple[Path, ...], batch: Batch, speaks: Lang, jobs: int, progress: Callable[[float], None]
) -> Iterator[Outcome]:
    """Exports each project, in the order in which they are done. One that cannot be exported is told of in the language that the user
    `speaks`, and the others go on. Raises CannotWrite when the folder cannot be made, and what `progress` raises."""
    make_folder(batch.folder)
    one = partial(_export, batch=batch, speaks=speaks)
    # Started anew rather than forked: a fork of a process with threads may stand still.
    with ProcessPoolExecutor(min(jobs, len(projects)), get_context("spawn")) as pool:
        waiting = [pool.submit(one, project) for project in projects]
        try:
            for number, done in enumerate(as_completed(waiting), 1):
                yield done.result()
                progress(number / len(waiting))
        finally:
            for left in waiting:
                left.cancel()


def _export(path: Path, batch: Batch, speaks: Lang) -> Outcome:
    """Exports one project, in a process of its own."""
    targets: dict[Product, Path] = {
        "pptx": batch.folder / f"{path.stem}.pptx", "pdf": batch.folder / f"{path.stem}.pdf",
    }  # fmt: skip
    try:
        opened = open_project(path)
        choices = Choices(batch.lang or opened.project.language, batch.today, draft=batch.draft, report=batch.report)
        exported = export(opened.project, opened.assets, targets, choices, lambda _part, _product: None)
    except UserError as problem:
        return Outcome(path, refusal=" ".join(problem.told(speaks).split()))
    return Outcome(path, tuple(file for _, file in exported.files))
