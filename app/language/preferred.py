"""The language a person has chosen for their computer."""

import locale
import os
from collections.abc import Mapping

from app.model.base import Lang


def preferred_language(environment: Mapping[str, str] = os.environ) -> Lang:
    """Swedish where the computer is set to it, else English."""
    names = [environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    named = next((name for name in names if name), "") or (locale.getlocale()[0] or "")
    return "sv" if named.lower().startswith(("sv", "swedish")) else "en"
