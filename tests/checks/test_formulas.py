"""Formulas of workbooks: what they miss, what was typed over them, what they no longer give; and what is in order."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reviewer.samples
from reviewer.checking.engine import examine
from reviewer.model import Finding, Severity
from reviewer.model.formula import added, moved, parse
from reviewer.model.workbook import Workbook
from reviewer.run import examine_file
from reviewer.understanding import understand
from tests.checks.cells import workbook

HEAD = "No\tProgram\tAnggaran (Rp)\n"
FIVE = "".join(f"{i}\tProgram {'ABCDE'[i - 1]}\t{i}000000\n" for i in range(1, 6))
"""C2 to C6, 15.000.000 together."""


def told(*sheets: str, codes: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    return examine(understand(workbook(*sheets)), select=codes).findings


def said(*sheets: str, codes: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    return [(f.code, f.severity.value, f.location.place.cell or "") for f in told(*sheets, codes=codes)]


# ---------------------------------------------------------------- TOT007


def test_a_total_that_misses_a_row_is_one_finding_that_names_it() -> None:
    (found,) = told(HEAD + FIVE + "\tJumlah\t=SUM(C2:C5) → 10000000\n")
    assert (found.code, found.severity, found.location.place.cell) == ("TOT001", Severity.ERROR, "C7")
    assert "=SUM(C2:C5), tidak mencakup C6 (“Program E”)" in found.message.id
    assert "=SUM(C2:C5), does not take in C6 (“Program E”)" in found.message.en


def test_alone_it_is_told_under_its_own_code() -> None:
    assert said(HEAD + FIVE + "\tJumlah\t=SUM(C2:C5) → 10000000\n", codes=("TOT007",)) == [("TOT007", "warning", "C7")]


def test_a_missed_row_of_zero_is_an_info() -> None:
    text = HEAD + FIVE.replace("5000000", "0") + "\tJumlah\t=SUM(C2:C5) → 10000000\n"
    assert said(text) == [("TOT007", "info", "C7")]


def test_a_number_stored_as_text_is_not_added() -> None:
    (found,) = told(HEAD + FIVE.replace("5000000", "5.000.000") + "\tJumlah\t=SUM(C2:C6) → 10000000\n")
    assert found.code == "TOT001" and "C6 (“Program E”), yang tersimpan sebagai teks" in found.message.id
    assert said(HEAD + FIVE.replace("5000000", "0,00") + "\tJumlah\t=SUM(C2:C6) → 10000000\n") == []


@pytest.mark.parametrize(
    ("total", "result", "message"),
    [
        ("=SUM(C3:C6)", 14_000_000, "tidak mencakup C2"),
        ("=C2+C3+C5+C6", 11_000_000, "tidak mencakup C4"),
        ("=SUM(C2:C4,C6)", 11_000_000, "tidak mencakup C5"),
        ("=SUBTOTAL(9,C2:C5)", 10_000_000, "tidak mencakup C6"),
        ("=SUM(C2:C6)+C6", 20_000_000, "menghitung C6 (“Program E”) dua kali"),
        ("=SUM(C2:C7)", 15_000_000, "menjumlahkan selnya sendiri"),
        ("=ROUND(SUM(C2:C5),0)", 10_000_000, "tidak mencakup C6"),
        ("=IFERROR(+C2+C3+C5+C6,0)", 11_000_000, "tidak mencakup C4"),
    ],
)
def test_what_is_wrong_with_the_range_of_a_total(total: str, result: int, message: str) -> None:
    found = told(HEAD + FIVE + f"\tJumlah\t{total} → {result}\n")
    assert message in " ".join(f.message.id for f in found)


def test_a_subtotal_added_with_its_parts_is_counted_twice() -> None:
    groups = (
        "A\tUrusan wajib\t=SUM(C3:C4) → 3000000\n1\tProgram A\t1000000\n2\tProgram B\t2000000\n"
        "B\tUrusan pilihan\t=SUM(C6:C7) → 5000000\n1\tProgram C\t4000000\n2\tProgram D\t1000000\n"
    )
    (found,) = told(HEAD + groups + "\tJumlah\t=SUM(C2:C7) → 16000000\n")
    assert "dua kali" in found.message.id


def test_a_group_that_takes_in_a_row_of_the_next() -> None:
    groups = (
        "1\tProgram A\t=SUM(C3:C5) → 7000000\n1.1\tKegiatan A1\t1000000\n1.2\tKegiatan A2\t2000000\n"
        "2\tProgram B\t=SUM(C6:C7) → 4000000\n2.1\tKegiatan B1\t3000000\n2.2\tKegiatan B2\t1000000\n"
        "3\tProgram C\t=SUM(C9:C9) → 5000000\n3.1\tKegiatan C1\t5000000\n"
    )
    found = told(HEAD + groups, codes=("TOT002", "TOT007"))
    assert ["yang bukan rinciannya" in f.message.id for f in found if f.location.place.cell == "C2"] == [True]


def test_two_matters_of_one_formula_are_one_finding() -> None:
    (found,) = told(HEAD + FIVE + "\tJumlah\t=SUM(C2:C5) → 9000000\n", codes=("FML003", "TOT007"))
    assert "memberi 10.000.000" in found.message.id and "tidak mencakup C6" in found.message.id


RIGHT = {
    "blank rows at the end of the range": FIVE + "\t\t\n\tJumlah\t=SUM(C2:C7) → 15000000\n",
    "from the header on": FIVE + "\tJumlah\t=SUM(C1:C6) → 15000000\n",
    "several ranges": FIVE + "\tJumlah\t=SUM(C2:C3,C4:C6) → 15000000\n",
    "subtotals over subtotals": (
        "\tUrusan wajib\t\n1\tProgram A\t1000000\n2\tProgram B\t2000000\n\tSub Jumlah\t=SUBTOTAL(9,C3:C4) → 3000000\n"
        "\tUrusan pilihan\t\n1\tProgram C\t4000000\n2\tProgram D\t1000000\n\tSub Jumlah\t=SUBTOTAL(9,C7:C8) → 5000000\n"
        "\tJumlah\t=SUBTOTAL(9,C3:C9) → 8000000\n"
    ),
    "a total of subtotals": (
        "1\tProgram A\t=SUM(C3:C4) → 3000000\n1.1\tKegiatan A1\t1000000\n1.2\tKegiatan A2\t2000000\n"
        "2\tProgram B\t=SUM(C6:C6) → 5000000\n2.1\tKegiatan B1\t5000000\n\tJumlah\t=C2+C5 → 8000000\n"
    ),
    "a total of the details": (
        "1\tProgram A\t=SUM(C3:C4) → 3000000\n1.1\tKegiatan A1\t1000000\n1.2\tKegiatan A2\t2000000\n"
        "2\tProgram B\t=SUM(C6:C6) → 5000000\n2.1\tKegiatan B1\t5000000\n\tJumlah\t=SUM(C3:C4)+C6 → 8000000\n"
    ),
    "everything halved": (
        "1\tProgram A\t=SUM(C3:C4) → 3000000\n1.1\tKegiatan A1\t1000000\n1.2\tKegiatan A2\t2000000\n"
        "2\tProgram B\t=SUM(C6:C6) → 5000000\n2.1\tKegiatan B1\t5000000\n\tJumlah\t=SUM(C2:C6)/2 → 8000000\n"
    ),
    "the total first": "\tBelanja Daerah\t=SUM(C3:C7) → 15000000\n" + FIVE,
    "a text among the figures": FIVE.replace("3000000", "-") + "\tJumlah\t=SUM(C2:C6) → 12000000\n",
    "last year's total underneath": FIVE + "\tJumlah 2021\t=SUM(C2:C6) → 15000000\n\tJumlah 2020\t9000000\n",
}


@pytest.mark.parametrize("rows", RIGHT.values(), ids=RIGHT)
def test_totals_in_order_are_silent(rows: str) -> None:
    assert said(HEAD + rows, codes=("TOT", "FML")) == []


# ---------------------------------------------------------------- FML

SPENT = "No\tProgram\tAnggaran\tRealisasi\tSisa\tSerapan (%)\n" + "".join(
    f"{i}\tProgram {'ABCDE'[i - 1]}\t{i}000000\t{i}00000\t=C{i + 1}-D{i + 1} → {i * 900_000}\t=D{i + 1}/C{i + 1}*100 → 10\n"
    for i in range(1, 6)
)


def test_columns_of_formulas_are_silent() -> None:
    assert said(SPENT) == []


def test_a_typed_number_that_differs_is_one_finding() -> None:
    (found,) = told(SPENT.replace("=C4-D4 → 2700000", "2600000"))
    assert (found.code, found.location.place.cell) == ("TOT004", "E4")
    assert "Angka ini diketik" in found.message.id and "=C4-D4" in found.message.id


def test_a_typed_number_that_agrees_is_an_info() -> None:
    assert said(SPENT.replace("=C4-D4 → 2700000", "2700000")) == [("FML001", "info", "E4")]


def test_a_typed_number_among_formulas_that_are_not_computed() -> None:
    text = "No\tProgram\tAnggaran\tRealisasi\tSerapan (%)\n" + "".join(
        f"{i}\tProgram {i}\t{i}000000\t{i}00000\t=IF(C{i + 1}=0,0,D{i + 1}/C{i + 1}*100) → 10\n" for i in range(1, 6)
    )
    assert said(text) == []
    assert said(text.replace("=IF(C4=0,0,D4/C4*100) → 10", "10")) == [("FML001", "info", "E4")]
    (found,) = told(text.replace("=IF(C4=0,0,D4/C4*100) → 10", "12"))
    assert found.code == "PCT001" and "Angka ini diketik" in found.message.id


def test_a_number_typed_where_no_formula_could_compute_is_in_order() -> None:
    row = "3\tProgram C\t3000000\t300000\t=C4-D4 → 2700000"
    assert row in SPENT
    assert said(SPENT.replace(row, "3\tProgram C\t3000000\tnihil\t3000000"), codes=("FML",)) == []


def test_of_many_typed_numbers_none_is_odd() -> None:
    text = SPENT.replace("=C4-D4 → 2700000", "2700000").replace("=C5-D5 → 3600000", "3600000")
    assert said(text) == []


def test_a_formula_copied_wrongly_is_told() -> None:
    found = told(SPENT.replace("=D4/C4*100 → 10", "=D3/C4*100 → 6.66666666666667"))
    assert [f.location.place.cell for f in found] == ["F4"]
    assert "=D3/C4*100, menunjuk sel lain daripada 4 rumus" in found[0].message.id


def test_an_achievement_computed_the_other_way_is_in_order() -> None:
    text = "No\tIndikator\tTarget\tRealisasi\tCapaian (%)\n" + "".join(
        f"{i}\tIndikator {i}\t{i}00\t{i}00\t=D{i + 1}/C{i + 1}*100 → 100\n" for i in range(1, 6)
    )
    assert said(text + "6\tAngka kematian bayi\t100\t90\t=(2*C7-D7)/C7*100 → 110\n") == []
    assert said(text + "6\tAngka kematian bayi\t100\t90\t=MIN(D7/C7*100,100) → 90\n") == []


def test_a_total_typed_among_totals() -> None:
    text = "No\tUraian\tT1\tT2\tT3\n1\tA\t100000\t200000\t300000\n2\tB\t400000\t500000\t600000\n3\tC\t100000\t100000\t100000\n"
    text += "\tJumlah\t=SUM(C2:C4) → 600000\t=SUM(D2:D4) → 800000\t1000000\n"
    assert said(text) == [("FML001", "info", "E5")]


def test_a_stale_result_is_told() -> None:
    found = told(HEAD + FIVE.replace("5000000", "6000000") + "\tJumlah\t=SUM(C2:C6) → 15000000\n")
    assert [(f.code, f.location.place.cell) for f in found] == [("TOT001", "C7")]
    assert "rumusnya, =SUM(C2:C6), memberi 16.000.000" in found[0].message.id


def test_many_stale_results_and_many_typed_numbers_are_one_finding_each() -> None:
    head = "No\tUraian\tAnggaran\tRealisasi\tSisa\n"
    rows = [f"{i}\tUraian {i}\t{i}00000\t{i}0000\t=C{i + 1}-D{i + 1} → {i * 90_000}\n" for i in range(1, 21)]
    stale = [row.replace("→ ", "→ 1") if i < 5 else row for i, row in enumerate(rows)]
    (found,) = told(head + "".join(stale), codes=("FML003",))
    assert found.group and found.message.id.startswith("5 sel di kolom Sisa") and len(found.evidence) == 4
    typed = [row.split("=")[0] + row.split("→ ")[1] if i < 5 else row for i, row in enumerate(rows)]
    (found,) = told(head + "".join(typed))
    assert found.group and found.message.id == "5 angka di kolom Sisa diketik, padahal 15 sel lainnya berupa rumus."


def test_a_formula_over_another_sheet() -> None:
    data = "Uraian\tNilai\nA\t1000000\nB\t2000000\n"
    other = "No\tUraian\tAnggaran\n1\tA\t=Lembar1!B2 → {}\n2\tB\t=Lembar1!B3 → 2000000\n3\tC\t=Lembar9!B3 → 7\n"
    assert said(data, other.format(1_000_000)) == []
    assert said(data, other.format(1_100_000)) == [("FML003", "warning", "C2")]


def test_errors_are_told_once_a_table() -> None:
    (found,) = told("No\tUraian\tNilai\n1\tA\t=B1/0 → #DIV/0!\n2\tB\t=B2/0 → #DIV/0!\n3\tC\t10\n", codes=("FML004",))
    assert found.group and len(found.evidence) == 1 and "2 sel" in found.message.id


def test_the_sample_says_which_program_its_total_leaves_out() -> None:
    path = Path(reviewer.samples.__file__).with_name("laporan-kinerja.xlsx")
    found = [f for f in examine_file(path).findings if f.code == "TOT001" and "=C17+C18" in f.message.id]
    assert [f.location.place.cell for f in found] == ["C24"]
    assert "tidak mencakup C21 (“Program Pengendalian dan Penanggulangan Bencana Pertanian”)" in found[0].message.id


# ---------------------------------------------------------------- formulas

CELLS = "a\tb\n10\t4\n2.5\tx\n\t\n-3\t=B3+1 → 7\n"


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("=A2+B2*2", "18"),
        ("=-A2^2", "100"),
        ("=A2-B2-1", "5"),
        ("=2^3^2", "64"),
        ("=(A2-B2)/B2*100", "150"),
        ("=A2*10%", "1"),
        ("=SUM(A1:B5)", "20.5"),
        ("=SUM(A:A)", "9.5"),
        ("=AVERAGE(A2:A5)", "3.166666666666666666666666667"),
        ("=ROUND(A3,0)", "3"),
        ("=ROUND(-A3,0)", "-3"),
        ("=ROUNDDOWN(A3,0)+ROUNDUP(A3;0)", "5"),
        ("=MAX(A2:A5)-MIN(A2:A5)", "13"),
        ("=IFERROR(A2/B2,0)", "2.5"),
        ("=A4+1", "1"),
        ("=ABS(A5)", "3"),
        ("=A2+B3", None),
        ("=A2/A4", None),
        ("=IF(A2>1,2,3)", None),
        ("=[1]Sheet1!A1", None),
        ("=Lain!A1", None),
        ("=SUM(Jan:Mar!A2)", None),
        ("=SUM(#REF!)", None),
        ("=TODAY()", None),
        ("=" + "(" * 500 + "1" + ")" * 500, None),
        ("=1E400*10", None),
        ("=9^9^9", None),
    ],
)
def test_plain_arithmetic_and_nothing_else(formula: str, result: str | None) -> None:
    reckoned = Workbook.of(workbook(CELLS)).result(parse(formula, 20, 5), "Lembar1")
    assert (reckoned is None) is (result is None)
    if reckoned is not None and result is not None:
        assert abs(reckoned.value - Decimal(result)) < Decimal("1e-20")


@given(st.text("=SUM(A1:B2)$+-*/%^.,;'\"![]#0 x&<>{}", max_size=60))
def test_any_text_is_taken_apart_without_harm(text: str) -> None:
    formula = parse(text, 9, 3)
    added(formula.tree)
    Workbook.of(workbook(CELLS)).result(formula, "Lembar1")


@given(st.integers(0, 50), st.integers(0, 20), st.integers(0, 50), st.integers(0, 20))
def test_a_moved_formula_keeps_its_shape(row: int, col: int, to_row: int, to_col: int) -> None:
    formula = parse("=ROUND(AB60/$C70*100,2)+SUM(AC$61:AD80)-'Lembar 2'!AA99", row, col)
    there = moved(formula, to_row, to_col)
    assert there is None or there.shape == formula.shape
    assert moved(formula, row, col) == formula
