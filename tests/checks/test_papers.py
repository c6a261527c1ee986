"""Agreements, plans and budgets of one office in one workbook, and sentences over two: what one paper proves of another."""

from __future__ import annotations

import pytest

from reviewer.checking.engine import examine
from reviewer.model import Finding
from reviewer.reading import read_text
from reviewer.understanding import understand
from tests.checks.cells import workbook

_PLAN = (
    "PERJANJIAN KINERJA TAHUN 2025\n\nNo\tProgram\tAnggaran (Rp)\n1\tPROGRAM PENUNJANG URUSAN\t5000000000\n"
    "2\tPROGRAM KURIKULUM MUATAN\t1300000000\n3\tPROGRAM TENAGA PENDIDIK\t1560000000\n4\tPROGRAM KEBUDAYAAN DAERAH\t{amount}\n"
    "\tJumlah\t{total}\n"
)
_BUDGET = (
    "RINCIAN ANGGARAN\nTAHUN ANGGARAN {year}\n\nKode\tProgram / Kegiatan\tPagu (Rp)\n1.01\tPROGRAM PENUNJANG URUSAN\t5000000000\n"
    "1.02\tPROGRAM KURIKULUM MUATAN\t1300000000\n1.03\tPROGRAM TENAGA PENDIDIK\t1560000000\n"
    "1.04\tPROGRAM KEBUDAYAAN DAERAH\t5100000000\n1.04.1\tPembinaan sanggar seni daerah\t3600000000\n"
    "1.04.2\tFestival budaya tahunan\t1500000000\n\tJUMLAH\t12960000000\n"
)


def findings(*sheets: str, code: str) -> tuple[Finding, ...]:
    return examine(understand(workbook(*sheets)), select=[code]).findings


def told(text: str, code: str) -> list[str]:
    return [f.stated for f in examine(understand(read_text(text + "\n")), select=[code]).findings]


def test_one_program_of_one_office_on_two_sheets() -> None:
    plan = _PLAN.format(amount=3600000000, total=11460000000)
    found = findings(plan, _BUDGET.format(year=2025), code="XRF001")
    assert [(f.stated, f.expected) for f in found] == [("3600000000", "5100000000")]


def test_programs_that_agree_are_silent() -> None:
    plan = _PLAN.format(amount=5100000000, total=12960000000)
    assert findings(plan, _BUDGET.format(year=2025), code="XRF001") == ()


def test_a_program_on_three_sheets_may_be_of_three_units() -> None:
    plan = _PLAN.format(amount=3600000000, total=11460000000)
    unit = "PERJANJIAN KINERJA TAHUN 2025\n\n"
    unit += "No\tProgram\tAnggaran (Rp)\n1\tPROGRAM KEBUDAYAAN DAERAH\t1500000000\n\tJumlah\t1500000000\n"
    assert findings(plan, _BUDGET.format(year=2025), unit, code="XRF001") == ()


def test_a_change_against_last_year_is_no_second_target() -> None:
    head = "No\tIndikator Kinerja\tSatuan\tTarget\n1\tPersentase guru bersertifikat\t%\t71.25\n"
    plan = (
        "No\tIndikator Kinerja\tRealisasi 2024\tTarget 2025\tKenaikan Target 2025 thd Realisasi 2024\n"
        "1\tPersentase guru bersertifikat\t68.40\t71.25\t2.85\n"
    )
    title = "PERJANJIAN KINERJA TAHUN 2025\n\n"
    assert findings(title + head, title + plan, code="XRF002") == ()


@pytest.mark.parametrize(
    ("text", "code", "stated"),
    [
        ("Wanajaya, 20 Januari 2025 (hari Selasa)", "DAT001", ["Selasa"]),
        ("Rapat 20 Januari 2025, hari Selasa 21 Januari 2025 dilanjutkan.", "DAT001", []),
        (
            "Pada hari ini Selasa tanggal dua puluh bulan Januari tahun dua ribu dua puluh lima dibuat perjanjian.",
            "DAT001",
            ["Selasa"],
        ),
        ("Dari 9 indikator, 7 indikator mencapai target dan 4 indikator belum.", "CNT013", ["7"]),
        ("Dari 9 indikator, 5 indikator mencapai target dan 1 indikator belum, 3 lainnya belum diukur.", "CNT013", []),
        ("Terhadap 40 desa. Sebanyak 23 desa baik, sedangkan 16 desa lainnya kurang.", "CNT011", ["16"]),
        ("Terhadap 40 desa. Sebanyak 23 desa baik, sedangkan 17 desa lainnya kurang.", "CNT011", []),
    ],
)
def test_sentences(text: str, code: str, stated: list[str]) -> None:
    assert told(text, code) == stated


def test_running_quarters_of_rates_may_fall() -> None:
    head = "Target triwulan bersifat kumulatif.\n\n"
    head += "No\tAksi\tSatuan\tTarget Setahun\tTW I\tTW II\tTW III\tTW IV\n1\tRehab ruang\tUnit\t64\t0\t12\t40\t64\n"
    assert told(head + "2\tRespons aduan\t%\t90\t95\t92\t91\t90", "TOT011") == []
    assert told(head + "2\tPelatihan\tKali\t90\t15\t42\t31\t90", "TOT011") == ["31"]
