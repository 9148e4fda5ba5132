"""A public version holds nothing of what is marked, in any byte; it says that something is left out; and no sum tells it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.model.base import FieldPath, Id
from app.model.project import Project, Secrecy
from app.model.report_kind import REPORT_KINDS, ReportKind
from app.project import edits
from app.project.secrecy import echoes, public_version
from app.services.export import PRODUCTS, Choices, Exported, Product, Version, export
from tests.export.pdf.readers import page_texts
from tests.sample import DIRECTION, PHASES, RISKS, SUPPLIER, TODAY, sample_project
from tests.sample_actions import EXCHANGE, key, sample_actions
from tests.services.secrets import secret_fields, secrets_in, with_secrets

LAW = "19 kap. 3 § OSL"


def marked(project: Project, fields: Iterable[FieldPath]) -> Project:
    """The project with a mark on each of the fields."""
    for number, field in enumerate(fields):
        mark = Secrecy(
            id=key(0x9000 + number), field=field, paragraph=LAW, on=date(2027, 3, 12), authority="Kommunstyrelsen"
        )
        project = edits.add(project, "secrecy", mark)
    return project


def written(project: Project, folder: Path, version: Version) -> tuple[dict[Product, bytes], Exported]:
    """All files that an export writes, and what it tells."""
    targets: dict[Product, Path] = {product: folder / f"{version}-{product}" for product in PRODUCTS}
    choices = Choices("sv", TODAY, audience="full-review", version=version)
    done = export(project, {}, targets, choices, lambda _part, _product: None)
    return {product: path.read_bytes() for product, path in targets.items()}, done


def test_no_byte_of_a_public_version_holds_a_marked_field(tmp_path: Path) -> None:
    fields = secret_fields(sample_project())
    project, said = with_secrets(sample_project(), fields)
    full, _ = written(project, tmp_path, "full")
    told = set[str]().union(*map(secrets_in, full.values()))
    assert len(told) > 0.5 * len(fields)  # the search finds what is there
    public, _ = written(marked(project, fields), tmp_path, "public")
    assert {product: secrets_in(data) for product, data in public.items()} == {product: set() for product in public}
    assert told <= set(said.values())


@pytest.mark.parametrize("kind", REPORT_KINDS)
def test_no_kind_of_report_holds_a_marked_member(tmp_path: Path, kind: ReportKind) -> None:
    fields = secret_fields(sample_project())
    project, said = with_secrets(sample_project(), fields)
    members = [f"{name}/{each.id}" for name in ("actions", "risks", "patterns") for each in getattr(project, name)[::2]]
    targets: dict[Product, Path] = {"pdf": tmp_path / "report.pdf", "docx": tmp_path / "report.docx"}
    choices = Choices("sv", TODAY, version="public", report=kind)
    export(marked(project, members), {}, targets, choices, lambda _part, _product: None)
    secret = {word for field, word in said.items() if field.startswith(tuple(f"{member}/" for member in members))}
    for path in targets.values():
        found = secrets_in(path.read_bytes())
        assert found
        assert not found & secret


@pytest.mark.parametrize("odd", [0, 1])
def test_every_other_member_is_left_out_with_all_that_it_says(tmp_path: Path, odd: int) -> None:
    fields = secret_fields(sample_project())
    project, said = with_secrets(sample_project(), fields)
    names = ("actions", "alternatives", "risks", "decisions", "patterns")
    members = [f"{name}/{member.id}" for name in names for member in getattr(project, name)][odd::2]
    secret = {word for field, word in said.items() if field.startswith(tuple(f"{member}/" for member in members))}
    public, _ = written(marked(project, members), tmp_path, "public")
    for data in public.values():
        assert not secrets_in(data) & secret
    assert secrets_in(public["pptx"]) - secret


def test_both_versions_tell_the_ground(tmp_path: Path) -> None:
    project = marked(sample_project(), [f"patterns/{EXCHANGE}/meaning"])
    versions: tuple[Version, ...] = ("full", "public")
    files = {version: written(project, tmp_path, version)[0] for version in versions}
    texts = {version: page_texts(made["deck-pdf"]) for version, made in files.items()}
    ground = f"sekretess enligt {LAW}, Kommunstyrelsen, 12 mars 2027"
    assert f"Delar är märkta: {ground}" in texts["full"][0].replace("\xa0", " ")
    assert f"Delar är utelämnade: {ground}" in texts["public"][0].replace("\xa0", " ")
    assert all("Öppen version" in page for page in texts["public"][1:])
    assert not any("Öppen version" in page for page in texts["full"])
    assert f"Delar är utelämnade: {ground}" in _plain(files["public"]["pdf"])[0]
    assert all("Öppen version" in page for page in page_texts(files["public"]["pdf"]))


def test_a_text_is_left_out_in_both_languages_whichever_is_marked() -> None:
    path = f"decisions/{DIRECTION}/text"
    public = public_version(marked(sample_project(), [f"{path}/en"]))
    assert not edits.get(public, path)


def test_without_a_secret_amount_there_is_neither_a_sum_nor_what_it_could_be_reckoned_from() -> None:
    costing = next(action for action in sample_actions() if action.lines)
    for field in (f"actions/{costing.id}", f"actions/{costing.id}/lines/{costing.lines[0].id}"):
        public = public_version(marked(sample_project(), [field]))
        assert not any(action.lines for action in public.actions)
        assert [way.lines for way in public.alternatives] == [way.lines for way in sample_project().alternatives]


def test_a_way_with_a_secret_amount_shows_no_cost_and_the_others_do() -> None:
    way = next(way for way in sample_project().alternatives if way.id in (SUPPLIER, PHASES) and way.lines)
    public = public_version(marked(sample_project(), [f"alternatives/{way.id}/lines/{way.lines[0].id}"]))
    assert [bool(each.lines) for each in public.alternatives] == [
        bool(each.lines) and each.id != way.id for each in sample_project().alternatives
    ]


def test_where_a_decision_is_left_out_no_sum_of_decisions_stands(tmp_path: Path) -> None:
    first, second, *_ = sample_project().decisions
    project = edits.put(sample_project(), f"decisions/{first.id}/amount", Decimal(31_100_000))
    project = edits.put(project, f"decisions/{second.id}/amount", Decimal(46_600_000))
    third = sample_project().decisions[-1].id
    project = edits.put(project, f"decisions/{third}/amount", None)
    whole, _ = written(project, tmp_path, "full")
    public, _ = written(marked(project, [f"decisions/{third}"]), tmp_path, "public")
    assert any("77,7 mkr" in page for page in _plain(whole["deck-pdf"]))
    assert not any("77,7 mkr" in page for page in _plain(public["deck-pdf"]))


def _plain(data: bytes) -> list[str]:
    return [page.replace("\xa0", " ") for page in page_texts(data)]


def test_a_field_that_cannot_be_empty_takes_what_holds_it_along() -> None:
    public = public_version(marked(sample_project(), [f"alternatives/{PHASES}/as_today"]))
    assert PHASES not in {way.id for way in public.alternatives}


def test_a_text_that_stands_elsewhere_too_is_named(tmp_path: Path) -> None:
    risk = sample_project().risks[0]
    project = edits.put(sample_project(), "matter/answer", risk.title)
    _, done = written(marked(project, [f"risks/{risk.id}"]), tmp_path, "public")
    assert "matter/answer/sv" in done.echoes
    assert echoes(project, public_version(project)) == ()


def test_a_mark_goes_with_what_it_marks() -> None:
    project = edits.remove(
        marked(sample_project(), [f"risks/{RISKS[0]}", f"risks/{RISKS[1]}/title"]), f"risks/{RISKS[0]}"
    )
    assert [mark.field for mark in project.secrecy] == [f"risks/{RISKS[1]}/title"]


def test_a_project_without_marks_is_told_whole() -> None:
    public = public_version(sample_project())
    assert public.actions == sample_project().actions
    assert _ids(public) == _ids(sample_project())


def _ids(project: Project) -> list[Id]:
    return [each.id for each in (*project.patterns, *project.risks, *project.decisions)]
