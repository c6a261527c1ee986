"""How long understanding and checking may take: asked between checks and between what a check yields, never forced."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from reviewer.model import Words

STOPPED = Words(
    "Pemeriksaan dihentikan sesudah {seconds} detik; yang tidak dijalankan atau tidak selesai: {codes}. Bagi draf menjadi "
    "beberapa berkas, atau naikkan batasnya dengan --limit checking=…",
    "Checking was stopped after {seconds} seconds; not run, or not to their end: {codes}. Split the draft into several files, or "
    "raise the limit with --limit checking=…",
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """Ends `seconds` after it was made."""

    seconds: float
    _began: float = field(default_factory=time.monotonic)

    @property
    def passed(self) -> bool:
        return time.monotonic() - self._began >= self.seconds

    def told(self, codes: tuple[str, ...]) -> Words:
        """What the checks of these codes did not get to."""
        return STOPPED.format(seconds=f"{self.seconds:g}", codes=", ".join(codes))
