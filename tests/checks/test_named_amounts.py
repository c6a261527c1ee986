"""Amounts named in running text against the table: only what can be nothing else is told."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Finding
from reviewer.reading import read_text
from reviewer.understanding import understand

TABLE = (
    "LAPORAN KINERJA TAHUN 2024\n\nTabel 1 Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\n"
    "1\tProgram Ketertiban Umum\t4.868.411.500\t4.677.678.780\n"
    "2\tProgram Sarana Aparatur\t5.815.511.550\t5.492.994.596\n\n"
)
LIST = "Anggaran dinas dibagi sebagai berikut:\n1. Program Ketertiban Umum sebesar Rp4.868.411.500; dan\n"


def findings(text: str) -> tuple[Finding, ...]:
    return examine(understand(read_text(TABLE + text + "\n")), select=["XRF004"]).findings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Program Ketertiban Umum terealisasi sebesar Rp5,0 miliar.", "4.677.678.780"),
        ("Dari jumlah itu, Program Ketertiban Umum menyerap Rp46,78 miliar.", "4.677.678.780"),
        (LIST + "2. Program Sarana Aparatur dengan realisasi Rp5.492.994.569.", "5.492.994.596"),
        (LIST + "2. Program Sarana Aparatur sebesar Rp5.825.511.550.", "5.815.511.550"),
    ],
)
def test_an_amount_that_is_not_the_tables_is_told(text: str, expected: str) -> None:
    assert [f.expected for f in findings(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Program Ketertiban Umum dengan anggaran Rp4,87 miliar.",
        "Program Ketertiban Umum dengan anggaran Rp4.868 juta.",
        "Program Ketertiban Umum menyerap anggaran sebesar Rp4,68 miliar.",
        "Pada triwulan II Program Ketertiban Umum menyerap Rp2,1 miliar.",
        "Hingga akhir Juni Program Ketertiban Umum menyerap Rp2,1 miliar.",
        "Program Ketertiban Umum menyerap Rp2,1 miliar untuk belanja modal.",
        "Belanja modal pada Program Ketertiban Umum menyerap Rp2,1 miliar.",
        "Kegiatan Ketertiban Umum menyerap Rp2,1 miliar.",
        "Program Ketertiban Umum di Kecamatan Hilir menyerap Rp2,1 miliar.",
        "Anggaran Program Ketertiban Umum sebesar Rp2.100.000.000.",
        LIST.replace("Anggaran", "Anggaran murni") + "2. Program Sarana Aparatur sebesar Rp5.000.000.000.",
        LIST.replace("Anggaran", "Anggaran tahun 2023") + "2. Program Sarana Aparatur sebesar Rp5.000.000.000.",
        LIST + "2. Program Sarana Aparatur sebesar Rp5.492.994.596.",
    ],
)
def test_an_amount_that_may_be_another_is_left_alone(text: str) -> None:
    assert [f.message.id for f in findings(text)] == []


INDICATOR = (
    "LAPORAN KINERJA TAHUN 2024\n\nTabel 1 Capaian\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian\n"
    "1\tPersentase desa tertib\t70,00 %\t72,35 %\t103,36 %\n\n"
)


def told(text: str) -> list[str]:
    found = examine(understand(read_text(INDICATOR + text + "\n")), select=["XRF005"]).findings
    return [f.stated for f in found]


@pytest.mark.parametrize(
    "text", ["Persentase desa tertib pada tahun 2024 mencapai 73,25%.", "Persentase desa tertib sebesar 72,85 persen."]
)
def test_an_indicator_mistyped_in_a_sentence_is_told(text: str) -> None:
    assert len(told(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Persentase desa tertib pada tahun 2023 mencapai 73,25%.",
        "Persentase desa tertib sebesar 73,25 persen pada triwulan II.",
        "Persentase desa tertib provinsi sebesar 73,25 persen.",
        "Persentase desa tertib naik sebesar 12,35 persen.",
        "Persentase desa tertib sebesar 70,00 persen.",
        "Persentase desa tertib sebesar 61,20 persen.",
    ],
)
def test_another_value_of_an_indicator_is_left_alone(text: str) -> None:
    assert told(text) == []
