"""The Textual app: screens over the conversation, the list of findings and the draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.model import Language
    from reviewer.reviewing import Journal
    from reviewer.run import Settings

OpenJournal = Callable[[Path, str], "Journal"]
"""Draft and its sha256 in, its journal out: `functools.partial(open_journal, who=…, folder=…, memory=…)`."""


def open_app(
    path: Path | None,
    settings: Settings | None = None,
    journal: OpenJournal | None = None,
    language: Language = "id",
) -> int:
    """Open the app on a draft, or on the start screen where `path` is None; returns the exit code.

    0 when the reviewer left; 2, with one line on the error stream, where the draft or the terminal cannot be used.
    """
    from reviewer.app.opening import open_app as open_it

    return open_it(path, settings, journal, language)
