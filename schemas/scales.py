"""Scales that put results into classes (`scales.yaml`), and which class a value belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Class:
    """One class of a scale; bounds in per cent, None where it is open."""

    labels: tuple[str, ...]
    """In lower case; several where the scale is in use with other words."""
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Scale:
    name: str
    classes: tuple[Class, ...]
    """Highest first."""

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(label for c in self.classes for label in c.labels)

    def fitting(self, value: Decimal) -> tuple[Class, ...]:
        """The classes that a value may be put into: both at a bound and in a gap between two, the highest beyond it."""
        within = tuple(
            c for c in self.classes if (c.low is None or c.low <= value) and (c.high is None or value <= c.high)
        )
        if within:
            return within
        above = tuple(c for c in self.classes if c.low is not None and c.low > value)
        below = tuple(c for c in self.classes if c.high is not None and c.high < value)
        return above[-1:] + below[:1]

    def accepts(self, label: str, value: Decimal) -> bool:
        return any(label in c.labels for c in self.fitting(value))


def scale_of(name: str, classes: Sequence[Class]) -> Scale | None:
    """A scale of these classes, None where their bounds overlap or make no order."""
    ordered = sorted(classes, key=_position, reverse=True)
    if len(ordered) < 3 or len({c.labels for c in ordered}) < len(ordered):
        return None
    for above, below in zip(ordered, ordered[1:], strict=False):
        if above.low is None or below.high is None or below.high > above.low:
            return None
    return Scale(name, tuple(ordered))


def _position(one: Class) -> tuple[Decimal, Decimal]:
    low = one.low if one.low is not None else Decimal("-Infinity")
    return low, one.high if one.high is not None else Decimal("Infinity")


@cache
def scales() -> tuple[Scale, ...]:
    """The scales in use, in the order of the file."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (Path(__file__).parent / "scales.yaml").read_text(encoding="utf-8")
    return tuple(_scale(entry["name"], entry["classes"]) for entry in yaml.load(text, loader))


def _scale(name: str, entries: Sequence[dict[str, object]]) -> Scale:
    classes: list[Class] = []
    above: Decimal | None = None
    for entry in entries:
        low, labels = Decimal(str(entry["from"])), entry["labels"]
        assert isinstance(labels, list)
        classes.append(Class(tuple(labels), low if low else None, None if above is None else above - 1))
        above = low
    return Scale(name, tuple(classes))
