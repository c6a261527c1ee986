"""What a total's message says of the rows that explain the gap."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.reading import read_text
from reviewer.understanding import understand

_HEAD = "Tabel 1 Anggaran\n\nNo\tProgram\tAnggaran (Rp)\n"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("1\tProgram A\t1.000.000\n2\tProgram B\t\n3\tProgram C\t500.000\nJumlah\t\t3.500.000\n", "“Program B” tidak"),
        ("1\tProgram A\t1.000.000\n2\tProgram B\t700.000\n3\tProgram B\t700.000\nJumlah\t\t1.700.000\n", "dua kali"),
        ("1\tProgram A\t1.000.000\n2\tProgram B\t700.000\n3\tProgram C\t90.000\nJumlah\t\t1.090.000\n", "“Program B”"),
        ("1\tProgram A\t1.000.000\n2\tProgram B\t\n3\tProgram C\t500.000\nJumlah\t\t1.200.000\n", "300.000)."),
    ],
)
def test_the_gap_is_explained(rows: str, said: str) -> None:
    (finding,) = [f for f in examine(understand(read_text(_HEAD + rows))).findings if f.code == "TOT001"]
    assert said in finding.message.id


_TWO_LEVELS = (
    "1\tProgram A\t{a}\n1.1\tRapat\t1.000.000\n1.2\tKajian\t1.500.000\n"
    "2\tProgram B\t900.000\n2.1\tPelatihan\t900.000\nJumlah\t\t{total}\n"
)


@pytest.mark.parametrize(
    ("a", "total", "said"),
    [
        ("2.600.000", "3.700.000", "3 baris terbawahnya berjumlah 3.400.000 (selisih 300.000)"),
        ("2.500.000", "3.700.000", ""),
    ],
)
def test_the_lowest_rows_are_added_where_the_rows_between_are_wrong_too(a: str, total: str, said: str) -> None:
    rows = _TWO_LEVELS.format(a=a, total=total)
    (finding,) = [f for f in examine(understand(read_text(_HEAD + rows))).findings if f.code == "TOT001"]
    assert (said or "3.400.000") in finding.message.id
    assert ("terbawahnya" in finding.message.id) is bool(said)


def test_a_row_listed_twice_leaves_the_right_total_untold() -> None:
    rows = "1\tProgram A\t1.000.000\n2\tProgram B\t700.000\n3\tProgram B\t700.000\nJumlah\t\t1.700.000\n"
    (finding,) = [f for f in examine(understand(read_text(_HEAD + rows))).findings if f.code == "TOT001"]
    assert finding.expected == "" and "2.400.000" not in finding.message.id


def test_a_row_without_label_is_called_by_its_unit() -> None:
    draft = (
        "Tabel 1 Jembatan\n\nTahun\tSatuan\tBaik\tRusak\tTotal\nTahun 2023\tUnit\t862\t168\t1.030\n"
        "\tPanjang (m)\t12.407\t1.982\t14.389\nTahun 2024\tUnit\t999\t190\t1.189\n\tPanjang (m)\t13.709\t2.085\t17.397\n"
    )
    (finding,) = [f for f in examine(understand(read_text(draft))).findings if f.code == "TOT003"]
    assert finding.message.id.startswith("Panjang (m): Total tertulis 17.397")


def test_a_blank_cell_of_the_column_may_be_the_gap() -> None:
    draft = (
        "Tabel 1 Rencana\n\nNo\tUraian\tAnggaran 2024\tAnggaran 2025\n1\tProgram A\t6.000.000\t5.400.000\n"
        "1.1\tRapat\t1.000.000\t1.500.000\n1.2\tKajian\t2.000.000\t2.500.000\n1.3\tGedung\t3.000.000\t\n"
        "2\tProgram B\t900.000\t950.000\n2.1\tPelatihan\t900.000\t950.000\n"
    )
    (finding,) = [f for f in examine(understand(read_text(draft))).findings if f.code == "TOT002"]
    assert "“Gedung” tidak terisi" in finding.message.id


def test_tons_per_year_are_added_and_tons_per_hectare_are_not() -> None:
    rows = "1\tRumah tangga\t61.840,20\n2\tPasar\t15.377,30\n3\tKantor\t4.120,50\n\tJumlah\t82.338,00\n"
    for unit, count in (("Ton/Tahun", 1), ("Ton/Ha", 0)):
        draft = f"Tabel 1 Timbulan\n\nNo\tSumber\t{unit}\n{rows}"
        found = [f for f in examine(understand(read_text(draft))).findings if f.code == "TOT001"]
        assert len(found) == count
