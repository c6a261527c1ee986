"""What a journal holds."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from reviewer.model import Finding, Verdict


class EventKind(StrEnum):
    NOTED = "catat"
    REJECTED = "bukan-kesalahan"
    LATER = "nanti"
    FIXED = "sudah-diperbaiki"
    NOTE = "catatan"
    RESPONSE = "tanggapan"
    UNDO = "undo"
    ADDED = "temuan"

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that an event of this kind gives, None where it gives none."""
        return Verdict(self.value) if self.value in {v.value for v in Verdict} else None


def writable(text: str) -> str:
    """The text without lone surrogates (undecodable keys, broken escapes), which UTF-8 cannot hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be written down; the journal adds id, who, when and the draft."""

    kind: EventKind
    finding: str = ""
    """Id of the finding."""
    anchor: tuple[str, ...] = ()
    content: tuple[str, ...] = ()
    text: str = ""
    """The reason, note, response, or the finding added by hand."""
    label: str = ""
    """The finding as a person would name it, so that the journal reads by itself: place and sentence."""
    undoes: str = ""
    """Id of the event undone, or of a batch."""
    replaces: str = ""
    """Id of the same person's decision on this finding when it had another anchor or content."""
    batch: str = ""
    """Shared by events that were decided at one stroke, and are undone so."""

    @classmethod
    def about(cls, kind: EventKind, finding: Finding, text: str = "", replaces: str = "", batch: str = "") -> Entry:
        """An entry about a finding."""
        label = f"{finding.location.label.id}: {finding.message.id}"
        return cls(kind, finding.id, finding.anchor, finding.content, text, label, replaces=replaces, batch=batch)

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name in ("anchor", "content"):
                object.__setattr__(self, field.name, tuple(map(writable, value)))
            elif field.name != "kind":
                object.__setattr__(self, field.name, writable(value))


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a journal."""

    id: str
    entry: Entry
    who: str
    when: str
    """ISO 8601 with offset."""
    draft: str
    """sha256 of the draft it was said of."""

    @property
    def kind(self) -> EventKind:
        return self.entry.kind
