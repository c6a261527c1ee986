"""The journal of decisions: a folder of append-only files, one for each person and sitting.

Nothing is ever rewritten and nothing is locked: a program writes its own file only and reads everyone's. Folder and
file come into being with the first decision.
"""

from __future__ import annotations

import os
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from reviewer.model import Words
from reviewer.reviewing.events import Entry, Event
from reviewer.reviewing.sitting import chained, header, read_sitting, record

LARGEST = 64 * 2**20
"""Bytes of a journal file that are still read."""

LARGEST_SKEW = timedelta(days=3660)
"""How far ahead a clock may have been for what it dated to be believed."""


class JournalError(Exception):
    """A journal that cannot be written; the text is one line for the user."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.id)
        self.words = words


def now() -> datetime:
    """The present in the local time zone."""
    return datetime.now().astimezone()


def person(configured: str = "") -> str:
    """Who is reviewing: the configured name, else REVIEWER_NAME, else the login name."""
    import getpass

    for name in (configured, os.environ.get("REVIEWER_NAME", "")):
        if name.strip():
            return " ".join(name.split())
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "anonim"


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
    original: bool = False,
    clock: Callable[[], datetime] = now,
) -> Journal:
    """The journal of a draft; opening it writes nothing.

    It lies beside the draft, or in `folder` (`--journal PATH`); where that cannot be written, in the user's data folder,
    which a notice then tells. `memory` (`--no-journal`) reads and writes no file. `who` defaults to `person()`. Of a draft
    read as it was before its tracked changes (`original`) it is a journal of its own, `draft.docx.original.review`: that is
    another text, whose figures must neither settle nor revive what was decided on this one.
    """
    text = draft.with_name(draft.name + ".original") if original else draft
    folders = () if memory else (folder or review_folder(text), _own_folder(text))
    return Journal(folders, who=who or person(), draft=draft.name, sha256=sha256, trust=trust, clock=clock)


class Journal:
    """The decisions on one draft, read from everyone's files and written to one's own.

    `folders` are those read; the first that can be written is written to; without any the journal is kept in memory.
    `who` is the person running, `trust` names others whose decisions are obeyed. `notices` are things to tell the user
    (damage met while reading, another folder used); they grow as they come about.
    """

    def __init__(
        self,
        folders: Sequence[Path] = (),
        *,
        who: str,
        draft: str = "",
        sha256: str = "",
        trust: Sequence[str] = (),
        clock: Callable[[], datetime] = now,
    ) -> None:
        self.who = who
        self.trust = tuple(trust)
        self.notices: list[Words] = []
        self._folders = tuple(folders)
        self._draft = draft
        self._sha = sha256
        self._clock = clock
        self._file: _File | None = None
        self._own: list[Event] = []
        self._read: tuple[tuple[Event, ...], ...] = ()
        self.reload()

    @property
    def folder(self) -> Path | None:
        """Where decisions are written (from the first one on, surely); None where they are kept in memory."""
        if self._file:
            return self._file.path.parent
        return self._folders[0] if self._folders else None

    @property
    def events(self) -> tuple[Event, ...]:
        """Everyone's events, merged by time; those of one file stay in their order."""
        keyed = []
        for events in (*self._read, tuple(self._own)):
            latest = datetime.min.replace(tzinfo=UTC)
            for event in events:
                latest = max(latest, datetime.fromisoformat(event.when))
                keyed.append((latest, event))
        ordered = [event for _, event in sorted(keyed, key=lambda pair: pair[0])]
        return tuple({event.id: event for event in ordered}.values())

    @property
    def saved(self) -> bool:
        """Whether decisions outlive the program."""
        return bool(self._folders)

    def append(self, *entries: Entry) -> tuple[Event, ...]:
        """Write entries down in one stroke; when it returns they are on the disk.

        Raises `JournalError` where they could not be saved; nothing counts as decided then.
        """
        when = self._moment().isoformat(timespec="milliseconds")
        events = tuple(Event(secrets.token_hex(8), entry, self.who, when, self._sha) for entry in entries)
        if self._folders:
            self._save(events, when)
        self._own += events
        return events

    def reload(self) -> tuple[Event, ...]:
        """Read everyone's files again; returns the events that were not known before."""
        known = {event.id for events in self._read for event in events} | {event.id for event in self._own}
        paths = [path for folder in self._folders for path in self._files(folder)]
        own = self._file.path if self._file else None
        self._read = tuple(self._load(path) for path in paths if path != own)
        return tuple(event for event in self.events if event.id not in known)

    def mine(self, who: str) -> bool:
        """True for the name of the person running."""
        return _name(who) == _name(self.who)

    def obeys(self, who: str) -> bool:
        """True for the person running and for those trusted."""
        return self.mine(who) or _name(who) in {_name(name) for name in self.trust}

    def _moment(self) -> datetime:
        """The present, but after everything the same person said before: a clock that was set back turns nothing round."""
        present = self._clock()
        said = [datetime.fromisoformat(event.when) for event in self.events if self.mine(event.who)]
        ahead = [when for when in said if timedelta(0) <= when - present < LARGEST_SKEW]
        return max(ahead).astimezone(present.tzinfo) + timedelta(milliseconds=1) if ahead else present

    def _save(self, events: Sequence[Event], when: str) -> None:
        """Go on with the file of this sitting; where that fails begin another with all of the sitting."""
        if self._file and self._file.extend(record(event) for event in events):
            return
        problem: OSError | None = None
        for folder in self._folders:
            first = header(self.who, when, self._draft, self._sha)
            lines = [first, *(record(event) for event in (*self._own, *events))]
            try:
                self._file = _File.create(folder, _file_name(self.who, self._clock()), lines)
            except OSError as error:
                problem = problem or error
                continue
            if folder != self._folders[0]:
                self._tell(
                    Words(
                        "Map {first} tidak dapat ditulisi; keputusan Anda disimpan di {folder}.",
                        "The folder {first} cannot be written; your decisions are kept in {folder}.",
                    ).format(first=self._folders[0], folder=folder)
                )
            return
        raise JournalError(
            Words(
                "Keputusan tidak dapat disimpan di {folder} ({why}); beri tempat lain dengan --journal MAP.",
                "The decision cannot be saved in {folder} ({why}); name another place with --journal FOLDER.",
            ).format(folder=self._folders[0], why=problem.strerror if problem else "")
        )

    def _files(self, folder: Path) -> list[Path]:
        try:
            return sorted(path for path in folder.glob("*.jsonl") if path.is_file())
        except OSError:
            self._tell(
                Words("Map jurnal {folder} tidak dapat dibaca.", "The journal folder {folder} cannot be read.").format(
                    folder=folder
                )
            )
            return []

    def _load(self, path: Path) -> tuple[Event, ...]:
        try:
            if path.stat().st_size > LARGEST:
                raise OSError
            sitting = read_sitting(path.read_bytes())
        except OSError:
            self._tell(
                Words(
                    "Berkas jurnal {name} tidak dapat dibaca atau terlalu besar; dilewati.",
                    "The journal file {name} cannot be read or is too large; skipped.",
                ).format(name=path.name)
            )
            return ()
        if sitting.damaged:
            self._tell(
                Words(
                    "Berkas jurnal {name}: baris {lines} rusak dan dilewati; baris lainnya terbaca.",
                    "Journal file {name}: line {lines} is damaged and skipped; the others were read.",
                ).format(name=path.name, lines=_listed(sitting.damaged))
            )
        if sitting.altered:
            self._tell(
                Words(
                    "Berkas jurnal {name}: baris {lines} diubah setelah ditulis.",
                    "Journal file {name}: line {lines} was changed after it was written.",
                ).format(name=path.name, lines=_listed(sitting.altered))
            )
        if sitting.newer:
            self._tell(
                Words(
                    "Berkas jurnal {name} ditulis oleh versi program yang lebih baru; dibaca sebisanya.",
                    "Journal file {name} was written by a newer version of the program; read as far as possible.",
                ).format(name=path.name)
            )
        return sitting.events

    def _tell(self, notice: Words) -> None:
        if notice not in self.notices:
            self.notices.append(notice)


