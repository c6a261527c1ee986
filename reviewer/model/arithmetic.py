"""Comparing printed figures: exact amounts are points, percentages and scaled units stand for an interval.

99,22 stands for [99,215; 99,225) rounded or [99,22; 99,23) cut off, so for [99,215; 99,23) taken together
(compare XBRL Calculations 1.1, whose rounding and truncation modes these are).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from reviewer.model.report import Figure, Rule

HALF = Decimal("0.5")
HUNDRED = Decimal(100)
PRODUCTS = (Rule.PRODUCT, Rule.PRODUCT_PERCENT)


class Match(IntEnum):
    """How a stated figure compares with what it should be."""

    DIFFERS = 0
    NEAR = 1
    """Off by one unit of the last printed digit."""
    HOLDS = 2


@dataclass(frozen=True, slots=True)
class Interval:
    """Values from `low` to `high`; a point where they are equal. The upper end is open where they are not."""

    low: Decimal
    high: Decimal

    @property
    def point(self) -> bool:
        return self.low == self.high

    def meets(self, other: Interval) -> bool:
        if self.point and other.point:
            return self.low == other.low
        if self.point:
            return other.low <= self.low < other.high or self.low == other.low
        if other.point:
            return self.low <= other.low < self.high or self.low == other.low
        return self.low < other.high and other.low < self.high

    def widened(self, by: Decimal) -> Interval:
        return Interval(self.low - by, self.high + by)


def printed(figure: Figure, *, loose: bool = False) -> Interval:
    """What a figure stands for. `loose` also lets an exact figure stand for what was rounded or cut off to it."""
    if figure.dash or (figure.exact and not loose):
        return Interval(figure.value, figure.value)
    step = figure.step
    if figure.rounded:
        return Interval(figure.value - HALF * step, figure.value + HALF * step)
    if figure.value < 0:
        return Interval(figure.value - step, figure.value + HALF * step)
    return Interval(figure.value - HALF * step, figure.value + step)


def _operand(figure: Figure) -> Interval:
    """As a term of a ratio: whole percentages are meant exactly, measured values with decimals are rounded."""
    if figure.percent and figure.decimals == 0 and not figure.scale:
        return Interval(figure.value, figure.value)
    measured = figure.decimals > 0 and figure.unit != "Rp" and abs(figure.value) < 100_000
    return printed(figure, loose=measured)


def computed(rule: Rule, terms: Sequence[tuple[Figure, int]], *, finer: bool = False) -> Interval | None:
    """What `rule` makes of the terms (figure, sign), None where it is not defined (division by zero).

    `finer` says that the result is printed with more decimals than the terms, so that these were rounded.
    """
    if rule is Rule.EQUAL:
        return printed(terms[0][0])
    if rule in (Rule.SUM, Rule.MEAN):
        low = high = Decimal(0)
        for figure, sign in terms:
            part = printed(figure, loose=finer and not figure.decimals)
            low += part.low if sign > 0 else -part.high
            high += part.high if sign > 0 else -part.low
        count = len(terms) if rule is Rule.MEAN else 1
        return Interval(low / count, high / count)
    a, b = _operand(terms[0][0]), _operand(terms[1][0])
    if rule in PRODUCTS:
        products = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
        whole = HUNDRED if rule is Rule.PRODUCT_PERCENT else 1
        return Interval(min(products) / whole, max(products) / whole)
    if rule is Rule.PERCENT_INVERSE:
        a, b = b, a
    if b.low <= 0 <= b.high:
        return None
    corners = [_ratio(rule, x, y) for x in (a.low, a.high) for y in (b.low, b.high)]
    return Interval(min(corners), max(corners))


def _ratio(rule: Rule, a: Decimal, b: Decimal) -> Decimal:
    if rule is Rule.PERCENT_LOWER:
        return (2 * b - a) / b * HUNDRED
    if rule is Rule.GROWTH:
        return (a - b) / b * HUNDRED
    return a / b if rule is Rule.RATIO else a / b * HUNDRED


def compare(rule: Rule, result: Figure, terms: Sequence[tuple[Figure, int]]) -> Match | None:
    """Whether `result` is what `rule` makes of the terms; None where that is not defined."""
    finer = rule is Rule.SUM and result.decimals > 0 and result.value != result.value.to_integral_value()
    should = computed(rule, terms, finer=finer and all(not f.decimals for f, _ in terms))
    if should is None:
        return None
    coarser = any(f.decimals - f.scale > result.decimals - result.scale for f, _ in terms if not f.dash)
    loose = rule not in (Rule.SUM, Rule.EQUAL) or coarser
    stated = printed(result, loose=loose)
    if stated.meets(should):
        return Match.HOLDS
    if not result.exact or loose:
        return Match.NEAR if stated.widened(result.step).meets(should) else Match.DIFFERS
    return Match.DIFFERS
