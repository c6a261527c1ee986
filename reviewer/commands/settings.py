"""What a run is told: by the options, else by the configuration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.codes import resolve
from reviewer.commands.configuration import Configuration
from reviewer.commands.limits import limits_of
from reviewer.language import tr
from reviewer.run import Settings


def settings_of(arguments: Arguments, configuration: Configuration) -> Settings:
    """Raises `Usage` for codes that no check has, and for a year that is none."""
    said = configuration.values

    def codes(option: str, key: str) -> tuple[str, ...]:
        return resolve(arguments.many(option)) or _configured(said.get(key, ()), configuration.path)

    severity: Mapping[str, Any] = said.get("severity", {})
    _configured(tuple(severity), configuration.path)
    return Settings(
        select=codes("--select", "select"),
        ignore=codes("--ignore", "ignore"),
        year=_year(arguments.get("--year")) or said.get("year"),
        institution=arguments.get("--institution") or said.get("institution", ""),
        region=arguments.get("--region") or said.get("region", ""),
        severity=dict(severity),
        limits=limits_of(said.get("limits", {}), arguments.many("--limit")),
        original=arguments.has("--original"),
    )


def _configured(words: Sequence[str], path: Path | None) -> tuple[str, ...]:
    try:
        return resolve(words)
    except Usage as problem:
        raise Usage(f"{path}: {problem}") from None


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and 1990 <= int(text) <= 2100):
        raise Usage(tr("“{text}” bukan tahun; tulis seperti --year 2025.").format(text=text))
    return int(text)
