"""The commands of the conversation, for completion, palette and help."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command as typed after a slash."""

    name: str
    """In the current language: "catat", "accept"."""
    argument: str
    """What follows it: "alasan", "nomor", "" where nothing."""
    summary: str
    """One line for palette and help."""


def commands() -> tuple[Command, ...]:
    """Every command, the usual ones first, in the current language."""
    raise NotImplementedError
