"""What a person chose for every review: order, threshold of materiality, colours. Kept with the user, never beside a draft."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from functools import partial
from pathlib import Path

LARGEST = 16 * 1024
"""Bytes; a file larger than this is not ours."""


class Ordering(StrEnum):
    """What is asked first."""

    WORTH = "worth"
    """Errors first, then by rupiah and by percentage points at stake, then by place."""
    RUPIAH = "rupiah"
    """By rupiah at stake alone, whatever the severity; what has no amount last."""
    PLACE = "place"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Empty texts: not chosen."""

    ordering: str = ""
    threshold: str = ""
    """As typed: "10 juta", "2%"."""
    theme: str = ""
    """"dark", "light", "contrast"."""


def chosen() -> tuple[Preferences, Callable[[Preferences], None]]:
    """What this user chose, and how to keep another choice."""
    file = preferences_file()
    return read_preferences(file), partial(keep_preferences, file)


def preferences_file() -> Path:
    from platformdirs import user_config_path

    return user_config_path("reviewer", appauthor=False) / "preferences.json"


def read_preferences(file: Path) -> Preferences:
    """What was chosen; what cannot be read or understood was not."""
    try:
        if file.stat().st_size > LARGEST:
            return Preferences()
        entries = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Preferences()
    if not isinstance(entries, dict):
        return Preferences()
    known = {field.name: entries[field.name] for field in fields(Preferences) if field.name in entries}
    return Preferences(**{name: value for name, value in known.items() if isinstance(value, str) and len(value) < 60})


def keep_preferences(file: Path, preferences: Preferences) -> None:
    """Write them whole; what cannot be written is forgotten."""
    text = json.dumps({name: value for name, value in asdict(preferences).items() if value}, ensure_ascii=False)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError, ValueError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_text(text, encoding="utf-8")
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
