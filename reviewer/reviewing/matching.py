"""Which findings of this run are those that were decided in an earlier one.

A finding has an anchor (its last part is the ordinal among equals) and a content. Content is compared first and order
second, so that an equal finding inserted before another does not take its decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What became of a finding since it was last decided."""

    NEW = "new"
    SAME = "same"
    """Same anchor, same content: keeps its decision."""
    CHANGED = "changed"
    """Same anchor, other content: asked again, with the old decision shown."""


@dataclass(frozen=True, slots=True)
class Key:
    """Anchor and content of a finding."""

    anchor: tuple[str, ...]
    content: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What became of one finding; `past` is None where it is new."""

    fate: Fate
    past: Key | None


@dataclass(frozen=True, slots=True)
class Matching:
    """The findings of a run, in their order, with what became of them, and the past ones that are gone."""

    matches: tuple[Match, ...]
    gone: tuple[Key, ...]
    """Decided earlier and not found now: mended, or removed with their table. Superseded ones are not among them."""


def match(present: Sequence[Key], past: Iterable[Key], aliases: Mapping[str, str] | None = None) -> Matching:
    """Assign the findings of a run to those decided earlier.

    `past` is in the order of decision, the latest last; `aliases` maps old codes to new ones.
    """
    raise NotImplementedError
