"""What a sample report is made of, and how the field writes numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; a chapter (level 1) begins a page. A line break parts "BAB I" from its title."""

    level: int
    text: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. `name` is how a planned mistake finds it."""

    text: str
    style: Literal["body", "cover", "caption", "item", "subitem", "contents", "signature"] = "body"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. An empty cell continues the one above it where `merged` says so of its column."""

    name: str
    header: tuple[tuple[str, ...], ...]
    """Header rows; equal neighbours in a row, and an empty cell below a filled one, are merged."""
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    """Columns set to the right."""
    merged: tuple[int, ...] = ()
    widths: tuple[float, ...] = ()
    """Of the columns, in centimetres."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


Block = Heading | Para | Grid | PageBreak


def grouped(value: int) -> str:
    """1.234.567"""
    return f"{value:,}".replace(",", ".")


def decimal(value: Number, places: int = 2) -> str:
    """1.234,57, rounded half up."""
    exact = Decimal(value).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{exact:,f}".translate(str.maketrans(",.", ".,"))


def rupiah(value: int) -> str:
    """Rp1.234.567,00"""
    return f"Rp{grouped(value)},00"


def percent(part: Number, whole: Number) -> Decimal:
    return (Decimal(part) / Decimal(whole) * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


def mean(values: Sequence[Decimal]) -> Decimal:
    return (sum(values, Decimal(0)) / len(values)).quantize(Decimal("0.01"), ROUND_HALF_UP)


_UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()


def in_words(value: int) -> str:
    """A number below 10^15 in Indonesian words."""
    if value < 12:
        return _UNITS[value]
    if value < 20:
        return f"{_UNITS[value - 10]} belas"
    if value < 100:
        return _joined(_UNITS[value // 10] + " puluh", value % 10)
    if value < 200:
        return _joined("seratus", value - 100)
    if value < 1000:
        return _joined(_UNITS[value // 100] + " ratus", value % 100)
    if value < 2000:
        return _joined("seribu", value - 1000)
    for size, name in ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"), (10**3, "ribu")):
        if value >= size:
            return _joined(f"{in_words(value // size)} {name}", value % size)
    raise ValueError(value)


def _joined(head: str, rest: int) -> str:
    return f"{head} {in_words(rest)}" if rest else head
