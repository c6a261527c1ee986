"""Balances that are carried down, and means, need not be summed; long tables cost no more than their rows."""

from __future__ import annotations

import time

from reviewer.checking.engine import examine
from reviewer.reading import read_text
from reviewer.understanding import understand

_CASH = (
    "Tabel 1 Kas\n\nNo\tBulan\tMasuk\tKeluar\tSaldo\n1\tJanuari\t100.000\t20.000\t80.000\n"
    "2\tFebruari\t200.000\t50.000\t230.000\n3\tMaret\t300.000\t10.000\t520.000\nJumlah\t\t600.000\t80.000\t{}\n"
)


def test_under_a_balance_stands_the_last_one() -> None:
    assert not examine(understand(read_text(_CASH.format("520.000")))).findings


def test_a_sum_under_a_column_of_balances_is_still_recomputed() -> None:
    (finding,) = examine(understand(read_text(_CASH.format("830.001")))).findings
    assert (finding.code, finding.stated) == ("TOT001", "830.001")


def test_the_total_of_a_column_of_means_may_be_the_mean_of_the_totals() -> None:
    text = (
        "Tabel 1 Belanja\n\nNo\tJenis\t2019\t2020\t2021\tRata-rata\n1\tPegawai\t100.000\t110.000\t120.000\t110.000\n"
        "2\tModal\t300.000\t-\t320.000\t310.000\nJumlah\t\t400.000\t110.000\t440.000\t316.667\n"
    )
    assert not [f for f in examine(understand(read_text(text))).findings if f.code == "TOT001"]


def test_a_table_of_thousands_of_rows_is_understood_in_seconds() -> None:
    rows = "".join(f"{i}\tKegiatan {i}\t{1_000_000 + i}\t{900_000 + i}\n" for i in range(1, 3001))
    text = "Tabel 1 Kegiatan\n\nNo\tKegiatan\tAnggaran\tRealisasi\n" + rows + "\tJumlah\t1\t2\n"
    document = read_text(text)
    start = time.perf_counter()
    understand(document)
    assert time.perf_counter() - start < 8


def test_words_that_end_like_an_abbreviation_do_not_hide_the_number_after_them() -> None:
    report = understand(read_text("Nilai rata-rata 81,15 dari peserta 120 orang di kota 3 kali, TA 2023.\n"))
    assert [f.text for s in report.sentences for f in s.figures] == ["81,15", "120", "3"]


def test_an_amount_ends_its_sentence() -> None:
    report = understand(
        read_text("Anggaran sebesar Rp2.000.000,00. Belanja sebesar Rp1.500.000,00 pada butir 1. Gaji.\n")
    )
    assert [s.text.strip()[:7] for s in report.sentences] == ["Anggara", "Belanja"]
