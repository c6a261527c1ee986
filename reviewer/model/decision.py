"""What people decided about findings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """An answer to a finding, in the words of the review."""

    NOTED = "catat"
    """Goes into the review's notes (synonyms: terima, accept)."""
    REJECTED = "bukan-kesalahan"
    """Not a mistake, with the reason."""
    LATER = "nanti"
    """Put off; asked again."""
    FIXED = "sudah-diperbaiki"
    """The author mended it."""


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict in force for a finding."""

    verdict: Verdict
    reason: str
    who: str
    when: str
    """ISO 8601 with offset."""
    event: str
    """Id of the journal event."""
    note: str = ""
    """The latest note on the finding."""

    @property
    def settled(self) -> bool:
        """True where the finding need not be asked again."""
        return self.verdict is not Verdict.LATER
