"""Packs: the built-in ones are in order, and what is wrong in a pack is said with its file, line and field."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from jsonschema import Draft202012Validator

from app.files.errors import UserError
from app.library import Problem, built_in, load_packs, read_pack, validate_pack
from app.library.read import PackError
from app.library.schema import pack_schema, pattern_schema
from app.model.base import LANGS, Text
from app.resources import asset

Change = Callable[[str], str]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of a built-in pack, to be spoilt."""
    return Path(shutil.copytree(asset("packs", "disintegration"), tmp_path / "disintegration"))


def spoil(pack: Path, name: str, change: Change) -> Path:
    """A file of the pack, changed."""
    path = pack / "patterns" / f"{name}.yaml" if name != "pack" else pack / "pack.yaml"
    path.write_text(change(path.read_text("utf-8")), "utf-8")
    return path


def line_of(path: Path, text: str) -> int:
    """The first line (from 1) that holds a text."""
    lines = path.read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_the_built_in_packs_are_without_fault() -> None:
    assert [problem.told("en") for path in built_in() for problem in validate_pack(path)] == []


def test_the_library_brings_the_patterns_of_its_sources() -> None:
    found = {pack.id: [pattern.id for pattern in pack.patterns] for pack in load_packs()}
    assert found == {
        "disintegration": [
            "service-exchange",
            "hyper-industries",
            "meta-intermediaries",
            "consumerism",
            "cio-as-disintegration-expert",
        ],
        "governance": [
            "interactive-control",
            "scalability-over-standardisation",
            "shared-digital-responsibility",
            "innovation-hubs",
        ],
        "platforms": [
            "outside-in",
            "threats-from-the-side",
            "connected-products",
            "charging-for-digital",
            "platform-logic",
            "open-rnd",
            "beyond-kaizen",
        ],
        "balance": ["efficiency-creep", "shadow-innovation", "balanced-portfolio", "governance-against-change"],
        "maturity": ["digital-maturity", "digital-heritage", "digital-competence"],
        "funding": ["digital-as-investment", "no-cheese-slicer", "hidden-it-cost"],
        "leadership": [
            "business-owned",
            "digital-decoupling",
            "cio-repositioning",
            "emergent-strategy",
            "citizen-coding",
        ],
        "oversight": [
            "outdated-systems",
            "project-overruns",
            "benefits-realisation",
            "board-owned-cybersecurity",
            "national-direction-2030",
            "leadership-not-technology",
        ],
    }


def test_every_text_is_in_both_languages() -> None:
    def texts(value: object, place: str) -> list[tuple[str, Text]]:
        if isinstance(value, Text):
            return [(place, value)]
        if isinstance(value, tuple):
            members = cast(tuple[object, ...], value)
            return [item for index, inner in enumerate(members) for item in texts(inner, f"{place}[{index}]")]
        fields = getattr(type(value), "model_fields", {})
        return [item for name in fields for item in texts(getattr(value, name), f"{place}.{name}")]

    lacking = [
        place for pack in load_packs() for place, text in texts(pack, pack.id) if text and set(text.root) != set(LANGS)
    ]
    assert lacking == []


def test_short_names_are_unique_over_all_packs() -> None:
    for lang in LANGS:
        shorts = [pattern.short.said(lang).text.casefold() for pack in load_packs() for pattern in pack.patterns]
        assert len(set(shorts)) == len(shorts)


def test_the_published_schemas_are_those_of_the_model() -> None:
    assert asset("packs", "pattern.schema.json").read_text("utf-8") == pattern_schema()
    assert asset("packs", "pack.schema.json").read_text("utf-8") == pack_schema()


def refused(schema: str, path: Path) -> list[str]:
    """What a schema has against a YAML file."""
    validator: Any = Draft202012Validator(json.loads(schema))
    return [error.message for error in validator.iter_errors(yaml.safe_load(path.read_text("utf-8")))]


def test_the_built_in_packs_are_valid_against_the_published_schemas() -> None:
    for folder in built_in():
        assert refused(pack_schema(), folder / "pack.yaml") == []
        for path in (folder / "patterns").glob("*.yaml"):
            assert refused(pattern_schema(), path) == []


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, [problem.told("en") for problem in problems]
    return problems[0]


def test_an_unknown_field_is_named_with_its_line(pack: Path) -> None:
    path = spoil(pack, "consumerism", lambda text: text.replace("\nsummary:", "\ncolour: red\nsummary:", 1))
    problem = only(validate_pack(pack))
    assert (problem.path, problem.line, problem.field) == (path, line_of(path, "colour: red"), "colour")


def test_a_wrong_value_deep_inside_is_named_with_its_line(pack: Path) -> None:
    path = spoil(pack, "consumerism", lambda text: text.replace("origin: source", "origin: hearsay", 1))
    problem = only(validate_pack(pack))
    assert problem.line == line_of(path, "origin: hearsay")
    assert problem.field.startswith("recommendations[")
    assert problem.field.endswith("].origin")


def test_a_mark_that_leads_to_no_source_is_told(pack: Path) -> None:
    spoil(pack, "service-exchange", lambda text: text.replace("[@s1]", "[@s99]", 1))
    problem = only(validate_pack(pack))
    assert problem.field.startswith("why")
    assert "s99" in problem.told("sv")


def test_a_pattern_without_its_file_is_told(pack: Path) -> None:
    (pack / "patterns" / "consumerism.yaml").unlink()
    assert "patterns/consumerism.yaml" in only(validate_pack(pack)).told("en")


def test_a_path_out_of_the_pack_is_refused(pack: Path) -> None:
    spoil(pack, "pack", lambda text: text.replace("consumerism", "../../secret"))
    assert only(validate_pack(pack)).key == "pack.bad-name"


def test_two_patterns_with_one_short_name_are_told(pack: Path) -> None:
    spoil(pack, "consumerism", lambda text: text.replace("Konsumism", "Tjänstebyte"))
    assert any(problem.key == "pack.short-twice" for problem in validate_pack(pack))


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"id: [unclosed\n", "pack.not-yaml-here"),
        (b"\xff\xfe\x00", "pack.not-text-here"),
        (b"a: &x [1]\nb: *x\n", "pack.not-plain-here"),
        (b"id: one\nid: two\n", "pack.twice-here"),
        (b"id: !!python/object/apply:os.system [ls]\n", "pack.not-plain-here"),
        (b"", "pack.wrong-value"),
        (b"x" * 2_000_001, "pack.too-large-here"),
    ],
)
def test_a_pattern_that_is_no_pattern_is_told_not_raised(pack: Path, content: bytes, key: str) -> None:
    path = pack / "patterns" / "consumerism.yaml"
    path.write_bytes(content)
    problem = only(validate_pack(pack))
    assert (problem.path, problem.key) == (path, key)


def test_reading_a_faulty_pack_says_where_and_how_to_see_all(pack: Path) -> None:
    spoil(pack, "consumerism", lambda text: text.replace("kind: shift", "kind: drift", 1))
    with pytest.raises(PackError, match=r"consumerism\.yaml.*line \d+.*kind.*pack validate"):
        read_pack(pack)


def test_a_folder_without_a_pack_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no pattern pack"):
        validate_pack(tmp_path)
