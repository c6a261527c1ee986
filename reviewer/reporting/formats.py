"""The formats a run can be written in; each is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module

from reviewer.language import current
from reviewer.reporting.outcome import Run

_WRITERS = {
    "sarif": ("sarif", "as_sarif"),
    "junit": ("junit", "as_junit"),
    "github": ("github", "as_github"),
    "gitlab": ("gitlab", "as_gitlab"),
    "markdown": ("markdown", "as_markdown"),
    "csv": ("spreadsheet", "as_csv"),
    "html": ("web", "as_html"),
}
FORMATS = ("text", "json", *_WRITERS)
SUMMARIES = ("text", "csv", "json")
"""The forms that a summary over drafts has."""


def written(run: Run, name: str) -> bytes:
    """A run in a format other than text, in the current language: the same bytes for the same run.

    JSON of a single draft that cannot be used is empty.
    """
    if name == "json":
        from reviewer.reporting.machine import as_json

        return as_json(run.outcomes, current(), run.several) if run.several or run.outcomes else b""
    module, function = _WRITERS[name]
    data: bytes = getattr(import_module(f"reviewer.reporting.{module}"), function)(run)
    return data
