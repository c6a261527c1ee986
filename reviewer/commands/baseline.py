"""The baseline of a project: the findings that were there when it was written, so that only what is new fails.

A JSON file, one list a draft, made to be committed beside the drafts: sorted, one finding a few lines, no times.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reviewer.commands.arguments import Usage
from reviewer.language import current, tr
from reviewer.reading.unreadable import printable
from reviewer.reporting.machine import as_bytes
from reviewer.reporting.outcome import Absent, Outcome, Seen

KIND = "reviewer-baseline"
SCHEMA = 1
_LARGEST = 64_000_000
_TEXTS = ("id", "code", "label", "message")
_LISTS = ("anchor", "content")


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding as the baseline keeps it."""

    id: str
    code: str
    label: str
    message: str
    anchor: tuple[str, ...]
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Baseline:
    """Entries by draft; drafts are named by their path from the baseline's own folder."""

    path: Path
    drafts: Mapping[str, tuple[Entry, ...]]

    def known(self, draft: str) -> tuple[Entry, ...]:
        return self.drafts.get(name_of(draft, self.path), ())

    def missing(self) -> list[str]:
        """Drafts that it names and that are no more."""
        return [name for name in sorted(self.drafts) if not (self.path.parent / name).exists()]


def name_of(draft: str, path: Path) -> str:
    """How the baseline at `path` names a draft."""
    try:
        return Path(os.path.relpath(draft, path.parent)).as_posix()
    except ValueError:
        return Path(draft).absolute().as_posix()


def read_baseline(path: Path) -> Baseline:
    """Raises `Usage`, one line, where it cannot be used."""
    try:
        if path.stat().st_size > _LARGEST:
            raise Usage(_line(path, tr("berkas acuan lebih besar dari 64 MB")))
        data = json.loads(path.read_bytes().decode("utf-8-sig"))
        if data["kind"] != KIND:
            raise KeyError(KIND)
        if data["schema"] > SCHEMA:
            raise Usage(_line(path, tr("ditulis oleh versi yang lebih baru; pasang versi itu, atau tulis ulang")))
        drafts = {str(name): tuple(_entry(item) for item in items) for name, items in data["drafts"].items()}
    except OSError as error:
        raise Usage(_line(path, error.strerror or str(error))) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Usage(_line(path, tr("bukan acuan; tulis ulang dengan --write-baseline"))) from None
    return Baseline(path, drafts)


def compared(outcome: Outcome, known: Sequence[Entry], new_only: bool) -> Outcome:
    """The outcome with how each finding stands to these entries, and the entries that are stale."""
    from reviewer.reviewing.matching import Fate, Key, match

    seen = {Fate.SAME: Seen.UNCHANGED, Fate.CHANGED: Seen.UPDATED, Fate.NEW: Seen.NEW}
    keys = {Key(entry.anchor, entry.content): entry for entry in known}
    matching = match([Key.of(finding) for finding in outcome.findings], keys)
    used = {matched.past for matched in matching.matches}
    return replace(
        outcome,
        baseline={
            finding.id: seen[matched.fate] for finding, matched in zip(outcome.findings, matching.matches, strict=True)
        },
        absent=tuple(Absent(e.id, e.code, e.label, e.message) for key, e in keys.items() if key not in used),
        new_only=new_only,
    )


def baseline_bytes(path: Path, outcomes: Iterable[Outcome], before: Baseline | None) -> bytes:
    """What a new baseline at `path` holds: all that was found and not decided to be no mistake. Drafts of `before` that
    were not examined now and are still there keep their entries."""
    drafts = {
        name_of(outcome.path, path): [
            {
                "id": finding.id,
                "code": finding.code,
                "label": finding.location.label.of(current()),
                "message": finding.message.of(current()),
                "anchor": list(finding.anchor),
                "content": list(finding.content),
            }
            for finding in outcome.findings
            if not outcome.suppressed(finding)
        ]
        for outcome in outcomes
    }
    for name, entries in before.drafts.items() if before else ():
        if name not in drafts and (path.parent / name).exists():
            drafts[name] = [
                {k: getattr(e, k) for k in _TEXTS} | {k: list(getattr(e, k)) for k in _LISTS} for e in entries
            ]
    return as_bytes({"kind": KIND, "schema": SCHEMA, "drafts": dict(sorted(drafts.items()))})


def _entry(item: Mapping[str, object]) -> Entry:
    from reviewer.reviewing.events import writable

    def text(name: str) -> str:
        if not isinstance(value := item[name], str):
            raise TypeError
        return value

    def texts(name: str) -> tuple[str, ...]:
        value = item[name]
        if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
            raise TypeError
        return tuple(map(writable, value))

    return Entry(text("id"), text("code"), text("label"), text("message"), texts("anchor"), texts("content"))


def _line(path: Path, problem: str) -> str:
    return f"{printable(str(path))}: {problem}"
