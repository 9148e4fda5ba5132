"""What `boardwright export` exports: the project, or an edition as it was; what it keeps, and what it tells of the files."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from app.cli.telling import progress_bar, say, tell_kept, tell_length
from app.files.errors import UserError
from app.files.lock import hold
from app.model.base import Lang
from app.model.editions import Edition, EditionKind
from app.model.project import Project
from app.project.history import History, remembered
from app.project.ids import new_id
from app.project.store import OpenProject, open_project, save_project
from app.services.editions import reopened
from app.services.export import Choices, Exported, Product, export, settled
from app.services.meetings import meeting_asked
from app.services.package import Package, Packed, export_package
from app.services.remade import choices_of, keep_exported, lost_templates, remade
from app.services.templates import remarks


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: the project's file, what is written where, the edition that is exported (empty for the project as it stands)
    or as which it is kept, and the choices that are given."""

    file: Path
    targets: Mapping[Product, Path]
    package: Package | None
    edition: str
    keep: EditionKind | None
    given: Mapping[str, Any]


class Wanted(NamedTuple):
    """A project to be exported, how, and the edition that it is; None for the project as it stands."""

    project: Project
    assets: Mapping[str, bytes]
    choices: Choices
    edition: Edition | None
    history: History = ()


class Result(NamedTuple):
    """What was wanted, what was exported and packed, and the edition that was kept."""

    what: Wanted
    exported: tuple[Exported, ...]
    packed: Packed | None
    kept: Edition | None


def carried_out(order: Order) -> Result:
    """Exports what is asked for and keeps it where that is asked for too, under the file's lock. Raises UserError."""
    for path in order.targets.values():
        if path.resolve() == order.file.resolve():
            raise UserError("export.target-is-project", name=path.name)
    if order.keep and order.edition:
        raise UserError("edition.keep-edition")
    with hold(order.file) if order.keep else nullcontext(), progress_bar(order.file.name) as tell:
        what = _wanted(open_project(order.file), order)

        def progress(part: float, _product: Product) -> None:
            tell(part)

        project, assets, choices, _, _ = what
        done = (export(project, assets, order.targets, choices, progress),) if order.targets else ()
        packed = export_package(project, assets, order.package, choices, progress) if order.package else None
        done += (packed.exported,) if packed else ()
        appended = packed.appended if packed else ()
        kept = _keep(order.file, what, order.keep, done, appended) if order.keep else None
        return Result(what, done, packed, kept)


def tell_result(result: Result, lang: Lang) -> None:
    """Prints the files that were written, and beside them what is to be known of them."""
    appended = result.packed.appended if result.packed else ()
    for path in (*(path for part in result.exported for _, path in part.files), *appended):
        say(str(path))
    long = next((part.length for part in result.exported if part.length), None)
    if long:
        tell_length(long, lang)
    if result.kept:
        tell_kept(result.kept, lang)
    for sentence in _told_of(result, lang):
        print(sentence, file=sys.stderr)


def _wanted(opened: OpenProject, order: Order) -> Wanted:
    """What is to be exported: an edition in the manner of its time, save for the choices that are given. A template and a theme shut
    each other out. Raises NoEdition."""
    said = {name: value for name, value in order.given.items() if value not in (None, False, "")}
    if "theme" in said:
        said = {"template": None, **said}
    if order.edition:
        then = reopened(opened.project, opened.assets, order.edition)
        choices = replace(choices_of(then.edition, opened.assets), **_at_meeting(then.project, said))
        return Wanted(then.project, opened.assets, choices, then.edition)
    usual = "tjansteskrivelse" if order.package else "memo"
    plain = Choices(opened.project.language, date.today(), report=usual)
    return Wanted(
        opened.project, opened.assets, replace(plain, **_at_meeting(opened.project, said)), None, opened.history
    )


def _at_meeting(project: Project, said: Mapping[str, Any]) -> Mapping[str, Any]:
    """The choices that are given, with the meeting that is named by its id. Raises UserError for one there is not."""
    return {**said, "meeting": meeting_asked(project, said["meeting"])} if "meeting" in said else said


def _keep(
    file: Path, what: Wanted, kind: EditionKind, exported: Sequence[Exported], appended: Sequence[Path]
) -> Edition:
    """Keeps the project in its file as it was exported. Raises CannotWrite."""
    kept = keep_exported(what.project, kind, what.choices, exported, new_id, appended)
    save_project(file, kept.project, {**what.assets, **kept.contents}, remembered(what.history, kept.project))
    return kept.project.editions[-1]


def _told_of(result: Result, lang: Lang) -> tuple[str, ...]:
    """What is to be known of an export beside its files, each once."""
    what, exported, packed = result.what, result.exported, result.packed
    has_deck = any(part.length for part in exported)
    stood_on = settled(what.project, what.assets, what.choices).template if has_deck else None
    told = [*(remarks(stood_on) if stood_on else ()), *(remark for part in exported for remark in _remarked(part))]
    told += [UserError("export.lacking", names=", ".join(packed.lacking))] if packed and packed.lacking else []
    told += lost_templates(what.edition, what.assets) if what.edition else ()
    again = remade(what.edition, exported, what.choices) if what.edition else ()
    return tuple(dict.fromkeys(one.told(lang) for one in (*told, *(each for each in again if each.differs))))


def _remarked(exported: Exported) -> Iterator[UserError]:
    """What is to be known of what was exported."""
    yield from (UserError("export.no-glyph", glyph=glyph) for glyph in exported.missing)
    yield from (UserError("export.echo", field=field) for field in exported.echoes)
    yield from (UserError("export.unsaid", field=field) for field in exported.unsaid)
    if exported.left_out:
        yield UserError("export.left-out", names=", ".join(exported.left_out))
