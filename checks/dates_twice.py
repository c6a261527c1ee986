"""DAT: a date in words with the same date in figures behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Dated, Problem, Report, Spot, Words, text_at


class DateTwice(Check):
    """A date in words and its figures name one day."""

    code = "DAT006"
    name = "date-twice"
    title = Words("Tanggal dengan huruf berbeda dari angkanya", "A date in words differs from its figures")
    reason = Words(
        "Tanggal berita acara, pernyataan dan perjanjian yang ditulis dua kali harus sama; bila tidak, tidak jelas mana yang "
        "berlaku.",
        "The date of minutes, statements and agreements written twice must be one; else it is unclear which counts.",
    )
    docs = Words(
        "“tanggal dua puluh bulan Januari tahun dua ribu dua puluh lima (20-01-2025)”: tanggal, bulan dan tahun dalam kurung "
        "dibandingkan dengan yang ditulis dengan huruf.",
        "“tanggal dua puluh bulan Januari tahun dua ribu dua puluh lima (20-01-2025)”: day, month and year in brackets are "
        "compared with those in words.",
    )
    messages = {
        "found": Words(
            "Dengan angka tertulis {stated}, dengan huruf {expected}.",
            "The figures say {stated}, the words {expected}.",
        ),
    }
    _WORDS = "Pada hari ini Senin tanggal dua puluh bulan Januari tahun dua ribu dua puluh lima"
    good = (
        Example(f"{_WORDS} (20-01-2025) dibuat berita acara.\n"),
        Example(f"{_WORDS} (20 Januari 2025) dibuat berita acara.\n"),
    )
    bad = (
        Example(f"{_WORDS} (21-01-2025) dibuat berita acara.\n", "21-01-2025"),
        Example(f"{_WORDS} (20 Januari 2024) dibuat berita acara.\n", "20 Januari 2024"),
    )
    _BRACKET = re.compile(
        r"^[\s,]*\(\s*(?P<day>\d{1,2})\s*[-/.–]\s*(?P<month>\d{1,2})\s*[-/.–]\s*(?P<year>20\d\d|19\d\d)\s*\)"
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for dated in report.dates:
            words = text_at(report.document, dated.spot)
            if dated.day is None or re.search(r"\d", words):
                continue
            own = dated.spot
            behind = text_at(report.document, Spot(own.block, own.row, own.col, own.end, own.end + 40))
            match = self._BRACKET.match(behind)
            if match is not None:
                told = (int(match["day"]), int(match["month"]), int(match["year"]))
                start = own.end + match.start("day")
                spot = Spot(own.block, own.row, own.col, start, own.end + match.end("year"))
            else:
                other = self._next(report, dated, behind)
                if other is None:
                    continue
                told, spot = (other.day or 0, other.month, other.year), other.spot
            if told != (dated.day, dated.month, dated.year):
                yield Problem(
                    spot,
                    stated=text_at(report.document, spot),
                    expected=f"{dated.day:02d}-{dated.month:02d}-{dated.year}",
                    evidence=(own,),
                )

    def _next(self, report: Report, dated: Dated, behind: str) -> Dated | None:
        """The date in figures that a bracket right behind holds."""
        opened = re.match(r"[\s,]*\(\s*", behind)
        if opened is None:
            return None
        own = dated.spot
        place = (own.block, own.row, own.col, own.end + opened.end())
        found = (d for d in report.dates if (d.spot.block, d.spot.row, d.spot.col, d.spot.start) == place)
        return next((d for d in found if d.day is not None), None)
