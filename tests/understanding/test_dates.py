"""Dates as drafts write them."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model import Dated, Spot
from reviewer.understanding.dates import dates_of

MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()


def dated(text: str) -> list[Dated]:
    return list(dates_of([(Spot(0, start=0, end=len(text)), text)]))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("5 Nopember 2020", (5, 11, 2020, "", "")),
        ("3 PEBRUARI 2021", (3, 2, 2021, "", "")),
        ("Jum'at, 7 Agt. 2021", (7, 8, 2021, "", "Jum'at")),
        ("hari Senin tanggal 31 Desember 2020", (31, 12, 2020, "", "Senin")),
        ("Wanajaya,     Januari 2021", (None, 1, 2021, "", "")),
        ("5 Desmber 2020", (5, 12, 2020, "Desember", "")),
        ("31 April 2021", (31, 4, 2021, "", "")),
    ],
)
def test_forms(text: str, told: tuple[int | None, int, int, str, str]) -> None:
    (one,) = dated(text)
    assert (one.day, one.month, one.year, one.should, one.weekday) == told


@pytest.mark.parametrize(
    "text", ["31 orang 2019", "12 unit 2020", "5 jenis 2021", "Tahun 2020", "sasaran 2.1", "maret"]
)
def test_no_dates(text: str) -> None:
    assert dated(text) == []


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.sampled_from([str.lower, str.upper, str.title]))
def test_every_day_is_read(day: date, case: type) -> None:
    text = f"pada tanggal {day.day} {case(MONTHS[day.month - 1])} {day.year}."
    (one,) = dated(text)
    assert (one.day, one.month, one.year, one.should) == (day.day, day.month, day.year, "")
    assert text[one.spot.start : one.spot.end] == text[13:-1]
    assert one.day <= calendar.monthrange(one.year, one.month)[1]
