"""How a body's decisions begin, by the kind of organisation (`assets/decisions/wordings.toml`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final

from pydantic import TypeAdapter

from app.model.project import OrganisationKind
from app.model.route import BodyWords
from app.resources import asset

_WORDINGS: Final = TypeAdapter(dict[OrganisationKind, BodyWords])


@cache
def usual_wordings() -> Mapping[OrganisationKind, BodyWords]:
    """The usual wordings of every kind of organisation."""
    return _WORDINGS.validate_python(tomllib.loads(asset("decisions", "wordings.toml").read_text("utf-8")))
