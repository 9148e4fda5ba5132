"""YAML read as plain data, with the line on which each value stands. Anchors, aliases and tags of one's own are refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, cast

import yaml

from app.files.errors import UserError
from app.files.reasons import CannotRead

Location = tuple[str | int, ...]
#: A pattern's file has some ten thousand characters; what is a hundred times larger is no pattern.
_LARGEST: Final = 2_000_000
_DEEPEST: Final = 20
_STANDARD: Final = "tag:yaml.org,2002:"
_TAGS: Final = frozenset({"str", "int", "float", "bool", "null", "timestamp", "map", "seq", "merge", "value"})
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Located:
    """A file's data, and the line (from 1) of each value by its place in the data: that of its name where it has one."""

    path: Path
    data: object
    lines: Mapping[Location, int]

    def line(self, place: Location) -> int:
        """The line of a value, else of the nearest that holds it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_yaml(path: Path) -> Located:
    """A YAML file. Raises UserError that names the file, and the line where there is one."""
    try:
        raw = path.read_bytes()
    except OSError as problem:
        raise CannotRead(path, problem) from problem
    if len(raw) > _LARGEST:
        raise UserError("pack.too-large", name=path.name)
    try:
        node = yaml.compose(raw.decode("utf-8-sig"), Loader=_Loader)
    except UnicodeDecodeError:
        raise UserError("pack.not-text", name=path.name) from None
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        raise UserError("pack.not-yaml", name=path.name, line=mark.line + 1 if mark else 1) from problem
    lines: dict[Location, int] = {}
    data = _plain(node, (), lines, path, set()) if node is not None else None
    return Located(path, data, lines)


def _plain(node: yaml.Node, place: Location, lines: dict[Location, int], path: Path, seen: set[int]) -> object:
    line = node.start_mark.line + 1
    if id(node) in seen or len(place) > _DEEPEST or node.tag.removeprefix(_STANDARD) not in _TAGS:
        raise UserError("pack.not-plain", name=path.name, line=line)
    seen.add(id(node))
    lines[place] = line
    if isinstance(node, yaml.MappingNode):
        result: dict[str, object] = {}
        for key_node, value_node in cast(list[tuple[yaml.Node, yaml.Node]], node.value):
            key = str(key_node.value)
            if key in result:
                raise UserError("pack.twice", name=path.name, line=key_node.start_mark.line + 1, field=key)
            result[key] = _plain(value_node, (*place, key), lines, path, seen)
            lines[(*place, key)] = key_node.start_mark.line + 1
        return result
    if isinstance(node, yaml.SequenceNode):
        items = cast(list[yaml.Node], node.value)
        return [_plain(item, (*place, index), lines, path, seen) for index, item in enumerate(items)]
    return _scalar(cast(yaml.ScalarNode, node))


def _scalar(node: yaml.ScalarNode) -> object:
    """Texts and whole numbers; nothing else stands in a pack, so `no`, dates and the like stay the texts that they are."""
    value = str(node.value)
    if node.tag.endswith(":int") and not node.style and value.isdigit():
        return int(value)
    return None if node.tag.endswith(":null") and not node.style else value
