"""Dates as a draft writes them: "Senin, 5 Nopember 2020", "31 Desember 2020", "Januari 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewer.model import Dated, Spot
from reviewer.model.numberwords import read_words
from reviewer.model.titles import same_word

_MONTHS = (
    "januari djanuari jan",
    "februari pebruari feb peb",
    "maret mar mrt",
    "april apr",
    "mei",
    "juni djuni jun",
    "juli djuli jul",
    "agustus agust agu agt ags",
    "september sept sep",
    "oktober okt",
    "november nopember nov nop",
    "desember des",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
"""Every accepted spelling and abbreviation; EYD's own is the first of its month."""
_NAMES = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
_WEEKDAYS = r"senin|selasa|rabu|kamis|jum['’`]?at|sabtu|minggu|ahad"
_DATE = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAYS})\b\s*[,/(]?\s*(?:tanggal|tgl\.?)?\s*)?"
    r"(?<![\d/-])(?<!\d[.,])(?P<day>\d{1,2})\s{0,3}(?P<month>[A-Za-z]{3,12})\.?,?\s{0,3}(?P<year>(?:19|20)\d\d)(?!\d)"
    rf"(?P<behind>\s*,?\s*\(\s*(?:hari\s+)?(?P<bracketed>{_WEEKDAYS})\s*\)|\s*,?\s*hari\s+(?P<after>{_WEEKDAYS})\b"
    r"(?!\s*[,/(]?\s*(?:tanggal|tgl\.?)?\s*\d))?",
    re.IGNORECASE,
)
_WORD = (
    r"(?:se|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|belas|puluh|ratus|ribu|seribu|nol)+"
)
_IN_WORDS = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAYS})\b\s*,?\s*)?\b(?:tanggal|tgl\.?)\s*,?\s*(?P<day>{_WORD}(?:\s+{_WORD}){{0,2}}),?\s+"
    rf"bulan\s+(?P<month>[A-Za-z]{{3,12}}),?\s+tahun\s+(?P<year>{_WORD}(?:\s+{_WORD}){{1,6}})",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(
    rf"(?<![A-Za-z])(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?\s{{1,3}}"
    r"(?:tahun\s+)?(?P<year>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)


def dates_of(texts: Iterable[tuple[Spot, str]]) -> Iterator[Dated]:
    """The dates of each text, in order. A word between day and year that is no month's name, nor nearly one, makes
    no date."""
    for whole, text in texts:
        if "19" in text or "20" in text:
            yield from sorted(_dates(whole, text), key=lambda d: d.spot)
        if "ribu" in text.lower():
            yield from _in_words(whole, text)


def _in_words(whole: Spot, text: str) -> Iterator[Dated]:
    """ "Senin tanggal dua puluh bulan Januari tahun dua ribu dua puluh lima"."""
    for match in _IN_WORDS.finditer(text):
        day, year = read_words(match["day"]), read_words(match["year"])
        month = MONTHS.get(match["month"].lower())
        if day is not None and year is not None and month is not None and 1 <= day <= 31 and 1900 <= year < 2100:
            spot = _within(whole, *match.span())
            yield Dated(spot, int(day), month, int(year), match["month"], "", match["weekday"] or "")


def _dates(whole: Spot, text: str) -> Iterator[Dated]:
    taken: list[tuple[int, int]] = []
    for match in _DATE.finditer(text):
        word = match["month"].lower()
        month = MONTHS.get(word) or _meant(word)
        if month is None:
            continue
        taken.append(match.span("month"))
        weekday_before = match["weekday"] or ""
        named = match["bracketed"] or match["after"] or ""
        yield Dated(
            _within(whole, match.start(), match.end() if not weekday_before and named else match.end("year")),
            int(match["day"]),
            month,
            int(match["year"]),
            match["month"],
            "" if word in MONTHS else _NAMES[month - 1],
            weekday_before or named,
        )
    for match in _MONTH_YEAR.finditer(text):
        if match.span("month") not in taken:
            month = MONTHS[match["month"].lower()]
            yield Dated(_within(whole, *match.span()), None, month, int(match["year"]), match["month"])


def _meant(word: str) -> int | None:
    """The month that a misspelt name of five letters or more stands for."""
    if len(word) < 5:
        return None
    near = [number for number, name in enumerate(_NAMES, 1) if len(name) >= 5 and same_word(word, name.lower())]
    return near[0] if len(near) == 1 else None


def _within(whole: Spot, start: int, end: int) -> Spot:
    return Spot(whole.block, whole.row, whole.col, start, end)
