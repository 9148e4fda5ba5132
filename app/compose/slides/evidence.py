"""A picture that bears out what is said of a pattern, as large as it goes, under what it shows."""

from collections.abc import Iterator

from app.compose.kinds import Body, Kind, Title
from app.compose.sources import evidence_source, source_line
from app.compose.spoken import notes
from app.compose.telling import Telling
from app.model.base import FieldPath, Id
from app.model.blocks import Picture
from app.model.project import Asset, ChosenPattern, Evidence
from app.model.rich import Para, Span


def pictures(telling: Telling, chosen: ChosenPattern) -> Iterator[tuple[Evidence, Picture]]:
    """The evidence of a pattern that has a picture, with it."""
    for item in chosen.evidence:
        asset = next((asset for asset in telling.project.assets if asset.sha256 == item.asset), None)
        if asset is not None and asset.media_type.startswith("image/"):
            yield item, _picture(telling, _path(chosen, item), asset)


def _picture(telling: Telling, path: FieldPath, asset: Asset) -> Picture:
    alt = telling.said(asset.description).plain or asset.name
    return Picture(f"{path}/asset", asset.sha256, alt, asset.width, asset.height)


def _path(chosen: ChosenPattern, item: Evidence) -> FieldPath:
    return f"patterns/{chosen.id}/evidence/{item.id}"


def _members(telling: Telling) -> tuple[Id, ...]:
    return tuple(item.id for chosen in telling.patterns.values() for item, _ in pictures(telling, chosen))


def _found(telling: Telling, key: Id) -> tuple[ChosenPattern, Evidence, Picture]:
    return next(
        (chosen, item, picture)
        for chosen in telling.patterns.values()
        for item, picture in pictures(telling, chosen)
        if item.id == key
    )


def _written(telling: Telling, key: Id) -> Title | None:
    """What the evidence says: "21 av 26 digitala mål ägs av it"."""
    chosen, item, _ = _found(telling, key)
    value, statement = telling.said(item.value), telling.said(item.statement)
    between = (Span(" ", telling.lang),) if value and statement else ()
    text = Para((*value.spans, *between, *statement.spans))
    return Title(f"{_path(chosen, item)}/statement", text) if text else None


def _made(telling: Telling, key: Id) -> Title:
    chosen, item, _ = _found(telling, key)
    name = telling.said(chosen.pattern.short or chosen.pattern.name)
    return Title(f"{_path(chosen, item)}/statement", telling.labelled(telling.words("evidence.picture"), name))


def _apart(telling: Telling, key: Id) -> Para:
    return telling.said(_found(telling, key)[0].pattern.short)


def _body(telling: Telling, key: Id) -> Body:
    chosen, item, picture = _found(telling, key)
    source = evidence_source(telling, item)
    return Body(
        blocks=(picture,),
        source=source_line(telling, (source,) if source else ()),
        notes=notes(telling, telling.prose(chosen.meaning), sources=(source,) if source else ()),
    )


KIND = Kind("evidence", "detail", _members, _body, _made, _written, _apart, backup=True)
