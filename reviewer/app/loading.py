"""A draft read, understood and checked in a thread of its own, so that the screen stays alive."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from reviewer.app.clean import clean_line
from reviewer.language import current, tr

if TYPE_CHECKING:
    from reviewer.app import OpenJournal
    from reviewer.app.layout import Draft
    from reviewer.model import Examination
    from reviewer.reviewing import Conversation
    from reviewer.reviewing.pointing import Pointing
    from reviewer.run import Settings


@dataclass(frozen=True)
class Opened:
    """A draft ready for review."""

    path: Path
    examination: Examination
    conversation: Conversation
    draft: Draft

    @cached_property
    def pointing(self) -> Pointing:
        """What is known of each figure."""
        from reviewer.reviewing.pointing import Pointing

        return Pointing(self.examination)

    @property
    def about(self) -> str:
        """Kind, year and institution of the report as far as they are known."""
        identity = self.examination.report.identity
        kind = " ".join(part for part in (identity.kind, str(identity.year or "")) if part)
        return " · ".join(part for part in (kind, identity.institution) if part)


class Loading:
    """The opening of one draft. `stage` is what is being done; the outcome is `opened`, or `problem` (one line for the
    user), or `crash` (a fault of the program's own)."""

    STAGES = ("read", "understand", "check", "journal")

    def __init__(self, path: Path, settings: Settings | None, journal: OpenJournal) -> None:
        self.path = path
        self.stage = self.STAGES[0]
        self.opened: Opened | None = None
        self.problem = ""
        self.crash: Exception | None = None
        self._settings = settings
        self._journal = journal
        self._thread = Thread(target=self._run, name="reviewer-loading", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wait(self, seconds: float) -> None:
        """Wait for the outcome, at most so long."""
        self._thread.join(seconds)

    @property
    def done(self) -> bool:
        return not self._thread.is_alive() and self._thread.ident is not None

    def _at(self, stage: str) -> None:
        self.stage = stage

    def _run(self) -> None:
        from reviewer.reading import Unreadable
        from reviewer.reviewing import JournalError

        try:
            self.opened = self._open()
        except Unreadable as problem:
            self.problem = clean_line(problem.message.of(current()))
        except JournalError as problem:
            self.problem = clean_line(problem.words.of(current()))
        except Exception as crash:
            self.crash = crash

    def _open(self) -> Opened:
        from reviewer.run import examine_file

        examination = examine_file(self.path, self._settings, self._at)
        self._at("journal")
        from reviewer.app.layout import Draft
        from reviewer.reviewing import Conversation
        from reviewer.reviewing.preferences import chosen

        journal = self._journal(self.path, examination.report.document.sha256)
        preferences, keep = chosen()
        talk = Conversation(examination, journal, preferences=preferences, keep=keep)
        opened = Opened(self.path, examination, talk, Draft(examination.report))
        _ = opened.pointing  # made here, where it keeps nobody waiting
        return opened


def stage_name(stage: str) -> str:
    match stage:
        case "read":
            return tr("membaca naskah")
        case "understand":
            return tr("memahami isi")
        case "check":
            return tr("memeriksa angka")
        case _:
            return tr("membuka jurnal keputusan")
