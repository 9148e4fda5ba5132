"""Decks stood on templates, and what is wrong with them."""

from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

from pptx import Presentation

from app.compose import compose
from app.compose.storyline import Storyline
from app.export.pptx import write_pptx
from app.export.pptx.template_stock import template_stock
from app.layout.frames import PlacedDeck
from app.layout.measure import Measurer
from app.layout.place import place
from app.layout.scaling import scaled
from app.layout.template.analyse import analyse
from app.layout.template.fit import Fit, fitted
from app.layout.template.mapping import map_layouts
from app.model.project import Project
from tests.layout.template.judged import judged
from tests.sample import TODAY
from tests.services.projects import starter

#: Files of the corpus that no deck can stand on, with the key of the sentence that says why.
UNUSABLE: Final = {
    "DERIVED__docx_renamed.pptx": "template.word",
    "DERIVED__encrypted_pw_secret_EU_Merck.pptx": "office.encrypted",
    "DERIVED__legacy_ppt_renamed.pptx": "office.legacy",
    "DERIVED__officelock_~$template.pptx": "office.lock",
    "DERIVED__truncated_EU_Merck.pptx": "archive.damaged",
    "DERIVED__zero_bytes.pptx": "office.empty",
    "apache+poi__Divino_Revelado.pptx": "archive.damaged",
    "apache+poi__clusterfuzz-testcase-minimized-POIXSLFFuzzer-6254434927378432.pptx": "archive.damaged",
    "apache+poi__testPPT.thmx": "template.office-theme",
}


def usable(folder: Path) -> list[Path]:
    """The files of a folder of templates that decks can stand on."""
    return sorted(each for each in folder.iterdir() if each.name not in UNUSABLE)


@dataclass(frozen=True)
class Stand:
    """A deck on a template: what was found and chosen, the slides in points of the layout, and the template's bytes."""

    fit: Fit
    deck: PlacedDeck
    data: bytes

    def faults(self) -> list[str]:
        """What a reader would see amiss."""
        return judged(self.deck, self.fit, self.data)

    def written(self) -> bytes:
        """The deck as a .pptx."""
        out = BytesIO()
        deck = scaled(self.deck, self.fit.scale)
        write_pptx(deck, self.fit.theme, {}, out, stock=template_stock(self.data, self.fit))
        return out.getvalue()


@cache
def storyline() -> Storyline:
    """The municipality's deck."""
    return told(starter("municipality", "sv"))


def told(project: Project) -> Storyline:
    """A project's deck in Swedish."""
    return compose(project, lang="sv", today=TODAY)


def stand(data: bytes, story: Storyline, name: str = "mall.pptx") -> Stand:
    """A deck stood on a template as an export does it."""
    look = analyse(data, name)
    fit = fitted(look, map_layouts(look))
    deck = place(story, fit.theme, Measurer(fit.theme.faces, fit.theme.slack), fit.grid, fit.grids)
    return Stand(fit, deck, data)


def untitled(written: bytes) -> list[int]:
    """The numbers of slides whose title is not in a title placeholder, or is empty there."""
    deck = Presentation(BytesIO(written))
    return [
        number
        for number, slide in enumerate(deck.slides, start=1)
        if slide.shapes.title is None or not slide.shapes.title.text_frame.text.strip()
    ]
