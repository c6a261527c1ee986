"""What a draft may cost before it is refused, in one place; `docs/reading.md` says why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes unless said otherwise."""

    file: int = 60 * MEGABYTE
    """Any draft."""
    text: int = 4 * MEGABYTE
    """A draft that is plain text or Markdown, and the text (in characters) taken out of any other."""
    lines: int = 200_000
    """Lines of such a draft."""
    data: int = 5 * MEGABYTE
    """Report data (YAML, JSON)."""
    parts: int = 3_000
    """Parts of an Office file (its zip entries)."""
    directory: int = 1 * MEGABYTE
    """The list of those parts."""
    unpacked: int = 400 * MEGABYTE
    """All parts together, unpacked."""
    part: int = 64 * MEGABYTE
    """One part that is read, unpacked."""
    ratio: int = 300
    """Unpacked against packed, for parts above `ratio_from`."""
    ratio_from: int = 5 * MEGABYTE
    cells: int = 400_000
    """Grid positions of all tables together; in plain text, tabs and bars."""
    pages: int = 2_000
    """Pages of a PDF."""
    nesting: int = 20
    """Tables and text boxes inside each other."""
    seconds: float = 90.0
    """Reading a binary format, as the clock on the wall goes."""
    checking: float = 60.0
    """Seconds for understanding and checking what was read; the checks that are left then are named, not run."""
    memory: int = 1_000 * MEGABYTE
    """Of the process that reads a binary format (Linux): its address space, which what it holds never exceeds."""

    def changed(self, words: Iterable[str]) -> Limits:
        """These limits with those that words such as "cells=900000" name; as `changes` writes them."""
        told = dict(word.split("=", 1) for word in words)
        return replace(self, **{name: type(getattr(self, name))(value) for name, value in told.items()})

    def changes(self) -> tuple[str, ...]:
        """What differs from the limits that hold by default, one word each."""
        return tuple(
            f"{field.name}={getattr(self, field.name)}"
            for field in fields(self)
            if getattr(self, field.name) != field.default
        )


LIMITS = Limits()
