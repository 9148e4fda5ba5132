"""An export: the deck as PowerPoint, as PDF and as a handout, the report, and the calculation as a workbook.

All are written beside their targets and put in place at the end."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from app.compose import Composer, compose_calculation, compose_report, handout_of
from app.compose.report import Report
from app.files.errors import UserError
from app.files.reasons import CannotRead
from app.layout.frames import Diagnostic, PlacedDeck
from app.layout.place import place
from app.layout.scaling import scaled
from app.layout.themes import THEMES, Theme
from app.model.base import FieldPath, Id, Lang
from app.model.editions import Version
from app.model.project import Audience, Project
from app.model.report_kind import ReportKind
from app.project.earlier import Earlier, earlier_of, sent_of
from app.project.mentions import dangling
from app.project.secrecy import echoes, public_version
from app.services.putting import Ask, put
from app.services.styles import Style, own_style, template_style
from app.services.templates import Template, template_of

if TYPE_CHECKING:
    from app.export.pdf import MissingGlyph
    from app.export.pptx.stock import Stock

Product = Literal["pptx", "deck-pdf", "handout", "pdf", "docx", "xlsx"]
#: Told how much is done, from 0 to 1, and what is being made; raises Cancelled to stop.
Progress = Callable[[float, Product], None]
PRODUCTS: Final[Mapping[Product, str]] = {
    "pptx": ".pptx",
    "deck-pdf": ".pdf",
    "handout": ".pdf",
    "pdf": ".pdf",
    "docx": ".docx",
    "xlsx": ".xlsx",
}


#: What is made of the deck.
_DECKS: Final[tuple[Product, ...]] = ("pptx", "deck-pdf", "handout")


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """An organisation's Word template: the name of its file, and its bytes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Choices:
    """How a project is exported. `today` is the date of exports without a meeting; theme and audience are the project's when None."""

    lang: Lang
    today: date
    draft: bool = False
    audience: Audience | None = None
    theme: str | None = None
    #: The template that decks stand on; the project's own when None, unless a theme is asked for.
    template: Template | None = None
    version: Version = "full"
    #: The template that reports in Word are written in; a look of our own when None.
    word_template: WordTemplate | None = None
    #: What PDFs are locked with; they are open when it is empty.
    password: str = field(default="", repr=False)
    report: ReportKind = "memo"
    #: The person that the files' properties name; nobody when empty.
    author: str = ""
    #: The id of the meeting on the route that it is for; the next by day of those that decide when None.
    meeting: Id | None = None
    #: The editions that deck and report are compared with, and the changes since the papers went out; set by `settled`.
    earlier: Earlier | None = None
    sent: Earlier | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """How long a deck is: main slides, about how many minutes they take, and hidden backup slides."""

    main: int
    minutes: int
    backup: int


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, what fitting had to do, and the characters that no font has: a field's together, with its address.

    `echoes` are the fields of a public version in which a text stands that is marked as secret elsewhere.
    `length` is the deck's; None where no deck was made."""

    files: tuple[tuple[Product, Path], ...]
    fitting: tuple[Diagnostic, ...] = ()
    missing: tuple[str, ...] = ()
    length: Length | None = None
    echoes: tuple[FieldPath, ...] = ()
    #: What the brief leaves out since it does not fit on its page, by name.
    left_out: tuple[str, ...] = ()
    #: The fields whose text mentions a figure that there is not, or that has no value.
    unsaid: tuple[FieldPath, ...] = ()


def export(
    project: Project,
    assets: Mapping[str, bytes],
    targets: Mapping[Product, Path],
    choices: Choices,
    progress: Progress,
    ask: Ask | None = None,
) -> Exported:
    """Writes each of the targets. All are made before the first is put in place, so that a cancelled or failed export leaves the
    old files as they were. `ask` is asked about a target that cannot be written; without it that raises UserError. Raises what
    `progress` raises."""
    refuse_shared_targets(targets)
    refuse_unlockable(targets, choices)
    whole, project = project, version_of(project, choices)
    choices = settled(project, assets, choices)
    theme, style = theme_of(project, choices), style_of(project, choices)
    made: dict[Product, bytes] = {}
    missing: list[str] = []
    fitting: tuple[Diagnostic, ...] = ()
    length: Length | None = None
    cut: tuple[str, ...] = ()
    steps = Steps(targets, progress)
    if not targets.keys().isdisjoint(_DECKS):
        deck = placed(project, choices, style)
        fitting, length = deck.diagnostics, length_of(deck, project, choices)
        if "pptx" in targets:
            made["pptx"] = _pptx(deck, style, assets, steps)
        if "deck-pdf" in targets:
            made["deck-pdf"], lacking = _deck_pdf(deck, style, assets, steps)
            missing += lacking
        if "handout" in targets:
            made["handout"], lacking = _handout(deck, project, choices, style, assets, steps)
            missing += lacking
    if "pdf" in targets:
        made["pdf"], lacking, cut = _report(project, choices, theme, assets, steps)
        missing += lacking
    made |= _for_office(targets, project, choices, theme, assets, steps)
    if choices.password:
        made = {product: _locked(data, choices.password) for product, data in made.items()}
    files: list[tuple[Product, Path]] = []
    for product, path in targets.items():
        written = put(path, made[product], ask)
        if written is not None:
            files.append((product, written))
    repeated = echoes(whole, project) if choices.version == "public" else ()
    unsaid = tuple(dict.fromkeys(mention.path for mention in dangling(project)))
    return Exported(tuple(files), fitting, tuple(dict.fromkeys(missing)), length, repeated, cut, unsaid)


