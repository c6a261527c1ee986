"""The journal of decisions: a folder of append-only files, one for each person and sitting.

Nothing is ever rewritten and nothing is locked: a program writes its own file only and reads everyone's. Folder and
file come into being with the first decision.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from reviewer.model import Words
from reviewer.reviewing.events import Entry, Event


class JournalError(Exception):
    """A journal that cannot be written or read at all; the text is one line for the user."""


def now() -> datetime:
    """The present in the local time zone, to the second."""
    return datetime.now().astimezone().replace(microsecond=0)


def person(configured: str = "") -> str:
    """Who is reviewing: the configured name, else REVIEWER_NAME, else the login name."""
    raise NotImplementedError


class Journal:
    """The decisions on one draft, read from everyone's files and written to one's own.

    `who` is the person running; `trust` names others whose decisions are obeyed; `notices` are things to tell the user
    (damage met while reading, another folder used), growing as they come about; `folder` is None for a journal kept in
    memory only.
    """

    who: str
    trust: tuple[str, ...]
    notices: list[Words]

    def __init__(
        self,
        folder: Path | None,
        *,
        who: str,
        draft: str = "",
        sha256: str = "",
        trust: Sequence[str] = (),
        fallback: Path | None = None,
        clock: Callable[[], datetime] = now,
    ) -> None:
        raise NotImplementedError

    @property
    def folder(self) -> Path | None:
        """Where the files of this journal lie; None where it is kept in memory."""
        raise NotImplementedError

    @property
    def events(self) -> tuple[Event, ...]:
        """Everyone's events, merged by time."""
        raise NotImplementedError

    def append(self, *entries: Entry) -> tuple[Event, ...]:
        """Write entries down in one stroke; when it returns they are on the disk.

        Raises `JournalError` where they could not be saved; nothing counts as decided then.
        """
        raise NotImplementedError

    def reload(self) -> tuple[Event, ...]:
        """Read everyone's files again; returns the events that were not known before."""
        raise NotImplementedError

    def obeys(self, who: str) -> bool:
        """True for the person running and those trusted."""
        raise NotImplementedError

    def mine(self, who: str) -> bool:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


def review_folder(draft: Path) -> Path:
    """Where the journal of a draft lies: `draft.docx` → `draft.docx.review`."""
    return draft.with_name(draft.name + ".review")


def open_journal(
    draft: Path,
    sha256: str,
    *,
    who: str = "",
    trust: Sequence[str] = (),
    folder: Path | None = None,
    memory: bool = False,
    clock: Callable[[], datetime] = now,
) -> Journal:
    """The journal of a draft; opening it writes nothing.

    It lies beside the draft, or in `folder` (`--journal PATH`); where neither can be written, in the user's data folder,
    which a notice then tells. `memory` (`--no-journal`) reads and writes no file. `who` defaults to `person()`.
    """
    raise NotImplementedError
