"""`boardwright batch`."""

import os
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from app.cli.asked import report_asked
from app.cli.telling import progress_bar, say
from app.language.preferred import preferred_language
from app.model.base import Lang


def batch(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder whose projects are exported.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the decks and reports are put.")],
    jobs: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many at a time; as many as there are processors.")
    ] = (os.cpu_count() or 1),
    report: Annotated[
        str, typer.Option(metavar="KIND", help="brief, memo, tjansteskrivelse, full or changes.")
    ] = "memo",
    lang: Annotated[Lang | None, typer.Option(help="The language of all; each project's own when left out.")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Mark every page as a draft.")] = False,
) -> int:
    """Export every project in a folder: its deck as PowerPoint and its report as PDF, under the project's name."""
    # Loaded here alone: what starts processes takes long to load.
    from app.services.batch import Batch, export_all, projects_in

    refused, made = False, Batch(out, date.today(), lang, report_asked(report), draft)
    with progress_bar(str(folder)) as tell:
        for outcome in export_all(projects_in(folder), made, preferred_language(), jobs, tell):
            for file in outcome.files:
                say(str(file))
            if outcome.refusal:
                refused = True
                print(outcome.refusal, file=sys.stderr)
    return 2 if refused else 0
