"""Which findings of this run are those that were decided in an earlier one.

A finding has an anchor (its last part is the ordinal among equals) and a content. Content is compared first and order
second, so that an equal finding inserted before another does not take its decision.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from reviewer.model import Finding
from reviewer.reviewing.events import Entry, writable

T = TypeVar("T")


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

    @classmethod
    def of(cls, about: Finding | Entry) -> Key:
        return cls(tuple(map(writable, about.anchor)), tuple(map(writable, about.content)))


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

    `past` is in the order of decision, the latest last; `aliases` maps old codes to new ones. A finding is CHANGED where
    it stands as far after its nearest unchanged equal as the past one did.
    """
    known = list(dict.fromkeys(past))
    assigned: dict[int, tuple[Fate, Key]] = {}
    used: set[Key] = set()
    olds_of = _grouped(known, lambda key: _base(key, aliases))
    news_of = _grouped(range(len(present)), lambda i: _base(present[i], None))
    for base, news in news_of.items():
        olds = olds_of.get(base)
        if not olds:
            continue
        news = sorted(news, key=lambda i: _ordinal(present[i]))
        same = _same(present, news, olds)
        changed = _changed(present, news, olds, same)
        assigned |= {i: (Fate.SAME, old) for i, old in same.items()}
        assigned |= {i: (Fate.CHANGED, old) for i, old in changed.items()}
        used |= {*same.values(), *changed.values()}
    latest = {key.anchor: key for key in known}
    gone = tuple(key for key in known if key not in used and latest[key.anchor] == key)
    new = (Fate.NEW, None)
    return Matching(tuple(Match(*assigned.get(i, new)) for i in range(len(present))), gone)


def _same(present: Sequence[Key], news: list[int], olds: list[Key]) -> dict[int, Key]:
    """Equal contents: first those with the same ordinal, then the rest in order."""
    exact = {(_ordinal(old), old.content): old for old in olds}
    pairs = {i: old for i in news if (old := exact.pop((_ordinal(present[i]), present[i].content), None))}
    taken = set(pairs.values())
    rest = sorted((old for old in olds if old not in taken), key=_ordinal)
    for i in news:
        if i in pairs:
            continue
        found = next((old for old in rest if old.content == present[i].content), None)
        if found is not None:
            pairs[i] = found
            rest.remove(found)
    return pairs


def _changed(present: Sequence[Key], news: list[int], olds: list[Key], same: dict[int, Key]) -> dict[int, Key]:
    """Other contents at the same distance from the nearest equal before that did not change."""
    before = sorted((_ordinal(old), _ordinal(present[i])) for i, old in same.items())
    after = sorted(ordinal for _, ordinal in before)
    latest = {_ordinal(old): old for old in olds}
    waiting: dict[tuple[int, int], Key] = {}
    for ordinal, old in latest.items():
        if old not in same.values():
            pivot_old, pivot_new = next((p for p in reversed(before) if p[0] < ordinal), (-1, -1))
            waiting[pivot_new, ordinal - pivot_old] = old
    pairs = {}
    for i in news:
        if i not in same:
            ordinal = _ordinal(present[i])
            pivot = next((p for p in reversed(after) if p < ordinal), -1)
            found = waiting.pop((pivot, ordinal - pivot), None)
            if found is not None:
                pairs[i] = found
    return pairs


def _base(key: Key, aliases: Mapping[str, str] | None) -> tuple[str, ...]:
    """The anchor without its ordinal, under the code's present name."""
    code, *rest = key.anchor or ("",)
    return ((aliases or {}).get(code, code), *(rest[:-1] if _numbered(key) else rest))


def _ordinal(key: Key) -> int:
    return int(key.anchor[-1]) if _numbered(key) else 0


def _numbered(key: Key) -> bool:
    """Whether the anchor ends in an ordinal (a plug-in's may not)."""
    last = key.anchor[-1] if len(key.anchor) > 1 else ""
    return last.isascii() and last.isdigit() and len(last) < 9


def _grouped(items: Iterable[T], name: Callable[[T], tuple[str, ...]]) -> dict[tuple[str, ...], list[T]]:
    groups: dict[tuple[str, ...], list[T]] = {}
    for item in items:
        groups.setdefault(name(item), []).append(item)
    return groups
