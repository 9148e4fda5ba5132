"""The program's settings: a TOML file in the user's folder. They fill new projects and never touch an old one."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal, cast

from platformdirs import user_config_path
from pydantic import Field, ValidationError

from app.files.atomic import make_folder, write_bytes
from app.files.errors import UserError
from app.model.base import Lang, Plain, Record
from app.model.project import Organisation

#: How many recent projects are remembered.
_RECENT: Final = 12


class Settings(Record):
    """What the user set once for all."""

    #: The language of the interface; the system's when None.
    language: Lang | None = None
    look: Literal["system", "light", "dark"] = "system"
    spelling: bool = True
    #: Whether there is an index of what was written in past projects.
    past: bool = True
    #: Seconds between a change and its copy in the recovery file; 0 for none.
    autosave: Annotated[int, Field(ge=0, le=3600)] = 20
    #: For new projects.
    organisation: Organisation = Organisation()
    logo_file: Plain = ""
    template_file: Plain = ""
    word_template_file: Plain = ""
    #: The pattern of file names in a package for a meeting; the usual one when empty.
    package_names: Plain = ""
    #: Paths of projects, the latest first.
    recent: tuple[Plain, ...] = ()
    #: Whether the tour was taken or declined, and is not offered again.
    toured: bool = False

    def opened(self, path: Path) -> "Settings":
        """With a project as the latest one."""
        here = str(path)
        return self.model_copy(update={"recent": (here, *(other for other in self.recent if other != here))[:_RECENT]})

    def forgotten(self, path: Path) -> "Settings":
        """Without a project among the recent ones."""
        return self.model_copy(update={"recent": tuple(other for other in self.recent if other != str(path))})


@dataclass(frozen=True, slots=True)
class Read:
    """Settings as read, and what to tell the user when the file was damaged and set aside."""

    settings: Settings
    complaint: UserError | None = None


def settings_path() -> Path:
    """Where this user's settings lie."""
    return user_config_path("boardwright", appauthor=False) / "settings.toml"


def read_settings(path: Path) -> Read:
    """The settings in a file; the usual ones when there is none. A damaged file is set aside and told of, never lost."""
    try:
        return Read(Settings.model_validate(_known(tomllib.loads(path.read_text("utf-8")))))
    except FileNotFoundError:
        return Read(Settings())
    except (OSError, ValueError, ValidationError):
        aside = path.with_name("settings-damaged.toml")
        try:
            path.replace(aside)
        except OSError:
            aside = path
        return Read(Settings(), UserError("settings.damaged", file=str(aside)))


def write_settings(path: Path, settings: Settings) -> None:
    """Writes the settings in one step, what is usual left out. Raises CannotWrite."""
    make_folder(path.parent)
    tree: dict[str, Any] = settings.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    write_bytes(path, "\n".join((*_lines(tree), "")).encode("utf-8"))


def _known(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Without what another version of the program has set and this one does not know."""
    known = {name: value for name, value in tree.items() if name in Settings.model_fields}
    if isinstance(known.get("organisation"), dict):
        known["organisation"] = {
            name: value for name, value in known["organisation"].items() if name in Organisation.model_fields
        }
    return known


def _lines(tree: Mapping[str, Any]) -> Iterator[str]:
    """TOML of plain values, then of tables one level deep. JSON's strings, numbers and lists are TOML's too."""
    for name, value in tree.items():
        if not isinstance(value, dict):
            yield f"{name} = {_toml(value)}"
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from ("", f"[{name}]", *_lines(cast("Mapping[str, Any]", value)))


def _toml(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
