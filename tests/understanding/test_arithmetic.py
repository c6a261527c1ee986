"""What a printed figure stands for, and when two figures agree."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reviewer.model import Figure, Rule, Spot
from reviewer.model.arithmetic import Interval, Match, compare, printed


def figure(text: str, unit: str = "", scale: int = 0) -> Figure:
    value = Decimal(text)
    decimals = max(0, -int(value.as_tuple().exponent))
    return Figure(text, value.scaleb(scale), decimals, Spot(0), unit, scale, "," if decimals else "")


def test_a_percentage_stands_for_what_was_rounded_or_cut_to_it() -> None:
    assert printed(figure("99.22", "%")) == Interval(Decimal("99.215"), Decimal("99.23"))


def test_an_amount_is_a_point() -> None:
    assert printed(figure("1000000")) == Interval(Decimal(1000000), Decimal(1000000))


amounts = st.integers(min_value=1, max_value=10**12)


@given(amounts, amounts, st.sampled_from([ROUND_HALF_UP, ROUND_DOWN]), st.integers(0, 3))
def test_a_percentage_rounded_or_cut_off_holds(part: int, whole: int, rounding: str, places: int) -> None:
    exact = Decimal(part) / Decimal(whole) * 100
    shown = exact.quantize(Decimal(1).scaleb(-places), rounding=rounding)
    stated = Figure(str(shown), shown, places, Spot(0), "%")
    assert compare(Rule.PERCENT, stated, [(figure(str(part)), 1), (figure(str(whole)), 1)]) is Match.HOLDS


@given(amounts, amounts, st.integers(3, 50))
def test_a_percentage_further_off_differs(part: int, whole: int, off: int) -> None:
    assume(part < whole)
    exact = (Decimal(part) / Decimal(whole) * 100).quantize(Decimal("0.01"))
    stated = figure(str(exact + off * Decimal("0.01")), "%")
    assert compare(Rule.PERCENT, stated, [(figure(str(part)), 1), (figure(str(whole)), 1)]) is Match.DIFFERS


@given(st.lists(amounts, min_size=2, max_size=9), st.integers(1, 10**6))
def test_sums_of_amounts_are_exact(parts: list[int], off: int) -> None:
    terms = [(figure(str(p)), 1) for p in parts]
    assert compare(Rule.SUM, figure(str(sum(parts))), terms) is Match.HOLDS
    assert compare(Rule.SUM, figure(str(sum(parts) + off)), terms) is Match.DIFFERS


def test_a_total_without_sen_may_be_rounded() -> None:
    terms = [(figure("2492490451.80"), 1), (figure("1788546290"), 1)]
    assert compare(Rule.SUM, figure("4281036742"), terms) is Match.HOLDS
    assert compare(Rule.SUM, figure("4281036752"), terms) is Match.DIFFERS


def test_shares_add_up_within_their_digits() -> None:
    terms = [(figure(p, "%"), 1) for p in ("33.33", "33.33", "33.33")]
    assert compare(Rule.SUM, figure("100", "%"), terms) is Match.HOLDS
    terms = [(figure(p, "%"), 1) for p in ("42.60", "15.29", "54.62")]
    assert compare(Rule.SUM, figure("100", "%"), terms) is Match.DIFFERS


@pytest.mark.parametrize(("stated", "match"), [("13.71", Match.NEAR), ("13.72", Match.DIFFERS), ("13.69", Match.HOLDS)])
def test_one_unit_of_the_last_digit_is_near(stated: str, match: Match) -> None:
    assert compare(Rule.PERCENT, figure(stated, "%"), [(figure("10"), 1), (figure("73"), 1)]) is match


def test_nothing_is_said_of_a_division_by_zero() -> None:
    assert compare(Rule.PERCENT, figure("0", "%"), [(figure("10"), 1), (figure("0"), 1)]) is None


def test_scaled_amounts_are_intervals() -> None:
    assert compare(Rule.EQUAL, figure("2.5", "Rp", 9), [(figure("2512345678"), 1)]) is Match.HOLDS
    assert compare(Rule.EQUAL, figure("2.5", "Rp", 9), [(figure("2712345678"), 1)]) is Match.DIFFERS
