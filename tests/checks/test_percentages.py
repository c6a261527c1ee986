"""What a percentage's message says of the figures behind it."""

from __future__ import annotations

from reviewer.checking.engine import examine
from reviewer.model import Finding, Severity
from reviewer.reading import read_text
from reviewer.understanding import understand


def found(draft: str, code: str) -> list[Finding]:
    return [f for f in examine(understand(read_text(draft))).findings if f.code == code]


_HEAD = "Tabel 1 Realisasi\n\nNo\tProgram\tAnggaran\tRealisasi\t%\n"


def test_a_percentage_that_is_anothers_says_whose() -> None:
    rows = "1\tProgram A\t251.300.000\t150.780.000\t73,21\n2\tProgram B\t310.000.000\t226.951.000\t73,21\n"
    (finding,) = found(_HEAD + rows + "3\tProgram C\t100.000.000\t90.000.000\t90,00\n", "PCT001")
    assert "cocok untuk angka-angka “Program B”" in finding.message.id


def test_coarse_numbers_make_no_percentage_of_another() -> None:
    draft = (
        "Tabel 1 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tJalan mantap\t80\t84\t105,00\n"
        "2\tNilai evaluasi\t68\t67,15\t102,46\n3\tIndeks gini\t0,33\t0,32\t103,13\n"
    )
    (finding,) = found(draft, "PCT001")
    assert "cocok" not in finding.message.id


_MEAN = (
    "Tabel 1 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tJalan mantap\t80\t72\t90,00\n"
    "2\tAir bersih\t90\t72\t80,00\n3\tSanitasi layak\t80\t60\t85,00\n\tRata-rata\t\t\t{mean}\n"
)


def test_a_mean_of_the_right_percentages_is_no_second_mistake() -> None:
    assert found(_MEAN.format(mean="81,67"), "PCT004") == []  # (90 + 80 + 75) / 3
    assert found(_MEAN.format(mean="85,00"), "PCT004") == []  # as printed


def test_a_mean_over_a_wrong_percentage_tells_no_value_of_its_own() -> None:
    (finding,) = found(_MEAN.format(mean="99,00"), "PCT004")
    assert finding.expected == "" and "1 di antaranya sendiri salah hitung" in finding.message.id


def test_a_percentage_of_a_base_below_zero_is_only_an_info() -> None:
    draft = (
        "Tabel 1 Perbandingan\n\nNo\tIndikator\tRealisasi\tNasional\tRealisasi Thdp Nasional (4/5)*100%\n1\t3\t4\t5\t6\n"
        "1\tProduksi\t22,30\t22,00\t101,36\n2\tLahan\t13,22\t-1,03\t70,07\n3\tBenih\t23,50\t22,00\t106,82\n"
    )
    assert [f.severity for f in found(draft, "PCT001")] == [Severity.INFO]
