"""Settings last from one start to the next, and a damaged file is set aside, not lost."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.files.reasons import CannotWrite
from app.files.settings import Settings, read_settings, settings_path, write_settings
from app.model.base import clean
from app.model.project import Organisation

TEXTS = st.text(max_size=30).map(clean)


def test_without_a_file_the_usual_ones_apply(tmp_path: Path) -> None:
    read = read_settings(tmp_path / "settings.toml")
    assert read.settings == Settings()
    assert read.complaint is None
    assert settings_path().name == "settings.toml"


@given(name=TEXTS, logo=TEXTS, recent=st.lists(TEXTS, max_size=3), seconds=st.integers(0, 3600))
def test_what_is_written_is_read(name: str, logo: str, recent: list[str], seconds: int) -> None:
    organisation = Organisation(name=name, kind="company", currency="EUR", fiscal_year_starts=5)
    settings = Settings(
        language="sv", autosave=seconds, spelling=False, organisation=organisation, logo_file=logo, recent=tuple(recent)
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "new" / "settings.toml"
        write_settings(path, settings)
        assert read_settings(path).settings == settings


def test_a_damaged_file_is_kept_and_told_of(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    for damaged in ('language = "klingon"', "language = ", "autosave = -1", "organisation = 3"):
        path.write_text(damaged, "utf-8")
        read = read_settings(path)
        assert read.settings == Settings()
        assert read.complaint is not None
        kept = tmp_path / "settings-damaged.toml"
        assert str(kept) in read.complaint.told("sv")
        assert kept.read_text("utf-8") == damaged
        assert not path.exists()


def test_what_a_newer_program_set_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('voice = "loud"\nlook = "dark"\n[organisation]\nname = "Ljungby"\nmotto = "Framåt"\n', "utf-8")
    read = read_settings(path)
    assert read.complaint is None
    assert read.settings == Settings(look="dark", organisation=Organisation(name="Ljungby"))


def test_the_latest_project_stands_first_and_once() -> None:
    settings = Settings()
    for number in (*range(20), 7):
        settings = settings.opened(Path(f"plan-{number}.boardwright"))
    assert settings.recent[:2] == ("plan-7.boardwright", "plan-19.boardwright")
    assert len(settings.recent) == len(set(settings.recent)) == 12


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    with pytest.raises(CannotWrite):
        write_settings(tmp_path / "taken" / "settings.toml", Settings())
