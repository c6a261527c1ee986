"""Dates against the calendar, for every day there is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.checking.engine import examine
from reviewer.model import Finding
from reviewer.reading import read_text
from reviewer.understanding import understand

DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Minggu")
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
DATES = st.dates(date(2000, 1, 1), date(2030, 12, 31))


def found_in(text: str, *codes: str) -> list[Finding]:
    return list(examine(understand(read_text(text)), select=codes).findings)


def written(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


@given(DATES, st.integers(0, 6))
def test_a_weekday_is_right_or_found(day: date, weekday: int) -> None:
    found = found_in(f"Rapat diadakan pada hari {DAYS[weekday]}, {written(day)}.\n", "DAT001", "DAT002")
    assert [f.expected for f in found] == ([] if weekday == day.weekday() else [DAYS[day.weekday()].replace("'", "")])


@given(DATES, st.integers(0, 400), st.sampled_from(["s.d.", "s/d", "sampai dengan", "hingga tanggal", "–"]))
def test_a_period_runs_forward_or_is_found(first: date, days: int, joint: str) -> None:
    second = first + timedelta(days)
    assert found_in(f"Kegiatan berlangsung {written(first)} {joint} {written(second)}.\n", "DAT003") == []
    back = found_in(f"Kegiatan berlangsung {written(second)} {joint} {written(first)}.\n", "DAT003")
    assert [f.stated for f in back] == ([written(first)] if days else [])


@pytest.mark.parametrize("year", [2019, 2020, 1900 + 100, 2023])
def test_the_end_of_february(year: int) -> None:
    leap = year % 4 == 0
    assert len(found_in(f"Keadaan per 29 Februari {year}.\n", "DAT002")) == (0 if leap else 1)
    assert len(found_in(f"Keadaan per 30 Februari {year}.\n", "DAT002")) == 1


@pytest.mark.parametrize(
    ("heading", "signed", "found"),
    [
        ("KATA PENGANTAR", "Wanajaya, 10 Maret 2022", 0),
        ("KATA PENGANTAR", "Wanajaya, 10 Maret 2021", 1),
        ("KATA PENGANTAR", "Wanajaya, 10 Maret 2024", 1),
        ("KATA PENGANTAR", "Wanajaya,      Maret 2022", 0),
        ("KATA PENGANTAR", "Ditetapkan di Wanajaya, tanggal 10 Maret 2021", 1),
        ("KATA PENGANTAR", "Rapat di Wanajaya, 10 Maret 2021 dihadiri semua kepala bidang.", 0),
        ("BAB II\nPERENCANAAN KINERJA", "Wanajaya, 10 Maret 2021", 0),
    ],
)
def test_signatures(heading: str, signed: str, found: int) -> None:
    body = f"Laporan Kinerja Tahun 2021 selesai disusun.\n\n{signed}\n\nKEPALA DINAS\n"
    text = f"LAPORAN KINERJA\nTAHUN 2021\n\n{heading}\n\n{body}"
    assert len(found_in(text, "DAT004")) == found