def version_of(project: Project, choices: Choices) -> Project:
    """The project as the version that is asked for tells it."""
    return public_version(project) if choices.version == "public" else project


def placed(project: Project, choices: Choices, style: Style) -> PlacedDeck:
    """The project's deck with everything in its place, at its real size."""
    storyline = composer_of(project, choices).storyline
    deck = place(storyline, style.theme, style.measurer(), style.grid, style.grids)
    return replace(scaled(deck, style.scale), author=choices.author)


def report_of(project: Project, choices: Choices) -> Report:
    """The project's report, of the kind that is asked for."""
    report = compose_report(
        project,
        lang=choices.lang,
        today=choices.today,
        draft=choices.draft,
        kind=choices.report,
        earlier=choices.sent if choices.report == "changes" else choices.earlier,
        meeting=choices.meeting,
    )
    return replace(report, author=choices.author)


def composer_of(project: Project, choices: Choices) -> Composer:
    """What composes the project's deck as the choices want it."""
    return Composer(
        project,
        lang=choices.lang,
        today=choices.today,
        draft=choices.draft,
        audience=choices.audience,
        earlier=choices.earlier,
        meeting=choices.meeting,
    )


def length_of(deck: PlacedDeck, project: Project, choices: Choices) -> Length:
    """How long a deck is, its time reckoned as the project's storyline says."""
    main = sum(not slide.hidden for slide in deck.slides)
    return Length(main, composer_of(project, choices).time.needed(main), len(deck.slides) - main)


def theme_of(project: Project, choices: Choices) -> Theme:
    """The theme asked for, else the project's. Raises UserError for one that does not exist."""
    name = choices.theme or project.organisation.theme
    if name not in THEMES:
        raise UserError("export.no-theme", name=name, known=", ".join(THEMES))
    return THEMES[name]


def settled(project: Project, assets: Mapping[str, bytes], choices: Choices) -> Choices:
    """The choices with what the project is compared with, and with its own template, where neither another nor a theme is asked for."""
    choices = compared(project, assets, choices)
    if choices.template is not None or choices.theme is not None:
        return choices
    return replace(choices, template=template_of(project, assets))


def compared(project: Project, assets: Mapping[str, bytes], choices: Choices) -> Choices:
    """The choices with the editions that the project is compared with. A public version that leaves something out is compared with
    nothing: what stood there before would tell it."""
    earlier = earlier_of(project, assets, project.matter.meeting_for(choices.meeting, choices.today))
    sent = sent_of(project, assets) if choices.report == "changes" else None

    def told(found: Earlier | None) -> Earlier | None:
        secret = found is not None and (project.secrecy or found.project.secrecy)
        return None if secret and choices.version == "public" else found

    return replace(choices, earlier=told(earlier), sent=told(sent))


def style_of(project: Project, choices: Choices) -> Style:
    """What the deck is laid out and drawn in: the template's style, or that of our own theme. Raises UserError for a theme or template
    that cannot be used."""
    if choices.template is not None:
        return template_style(choices.template)
    return own_style(theme_of(project, choices))


def refuse_shared_targets(targets: Mapping[Product, Path]) -> None:
    """Raises UserError when two products would be written to the same file."""
    seen: set[Path] = set()
    for path in targets.values():
        if path.resolve() in seen:
            raise UserError("export.same-target", name=path.name)
        seen.add(path.resolve())


def refuse_unlockable(targets: Mapping[Product, Path], choices: Choices) -> None:
    """Raises UserError when a password is given for a file that is no PDF, which would lie open."""
    for product, path in targets.items():
        if choices.password and PRODUCTS[product] != ".pdf":
            raise UserError("export.only-pdf", name=path.name)


