"""One slip in a table does not change how the rest of it is read."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reviewer.model import Examination, Severity, Spot
from reviewer.reading import read
from reviewer.run import examine_document
from reviewer.understanding.numbers import cell_figures

RATIO = """Tabel 1 Realisasi Anggaran

No	Program	Anggaran	Realisasi	Realisasi (%)
1	Program A	1.250.000	1.100.000	88,00
2	Program B	2.375.000	2.000.000	84,21
3	Program C	4.815.000	4.500.000	93,46
4	Program D	3.120.000	2.990.000	95,83
"""
POLARITY = """Tabel 1 Realisasi terhadap Target Akhir

No	Indikator	Target 2029	Realisasi 2025	Tingkat Kemajuan (%)
1	Produktivitas padi	59,00	57,15	96,86
2	Produksi daging	4.580	4.318	94,28
3	Kasus penyakit	110	138	74,55
4	Nilai AKIP	78,00	73,15	93,78
5	Indeks Kepuasan Masyarakat	88,00	85,20	96,82
"""
SHARES = """Tabel 1 Pegawai

No	Pendidikan	Jumlah (orang)	Persentase (%)
1	S2	14	10,94
2	S1	73	57,03
3	SLTA	41	32,03
	Jumlah	128	100,00
"""


def examined(tmp_path: Path, draft: str) -> Examination:
    path = tmp_path / "draf.txt"
    path.write_text(draft, encoding="utf-8")
    return examine_document(read(path))


def loud(examination: Examination) -> list[tuple[str, str]]:
    return [(f.code, f.quote) for f in examination.findings if f.severity is not Severity.INFO]


@pytest.mark.parametrize("draft", [RATIO, POLARITY, SHARES])
def test_right_tables_are_silent(tmp_path: Path, draft: str) -> None:
    assert loud(examined(tmp_path, draft)) == []


@pytest.mark.parametrize(
    ("draft", "right", "wrong"),
    [
        (RATIO, "93,46", "93,466"),
        (RATIO, "93,46", "9933,46"),
        (RATIO, "95,83", "1195,83"),
        (POLARITY, "96,82", "96,28"),
        (POLARITY, "96,82", "93,78"),
        (SHARES, "100,00", "110,00"),
    ],
)
def test_a_slip_in_a_percentage_is_found_where_it_stands(tmp_path: Path, draft: str, right: str, wrong: str) -> None:
    assert [quote for _, quote in loud(examined(tmp_path, draft.replace(right, wrong)))] == [wrong]


@pytest.mark.parametrize(("text", "value"), [(".83", "0.83"), (",5 %", "0.5"), ("0,83", "0.83")])
def test_a_fraction_without_its_zero_is_read(text: str, value: str) -> None:
    assert [str(f.value) for f in cell_figures(text, Spot(0, 0, 0))] == [value]


def test_a_wide_table_of_many_rows_is_understood_in_a_moment(tmp_path: Path) -> None:
    rows = "".join(f"{i}\tKegiatan {i}\t{i * 1_234_567:,}\n".replace(",", ".") for i in range(1, 500))
    started = time.perf_counter()
    examined(tmp_path, f"Tabel 1 Anggaran\n\nNo\tKegiatan\tAnggaran (Rp)\n{rows}\tJumlah\t\t1.000.000\n")
    assert time.perf_counter() - started < 10


PROGRAMS = """Tabel 1 Realisasi Anggaran

No	Program/Kegiatan	Pagu (Rp)	Realisasi (Rp)
I	Program Pelayanan	1.150.000.000	1.030.200.000
1	Kegiatan Surat	650.000.000	630.200.000
2	Kegiatan Rapat	500.000.000	480.000.000
II	Program Promosi	900.000.000	870.500.000
1	Kegiatan Pameran	900.000.000	870.500.000
	JUMLAH	2.050.000.000	1.980.700.000
"""


def test_a_total_may_hold_over_programs_in_one_column_and_over_kegiatan_in_another(tmp_path: Path) -> None:
    """Program I's realisasi and a pagu of its kegiatan are wrong; the totals of both columns are right."""
    draft = PROGRAMS.replace("650.000.000\t", "560.000.000\t")
    assert [quote for code, quote in loud(examined(tmp_path, draft)) if code == "TOT001"] == []
    assert {quote for code, quote in loud(examined(tmp_path, draft)) if code == "TOT002"} == {
        "1.150.000.000",
        "1.030.200.000",
    }


def test_a_large_count_of_tons_is_compared_with_the_indicator_elsewhere(tmp_path: Path) -> None:
    head = "No\tIndikator Kinerja\tSatuan\tTarget"
    rows = [
        ("Produksi padi", "ton", "185.000"),
        ("Produksi daging", "ton", "4.250"),
        ("Nilai AKIP dinas", "nilai", "72,5"),
    ]
    rows.append(("Kasus penyakit hewan", "kasus", "150"))
    body = "".join(f"{i}\t{name}\t{unit}\t{target}\n" for i, (name, unit, target) in enumerate(rows, 1))
    draft = f"Tabel 1 Rencana Tahun 2024\n\n{head}\n{body}\nTabel 2 Perjanjian Tahun 2024\n\n{head}\n{body}"
    assert loud(examined(tmp_path, draft)) == []
    slipped = draft[::-1].replace("185.000"[::-1], "158.000"[::-1], 1)[::-1]
    assert [code for code, _ in loud(examined(tmp_path, slipped))] == ["XRF002"]
