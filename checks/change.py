"""PCT: changes between two percentages, in per cent or in points."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Problem, Report, Sentence, Severity, Words
from reviewer.model.written import written

_YEAR = r"(?:\s*(?:pada|di|untuk)?\s*(?:tahun\s*(?:anggaran\s*)?)?(?:19|20)\d\d)?"
_FROM = re.compile(rf"\bdari(?:{_YEAR})?(?:\s+(?:sebesar|sebanyak|angka|target|semula))?\s*$", re.IGNORECASE)
_TO = re.compile(
    rf"^\s*[,(]?{_YEAR}\s*[,)]?\s*(?:menjadi|ke)(?:\s+(?:sebesar|sebanyak))?(?:{_YEAR})?(?:\s+sebesar)?\s*$",
    re.IGNORECASE,
)
_CHANGES = r"(?:naik|turun|meningkat|menurun|bertambah|berkurang|kenaikan|penurunan|peningkatan|pertumbuhan|tumbuh)"
_BEFORE = re.compile(rf"\b{_CHANGES}(?:nya)?(?:\s+(?:sebesar|sebanyak|sekitar))?\s*$", re.IGNORECASE)
_NEXT = re.compile(
    rf"^\s*[,(]?{_YEAR}\s*[,)]?\s*(?:,\s*)?(?:atau|sehingga|yang berarti|yaitu|berarti|dengan|ada)?\s*(?:ada\s+|terjadi\s+|"
    rf"mengalami\s+)?{_CHANGES}(?:nya)?(?:\s+sebesar)?\s*$",
    re.IGNORECASE,
)
_REACH = 80
"""Characters before and after a figure that are looked at."""
_ABOUT = re.compile(r"sekitar|hampir|kurang lebih|lebih dari|±", re.IGNORECASE)


class PointsOrPercent(Check):
    """A change between two percentages is their difference in points, or their growth in per cent."""

    code = "PCT012"
    name = "points-or-percent"
    severity = Severity.WARNING
    title = Words("Perubahan antara dua persentase salah hitung", "A change between two percentages is miscalculated")
    reason = Words(
        "Selisih dua persentase dinyatakan dalam poin persen; “naik 4 %” dari 80 % berarti menjadi 83,2 %.",
        "The difference of two percentages is in percentage points; “up 4 %” from 80 % means 83.2 %.",
    )
    docs = Words(
        "“meningkat sebesar 4,50 % dari 60,00 % menjadi 64,50 %” atau “dari 60,00 % menjadi 64,50 %, naik 4,50 %”: perubahannya "
        "dihitung ulang sebagai selisih (poin) dan sebagai pertumbuhan. Bila keduanya tidak cocok, dilaporkan; bila hanya "
        "selisihnya yang cocok tetapi tertulis persen, info bahwa satuannya poin.",
        "“meningkat sebesar 4,50 % dari 60,00 % menjadi 64,50 %” or “dari 60,00 % menjadi 64,50 %, naik 4,50 %”: the change is "
        "recomputed as a difference (points) and as growth. Where neither fits it is reported; where only the difference "
        "fits but per cent is written, an info says that its unit is points.",
    )
    messages = {
        "neither": Words(
            "Dari {old} menjadi {new} berubah {points} poin atau {growth} %, tertulis {stated}.",
            "From {old} to {new} the change is {points} points or {growth} %, {stated} is written.",
        ),
        "points": Words(
            "Dari {old} menjadi {new}: {stated} adalah selisih dalam poin; pertumbuhannya {growth} %.",
            "From {old} to {new}: {stated} is the difference in points; the growth is {growth} %.",
        ),
        "growth": Words(
            "Dari {old} menjadi {new}: tertulis {stated} poin, padahal selisihnya {points} poin; {stated} adalah "
            "pertumbuhannya dalam persen.",
            "From {old} to {new}: {stated} points are written, but the difference is {points} points; {stated} is the growth "
            "in per cent.",
        ),
    }
    good = (
        Example("Cakupan air bersih meningkat sebesar 4,50 poin dari 60,00 % menjadi 64,50 %.\n"),
        Example("Cakupan air bersih meningkat sebesar 7,50 % dari 60,00 % menjadi 64,50 %.\n"),
        Example("Cakupan air bersih dari 60,00 % menjadi 64,50 % dan sanitasi naik 3,20 % dari tahun lalu.\n"),
    )
    bad = (
        Example("Cakupan air bersih meningkat sebesar 5,40 % dari 60,00 % menjadi 64,50 %.\n", "5,40"),
        Example("Cakupan air bersih meningkat sebesar 4,50 % dari 60,00 % menjadi 64,50 %.\n", "4,50"),
        Example("Cakupan air bersih dari 60,00 % pada tahun 2022 menjadi 64,50 %, naik 5,40 %.\n", "5,40"),
        Example("Cakupan air bersih dari 60,00 % menjadi 64,50 %, naik 7,50 % poin.\n", "7,50"),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            figures = sentence.figures
            for i in range(len(figures) - 2):
                a, b, c = figures[i : i + 3]
                if not all(f.percent and not f.fault and f.value > 0 for f in (a, b, c)):
                    continue
                if (
                    _is_between(sentence, b, c)
                    and _before(sentence, a, _BEFORE)
                    and _FROM.search(_text(sentence, a, b))
                ):
                    yield from self._judged(sentence, a, b, c)
                elif _is_between(sentence, a, b) and _before(sentence, a, _FROM) and _NEXT.match(_text(sentence, b, c)):
                    yield from self._judged(sentence, c, a, b)

    def _judged(self, sentence: Sentence, stated: Figure, old: Figure, new: Figure) -> Iterator[Problem]:
        if _ABOUT.search(_text(sentence, *sorted((stated, old), key=lambda f: f.spot.start)[:2])):
            return
        points = abs(new.value - old.value)
        growth = points / old.value * 100
        slack = max(old.step, new.step)
        as_points = abs(points - stated.value) <= max(slack, stated.step)
        wide = stated.step + slack * 100 / old.value * (1 + new.value / old.value)
        as_growth = abs(growth - stated.value) <= wide
        said_points = re.match(r"\s*(?:poin|point|basis poin)", _after(sentence, stated), re.IGNORECASE) is not None
        if said_points:
            message = "" if as_points else "growth" if as_growth else "neither"
        else:
            message = "" if as_growth else "points" if as_points else "neither"
        if message:
            yield Problem(
                stated.spot,
                message,
                stated=stated.text,
                expected=_shown(points if said_points else growth, stated),
                params=(
                    ("old", old.text),
                    ("new", new.text),
                    ("points", _shown(points, stated)),
                    ("growth", _shown(growth, stated)),
                ),
                evidence=(old.spot, new.spot),
                severity=Severity.INFO if message == "points" else None,
                figure=stated if message == "neither" else None,
                content=(stated.text, old.text, new.text),
            )


def _shown(value: Decimal, like: Figure) -> str:
    return written(value, like, decimals=max(like.decimals, 2))


def _text(sentence: Sentence, left: Figure, right: Figure) -> str:
    start = sentence.spot.start
    return sentence.text[left.spot.end - start : right.spot.start - start]


def _after(sentence: Sentence, figure: Figure) -> str:
    at = figure.spot.end - sentence.spot.start
    return sentence.text[at : at + _REACH]


def _before(sentence: Sentence, figure: Figure, pattern: re.Pattern[str]) -> bool:
    at = figure.spot.start - sentence.spot.start
    return pattern.search(sentence.text[max(0, at - _REACH) : at]) is not None


def _is_between(sentence: Sentence, old: Figure, new: Figure) -> bool:
    return _TO.match(_text(sentence, old, new)) is not None
