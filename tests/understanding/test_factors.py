"""Columns that two others of the row make: which pair, which of the three is the result, and when none is."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Figure, Rule, Spot
from reviewer.model.arithmetic import Match, compare
from reviewer.reading import read_text
from reviewer.understanding import understand

_AREA = (
    "No\tDesa\tLuas (km²)\tPenduduk\tKepadatan (jiwa/km²)\n1\tMelur\t12,40\t6.318\t509,52\n2\tKenanga\t20,75\t4.207\t202,75\n"
    "3\tCempaka\t17,20\t3.954\t229,88\n4\tMawar\t24,35\t2.946\t120,99\n"
)


def made(text: str) -> list[tuple[Rule, int, tuple[int, ...]]]:
    (table,) = understand(read_text(text)).tables
    return [(a.rule, a.result, tuple(c for c, _ in a.terms)) for a in table.across]


def test_of_three_columns_that_make_each_other_the_density_is_the_result() -> None:
    assert made(_AREA) == [(Rule.RATIO, 4, (3, 2))]


def test_a_product_that_its_header_names_needs_few_rows() -> None:
    text = "No\tIsu\tBobot (%)\tSkor\tNilai (Bobot x Skor)\n1\tJalan\t30\t4\t1,20\n2\tPasar\t25\t3\t0,75\n"
    assert made(text) == [(Rule.PRODUCT_PERCENT, 4, (2, 3))]


@pytest.mark.parametrize("rows", ["1\tA\t2\t3\t6\n2\tB\t4\t5\t20\n", "1\tA\t1\t5\t5\n2\tB\t1\t7\t7\n3\tC\t1\t9\t9\n"])
def test_few_rows_or_factors_of_one_tell_nothing(rows: str) -> None:
    assert made(f"No\tUraian\tVolume\tHarga\tBiaya\n{rows}") == []


def test_a_year_under_a_group_of_percentages_is_one() -> None:
    text = (
        "No\tProgram\tAnggaran\t\tRealisasi\t\tRasio (%)\t\n\t\t2019\t2020\t2019\t2020\t2019\t2020\n"
        "1\tA\t1.842,5\t1.906,0\t1.790,2\t1.861,7\t97,2\t97,7\n2\tB\t965,0\t1.120,4\t921,7\t1.098,0\t95,5\t98,0\n"
        "3\tC\t4.215,6\t5.310,0\t4.008,3\t5.127,4\t95,1\t96,6\n"
    )
    assert made(text) == [(Rule.PERCENT, 6, (4, 2)), (Rule.PERCENT, 7, (5, 3))]


@given(st.integers(2, 9_999), st.integers(2, 9_999))
def test_a_rounded_ratio_and_an_exact_product_hold(a: int, b: int) -> None:
    def figure(value: Decimal) -> Figure:
        decimals = max(0, -int(value.as_tuple().exponent))
        return Figure(str(value), value, decimals, Spot(0))

    x, y = figure(Decimal(a)), figure(Decimal(b))
    ratio = figure((Decimal(a) / b).quantize(Decimal("0.01")))
    assert compare(Rule.RATIO, ratio, [(x, 1), (y, 1)]) is Match.HOLDS
    assert compare(Rule.PRODUCT, figure(Decimal(a * b)), [(x, 1), (y, 1)]) is Match.HOLDS
    assert compare(Rule.PRODUCT, figure(Decimal(a * b + 2)), [(x, 1), (y, 1)]) is Match.DIFFERS


def test_a_whole_before_its_parts_and_a_difference_without_header() -> None:
    rows = [(14, 9, 3, 2), (22, 15, 4, 3), (31, 20, 6, 5), (18, 11, 4, 3)]
    text = "No\tTahun\tRekomendasi\tSesuai\tBelum Sesuai\tBelum Ditindaklanjuti\n" + "".join(
        f"{i}\tPemeriksaan {i}\t" + "\t".join(map(str, row)) + "\n" for i, row in enumerate(rows, 1)
    )
    assert made(text) == [(Rule.SUM, 2, (3, 4, 5))]
    balance = "".join(
        f"{i}\tPos {i}\t{a}.000.000\t{b}.000.000\t{a - b}.000.000\n" for i, (a, b, *_) in enumerate(rows, 1)
    )
    assert made("No\tPos\tPinjaman\tAngsuran\tSaldo\n" + balance) == [(Rule.SUM, 4, (2, 3))]


def test_three_rows_that_add_up_tell_nothing() -> None:
    assert made("No\tDesa\tRW\tRT\tKK\n1\tA\t5\t3\t2\n2\tB\t9\t4\t5\n3\tC\t8\t6\t2\n") == []


def test_a_wide_table_is_understood_in_seconds() -> None:
    head = "No\tUraian\t" + "\t".join(f"Butir {c}" for c in range(60))
    rows = "".join(
        f"{r}\tPos {r}\t" + "\t".join(str(1000 * r + 7 * c * r % 911 + c) for c in range(60)) + "\n"
        for r in range(1, 301)
    )
    start = time.perf_counter()
    understand(read_text(f"{head}\n{rows}"))
    assert time.perf_counter() - start < 20
