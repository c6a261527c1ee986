"""Dates as a draft writes them: "Senin, 5 Nopember 2020", "31 Desember 2020", "Januari 2021"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reviewer.model import Dated, Spot
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
    r"(?<![\d/-])(?<!\d[.,])(?P<day>\d{1,2})\s{0,3}(?P<month>[A-Za-z]{3,12})\.?,?\s{0,3}(?P<year>(?:19|20)\d\d)(?!\d)",
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


def _dates(whole: Spot, text: str) -> Iterator[Dated]:
    taken: list[tuple[int, int]] = []
    for match in _DATE.finditer(text):
        word = match["month"].lower()
        month = MONTHS.get(word) or _meant(word)
        if month is None:
            continue
        taken.append(match.span("month"))
        yield Dated(
            _within(whole, match.start(), match.end()),
            int(match["day"]),
            month,
            int(match["year"]),
            match["month"],
            "" if word in MONTHS else _NAMES[month - 1],
            match["weekday"] or "",
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
