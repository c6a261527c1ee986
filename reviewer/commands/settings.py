"""What a run is told: by the options, else by the configuration (what it says of the draft's path first), else by default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.codes import resolve
from reviewer.commands.configuration import Configuration
from reviewer.commands.limits import limits_of
from reviewer.language import tr
from reviewer.model import Severity
from reviewer.reading.unreadable import printable
from reviewer.run import Settings

NEVER = "never"
OPTIONS = {
    "select": "--select",
    "ignore": "--ignore",
    "severity": "--severity",
    "year": "--year",
    "institution": "--institution",
    "region": "--region",
    "limits": "--limit",
    "fail_on": "--fail-on",
    "baseline": "--baseline",
    "jobs": "--jobs",
    "trust": "--trust",
}
"""Each key of the configuration and its option."""
_MERGED = ("ignore", "severity", "limits")
"""What a more particular source adds to; of the others it replaces the value."""


@dataclass(slots=True)
class Stated:
    """A value in force, and who said so."""

    value: Any = None
    sources: list[str] = field(default_factory=list)
    """Empty for a default."""


def settings_of(arguments: Arguments, configuration: Configuration, draft: str | None = None) -> Settings:
    """For a draft, by default the only one named. Raises `Usage` for codes that no check has, and for a year that is none."""
    if draft is None and len(arguments.words) == 1:
        draft = arguments.words[0]
    said = {key: stated.value for key, stated in in_force(arguments, configuration, draft).items()}
    return Settings(
        select=tuple(said["select"] or ()),
        ignore=tuple(said["ignore"] or ()),
        year=said["year"],
        institution=said["institution"] or "",
        region=said["region"] or "",
        severity=dict(said["severity"] or {}),
        limits=limits_of(said["limits"] or {}, arguments.many("--limit")),
        original=arguments.has("--original"),
    )


def in_force(arguments: Arguments, configuration: Configuration, draft: str | None = None) -> dict[str, Stated]:
    """Every key of the configuration with its value for a draft, and where that comes from."""
    found = {key: Stated() for key in OPTIONS}
    if configuration.path:
        where = printable(str(configuration.path))
        _state(found, _checked(configuration.values, configuration.path), where)
        for n, section in enumerate(configuration.values.get("overrides", ()), 1):
            values = _checked(section, configuration.path)
            if draft is not None and _fits(draft, configuration.path.parent, section["paths"]):
                _state(found, values, f"{where} [[overrides]] {n}")
        if found["baseline"].value:
            found["baseline"].value = str(configuration.path.parent / found["baseline"].value)
    for key, value in _optional(arguments).items():
        if value not in (None, (), {}):
            found[key] = Stated(value, [OPTIONS[key]])
    limits = dict(word.split("=", 1) for word in arguments.many("--limit") if "=" in word)
    if limits:
        _state(found, {"limits": limits}, OPTIONS["limits"])
    return found


def _state(found: dict[str, Stated], values: Mapping[str, Any], source: str) -> None:
    for key, value in values.items():
        if key not in found:
            continue
        stated = found[key]
        if key in _MERGED and stated.value:
            stated.value = {**stated.value, **value} if isinstance(value, Mapping) else (*stated.value, *value)
            stated.sources.append(source)
        else:
            found[key] = Stated(value, [source])


def _optional(arguments: Arguments) -> dict[str, Any]:
    """What the options say, by key; limits apart, which leave the other limits as they are."""
    return {
        "select": resolve(arguments.many("--select")),
        "ignore": resolve(arguments.many("--ignore")),
        "severity": _severities(arguments.many("--severity")),
        "year": _year(arguments.get("--year")),
        "institution": arguments.get("--institution"),
        "region": arguments.get("--region"),
        "fail_on": arguments.get("--fail-on"),
        "baseline": arguments.get("--baseline"),
        "jobs": _number(arguments.get("--jobs")),
        "trust": arguments.many("--trust"),
    }


def _fits(draft: str, folder: Path, patterns: Sequence[str]) -> bool:
    """Whether one of the patterns fits the draft's path from the configuration's folder, or its name alone."""
    path = Path(draft).absolute()
    try:
        told = path.relative_to(folder.absolute()).as_posix()
    except ValueError:
        told = path.as_posix()
    return any(fnmatchcase(told, p) or fnmatchcase(path.name, p) for p in patterns)


def _checked(values: Mapping[str, Any], path: Path) -> Mapping[str, Any]:
    """The same with its codes as the engine knows them."""
    try:
        resolve(tuple(values.get("severity", ())))
        codes = {key: resolve(values[key]) for key in ("select", "ignore") if key in values}
    except Usage as problem:
        raise Usage(f"{path}: {problem}") from None
    return {**values, **codes}


def _severities(words: Sequence[str]) -> dict[str, str]:
    """ "TOT001=warning" as a code and its severity."""
    found = {}
    for word in words:
        code, equals, severity = word.partition("=")
        if not equals or severity not in {known.value for known in Severity}:
            raise Usage(tr("“{word}” bukan KODE=TINGKAT; tulis seperti --severity TOT001=warning.").format(word=word))
        resolve((code,))
        found[code.strip().upper()] = severity
    return found


def _number(text: str | None) -> int | str | None:
    """As a number where it is one; what is none is told where it is used."""
    return int(text) if text and text.isascii() and text.isdigit() else text


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and 1990 <= int(text) <= 2100):
        raise Usage(tr("“{text}” bukan tahun; tulis seperti --year 2025.").format(text=text))
    return int(text)
