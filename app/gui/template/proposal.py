"""A template as it is proposed to the user: what was found in it, its layouts as pictures, and which of them each kind takes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from app.files.errors import UserError
from app.language.catalogue import Words
from app.services.templates import (
    Template,
    chosen_for,
    fit_of,
    look_of,
    pictures_of_layouts,
    recalled,
    shown_backdrops_of,
    shown_remarks,
    suggested,
    template_at,
)

if TYPE_CHECKING:
    from app.layout.template.look import TemplateLook

#: How wide the layouts' pictures are, in pixels: sharp on screens of twice the density.
_PIXELS: Final = 256
#: A layout whose area for content is a smaller share of the slide has little room.
_LITTLE: Final = 0.3


@dataclass(frozen=True, slots=True)
class Proposal:
    """A template that has been looked through. `pictures` are those of its layouts, as PNGs; `remarks` what the user should know."""

    template: Template
    look: "TemplateLook"
    pictures: tuple[bytes, ...]
    remarks: tuple[UserError, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """All kinds of slide that there are."""
        return tuple(fit_of(self.template).layouts.seats)

    def layout_of(self, kind: str) -> int:
        """The layout that a kind of slide takes."""
        return fit_of(self.template).layouts.seat(kind).layout

    def suggested_for(self, kind: str) -> int:
        """The layout that the program would take for a kind."""
        return fit_of(suggested(self.template)).layouts.seat(kind).layout

    def choosing(self, kinds: Iterable[str], layout: int) -> "Proposal":
        """With another layout for some kinds."""
        return replace(self, template=chosen_for(self.template, kinds, layout))

    def as_suggested(self) -> "Proposal":
        """With the layouts that the program would take."""
        return replace(self, template=suggested(self.template))

    def name_of(self, layout: int, words: Words) -> str:
        """What a layout is called: as in the template, or by its number where it has no name."""
        found = self.look.layouts[layout]
        return words("added") if found.added else found.name.strip() or words("unnamed", number=layout + 1)

    def nature_of(self, layout: int, words: Words) -> str:
        """What a layout offers to slides."""
        found = self.look.layouts[layout]
        if not found.of_kind("title", "ctrTitle"):
            return words("no-title")
        little = found.body.w * found.body.h < _LITTLE * self.look.width * self.look.height
        return words("little-room" if little else "free-room")


def proposed_file(path: Path, kept: Path) -> Proposal:
    """The template in a file, with the layouts that were chosen for it last. Raises UserError for one that cannot be used."""
    return proposed(recalled(template_at(path), kept))


def proposed(template: Template) -> Proposal:
    """A template looked through. Raises UserError for one that cannot be used."""
    return ready(Proposal(template, look_of(template), pictures_of_layouts(template, _PIXELS), shown_remarks(template)))


def ready(proposal: Proposal) -> Proposal:
    """The proposal, with what lies behind its slides drawn, so that showing them is quick."""
    shown_backdrops_of(proposal.template)
    return proposal
