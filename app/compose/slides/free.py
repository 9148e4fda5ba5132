"""A slide of the CIO's own: text, a picture, or both."""

from app.compose.kinds import Body, Kind, Title
from app.compose.spoken import notes
from app.compose.telling import Telling
from app.model.base import Id
from app.model.blocks import Block, Passage, Picture
from app.model.project import FreeSlide
from app.model.rich import Para


def _members(telling: Telling) -> tuple[Id, ...]:
    return tuple(slide.id for slide in telling.project.storyline.free)


def _slide(telling: Telling, key: Id) -> FreeSlide:
    return next(slide for slide in telling.project.storyline.free if slide.id == key)


def _body(telling: Telling, key: Id) -> Body:
    slide = _slide(telling, key)
    text = telling.prose(slide.text)
    blocks: list[Block] = [Passage(f"storyline/free/{key}/text", Para(), text)] if text else []
    asset = next((asset for asset in telling.project.assets if asset.sha256 == slide.picture), None)
    if asset is not None and asset.media_type.startswith("image/"):
        alt = telling.said(asset.description).plain or asset.name
        blocks.append(Picture(f"storyline/free/{key}/picture", asset.sha256, alt, asset.width, asset.height))
    return Body(blocks=tuple(blocks), notes=notes(telling, telling.prose(slide.notes)))


def _written(telling: Telling, key: Id) -> Title | None:
    title = telling.said(_slide(telling, key).title)
    return Title(f"storyline/free/{key}/title", title) if title else None


def _made(telling: Telling, key: Id) -> Title:
    return Title(f"storyline/free/{key}/title", telling.word("free.untitled"))


KIND = Kind("free", None, _members, _body, _made, written=_written)
