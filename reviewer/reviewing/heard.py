"""What an utterance was understood as."""

from __future__ import annotations

from dataclasses import dataclass, field

from reviewer.reviewing.filters import Filter
from reviewer.reviewing.lexicon import Intent


@dataclass(frozen=True, slots=True)
class Heard:
    """What was understood."""

    intent: Intent
    text: str = ""
    """What follows the command, as typed: a reason, a note, a search, a path, a place; of settings the value."""
    sure: bool = True
    """False where it is to be asked back."""
    every: Intent | None = None
    """ALIKE: the verdict for all that are meant."""
    scope: Filter = Filter()
    """ALIKE, ONLY, LIST: which findings; empty for those of the kind in hand, or as the text says."""
    whole: bool = field(default=False, compare=False)
    """Every word of the sentence was understood, and fits."""
    form: str = ""
    """EXPORT: the format, "xlsx"."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Not understood, or to be understood in several ways; `nearest` are those, the likeliest first."""

    nearest: tuple[Intent, ...]
    several: bool = False
    """True where the words are known but could mean any of `nearest`."""
