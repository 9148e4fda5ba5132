"""`boardwright new` and `export`; the other commands stand in modules of their own."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from app.cli.asked import day_asked, report_asked
from app.cli.batch import batch
from app.cli.check import check
from app.cli.compare import compare
from app.cli.exporting import Order, carried_out, tell_result
from app.cli.minutes import minutes
from app.cli.packs import packs
from app.cli.telling import (
    password,
    say,
    speak_any_alphabet,
    tell_error,
    tell_misuse,
)
from app.cli.templates import templates
from app.files.errors import Cancelled, UserError
from app.files.settings import settings_path
from app.language.preferred import preferred_language
from app.model.base import Lang
from app.model.editions import EditionKind
from app.model.project import Audience
from app.project.ids import new_id
from app.services.export import Product, word_template_at
from app.services.package import FIELDS, USUAL_NAMES, Package
from app.services.templates import kept_in, recalled, template_at

commands = typer.Typer(
    add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Boardwright: from strategy patterns to a board-ready deck and report. Without a command the window opens.",
)  # fmt: skip
commands.add_typer(packs, name="pack")
commands.add_typer(templates, name="template")
commands.command()(batch)
commands.command()(compare)
commands.command()(minutes)
commands.command()(check)

ProjectFile = Annotated[Path, typer.Argument(metavar="FILE", help="The project, a .boardwright file.")]
OutFile = Annotated[Path | None, typer.Option(metavar="OUT")]


def run_command(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit status; what goes wrong is told in one line."""
    lang = preferred_language()
    speak_any_alphabet()
    try:
        result: object = typer.main.get_command(commands).main(
            list(arguments), prog_name="boardwright", standalone_mode=False
        )
    except typer.TyperException as problem:
        return tell_misuse(problem)
    except (typer.Abort, Cancelled):
        return tell_error(UserError("use.cancelled"), lang)
    except UserError as problem:
        return tell_error(problem, lang)
    return result if isinstance(result, int) else 0


@commands.command()
def new(
    file: ProjectFile,
    starter: Annotated[str, typer.Option(help="municipality, company or empty.")] = "empty",
    occasion: Annotated[
        str | None,
        typer.Option(help="Patterns ready for first-meeting, budget, cybersecurity, platform or follow-up."),
    ] = None,
    lang: Annotated[Lang | None, typer.Option(help="The project's language.")] = None,
) -> None:
    """Make a new project."""
    # Loaded here alone: an export needs no library of patterns.
    from app.services.new import new_file

    new_file(file, starter, occasion, lang or preferred_language(), date.today(), new_id)
    say(str(file))


@commands.command(name="export")
def export_(
    file: ProjectFile,
    pptx: OutFile = None,
    pdf: OutFile = None,
    deck_pdf: OutFile = None,
    handout: OutFile = None,
    docx: OutFile = None,
    xlsx: OutFile = None,
    package: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="A folder for the paper, its appendices and the slides, numbered."),
    ] = None,
    names: Annotated[
        str, typer.Option(metavar="PATTERN", help=f"How the files of --package are named, of: {', '.join(FIELDS)}.")
    ] = USUAL_NAMES,
    report: Annotated[
        str,
        typer.Option(
            metavar="KIND", help="brief, memo, tjansteskrivelse (usual with --package), full or changes (else memo)."
        ),
    ] = "",
    lang: Annotated[Lang | None, typer.Option(help="The export's language; the project's when left out.")] = None,
    theme: Annotated[str | None, typer.Option(metavar="NAME")] = None,
    template: Annotated[
        Path | None, typer.Option(metavar="T.pptx", help="A PowerPoint template that the deck stands on.")
    ] = None,
    word_template: Annotated[
        Path | None, typer.Option(metavar="T.docx", help="A Word template (.docx, .dotx) that --docx is written in.")
    ] = None,
    audience: Annotated[Audience | None, typer.Option()] = None,
    meeting: Annotated[
        str,
        typer.Option(
            metavar="NAME|DAY",
            help="The meeting that it is for: its body or its day; the next that decides when left out.",
        ),
    ] = "",
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="The day on which it is made, instead of today."),
    ] = None,
    edition: Annotated[
        str, typer.Option(metavar="ID", help="An edition of the project, as it was: its id, or how that begins.")
    ] = "",
    keep: Annotated[
        EditionKind | None,
        typer.Option(help="Keep what was exported in the project, as an edition sent out or presented."),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Mark every page as a draft.")] = False,
    public: Annotated[bool, typer.Option("--public", help="Leave out what is marked as secret.")] = False,
    author: Annotated[
        str, typer.Option(metavar="NAME", help="The person whom the files' properties name; nobody when left out.")
    ] = "",
    encrypt: Annotated[
        bool, typer.Option("--encrypt", help="Lock the PDFs with a password, the first line of standard input.")
    ] = False,
) -> None:
    """Export a project: the deck as PowerPoint (--pptx), as PDF (--deck-pdf), on paper with its notes (--handout);
    the report as PDF (--pdf) and in Word (--docx); the calculation with live formulas (--xlsx)."""
    wanted: dict[Product, Path | None] = {
        "pptx": pptx,
        "deck-pdf": deck_pdf,
        "handout": handout,
        "pdf": pdf,
        "docx": docx,
        "xlsx": xlsx,
    }
    targets: dict[Product, Path] = {product: path for product, path in wanted.items() if path is not None}
    if not targets and package is None:
        raise UserError("export.nothing-asked")
    given: dict[str, object] = {
        "lang": lang,
        "today": day_asked(day) if day else None,
        "draft": draft,
        "audience": audience,
        "theme": theme,
        "template": recalled(template_at(template), kept_in(settings_path().parent)) if template else None,
        "version": "public" if public else None,
        "word_template": word_template_at(word_template) if word_template else None,
        "report": report_asked(report) if report else None,
        "meeting": meeting,
        "author": author.strip(),
        "password": password() if encrypt else None,
    }
    order = Order(file, targets, Package(package, names) if package else None, edition, keep, given)
    tell_result(carried_out(order), preferred_language())
