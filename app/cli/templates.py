"""`boardwright template inspect`: what is in a company's template, and which layouts slides take."""

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.telling import say
from app.language.catalogue import Words
from app.language.format import format_number
from app.language.preferred import preferred_language
from app.model.units import POINTS_PER_MM
from app.services.templates import Template, fit_of, look_of, remarks, template_at

if TYPE_CHECKING:
    from app.layout.template.look import LayoutLook, TemplateLook
    from app.layout.template.mapping import LayoutMap

templates = typer.Typer(rich_markup_mode=None, help="Templates of your own organisation.")


class Form(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"


@templates.callback()
def group() -> None:
    """Templates of your own organisation."""


@templates.command()
def inspect(
    file: Annotated[Path, typer.Argument(metavar="T.pptx", help="A .pptx, .potx or .ppsx file.")],
    form: Annotated[Form, typer.Option("--format", help="text or json.")] = Form.TEXT,
) -> None:
    """Show masters, layouts, placeholders, colours and fonts, and which layouts slides take."""
    template = template_at(file)
    look, layouts = look_of(template), fit_of(template).layouts
    if form is Form.JSON:
        found = look.model_dump(mode="json") | {"mapping": layouts.model_dump(mode="json")["seats"]}
        say(json.dumps(found, ensure_ascii=False, indent=1))
        return
    words = Words("cli", preferred_language())
    for line in (
        *_summary(look, words),
        *_chosen(look, layouts, words),
        *_layouts(look, words),
        *_remarks(template, words),
    ):
        say(line)


def _summary(look: "TemplateLook", words: Words) -> list[str]:
    return [
        words("template.size", width=_cm(look.width, words), height=_cm(look.height, words)),
        words("template.found", masters=len(look.masters), n=len(look.layouts)),
        words("template.fonts", names=", ".join(look.fonts)),
        "",
    ]


def _cm(points: float, words: Words) -> str:
    return format_number(points / POINTS_PER_MM / 10, words.lang, 1)


def _chosen(look: "TemplateLook", layouts: "LayoutMap", words: Words) -> list[str]:
    """The layout of the cover, of most slides, and of kinds for which another was chosen."""
    usual = layouts.seat("summary").layout
    lines = [words("template.chosen")]
    named = {words("template.cover"): layouts.seat("cover").layout, words("template.others"): usual}
    for kind, seat in layouts.seats.items():
        if kind != "cover" and seat.layout != usual:
            named[words("template.kind", kind=kind)] = seat.layout
    for label, place in named.items():
        lines.append(f"  {label}: {_described(look.layouts[place], place, words)}")
    return [*lines, ""]


def _described(layout: "LayoutLook", place: int, words: Words) -> str:
    name = words("template.layout", number=place + 1, name=layout.name)
    titled = layout.of_kind("title", "ctrTitle")
    return "; ".join(
        (
            words("template.added") if layout.added else name,
            words("template.title" if titled else "template.no-title"),
            words("template.area", width=_cm(layout.body.w, words), height=_cm(layout.body.h, words)),
        )
    )


def _layouts(look: "TemplateLook", words: Words) -> list[str]:
    lines = [words("template.layouts")]
    for place, layout in enumerate(look.layouts):
        if not layout.added:
            slots = " ".join(slot.kind for slot in layout.slots) or "–"
            art = f", {words('template.art', n=len(layout.art))}" if layout.art else ""
            lines.append(f"  {place + 1:>3} {layout.name}: {slots}{art}")
    return [*lines, ""]


def _remarks(template: Template, words: Words) -> list[str]:
    told = [remark.told(words.lang) for remark in remarks(template)]
    return [words("template.remarks"), *(f"  {line}" for line in told)] if told else []
