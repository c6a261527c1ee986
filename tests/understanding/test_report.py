"""Outline, identity, captions, lists and sentences of small drafts."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reviewer.model import Report
from reviewer.reading import read, read_text
from reviewer.understanding import understand

DRAFT = """LAPORAN KINERJA INSTANSI PEMERINTAH
DINAS PERTANIAN KABUPATEN WANAJAYA
TAHUN 2025

DAFTAR ISI

KATA PENGANTAR\t1
BAB I PENDAHULUAN\t2
A. Latar Belakang\t2
B. Isu Strategis\t3

KATA PENGANTAR

Laporan Kinerja Dinas Pertanian Kabupaten Wanajaya Tahun 2025 telah disusun menurut Peraturan Menteri Nomor 53 Tahun 2014.

BAB I
PENDAHULUAN

A. Latar Belakang

Renstra 2025-2029 memuat tiga sasaran. Anggaran sebesar Rp. 1.000.000,- (satu juta rupiah) terserap 95,5 %.

B. Isu Strategis

Terdapat 2 (dua) isu strategis sebagai berikut:
1. Lahan menyempit
2. Petani menua

Tabel 1.1
Pegawai Tahun 2025

No\tGolongan\tJumlah
1\tIII\t4
2\tII\t6
"""


@pytest.fixture
def report() -> Report:
    return understand(read_text(DRAFT))


def test_identity(report: Report) -> None:
    identity = report.identity
    assert (identity.year, identity.region, identity.kind) == (2025, "Kabupaten Wanajaya", "LKjIP")
    assert identity.institution == "Dinas Pertanian Kabupaten Wanajaya"


def test_what_is_told_overrules(report: Report) -> None:
    told = understand(report.document, year=2024, region="Kabupaten Lain")
    assert (told.identity.year, told.identity.region) == (2024, "Kabupaten Lain")


def test_outline(report: Report) -> None:
    assert [(h.level, h.number, h.title) for h in report.outline] == [
        (1, "", "KATA PENGANTAR"),
        (1, "BAB I", "PENDAHULUAN"),
        (2, "A", "Latar Belakang"),
        (2, "B", "Isu Strategis"),
    ]


def test_the_contents_are_no_body(report: Report) -> None:
    text = [getattr(report.document.blocks[b], "text", "") for b in report.contents]
    assert text[0] == "DAFTAR ISI" and "B. Isu Strategis" in text[-1]


def test_caption_belongs_to_its_table(report: Report) -> None:
    (table,) = report.tables
    assert (table.number, table.caption, table.year) == ("1.1", "Pegawai Tahun 2025", 2025)
    assert table.heading[-1] == "B Isu Strategis"


def test_list_and_its_lead(report: Report) -> None:
    (found,) = report.lists
    assert [i.text for i in found.items] == ["Lahan menyempit", "Petani menua"]
    assert found.lead is not None and "isu strategis" in getattr(report.document.blocks[found.lead], "text", "")


def test_quantities_leave_out_years_and_law_numbers(report: Report) -> None:
    figures = [(f.text, f.unit) for s in report.sentences for f in s.figures]
    assert figures == [("Rp. 1.000.000,-", "Rp"), ("95,5 %", "%"), ("2", "isu")]


def test_amount_in_words_is_read(report: Report) -> None:
    spelled = [x for s in report.sentences for x in s.spelled]
    assert [(x.text, x.value) for x in spelled][0] == ("satu juta rupiah", 1_000_000)


def test_no_year_where_two_have_as_many_votes() -> None:
    text = "Laporan Kinerja Tahun 2023 selesai.\n\nLaporan Kinerja Tahun 2024 selesai.\n"
    assert understand(read_text(text)).identity.year is None


@pytest.mark.parametrize("name", ["tanjab-barat-lkjip-2020.txt", "sampang-lkjip-2020.txt"])
def test_every_figure_of_the_real_drafts_stands_where_it_says(corpus: Path, name: str) -> None:
    report = understand(read(corpus / "drafts" / name))
    lines = (corpus / "drafts" / name).read_text(encoding="utf-8-sig").splitlines()
    assert len(report.figures) > 100
    for figure in report.figures:
        place = report.place(figure.spot)
        assert place.line is not None
        assert figure.text.split()[0] in lines[place.line - 1], (figure, place)
    assert "REVIEWER_CORPUS" in os.environ
