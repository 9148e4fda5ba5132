"""A project with something for every kind of slide: what starters leave out is added, pictures among it."""

from datetime import timedelta
from hashlib import sha256
from io import BytesIO
from typing import Final

from PIL import Image, ImageDraw

from app.compose import Composer
from app.model.base import text
from app.model.editions import Edition
from app.model.project import Asset, Evidence, FreeSlide, Project
from app.project import edits
from app.project.attachments import attach
from app.project.choices import add_free_slide
from app.project.earlier import Earlier
from tests.sample import TODAY

_OWN, _PROOF = f"{0xF1:032x}", f"{0xF2:032x}"
_SIZE: Final = (640, 400)
_BARS: Final = (62, 58, 66, 49, 43, 38, 35)


def complete(project: Project) -> tuple[Project, dict[str, bytes]]:
    """The project with a slide of its own and a picture of evidence, and the pictures by digest."""
    data = _picture()
    asset = Asset(
        sha256=sha256(data).hexdigest(),
        name="bokningar.png",
        media_type="image/png",
        description=text("Bokade timmar per veckodag", "Hours booked by weekday"),
        width=_SIZE[0],
        height=_SIZE[1],
    )
    place = f"patterns/{project.patterns[0].id}/evidence"
    proof = Evidence(
        id=_PROOF,
        value=text("38 %", "38%"),
        statement=text("av lokaltimmarna är obokade", "of the hours in our premises are not booked"),
        source=text("Bokningssystemet, maj 2027", "Booking system, May 2027"),
    )
    project = attach(edits.add(project, place, proof), f"{place}/{_PROOF}/asset", asset)
    own = FreeSlide(
        id=_OWN,
        title=text("Lokalerna står tomma en tredjedel av tiden", "Our premises stand empty a third of the time"),
        text=text(
            "- Föreningarna bokar i **tre system** som inte talar med varandra\n- Fredag till söndag är mest ledigt",
            "- Associations book in **three systems** that do not talk to each other\n- Friday to Sunday has most room",
        ),
        picture=asset.sha256,
    )
    order = Composer(project, lang="sv", today=TODAY).order
    return add_free_slide(project, own, "decisions", order), {asset.sha256: data}


def earlier(project: Project) -> Earlier:
    """The project as a board saw it a quarter ago: an action less far, one with a nearer day, a pattern less ready."""
    on = TODAY - timedelta(days=91)
    first, second, *_ = project.actions
    then = edits.put(project, f"actions/{first.id}/status", "proposed")
    if second.due:
        then = edits.put(then, f"actions/{second.id}/due", second.due - timedelta(days=61))
    chosen = project.patterns[0]
    then = edits.put(then, f"patterns/{chosen.id}/assessment/readiness/step", 1)
    edition = Edition(
        id=f"{0xF3:032x}", kind="presented", body=text("Kommunstyrelsen", "Municipal Executive Board"), on=on, kept=on,
        program="1", lang=project.language, content="0" * 64,
    )  # fmt: skip
    return Earlier(edition, then)


def _picture() -> bytes:
    """A column a weekday."""
    picture = Image.new("RGB", _SIZE, "#F4F6F8")
    draw = ImageDraw.Draw(picture)
    for index, share in enumerate(_BARS):
        left, top = 40 + index * 84, 360 - share * 5
        draw.rectangle((left, top, left + 56, 360), fill="#0F5D6B" if index < 4 else "#9DB8C4")
    draw.line((24, 360, 616, 360), fill="#5B6B76", width=3)
    out = BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
