"""A company's template in a project: taken in, looked through once and remembered, its layouts chosen, its layouts as pictures."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal

from platformdirs import user_cache_path
from pydantic import Field, ValidationError

from app.files.atomic import make_folder, write_bytes
from app.files.errors import UserError
from app.model.base import Record
from app.model.project import Asset, Project

if TYPE_CHECKING:
    from PIL.Image import Image

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
    """The project on the theme again; the template's bytes go with the next save, unless an edition was made on it."""
    digest = project.organisation.template
    organisation = project.organisation.model_copy(update={"template": None, "layouts": {}})
    is_needed = any(digest in edition.assets for edition in project.editions)
    kept = tuple(each for each in project.assets if is_needed or each.sha256 != digest)
    return project.model_copy(update={"organisation": organisation, "assets": kept})


def look_of(template: Template) -> "TemplateLook":
    """What is in a template, looked through once."""
    return _look(suggested(template))


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

    look = look_of(template)
    return fitted(look, map_layouts(look, dict(template.layouts)))


def backdrops_of(template: Template) -> Mapping[str, str | bytes]:
    """What lies behind slides by their kind: a colour, or a JPEG over the whole slide where there is more to see."""
    return _backdrops(template)


def shown_backdrops_of(template: Template) -> Mapping[str, str | bytes]:
    """What lies behind slides on the screen: there, pictures that the program cannot draw are LibreOffice's where that is installed. The
    first call takes seconds then."""
    return _shown_backdrops(template) if _is_undrawn(template) else backdrops_of(template)


@lru_cache(maxsize=_AT_HAND)
def _backdrops(template: Template) -> Mapping[str, str | bytes]:
    return _by_kind(template, _grounds(suggested(template)))


@lru_cache(maxsize=_AT_HAND)
def _shown_backdrops(template: Template) -> Mapping[str, str | bytes]:
    return _by_kind(template, _shown_grounds(suggested(template)))


def _by_kind(template: Template, grounds: "_Grounds") -> Mapping[str, str | bytes]:
    seats = fit_of(template).layouts.seats
    drawn = grounds.behind({seat.layout for seat in seats.values()})
    return {kind: drawn[seat.layout] for kind, seat in seats.items()}


@lru_cache(maxsize=_AT_HAND)
def _grounds(template: Template) -> "_Grounds":
    return _Grounds(template, {})


@lru_cache(maxsize=_AT_HAND)
def _shown_grounds(template: Template) -> "_Grounds":
    from app.layout.template.opening import open_template
    from app.services.foreign_art import redrawn

    kept = user_cache_path("boardwright", appauthor=False) / "art"
    return _Grounds(template, redrawn(open_template(template.data, template.name), kept))


class _Grounds:
    """What lies behind slides on a template's layouts, each drawn once however often the choice of layouts changes."""

    def __init__(self, template: Template, redrawn: Mapping[str, bytes]) -> None:
        self._template = template
        self.redrawn = redrawn
        self._drawn: dict[int, str | bytes] = {}

    def behind(self, layouts: Collection[int]) -> Mapping[int, str | bytes]:
        """What lies behind slides on some layouts: a colour or a JPEG."""
        from app.layout.template.picture import backdrops, plain_color

        missing = tuple(sorted(set(layouts) - self._drawn.keys()))
        look = look_of(self._template)
        drawn = backdrops(self._template.data, look, missing, _BACKDROP_PIXELS, self.redrawn) if missing else {}
        for place, image in drawn.items():
            self._drawn[place] = plain_color(image) or _encoded(image, "JPEG")
        return self._drawn


def _encoded(image: "Image", form: Literal["PNG", "JPEG"]) -> bytes:
    out = BytesIO()
    image.save(out, form, quality=92, subsampling=0)
    return out.getvalue()


def remarks(template: Template) -> tuple[UserError, ...]:
    """What the user should know of an export onto the template: what does not go along, which fonts are measured by others like them."""
    from app.layout.template.fonts import is_equal

    look, fit = look_of(template), fit_of(template)
    told = [UserError(f"template.left-out-{key}", file=template.name) for key in look.left_out]
    unknown = [
        name for name in dict.fromkeys(fit.theme.names[family] for family in ("heading", "body")) if not is_equal(name)
    ]
    told += [UserError("template.like-font", font=name) for name in unknown]
    if _is_undrawn(template):
        told.append(UserError("template.undrawn", file=template.name))
    return tuple(told)


def shown_remarks(template: Template) -> tuple[UserError, ...]:
    """The remarks for one who looks at the slides on the screen, where LibreOffice may have drawn what the program cannot."""
    told = remarks(template)
    if _is_undrawn(template) and _shown_grounds(suggested(template)).redrawn:
        return tuple(remark for remark in told if remark.key != "template.undrawn")
    return told


def _is_undrawn(template: Template) -> bool:
    """Whether slides lie on art that the program cannot draw."""
    layouts, seats = look_of(template).layouts, fit_of(template).layouts.seats
    return any(not art.drawn for seat in seats.values() for art in layouts[seat.layout].art)


def pictures_of_layouts(template: Template, pixels: int) -> tuple[bytes, ...]:
    """The layouts as PNGs, `pixels` wide: their ground and art, their placeholders outlined."""
    from app.layout.template.picture import layout_pictures

    return tuple(_encoded(image, "PNG") for image in layout_pictures(template.data, look_of(template), pixels))


def suggested(template: Template) -> Template:
    """The template with the layouts that the program would choose."""
    return replace(template, layouts=())


def chosen_for(template: Template, kinds: Iterable[str], layout: int) -> Template:
    """The template with a layout chosen for kinds of slide. What is the program's own choice is not kept as the user's."""
    layouts, usual = dict(template.layouts), fit_of(suggested(template)).layouts
    for kind in kinds:
        layouts.pop(kind, None)
        if usual.seat(kind).layout != layout:
            layouts[kind] = layout
    return replace(template, layouts=tuple(sorted(layouts.items())))


def kept_in(settings: Path) -> Path:
    """Where layouts chosen for templates are kept, in the folder of the user's settings."""
    return settings / "templates"


def recalled(template: Template, folder: Path) -> Template:
    """The template with the layouts that the user chose for it last, kept in a folder by the digest of its bytes; those of the
    program where nothing was chosen, or what was kept cannot be read."""
    try:
        kept = _Kept.model_validate_json((folder / f"{template.digest}.json").read_bytes())
    except (OSError, ValidationError):
        return suggested(template)
    count = len(look_of(template).layouts)
    return replace(template, layouts=tuple(sorted(each for each in kept.layouts.items() if each[1] < count)))


def remember(template: Template, folder: Path) -> None:
    """Keeps which layouts were chosen for a template. A folder that cannot be written to keeps nothing: the project has them too."""
    with suppress(UserError, OSError):
        make_folder(folder)
        kept = _Kept(layouts=dict(template.layouts))
        write_bytes(folder / f"{template.digest}.json", kept.model_dump_json().encode())


class _Kept(Record):
    """The layouts that the user chose, by slide kind."""

    layouts: Mapping[str, Annotated[int, Field(ge=0)]] = {}
