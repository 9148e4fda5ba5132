"""The library: packs of patterns read, validated and searched."""

from app.library.read import Problem, built_in, load_packs, read_pack, validate_pack
from app.library.search import Hit, Index

__all__ = ["Hit", "Index", "Problem", "built_in", "load_packs", "read_pack", "validate_pack"]
