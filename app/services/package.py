"""The package for a meeting: the paper, its appendices and the slides, numbered, each a file of its own under a name by a pattern."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Final, NamedTuple

from app.files.atomic import make_folder
from app.files.errors import UserError
from app.files.evidence import PDF
from app.files.names import file_stem
from app.language.catalogue import Words
from app.language.mentions import filled
from app.model.base import Sha256
from app.model.project import Project
from app.services.export import Choices, Exported, Product, Progress, export, version_of
from app.services.putting import Ask, put

#: What a name may hold: the item on the agenda, the number in the package ("00" is the paper), what it is ("Bilaga 1"), its title,
#: the matter's reference, the day of the meeting.
FIELDS: Final = ("item", "number", "kind", "title", "reference", "date")
USUAL_NAMES: Final = "{item}-{number} {kind} {title}"
_ENDINGS: Final[Mapping[str, str]] = {PDF: ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}


@dataclass(frozen=True, slots=True)
class Package:
    """Where a package is written, and the pattern of its files' names."""

    folder: Path
    names: str = USUAL_NAMES


@dataclass(frozen=True, slots=True)
class Packed:
    """What was written: the paper and the slides, then the appendices in their order; the titles of appendices that have no file."""

    exported: Exported
    appended: tuple[Path, ...]
    lacking: tuple[str, ...]


class _Appended(NamedTuple):
    number: int
    title: str
    asset: Sha256 | None


def export_package(
    project: Project,
    assets: Mapping[str, bytes],
    package: Package,
    choices: Choices,
    progress: Progress,
    ask: Ask | None = None,
) -> Packed:
    """Writes the package into a folder: the report that is asked for as the paper, the appendices, then files that bear out what
    patterns say, the slides last. In a public version they are those that it still names.

    Raises UserError for a pattern with other fields than FIELDS or that gives two files one name, and what `export` raises."""
    _refuse_pattern(package.names)
    told = version_of(project, choices)
    naming = _Naming(told, choices, package)
    known = {asset.sha256: asset for asset in told.assets if asset.sha256 in assets}
    files: dict[Path, bytes] = {}
    lacking: list[str] = []
    appended = tuple(_appended(told, choices))
    for each in appended:
        asset = known.get(each.asset) if each.asset else None
        if asset is None:
            lacking.append(each.title)
            continue
        path = naming.appendix(each.number, each.title, _ENDINGS.get(asset.media_type, Path(asset.name).suffix))
        _refuse_taken(path, files)
        files[path] = _closed(path, assets[asset.sha256], choices.password)
    last = max((each.number for each in appended), default=0)
    targets: dict[Product, Path] = {"pdf": naming.paper(), "deck-pdf": naming.slides(last + 1)}
    for path in targets.values():
        _refuse_taken(path, files)
    make_folder(package.folder)
    exported = export(project, assets, targets, choices, progress, ask)
    written = tuple(where for path, data in files.items() if (where := put(path, data, ask)) is not None)
    return Packed(exported, written, tuple(lacking))


def _appended(project: Project, choices: Choices) -> Iterator[_Appended]:
    """The paper's appendices by the numbers that they have there, then evidence that is a PDF and none of them."""
    seen: set[str] = set()
    number = 0
    for number, appendix in enumerate(project.matter.appendices, start=1):
        if appendix.asset:
            seen.add(appendix.asset)
        if appendix.title or appendix.asset:
            yield _Appended(number, filled(project, appendix.title, choices.lang), appendix.asset)
    kinds = {asset.sha256: asset for asset in project.assets}
    for evidence in (each for chosen in project.patterns for each in chosen.evidence):
        asset = kinds.get(evidence.asset) if evidence.asset else None
        if asset is not None and asset.media_type == PDF and asset.sha256 not in seen:
            seen.add(asset.sha256)
            number += 1
            yield _Appended(number, Path(asset.name).stem, asset.sha256)


class _Naming:
    """Names by the pattern, in a folder."""

    def __init__(self, project: Project, choices: Choices, package: Package) -> None:
        matter, self._words = project.matter, Words("report", choices.lang)
        company = project.organisation.kind == "company"
        group = f".{'company' if company else 'public'}" if choices.report == "tjansteskrivelse" else ""
        meeting = matter.meeting_for(choices.meeting, choices.today)
        day = meeting.on if meeting and meeting.on else choices.today
        self._kind, self._title = (
            self._words(f"kind.{choices.report}{group}"),
            filled(project, matter.title, choices.lang),
        )
        self._whole = {"item": matter.agenda_number, "reference": matter.reference, "date": day.isoformat()}
        self._folder, self._names = package.folder, package.names

    def paper(self) -> Path:
        """The paper's, which comes first."""
        return self._path(0, self._kind, self._title, ".pdf")

    def slides(self, number: int) -> Path:
        """The slides', which are the last appendix."""
        return self._path(number, self._words("package.appendix", number=number), self._words("package.slides"), ".pdf")

    def appendix(self, number: int, title: str, ending: str) -> Path:
        """An appendix's."""
        return self._path(number, self._words("package.appendix", number=number), title, ending)

    def _path(self, number: int, kind: str, title: str, ending: str) -> Path:
        filled = self._names.format(**self._whole, number=f"{number:02}", kind=kind, title=title)
        # A field that is empty leaves the mark beside it behind.
        return self._folder / f"{file_stem(filled.strip(' -_,.'))}{ending}"


def _refuse_pattern(names: str) -> None:
    try:
        parts = [part for part in Formatter().parse(names) if part[1] is not None]
        found = {f"{field}{form}{conversion or ''}" for _, field, form, conversion in parts}
    except ValueError:
        found = {names}
    if not found or found - set(FIELDS):
        raise UserError("export.bad-names", names=names, known=", ".join(f"{{{field}}}" for field in FIELDS))


def _refuse_taken(path: Path, files: Mapping[Path, bytes]) -> None:
    if path in files:
        raise UserError("export.same-target", name=path.name)


def _closed(path: Path, data: bytes, password: str) -> bytes:
    """A file as it goes into the package: locked where there is a password. Raises UserError for what cannot be locked."""
    if not password:
        return data
    if path.suffix != ".pdf":
        raise UserError("export.only-pdf", name=path.name)
    from app.export.pdf import locked

    return locked(data, password)
