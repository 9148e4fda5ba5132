"""`boardwright minutes`: the text for a meeting's minutes."""

from pathlib import Path
from typing import Annotated

import typer

from app.cli.asked import day_asked
from app.cli.telling import say
from app.model.base import Lang
from app.project.store import open_project


def minutes(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The project, a .boardwright file.")],
    meeting: Annotated[
        str,
        typer.Option(metavar="NAME|DAY", help="The meeting: its body or its day; the next that decides when left out."),
    ] = "",
    lang: Annotated[Lang | None, typer.Option(help="The text's language; the project's when left out.")] = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="YYYY-MM-DD", help="The day that the next meeting is reckoned from; today when left out."
        ),
    ] = None,
) -> None:
    """Print the text for a meeting's minutes: what it decided, what it proposes, and what it is asked."""
    # Loaded here alone: an export needs none of it.
    from app.services.copying import minutes_copied
    from app.services.meetings import meeting_asked

    project = open_project(file).project
    chosen = meeting_asked(project, meeting) if meeting else None
    say(minutes_copied(project, lang or project.language, day_asked(day), chosen).plain)
