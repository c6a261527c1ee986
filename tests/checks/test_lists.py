"""False alarms that were mended in checks of counts, names, structure, blanks and copies, each with its small clean draft,
and the bounds at which those checks begin to speak."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Finding, Severity
from reviewer.reading import read_text
from reviewer.schemas.parts import parts
from reviewer.understanding import understand


def found_in(text: str, *codes: str) -> list[Finding]:
    return list(examine(understand(read_text(text)), select=codes).findings)


HALVES = (
    "Tabel 2.4 Telaahan\n\nNo\tRancangan Awal\tPagu Awal (Rp)\tHasil Analisis\tPagu (Rp)\n"
    + "".join(f"{i}\tRapat desa {w}\t{i}00.000.000\tRapat desa {w}\t{i}00.000.000\n" for i, w in enumerate("abcdef", 1))
    + "7\tLomba desa baru\t\tLomba desa baru\t900.000.000\n"
)
AVERAGE = (
    "Tabel 3.3 Capaian\n\nNo\tIndikator Kinerja\tTarget\tRealisasi\tCapaian (%)\n"
    + "".join(f"{i}\tIndeks layanan {w}\t80\t80\t100,00\n" for i, w in enumerate("abcdef", 1))
    + "\t\t\t\t100,00\n"
)


@pytest.mark.parametrize("table", [HALVES, AVERAGE], ids=["new on the right", "average below"])
def test_a_blank_that_is_meant_is_no_gap(table: str) -> None:
    assert found_in(table, "MIS001") == []


def test_a_blank_amid_filled_cells_is_one() -> None:
    (finding,) = found_in(AVERAGE.replace("layanan c\t80\t80", "layanan c\t80\t"), "MIS001")
    assert finding.stated == "Indeks layanan c"


def test_one_odd_expansion_is_told_once() -> None:
    usual = "Indikator Kinerja Utama (IKU) ditetapkan.\n\n"
    odd = "Indeks Kualitas Udara (IKU) diukur.\n\n"
    (finding,) = found_in(usual * 3 + odd + odd.replace("Indeks", "Indek"), "IDN003")
    assert finding.stated == "Indeks Kualitas Udara"


def test_a_heading_run_into_its_sentence_is_no_repetition() -> None:
    text = "Persentase penerima pemahaman wawasan kebangsaan Pemahaman wawasan kebangsaan diberikan bagi warga.\n"
    assert found_in(text, "DUP005") == []


def test_a_heading_of_capitals_run_into_its_sentence_is_none_either() -> None:
    text = "2. Sub Bagian Keuangan Daerah Sub Bagian Keuangan Daerah mempunyai tugas menyusun anggaran dinas.\n"
    assert found_in(text, "DUP005") == []


def test_the_rare_name_may_be_the_right_one() -> None:
    table = "Tabel {} Indikator\n\nNo\tIndikator Kinerja\tTarget\n1\tNilai Sistem Akuntabilitas {}Instansi Pemerintah\t80\n\n"
    assert found_in(table.format(1, "Kinerja ") + "".join(table.format(n, "") for n in (2, 3, 4)), "IDN004") == []
    assert found_in(table.format(1, "") + "".join(table.format(n, "Kinerja ") for n in (2, 3, 4)), "IDN004") != []


def test_programs_of_another_year_may_hold_the_same_kegiatan() -> None:
    table = (
        "Tabel {0} Anggaran Tahun {1}\n\nNo\tUraian\tAnggaran\n1\tProgram {2}\t3.000.000\n1.1\tPatroli wilayah\t1.000.000\n"
        "1.2\tSiaga pos jaga\t2.000.000\n2\tProgram Pembinaan Desa\t800.000\n2.1\tPelatihan kader\t300.000\n"
        "2.2\tLomba desa tertib\t500.000\n\n"
    )
    drafts = [table.format(n, year, "Ketertiban Umum") for n, year in ((1, 2021), (2, 2021))]
    assert found_in("".join(drafts) + table.format(3, 2020, "Pemberdayaan Nelayan"), "IDN005") == []
    assert found_in("".join(drafts) + table.format(3, 2021, "Pemberdayaan Nelayan"), "IDN005") != []


REPORT = (
    "LAPORAN KINERJA\nTAHUN 2021\n\nBAB I\nPENDAHULUAN\n\nTeks Laporan Kinerja Tahun 2021.\n\nBAB II\nPERENCANAAN\n\nTeks.\n\n"
    "BAB III\nAKUNTABILITAS KINERJA\n\n{}\n\nBAB IV\nPENUTUP\n\nDemikian Laporan Kinerja Tahun 2021 ini disusun.\n"
)


@pytest.mark.parametrize("part", [p for p in parts() if p.kind == "comparison"], ids=lambda p: p.key)
def test_each_comparison_is_known_by_each_of_its_wordings(part: object) -> None:
    name, words = part.name[0], part.words  # type: ignore[attr-defined]
    (without,) = found_in(REPORT.format("Teks lain."), "STR015")
    assert name in without.message.id
    for wording in words:
        said = wording.replace("…", "seluruh")
        found = found_in(REPORT.format(f"Disajikan {said} pada bab ini."), "STR015")
        assert name not in " ".join(f.message.id for f in found), wording


@pytest.mark.parametrize(
    "kind", ["RENCANA KERJA", "RENCANA STRATEGIS", "PERJANJIAN KINERJA", "LAPORAN REALISASI ANGGARAN"]
)
def test_other_papers_need_no_parts_of_a_performance_report(kind: str) -> None:
    text = REPORT.format("Teks.").replace("LAPORAN KINERJA", kind).replace("Laporan Kinerja", kind.title())
    assert found_in(text, "STR015", "STR016") == []


def test_two_kegiatan_of_other_acts_are_not_one() -> None:
    table = (
        "Tabel {} Anggaran\n\nNo\tUraian\tAnggaran\n1\tProgram Perkantoran\t3.000.000\n1.1\t{}\t1.000.000\n"
        "1.2\tSiaga pos jaga wilayah\t2.000.000\n2\tProgram Desa\t800.000\n2.1\tPelatihan kader\t300.000\n"
        "2.2\tLomba desa tertib\t500.000\n\n"
    )
    one, two = "Pengadaan kendaraan dinas operasional", "Pemeliharaan kendaraan dinas operasional"
    assert found_in(table.format(1, one) + table.format(2, two), "IDN006") == []
    (finding,) = found_in(table.format(1, one) + table.format(2, one.replace("dinas", "jabatan")), "IDN006")
    assert finding.severity is Severity.INFO
