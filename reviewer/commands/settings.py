"""What a run is told, from the options."""

from __future__ import annotations

from reviewer.commands.arguments import Arguments, Usage
from reviewer.commands.codes import resolve
from reviewer.language import tr
from reviewer.run import Settings


def settings_of(arguments: Arguments) -> Settings:
    """Raises `Usage` for codes that no check has, and for a year that is none."""
    return Settings(
        select=resolve(arguments.many("--select")),
        ignore=resolve(arguments.many("--ignore")),
        year=_year(arguments.get("--year")),
        institution=arguments.get("--institution") or "",
        region=arguments.get("--region") or "",
    )


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    if not (text.isascii() and text.isdigit() and 1945 <= int(text) <= 2999):
        raise Usage(tr("“{text}” bukan tahun; tulis seperti --year 2025.").format(text=text))
    return int(text)