class Steps:
    """Progress over several products: each takes an equal part of the whole."""

    def __init__(self, targets: Mapping[Product, Path], progress: Progress) -> None:
        self._share = 1 / max(len(targets), 1)
        self._done = 0.0
        self._progress = progress

    def told(self, product: Product) -> Callable[[float], None]:
        """What is told of a product's own progress, from 0 to 1."""
        start = self._done
        self._progress(start, product)

        def tell(part: float) -> None:
            self._done = start + part * self._share
            self._progress(self._done, product)

        return tell


def _pptx(deck: PlacedDeck, style: Style, assets: Mapping[str, bytes], steps: Steps) -> bytes:
    # Each writer is loaded when it is asked for: a deck alone starts without the libraries that PDFs need.
    from app.export.pptx import write_pptx

    out = BytesIO()
    tell = steps.told("pptx")
    write_pptx(deck, style.theme, assets, out, lambda done, whole: tell(done / whole), _stock(style))
    return out.getvalue()


def _stock(style: Style) -> "Stock | None":
    """The template to write on; None for our own master."""
    if style.template is None or style.fit is None:
        return None
    from app.export.pptx.template_stock import template_stock

    return template_stock(style.template.data, style.fit)


def _deck_pdf(deck: PlacedDeck, style: Style, assets: Mapping[str, bytes], steps: Steps) -> tuple[bytes, list[str]]:
    from app.export.pdf import write_deck_pdf

    out = BytesIO()
    missing = write_deck_pdf(deck, style.drawn_theme(), assets, out, steps.told("deck-pdf"))
    return out.getvalue(), _by_field(missing)


def _handout(
    deck: PlacedDeck, project: Project, choices: Choices, style: Style, assets: Mapping[str, bytes], steps: Steps
) -> tuple[bytes, list[str]]:
    from app.export.pdf import write_handout

    handout = handout_of(project, lang=choices.lang, today=choices.today, draft=choices.draft, meeting=choices.meeting)
    handout = replace(handout, report=replace(handout.report, author=choices.author))
    out = BytesIO()
    missing = write_handout(handout, deck, style.drawn_theme(), assets, out, steps.told("handout"))
    return out.getvalue(), _by_field(missing)


def _locked(data: bytes, password: str) -> bytes:
    from app.export.pdf import locked

    return locked(data, password)


def _by_field(missing: "Iterable[MissingGlyph]") -> list[str]:
    """The characters that lack in each field: "字 数 (matter/title)"."""
    fields: dict[str, list[str]] = {}
    for glyph in missing:
        fields.setdefault(glyph.block, []).append(glyph.text)
    return [f"{' '.join(dict.fromkeys(texts))} ({field})" for field, texts in fields.items()]


def _report(
    project: Project, choices: Choices, theme: Theme, assets: Mapping[str, bytes], steps: Steps
) -> tuple[bytes, list[str], tuple[str, ...]]:
    from app.export.pdf import left_out, write_report

    report = report_of(project, choices)
    out = BytesIO()
    missing = write_report(report, theme, assets, out, steps.told("pdf"))
    return out.getvalue(), _by_field(missing), tuple(name.plain for name in left_out(report))


def _for_office(
    targets: Mapping[Product, Path],
    project: Project,
    choices: Choices,
    theme: Theme,
    assets: Mapping[str, bytes],
    steps: Steps,
) -> dict[Product, bytes]:
    """What of the targets goes on being worked with: the report in Word, and the calculation in Excel."""
    made: dict[Product, bytes] = {}
    if "docx" in targets:
        made["docx"] = _docx(project, choices, theme, assets, steps)
    if "xlsx" in targets:
        made["xlsx"] = _xlsx(project, choices, steps)
    return made


def _docx(project: Project, choices: Choices, theme: Theme, assets: Mapping[str, bytes], steps: Steps) -> bytes:
    from app.export.docx import WordLook, write_docx

    tell, template = steps.told("docx"), choices.word_template
    report = report_of(project, choices)
    fonts = (theme.names["heading"], theme.names["body"])
    look = WordLook(fonts, template.data, template.name) if template else WordLook(fonts)
    out = BytesIO()
    write_docx(report, look, assets, out)
    tell(1.0)
    return out.getvalue()


def _xlsx(project: Project, choices: Choices, steps: Steps) -> bytes:
    from app.export.xlsx import write_xlsx

    tell = steps.told("xlsx")
    data = write_xlsx(compose_calculation(project, lang=choices.lang, today=choices.today), choices.author)
    tell(1.0)
    return data


def word_template_at(path: Path) -> WordTemplate:
    """The Word template in a file. Raises CannotRead; whether it is one is told when it is written in."""
    try:
        return WordTemplate(path.name, path.read_bytes())
    except OSError as error:
        raise CannotRead(path, error) from error
