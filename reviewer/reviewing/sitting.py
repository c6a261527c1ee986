"""The file of one sitting: JSON lines, each with the hash of the line before it.

The first line is a header with the schema; the rest are events. A last line that a crash cut short is left alone, a
damaged line is skipped, and neither costs the lines before or after it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from reviewer.reviewing.events import Entry, Event, EventKind

SCHEMA = 1
_TEXTS = ("finding", "text", "label", "undoes", "replaces", "batch")
_LISTS = ("anchor", "content")
_DAMAGE = (ValueError, TypeError, KeyError, RecursionError)


@dataclass(frozen=True, slots=True)
class Sitting:
    """What a file holds."""

    events: tuple[Event, ...]
    damaged: tuple[int, ...] = ()
    """Lines (from 1) that cannot be read."""
    altered: tuple[int, ...] = ()
    """Lines that were changed after they were written: the next one holds another hash."""
    newer: bool = False
    """Written by a later version of the program."""


def header(who: str, when: str, draft: str, sha: str) -> dict[str, object]:
    """The first line."""
    return {"kind": "reviewer-journal", "schema": SCHEMA, "who": who, "when": when, "name": draft, "draft": sha}


def record(event: Event) -> dict[str, object]:
    """An event as one flat object; empty fields are left out."""
    entry = event.entry
    line: dict[str, object] = {"id": event.id, "kind": entry.kind.value, "who": event.who, "when": event.when}
    line |= {name: list(value) for name in _LISTS if (value := getattr(entry, name))}
    line |= {name: value for name in _TEXTS if (value := getattr(entry, name))}
    return line | {"draft": event.draft}


def chained(records: Iterable[dict[str, object]], previous: str = "") -> tuple[bytes, str]:
    """The lines of these records, and the hash of the last, to go on from."""
    lines = []
    for item in records:
        line = json.dumps(item | {"prev": previous}, ensure_ascii=False).encode("utf-8")
        previous = sha256(line).hexdigest()
        lines.append(line + b"\n")
    return b"".join(lines), previous


def read_sitting(data: bytes) -> Sitting:
    """What can be read of a file, whatever became of it."""
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    events: list[Event] = []
    damaged: list[int] = []
    altered: list[int] = []
    newer = False
    previous: str | None = ""
    for number, raw in enumerate(lines, 1):
        line = raw.removesuffix(b"\r")
        if not line:
            continue
        try:
            item = json.loads(line.decode("utf-8"))
            if item["kind"] == "reviewer-journal":
                newer = newer or item["schema"] > SCHEMA
            elif newer and item["kind"] not in set(EventKind):
                pass
            else:
                events.append(_event(item))
        except _DAMAGE:
            if number < len(lines):
                damaged.append(number)
            previous = None
            continue
        if previous is not None and item.get("prev") != previous:
            altered.append(max(number - 1, 1))
        previous = sha256(line).hexdigest()
    return Sitting(tuple(events), tuple(damaged), tuple(altered), newer)


def _event(item: dict[str, object]) -> Event:
    texts = {name: _text(item.get(name, "")) for name in _TEXTS}
    lists = {name: _list(item.get(name, [])) for name in _LISTS}
    when = _text(item["when"])
    if datetime.fromisoformat(when).tzinfo is None:
        raise ValueError(when)
    entry = Entry(EventKind(_text(item["kind"])), **texts, **lists)  # type: ignore[arg-type]
    return Event(_text(item["id"]), entry, _text(item["who"]), when, _text(item.get("draft", "")))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    value.encode("utf-8")
    return value


def _list(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(part) for part in value)
