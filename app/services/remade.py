"""How an export is remembered with its edition, taken up again, and told where a file comes out otherwise than the one that was kept."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NamedTuple

from app import __version__
from app.files.digest import digest, digest_of
from app.files.errors import UserError
from app.language.catalogue import Words
from app.model.base import Lang, NewId
from app.model.editions import Edition, EditionFile, EditionKind, KeptTemplate, Manner
from app.model.project import Project
from app.model.report_kind import is_report_kind
from app.project.editions import Kept, Occasion
from app.services.editions import keep_edition
from app.services.export import Choices, Exported, WordTemplate
from app.services.templates import Template

#: Why a file is another: made by another version of the program, locked with a password, on other choices, or it cannot be told.
Why = Literal["program", "locked", "choices", "unknown"]


#: What an appendix is called among an edition's files.
APPENDIX: Final = "appendix"


class KeptManner(NamedTuple):
    """The manner of an export, and the bytes of its templates by their digests, to lie with the edition."""

    manner: Manner
    templates: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Remade:
    """A file that was made again: `why` is empty where it is the same, byte for byte, and None where no such file was kept."""

    file: str
    then: str
    why: tuple[Why, ...] | None = ()
    #: The choices that were others then, by their names in `editions.choice`.
    choices: tuple[str, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether it is another than the file that was kept."""
        return bool(self.why)

    def told(self, lang: Lang) -> str:
        """How it compares with the file that was kept, in a sentence."""
        say = Words("editions", lang)
        if self.why is None:
            return say("remade.not-kept", file=self.file)
        if not self.why:
            return say("remade.same", file=self.file)
        which = ", ".join(say(f"choice.{name}") for name in self.choices)
        reasons = [say(f"remade.{why}", then=self.then, now=__version__, which=which) for why in self.why]
        return say("remade.differs", file=self.file, why="; ".join(reasons))


def fingerprints(files: Iterable[tuple[str, Path]]) -> tuple[EditionFile, ...]:
    """The digests of exported files, without those that are gone meanwhile. Raises CannotRead when the system will not tell."""
    found = ((product, path.name, digest_of(path)) for product, path in files)
    return tuple(EditionFile(product=product, name=name, sha256=key) for product, name, key in found if key)


def keep_exported(
    project: Project,
    kind: EditionKind,
    choices: Choices,
    exported: Iterable[Exported],
    new_id: NewId,
    appended: Iterable[Path] = (),
) -> Kept:
    """Keeps a project as it was exported, with the digests of its files and of the appendices that went along, and all that is needed
    to make the files again. Raises CannotRead."""
    found = manner_of(choices)
    files = fingerprints(
        (*(file for part in exported for file in part.files), *((APPENDIX, path) for path in appended))
    )
    meeting = project.matter.meeting_for(choices.meeting, choices.today)
    occasion = Occasion(kind, meeting, choices.lang, choices.report, files, found.manner)
    kept = keep_edition(project, occasion, choices.today, new_id)
    return Kept(kept.project, {**kept.contents, **found.templates})


def manner_of(choices: Choices) -> KeptManner:
    """The manner of an export, as the choices had it before `settled`."""
    template, word = choices.template, choices.word_template
    deck_on = (
        KeptTemplate(name=template.name, sha256=template.digest, layouts=dict(template.layouts)) if template else None
    )
    paper_in = KeptTemplate(name=word.name, sha256=digest(word.data)) if word else None
    manner = Manner(
        audience=choices.audience,
        theme=choices.theme or "",
        template=deck_on,
        word_template=paper_in,
        version=choices.version,
        draft=choices.draft,
        author=choices.author,
        locked=bool(choices.password),
    )
    held = {template.digest: template.data} if template else {}
    return KeptManner(manner, held | ({paper_in.sha256: word.data} if word and paper_in else {}))


def choices_of(edition: Edition, contents: Mapping[str, bytes]) -> Choices:
    """The choices by which an edition's files were exported, without the password. A template that no longer lies with it is left out,
    as `lost_templates` tells."""
    manner = edition.manner
    deck_on, paper_in = manner.template, manner.word_template
    template = word = None
    if deck_on and deck_on.sha256 in contents:
        layouts = tuple(sorted(deck_on.layouts.items()))
        template = Template(deck_on.name, deck_on.sha256, layouts, contents[deck_on.sha256])
    if paper_in and paper_in.sha256 in contents:
        word = WordTemplate(paper_in.name, contents[paper_in.sha256])
    return Choices(
        edition.lang,
        edition.kept,
        draft=manner.draft,
        audience=manner.audience,
        theme=manner.theme or None,
        template=template,
        version=manner.version,
        word_template=word,
        report=edition.report if is_report_kind(edition.report) else "memo",
        author=manner.author,
        meeting=edition.meeting,
    )


def lost_templates(edition: Edition, contents: Mapping[str, bytes]) -> tuple[UserError, ...]:
    """The templates that an edition's files were made on and that are no longer in the project file."""
    kept = (edition.manner.template, edition.manner.word_template)
    return tuple(
        UserError("edition.no-template", name=template.name)
        for template in kept
        if template and template.sha256 not in contents
    )


def remade(edition: Edition, exported: Iterable[Exported], choices: Choices) -> tuple[Remade, ...]:
    """Each exported file beside the one of its kind that was kept. Raises CannotRead when the system will not tell."""
    then = {file.product: file.sha256 for file in edition.files}
    others = _other_choices(edition, choices)
    found: list[Remade] = []
    for product, path in (file for part in exported for file in part.files):
        if product not in then:
            found.append(Remade(path.name, edition.program, None))
        elif digest_of(path) == then[product]:
            found.append(Remade(path.name, edition.program))
        else:
            found.append(Remade(path.name, edition.program, _why(edition, choices, others), others))
    return tuple(found)


def _why(edition: Edition, choices: Choices, others: tuple[str, ...]) -> tuple[Why, ...]:
    """Why a file of an edition came out otherwise."""
    reasons: Mapping[Why, bool] = {
        "locked": bool(choices.password) or edition.manner.locked,
        "choices": bool(others),
        "program": edition.program != __version__,
    }
    return tuple(why for why, holds in reasons.items() if holds) or ("unknown",)


def _other_choices(edition: Edition, choices: Choices) -> tuple[str, ...]:
    """The names of what was chosen otherwise than the edition's files were."""
    manner, now = edition.manner, manner_of(choices).manner
    pairs: Mapping[str, tuple[object, object]] = {
        "lang": (edition.lang, choices.lang),
        "day": (edition.kept, choices.today),
        "report": (edition.report, choices.report),
        "meeting": (edition.meeting, choices.meeting or edition.meeting),
        **{name: (getattr(manner, name), getattr(now, name)) for name in Manner.model_fields if name != "locked"},
    }
    return tuple(name for name, (was, is_now) in pairs.items() if was != is_now)
