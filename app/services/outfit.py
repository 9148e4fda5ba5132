"""What a new project begins with: the organisation's name, habits, logo and template, as the user has set them once for all."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from app.files.digest import digest
from app.files.errors import UserError
from app.files.pictures import take_in
from app.files.reasons import CannotRead
from app.files.settings import Settings
from app.model.project import Asset, Project
from app.services.templates import recalled, template_at, with_template


class Outfitted(NamedTuple):
    """A project with the bytes of its assets, and why something that is set could not be taken along."""

    project: Project
    assets: Mapping[str, bytes]
    complaint: UserError | None = None


def outfitted(project: Project, settings: Settings, kept: Path) -> Outfitted:
    """The project as the organisation's, its template with the layouts that the user chose for it, kept in a folder. A logo or template
    that cannot be read is left out and told of, since the work can begin without."""
    begun = Outfitted(project.model_copy(update={"organisation": settings.organisation}), {})
    for file, equip in ((settings.logo_file, _with_logo), (settings.template_file, partial(_with_template, kept))):
        try:
            begun = equip(begun, Path(file)) if file else begun
        except UserError as error:
            begun = begun._replace(complaint=error)
    return begun


def _with_logo(begun: Outfitted, file: Path) -> Outfitted:
    logo, data = taken_logo(file)
    organisation = begun.project.organisation.model_copy(update={"logo": logo.sha256})
    project = begun.project.model_copy(update={"organisation": organisation, "assets": (*begun.project.assets, logo)})
    return begun._replace(project=project, assets={**begun.assets, logo.sha256: data})


def _with_template(kept: Path, begun: Outfitted, file: Path) -> Outfitted:
    project, assets = with_template(begun.project, begun.assets, recalled(template_at(file), kept))
    return begun._replace(project=project, assets=assets)


def taken_logo(path: Path) -> tuple[Asset, bytes]:
    """A logo as an asset, with its bytes. Raises CannotRead, and BadPicture for what is no picture."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CannotRead(path, error) from error
    picture = take_in(data, path.name)
    return Asset(sha256=digest(picture.data), name=path.name, media_type=picture.media_type), picture.data
