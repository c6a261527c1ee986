"""From the command line into the app and out again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.language import choose, tr

if TYPE_CHECKING:
    from reviewer.app import OpenJournal
    from reviewer.model import Language
    from reviewer.reviewing import Journal
    from reviewer.run import Settings

OK, UNUSABLE = 0, 2
PATIENCE = 0.05
"""Seconds given to a draft that cannot be read to say so before a screen is opened for it."""


def open_app(path: Path | None, settings: Settings | None, journal: OpenJournal | None, language: Language) -> int:
    """See `reviewer.app.open_app`."""
    choose(language)
    if not _on_terminal():
        return _refuse(tr("Aplikasi memerlukan terminal; untuk memeriksa tanpa terminal: reviewer check DRAF"))
    journal = journal or _beside
    loading = None
    if path is not None:
        from reviewer.app.loading import Loading

        loading = Loading(path, settings, journal)
        loading.start()
    # The draft is being read while Textual is imported.
    from reviewer.app.app import ReviewerApp

    if loading is not None:
        loading.wait(PATIENCE)
        if loading.problem:
            return _refuse(loading.problem)
    app = ReviewerApp(settings, journal, loading)
    app.run()
    if app.farewell:
        print(app.farewell)
    if app.crash is not None:
        raise app.crash
    return _refuse(app.problem) if app.problem else app.return_code or OK


def _beside(draft: Path, sha256: str) -> Journal:
    """The journal where it usually lies."""
    from reviewer.reviewing import open_journal

    return open_journal(draft, sha256)


def _on_terminal() -> bool:
    """True where a person can see the screen and press keys; Textual draws on stderr, on Windows on stdout."""
    screen = sys.__stdout__ if sys.platform == "win32" else sys.__stderr__
    return all(stream is not None and stream.isatty() for stream in (sys.__stdin__, screen))


def _refuse(line: str) -> int:
    print(f"reviewer: {line}", file=sys.stderr)
    return UNUSABLE
