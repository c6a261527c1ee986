"""CLS: predicates of an evaluation beside their value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Severity, Spot, Words


class Predicate(Check):
    """A SAKIP value and its predicate belong together."""

    code = "CLS004"
    name = "sakip-predicate"
    severity = Severity.WARNING
    title = Words("Predikat SAKIP tidak sesuai nilainya", "A SAKIP predicate against its value")
    reason = Words(
        "Predikat AKIP: AA di atas 90, A di atas 80, BB di atas 70, B di atas 60, CC di atas 50, C di atas 30, D "
        "sampai 30 (PermenPANRB 88/2021).",
        "AKIP predicates: AA above 90, A above 80, BB above 70, B above 60, CC above 50, C above 30, D up to 30 "
        "(PermenPANRB 88/2021).",
    )
    docs = Words(
        "Nilai dan predikat yang ditulis berdampingan dalam kalimat atau baris tabel tentang SAKIP, AKIP atau "
        "akuntabilitas kinerja: “71,24 (BB)”, “predikat B dengan nilai 65,10”. Untuk evaluasi sebelum tahun 2016 "
        "skala lama (85–75–65–50–30) juga diterima; nilai tepat pada batas diterima pada kedua predikatnya.",
        "A value and a predicate side by side in a sentence or table row on SAKIP, AKIP or akuntabilitas kinerja: "
        "“71,24 (BB)”, “predikat B dengan nilai 65,10”. For evaluations before 2016 the old scale (85–75–65–50–30) "
        "is accepted as well; a value at a bound is accepted with both predicates.",
    )
    messages = {
        "found": Words(
            "Nilai {value} berpredikat {expected}, tertulis {stated}.",
            "The value {value} is predicate {expected}; {stated} is written.",
        ),
    }
    good = (
        Example(
            "Hasil evaluasi SAKIP tahun 2021 memperoleh nilai 71,24 (BB), naik dari 65,10 dengan predikat B. Nilai "
            "AKIP 80,00 berpredikat “BB”. Bobot komponen A sebesar 30,00.\n"
        ),
        Example("Pada tahun 2014 nilai AKIP 66,00 (B).\n"),
        Example("Indeks reformasi birokrasi 71,24 (B).\n"),
    )
    bad = (
        Example("Hasil evaluasi SAKIP tahun 2021 memperoleh nilai 71,24 dengan predikat A.\n", "71,24"),
        Example("Nilai akuntabilitas kinerja berpredikat “B” dengan nilai 58,75.\n", "58,75"),
        Example(
            "Tabel 1 Nilai\n\nNo\tUraian\tNilai\tKeterangan\n1\tNilai SAKIP\t62,50 (BB)\tLHE\n2\tLain\t3\tLHE\n",
            "62,50",
        ),
    )
    _SUBJECT = re.compile(r"\b(?:sakip|akip|lakip|lkjip|akuntabilitas\s+kinerja)\b", re.IGNORECASE)
    _WORDS = (
        r"(?:[“”\"'(]|(?i:\b(?:dengan|atau|yaitu|predikat|berpredikat|kategori|berkategori|nilai|bernilai|skor|huruf|sebesar|"
        r"mendapat|memperoleh)\b))"
    )
    _LINK = rf"[\s,]*{_WORDS}(?:[\s,]|{_WORDS}){{0,8}}"
    _PAIRS = (
        re.compile(
            rf"(?<![\d.,])(?P<value>\d{{2}}[.,]\d{{1,2}}){_LINK}(?P<grade>AA|A|BB|B|CC|C|D)(?!\w|[\s,(“]*(?:sebesar\s+)?\d)"
        ),
        re.compile(
            r"(?:(?i:predikat|kategori)|[(“\"])\s*[(“\"]?(?P<grade>AA|A|BB|B|CC|C|D)(?!\w)"
            rf"{_LINK}(?P<value>\d{{2}}[.,]\d{{1,2}})(?![\d.,]\d|%|\s*%)"
        ),
    )
    _BOUNDS = {
        "AA": (90, 100),
        "A": (80, 90),
        "BB": (70, 80),
        "B": (60, 70),
        "CC": (50, 60),
        "C": (30, 50),
        "D": (0, 30),
    }
    _OLD = {"AA": (85, 100), "A": (75, 85), "B": (65, 75), "CC": (50, 65), "C": (30, 50), "D": (0, 30)}

    def inspect(self, report: Report) -> Iterator[Problem]:
        for sentence in report.sentences:
            if self._SUBJECT.search(sentence.text):
                yield from self._pairs(report, sentence.spot, sentence.text)
        for table in report.tables:
            for row in table.rows:
                cells = table.table.rows[row.index]
                if self._SUBJECT.search(" ".join(c.text for c in cells)):
                    for c, cell in enumerate(cells):
                        yield from self._pairs(report, Spot(table.block, row.index, c, 0, len(cell.text)), cell.text)

    def _pairs(self, report: Report, whole: Spot, text: str) -> Iterator[Problem]:
        seen: set[int] = set()
        for pattern in self._PAIRS:
            for match in pattern.finditer(text):
                value, grade = _number(match["value"]), match["grade"]
                if value is None or match.start("value") in seen:
                    continue
                seen.add(match.start("value"))
                years = [int(y) for y in re.findall(r"\b20\d\d\b", text)] or [report.identity.year or 2021]
                if not self._fits(grade, value, min(years)):
                    right = next(g for g, (low, high) in self._BOUNDS.items() if low < value <= high or value == 0)
                    start = whole.start
                    yield Problem(
                        Spot(whole.block, whole.row, whole.col, start + match.start(), start + match.end()),
                        stated=grade,
                        expected=right,
                        params=(("value", match["value"]),),
                    )

    def _fits(self, grade: str, value: Decimal, year: int) -> bool:
        tables = [self._BOUNDS] + ([self._OLD] if year < 2016 else [])
        return any(grade in t and t[grade][0] <= value <= t[grade][1] for t in tables)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