@dataclass(slots=True)
class _File:
    """The file of this sitting: where it is, how long it should be, and the hash to go on from."""

    path: Path
    length: int
    previous: str

    @classmethod
    def create(cls, folder: Path, name: str, records: Iterable[dict[str, object]]) -> _File:
        """A new file with these records. Raises `OSError`."""
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / name
        data, previous = chained(records)
        stream = path.open("xb", buffering=0)
        try:
            with stream:
                _write(stream.fileno(), data)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        _settle(folder)
        return cls(path, len(data), previous)

    def extend(self, records: Iterable[dict[str, object]]) -> bool:
        """Append records; False where the file is not as it was left, or cannot be written."""
        data, previous = chained(records, self.previous)
        try:
            with self.path.open("r+b", buffering=0) as stream:
                if stream.seek(0, os.SEEK_END) != self.length:
                    return False
                try:
                    _write(stream.fileno(), data)
                except OSError:
                    # What was half written must not count: the caller writes the whole sitting elsewhere.
                    stream.truncate(self.length)
                    raise
        except OSError:
            return False
        self.length += len(data)
        self.previous = previous
        return True


def _write(descriptor: int, data: bytes) -> None:
    """Write all of it through to the disk."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
    os.fsync(descriptor)


def _settle(folder: Path) -> None:
    """Make a new file's name outlive a power cut where the system lets folders be flushed."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)


def _own_folder(draft: Path) -> Path:
    """The folder for a draft in the user's data: for drafts that lie where nothing can be written."""
    from platformdirs import user_data_path

    whole = os.path.abspath(draft)
    mark = sha256(os.path.normcase(whole).encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return user_data_path("reviewer", appauthor=False) / "journals" / f"{_safe(draft.name)}-{mark}.review"


def _file_name(who: str, when: datetime) -> str:
    return f"{_safe(who)}-{when:%Y%m%dT%H%M%S}-{secrets.token_hex(3)}.jsonl"


def _safe(name: str) -> str:
    """A name that every file system takes. A date or mark follows it, so that it is no device's (CON, NUL)."""
    plain = unicodedata.normalize("NFKC", name)
    return re.sub(r"[^\w@+-]+", "_", plain).strip("_")[:40] or "_"


def _name(who: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", who).casefold().split())


def _listed(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number) for number in numbers[:5])
    return shown if len(numbers) <= 5 else f"{shown}, …"
