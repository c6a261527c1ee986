"""Names under a letter are no sections, sections after a letter are."""

from __future__ import annotations

import time

import pytest

from reviewer.model import Paragraph
from reviewer.understanding.outline import outline_of

DATE, OFFICE, LONG = "Wanajaya, 12 Februari 2026", "KEPALA DINAS KEBUN KABUPATEN WANAJAYA,", "kalimat " * 30


def headings(*texts: str) -> list[str]:
    found = outline_of(tuple(Paragraph(text) for text in texts)).headings
    return [f"{heading.number} {heading.title}" for heading in found]


@pytest.mark.parametrize(
    "lines",
    [
        (DATE, OFFICE, "H. ARYA LAKSANA, SH"),
        (DATE, OFFICE, "M. Arya Laksana, S.Sos., M.Si."),
        (DATE, "Plt. Kepala Dinas Kebun", "Kabupaten Wanajaya,", "A. Arya Laksana, S.T., M.M", "Pembina Tk. I"),
        (OFFICE, "A. Arya Laksana", "Pembina Utama Muda", "NIP. 19670101 199003 1 001"),
        (DATE, "BUPATI WANAJAYA,", "H. ARYA LAKSANA"),
        ("Wanajaya, ........ 2026", "BUPATI WANAJAYA", "H. ARYA LAKSANA", "IKHTISAR"),
    ],
)
def test_a_name_under_a_letter_is_no_section(lines: tuple[str, ...]) -> None:
    assert headings(LONG, *lines, LONG) == []


@pytest.mark.parametrize(
    ("lines", "section"),
    [
        ((DATE, OFFICE, "ARYA LAKSANA, SH", "NIP. 19670101 199003 1 001", "A. Latar Belakang"), "A Latar Belakang"),
        ((DATE, "BUPATI WANAJAYA,", "ARYA LAKSANA", "A. Latar Belakang"), "A Latar Belakang"),
        (("A. Kepala Dinas", "NIP. 19670101 199003 1 001"), "A Kepala Dinas"),
        (("H. Realisasi Anggaran",), "H Realisasi Anggaran"),
        (("Kepala Dinas mempunyai tugas berikut", "D. Susunan Organisasi"), "D Susunan Organisasi"),
        ((OFFICE, "B. Program, Kegiatan dan Anggaran"), "B Program, Kegiatan dan Anggaran"),
        ((DATE, OFFICE, LONG, "H. Penutup"), "H Penutup"),
    ],
)
def test_a_section_stays_one(lines: tuple[str, ...], section: str) -> None:
    assert headings(LONG, *lines, LONG) == [section]


def test_the_section_that_is_due_may_follow_a_letter() -> None:
    assert headings(LONG, "G. Anggaran", LONG, DATE, OFFICE, "H. Penutup", LONG) == ["G Anggaran", "H Penutup"]


def test_a_line_of_capitals_takes_no_long_time() -> None:
    begin = time.perf_counter()
    headings(DATE, OFFICE, "H. " + "A" * 100 + " 1")
    assert time.perf_counter() - begin < 1
