"""Drafts opened lately, kept in the user's state folder. A convenience: it never stands in the way of a review."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

MOST = 8
LARGEST = 64 * 1024
"""Bytes; a file larger than this is not ours."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A draft and how far its review was."""

    path: str
    title: str = ""
    decided: int = 0
    total: int = 0


def recent_file() -> Path:
    from platformdirs import user_state_path

    return user_state_path("reviewer", appauthor=False) / "recent.json"


def read_recent(file: Path) -> tuple[Recent, ...]:
    """The latest first. Entries that cannot be understood, and drafts that are gone, are left out."""
    try:
        if file.stat().st_size > LARGEST:
            return ()
        entries = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    found: dict[str, Recent] = {}
    for entry in entries if isinstance(entries, list) else ():
        recent = _understood(entry)
        if recent is not None and len(found) < MOST:
            found.setdefault(recent.path, recent)
    return tuple(found.values())


def _understood(entry: object) -> Recent | None:
    if not isinstance(entry, dict):
        return None
    path, title, decided, total = (entry.get(name) for name in ("path", "title", "decided", "total"))
    if not isinstance(path, str) or not isinstance(title, str):
        return None
    if type(decided) is not int or type(total) is not int or not 0 <= decided <= total:
        return None
    try:
        if not Path(path).is_file():
            return None
    except (OSError, ValueError):
        return None
    return Recent(path, title, decided, total)


def remember(file: Path, recent: Recent) -> None:
    """Put a draft first; what cannot be written is forgotten."""
    others = [r for r in read_recent(file) if r.path != recent.path]
    text = json.dumps([asdict(r) for r in (recent, *others)][:MOST], ensure_ascii=False, indent=1)
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    with suppress(OSError, ValueError):
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_text(text, encoding="utf-8")
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)
