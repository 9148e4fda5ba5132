"""Whole projects and what an export makes of them, each made once a run."""

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from app.library import load_packs
from app.model.base import Id, Lang
from app.model.project import Project
from app.services.export import PRODUCTS, Choices, Product, export
from app.services.starters import Starter, start
from tests.sample import TODAY, sample_project

FILLED: Final[tuple[Starter, ...]] = ("municipality", "company")
LANGS: Final[tuple[Lang, ...]] = ("sv", "en")


def counted_ids() -> Callable[[], Id]:
    """Ids that are the same in every run."""
    made = 0

    def new_id() -> Id:
        nonlocal made
        made += 1
        return sha256(str(made).encode()).hexdigest()[:32]

    return new_id


@cache
def starter(name: Starter, lang: Lang) -> Project:
    """A starter's project."""
    return start(name, lang, TODAY, load_packs(), counted_ids())


@cache
def exported(name: Starter | None, lang: Lang) -> dict[Product, bytes]:
    """All that an export of a starter (of the sample when None) writes."""
    project = starter(name, lang) if name else sample_project()
    with TemporaryDirectory() as folder:
        targets: dict[Product, Path] = {product: Path(folder) / product for product in PRODUCTS}
        export(project, {}, targets, Choices(lang, TODAY), lambda _part, _product: None)
        return {product: path.read_bytes() for product, path in targets.items()}
