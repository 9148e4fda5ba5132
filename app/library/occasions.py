"""Ready selections of patterns for common occasions (`assets/occasions/occasions.toml`)."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated

from pydantic import Field

from app.model.base import Record, Text
from app.model.pattern import Pack, Pattern, Slug
from app.model.project import Audience
from app.resources import asset


class Occasion(Record):
    """An occasion: why one would tell these patterns, in which order, to whom."""

    id: Slug
    name: Text
    why: Text
    #: Each as `pack/pattern`, in the order in which they are best told.
    patterns: Annotated[tuple[str, ...], Field(min_length=1)]
    audience: Audience

    def among(self, packs: Sequence[Pack]) -> Iterator[tuple[Pack, Pattern]]:
        """Its patterns with their packs, in its order; those of packs that are not there are passed over."""
        found = {f"{pack.id}/{pattern.id}": (pack, pattern) for pack in packs for pattern in pack.patterns}
        return (found[key] for key in self.patterns if key in found)


@cache
def occasions() -> Mapping[Slug, Occasion]:
    """All occasions by id, in the file's order."""
    tree = tomllib.loads(asset("occasions", "occasions.toml").read_text("utf-8"))
    return {key: Occasion.model_validate({"id": key, **value}) for key, value in tree.items()}
