"""A company's template in a project: taken in, looked through once and remembered, its layouts chosen, its layouts as pictures."""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pydantic import ValidationError

from app.files.atomic import write_bytes
from app.files.errors import UserError
from app.model.project import Asset, Project

if TYPE_CHECKING:
    from app.layout.template.fit import Fit
    from app.layout.template.look import TemplateLook

# The reader of templates is loaded when one is read: an export onto a theme of ours starts without it.
MEDIA_TYPE: Final = "application/vnd.openxmlformats-officedocument.presentationml.template"
#: Templates whose findings are kept at hand: those of a few projects that are open together.
_AT_HAND: Final = 8
#: How wide pictures behind slides are drawn: those of a usual screen.
_BACKDROP_PIXELS: Final = 1600


@dataclass(frozen=True, slots=True)
class Template:
    """A template: its file's name, the digest of its bytes, the layouts chosen by slide kind, and the bytes."""

    name: str
    digest: str
    layouts: tuple[tuple[str, int], ...] = ()
    data: bytes = field(default=b"", repr=False, compare=False)


def template_at(path: Path) -> Template:
    """The template in a file, looked through. Raises UserError, in one sentence, for a file that cannot be used as one."""
    from app.layout.template.opening import read_template

    data = read_template(path)
    found = Template(path.name, hashlib.sha256(data).hexdigest(), (), data)
    look_of(found)
    return found


def template_of(project: Project, assets: Mapping[str, bytes]) -> Template | None:
    """The project's own template with the layouts chosen there; None when it has none."""
    digest = project.organisation.template
    data = assets.get(digest) if digest else None
    if digest is None or data is None:
        return None
    name = next((asset.name for asset in project.assets if asset.sha256 == digest), "")
    return Template(name, digest, tuple(sorted(project.organisation.layouts.items())), data)


def with_template(
    project: Project, assets: Mapping[str, bytes], template: Template
) -> tuple[Project, Mapping[str, bytes]]:
    """The project on a template, which lies among its assets from then on. Layouts chosen for another template are forgotten."""
    asset = Asset(sha256=template.digest, name=template.name, media_type=MEDIA_TYPE)
    others = tuple(each for each in project.assets if each.sha256 != template.digest)
    organisation = project.organisation.model_copy(
        update={"template": template.digest, "layouts": dict(template.layouts)}
    )
    changed = project.model_copy(update={"organisation": organisation, "assets": (*others, asset)})
    return changed, {**assets, template.digest: template.data}


def without_template(project: Project) -> Project:
    """The project on the theme again; the template's bytes go with the next save."""
    digest = project.organisation.template
    organisation = project.organisation.model_copy(update={"template": None, "layouts": {}})
    kept = tuple(each for each in project.assets if each.sha256 != digest)
    return project.model_copy(update={"organisation": organisation, "assets": kept})


def with_layout(project: Project, kind: str, layout: int | None) -> Project:
    """The project with a layout chosen for a kind of slide; None leaves the choice to the program again."""
    layouts = {known: place for known, place in project.organisation.layouts.items() if known != kind}
    if layout is not None:
        layouts[kind] = layout
    return project.model_copy(update={"organisation": project.organisation.model_copy(update={"layouts": layouts})})


def look_of(template: Template, shelf: Path | None = None) -> "TemplateLook":
    """What is in a template. `shelf` is a folder where that is remembered by the template's digest from one start to the next."""
    known = None if shelf is None else _remembered(shelf, template)
    look = known or _look(template)
    if shelf is not None and known is None:
        with suppress(UserError, OSError):
            shelf.mkdir(parents=True, exist_ok=True)
            write_bytes(_place(shelf, template), look.model_dump_json().encode())
    return look


def fit_of(template: Template) -> "Fit":
    """The template ready to lay slides out on, with the layouts chosen for it."""
    return _fit(template)


@lru_cache(maxsize=_AT_HAND)
def _look(template: Template) -> "TemplateLook":
    from app.layout.template.analyse import analyse

    return analyse(template.data, template.name)


@lru_cache(maxsize=_AT_HAND)
def _fit(template: Template) -> "Fit":
    from app.layout.template.fit import fitted
    from app.layout.template.mapping import map_layouts

    look = _look(Template(template.name, template.digest, (), template.data))
    return fitted(look, map_layouts(look, dict(template.layouts)))


def _place(shelf: Path, template: Template) -> Path:
    return shelf / f"{template.digest}.json"


def _remembered(shelf: Path, template: Template) -> "TemplateLook | None":
    """What was found by this version of the program; None when nothing was, or it cannot be read."""
    from app.layout.template.look import VERSION, TemplateLook

    try:
        look = TemplateLook.model_validate_json(_place(shelf, template).read_bytes())
    except (OSError, ValidationError):
        return None
    return look if look.version == VERSION and look.digest == template.digest else None


def backdrops_of(template: Template) -> Mapping[str, str | bytes]:
    """What lies behind slides by their kind: a colour, or a JPEG over the whole slide where there is more to see."""
    return _backdrops(template)


@lru_cache(maxsize=_AT_HAND)
def _backdrops(template: Template) -> Mapping[str, str | bytes]:
    from app.layout.template.picture import backdrops, plain_color

    seats = fit_of(template).layouts.seats
    used = tuple(sorted({seat.layout for seat in seats.values()}))
    drawn: dict[int, str | bytes] = {}
    for place, image in backdrops(template.data, look_of(template), used, _BACKDROP_PIXELS).items():
        out = BytesIO()
        image.save(out, "JPEG", quality=92, subsampling=0)
        drawn[place] = plain_color(image) or out.getvalue()
    return {kind: drawn[seat.layout] for kind, seat in seats.items()}


def remarks(template: Template) -> tuple[UserError, ...]:
    """What the user should know of an export onto the template: what does not go along, which fonts are measured by others like them."""
    from app.layout.template.fonts import is_equal

    look, fit = look_of(template), fit_of(template)
    told = [UserError(f"template.left-out-{key}", file=template.name) for key in look.left_out]
    unknown = [
        name for name in dict.fromkeys(fit.theme.names[family] for family in ("heading", "body")) if not is_equal(name)
    ]
    told += [UserError("template.like-font", font=name) for name in unknown]
    if any(not art.drawn for seat in fit.layouts.seats.values() for art in look.layouts[seat.layout].art):
        told.append(UserError("template.undrawn", file=template.name))
    return tuple(told)


def picture_of_layout(template: Template, layout: int, pixels: int) -> bytes:
    """A layout as a PNG, `pixels` wide: its ground and art, its placeholders outlined. Raises IndexError for one that there is not."""
    from app.layout.template.picture import layout_picture

    out = BytesIO()
    layout_picture(template.data, look_of(template), layout, pixels).save(out, "PNG")
    return out.getvalue()
