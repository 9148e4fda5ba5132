"""Files that belong to a place in the project: attached to it, and let go when nothing names them any more."""

from app.model.base import FieldPath
from app.model.project import Asset, Project
from app.project import edits


def attach(project: Project, path: FieldPath, asset: Asset) -> Project:
    """Has a field name a file. One that is there already keeps its description. Raises NoSuchPlace."""
    known = any(each.sha256 == asset.sha256 for each in project.assets)
    held = project if known else project.model_copy(update={"assets": (*project.assets, asset)})
    return swept(edits.put(held, path, asset.sha256))


def detach(project: Project, path: FieldPath) -> Project:
    """Has a field name no file. Raises NoSuchPlace."""
    return swept(edits.put(project, path, None))


def swept(project: Project) -> Project:
    """The project without files that nothing names."""
    plain = project.model_copy(update={"assets": ()}).model_dump_json()
    kept = tuple(asset for asset in project.assets if asset.sha256 in plain)
    return project if len(kept) == len(project.assets) else project.model_copy(update={"assets": kept})
