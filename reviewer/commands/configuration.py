"""The configuration: `reviewer.toml`, or `[tool.reviewer]` of a pyproject.toml, in the working folder or above it.

It is not looked for beside the draft: whoever sends a draft does not decide what is checked in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reviewer.commands.arguments import Arguments, Usage
from reviewer.language import current, tr
from reviewer.reading.unreadable import printable

_OWN, _SHARED = "reviewer.toml", "pyproject.toml"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a configuration says; `path` is None where there is none."""

    path: Path | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


def configuration(folder: Path) -> Configuration:
    """The nearest configuration, from `folder` upwards. Raises `Usage` where it cannot be used."""
    for place in (folder, *folder.parents):
        for name in (_OWN, _SHARED):
            path = place / name
            if path.is_file() and (values := _read(path)) is not None:
                return Configuration(path, values)
    return Configuration()


def chosen_configuration(arguments: Arguments) -> Configuration:
    """The one that `--config` names, none with `--no-config`, else the nearest from the working folder upwards."""
    named = arguments.get("--config")
    if arguments.has("--no-config"):
        if named:
            raise Usage(tr("--config dan --no-config tidak dapat dipakai bersama."))
        return Configuration()
    if named is None:
        return configuration(Path.cwd())
    path = Path(named)
    values = _read(path)
    if values is None:
        raise Usage(_line(path, tr("tidak memuat [tool.reviewer]")))
    return Configuration(path, values)


def _read(path: Path) -> Mapping[str, Any] | None:
    """The values of a configuration that was found; None for a pyproject.toml that says nothing of ours."""
    import tomllib

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Usage(_line(path, tr("berkas konfigurasi lebih besar dari 1 MB")))
        data = path.read_bytes()
        if path.name == _SHARED and b"tool.reviewer" not in data:
            return None
        values: object = tomllib.loads(data.decode("utf-8-sig"))
    except OSError as error:
        raise Usage(_line(path, error.strerror or str(error))) from None
    except (ValueError, RecursionError) as error:
        raise Usage(_line(path, tr("bukan TOML yang benar ({error})").format(error=error))) from None
    for key in ("tool", "reviewer") if path.name == _SHARED else ():
        values = values.get(key) if isinstance(values, dict) else None
    if values is None:
        return None
    if not isinstance(values, dict):
        raise Usage(_line(path, tr("tool.reviewer harus berupa tabel")))
    _validate(path, values)
    return values


def _validate(path: Path, values: Mapping[str, Any]) -> None:
    from reviewer.schemas import validate

    found = validate(values)
    if found:
        message = found[0].message
        raise Usage(_line(path, message.en if current() == "en" else message.id))


def _line(path: Path, problem: str) -> str:
    return f"{printable(str(path))}: {problem}"
