"""The ladder from older project files to today's: one small function a version, on the tree as it was read.

What each version changed is told in docs/project-format.md. Each version has a stored file, which a test opens."""

from collections.abc import Callable, Mapping
from typing import Any, Final

#: The contents of `project.json` under "project", with the patterns' texts in place.
Tree = dict[str, Any]
Step = Callable[[Tree], Tree]

#: The version that this program writes, and the highest it reads.
CURRENT: Final = 1

#: From the version named to the next.
LADDER: Final[Mapping[int, Step]] = {}


def migrated(tree: Tree, version: int, ladder: Mapping[int, Step] = LADDER, current: int = CURRENT) -> Tree:
    """The tree of an older version as today's version has it."""
    for step in range(version, current):
        tree = ladder[step](tree)
    return tree
