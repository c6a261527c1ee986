"""What a draft may cost before it is refused, in one place; `docs/reading.md` says why."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes unless said otherwise."""

    file: int = 60 * MEGABYTE
    """Any draft."""
    text: int = 20 * MEGABYTE
    """A draft that is plain text or Markdown, and the text (in characters) taken out of any other."""
    data: int = 5 * MEGABYTE
    """Report data (YAML, JSON)."""


LIMITS = Limits()
