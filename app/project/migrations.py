"""The ladder from older project files to today's: one small function a version, on the tree as it was read.

What each version changed is told in docs/project-format.md. Each version has a stored file, which a test opens."""

from collections.abc import Callable, Mapping
from typing import Any, Final, cast

#: The contents of `project.json` under "project", with the patterns' texts in place.
Tree = dict[str, Any]
Step = Callable[[Tree], Tree]

#: The version that this program writes, and the highest it reads.
CURRENT: Final = 4
#: The minutes that version 1 wrote when nobody had chosen any.
_ONCE_USUAL: Final = 30


def _usual_time(tree: Tree) -> Tree:
    """1 to 2: half an hour was written whether or not somebody had chosen it; now no time at all stands for the audience's usual one."""
    storyline = tree.get("storyline")
    if isinstance(storyline, dict) and cast("Tree", storyline).get("minutes") == _ONCE_USUAL:
        return {**tree, "storyline": {**storyline, "minutes": None}}
    return tree


def _as_it_is(tree: Tree) -> Tree:
    """A step that only brought new fields, each of which may be left to its usual value."""
    return tree


#: From the version named to the next.
LADDER: Final[Mapping[int, Step]] = {1: _usual_time, 2: _as_it_is, 3: _as_it_is}


def migrated(tree: Tree, version: int, ladder: Mapping[int, Step] = LADDER, current: int = CURRENT) -> Tree:
    """The tree of an older version as today's version has it."""
    for step in range(version, current):
        tree = ladder[step](tree)
    return tree
