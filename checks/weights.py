"""Columns that must make a whole: weights, and quarters that add up as they go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Column,
    Figure,
    Paragraph,
    Problem,
    Report,
    Role,
    Row,
    RowKind,
    Severity,
    TypedTable,
    Words,
)
from reviewer.model.written import written


class Weights(Check):
    """Weights make a hundred."""

    code = "TOT040"
    name = "weights"
    severity = Severity.WARNING
    title = Words("Bobot tidak berjumlah 100", "Weights do not make 100")
    reason = Words(
        "Bobot membagi satu keseluruhan; nilai akhir yang dihitung dengannya salah bila jumlahnya bukan 100 %.",
        "Weights divide one whole; what is computed with them is wrong where they do not make 100 %.",
    )
    docs = Words(
        "Kolom berjudul bobot (juga “(%)”): jumlah yang tercetak harus 100, kesalahan bila tidak. Tanpa baris jumlah, dilaporkan "
        "bila baris-barisnya berjumlah dekat 100 (90 – 110) tetapi bukan 100, di luar pembulatan. Kolom bobot × skor dan bobot "
        "bertingkat dibiarkan.",
        "A column headed bobot (also “(%)”): its printed total must be 100, an error where it is not. Without a total row it is "
        "reported where the rows make nearly 100 (90 to 110) but not 100, beyond rounding. Columns of weight × score and nested "
        "weights are left alone.",
    )
    messages = {
        "total": Words(
            "Bobot berjumlah {stated}, seharusnya {expected}.",
            "The weights make {stated}, they should make {expected}.",
        ),
        "sum": Words(
            "{count} bobot di kolom ini berjumlah {stated}, seharusnya {expected}.",
            "The {count} weights of this column make {stated}, they should make {expected}.",
        ),
    }
    _HEAD = "Tabel 1 Perjanjian Kinerja\n\nNo\tIndikator\tTarget\tBobot (%)\n1\tAngka melek huruf\t98,50\t40\n"
    good = (
        Example(_HEAD + "2\tAngka partisipasi\t92,50\t35\n3\tNilai literasi\t64,50\t25\nJumlah\t\t\t100\n"),
        Example(_HEAD + "2\tAngka partisipasi\t92,50\t35\n3\tNilai literasi\t64,50\t25\n"),
        Example(_HEAD + "2\tAngka partisipasi\t92,50\t5\n3\tNilai literasi\t64,50\t3\n"),
    )
    bad = (
        Example(_HEAD + "2\tAngka partisipasi\t92,50\t40\n3\tNilai literasi\t64,50\t25\nJumlah\t\t\t105\n", "105"),
        Example(_HEAD + "2\tAngka partisipasi\t92,50\t40\n3\tNilai literasi\t64,50\t25\n", "105"),
    )
    _WEIGHT = re.compile(
        r"^\s*(?:bobot|pembobotan|timbangan)\s*(?:\(?\s*(?:%|persen)\s*\)?|indikator|kinerja)*\s*$", re.I
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            for column in table.columns:
                if column.header and self._WEIGHT.match(column.header[-1]):
                    yield from self._judge(table, column)

    def _judge(self, table: TypedTable, column: Column) -> Iterator[Problem]:
        parts = [
            f
            for r in table.rows
            if r.kind is RowKind.PART and (f := r.figure(column.index)) and not f.dash and not f.fault
        ]
        totals = [f for r in table.rows if r.kind is RowKind.TOTAL and (f := r.figure(column.index))]
        if len(parts) < 3 or any(f.value <= 0 or f.value > 100 for f in parts) or len(totals) > 1:
            return
        whole = sum((f.value for f in parts), Decimal(0))
        slack = sum((f.step for f in parts), Decimal(0)) / 2 if any(f.decimals for f in parts) else Decimal(0)
        if totals:
            stated = totals[0]
            if stated.value not in (1, 100) and 80 <= stated.value <= 120 and abs(stated.value - 100) > slack:
                yield self._problem("total", stated, stated.text, parts, Severity.ERROR)
        elif (
            90 <= whole <= 110
            and abs(whole - 100) > slack
            and not any(r.level for r in table.rows if r.figure(column.index))
        ):
            yield self._problem("sum", parts[-1], written(whole, parts[0]), parts, Severity.WARNING)

    def _problem(self, message: str, at: Figure, stated: str, parts: list[Figure], severity: Severity) -> Problem:
        return Problem(
            at.spot,
            message,
            stated=stated,
            expected="100",
            params=(("count", str(len(parts))),),
            evidence=tuple(f.spot for f in parts),
            severity=severity,
            quote=stated,
            content=(stated, *(f.text for f in parts)),
        )


_QUARTER = re.compile(
    r"\b(?:tw|triwulan|tri wulan|q)\s*\.?\s*(?P<number>iv|iii|ii|i|[1-4])\b(?!\s*\d)|"
    r"\bs\.?\s?/?\s?d\.?\s*(?:tw|triwulan)\s*\.?\s*(?P<upto>iv|iii|ii|i|[1-4])\b",
    re.IGNORECASE,
)
_PLACE = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_ADDS_UP = re.compile(r"\b(?:kumulatif|komulatif|akumulasi|akumulatif)\b|\bs\.?\s?/?\s?d\.?\s*(?:tw|triwulan)\b", re.I)
_NOT = re.compile(r"\b(?:non|bukan|tidak)[\s-]+(?:bersifat\s+)?(?:kumulatif|komulatif|akumulatif)\b", re.IGNORECASE)


class RunningQuarters(Check):
    """Quarters that add up do not fall, and end at the year's figure."""

    code = "TOT041"
    name = "running-quarters"
    severity = Severity.WARNING
    title = Words(
        "Triwulan kumulatif turun atau tidak sampai ke angka setahun",
        "Running quarters fall, or miss the year's figure",
    )
    reason = Words(
        "Angka kumulatif memuat triwulan sebelumnya, maka tidak dapat turun, dan triwulan IV sama dengan angka setahun.",
        "A running figure holds the quarters before it: it cannot fall, and the fourth quarter is the year's.",
    )
    docs = Words(
        "Tabel dengan kolom triwulan I sampai IV yang disebut kumulatif (di judul kolom, judul tabel, atau kalimat tepat di atas "
        "atau di bawahnya): tidak boleh turun dari satu triwulan ke berikutnya, dan triwulan IV harus sama dengan kolom target "
        "setahun. Nilai kosong dan “-” dilewati; baris yang disebut tidak kumulatif dibiarkan.",
        "A table with columns of quarters I to IV that are said to be cumulative (in a header, the caption, or a sentence right "
        "above or below): they must not fall, and quarter IV must equal the column of the year's target. Blanks and “-” are "
        "passed over; rows said not to be cumulative are left alone.",
    )
    messages = {
        "falls": Words(
            "{row}: kumulatif {quarter} tertulis {stated}, padahal {before} sudah {expected}.",
            "{row}: the running {quarter} is {stated}, but {before} already was {expected}.",
        ),
        "year": Words(
            "{row}: kumulatif {quarter} tertulis {stated}, padahal {before} {expected}.",
            "{row}: the running {quarter} is {stated}, but {before} is {expected}.",
        ),
    }
    _HEAD = (
        "Target triwulan bersifat kumulatif.\n\nNo\tAksi\tTarget Setahun\tTW I\tTW II\tTW III\tTW IV\n"
        "1\tRehab ruang\t64\t0\t12\t40\t64\n"
    )
    good = (
        Example(_HEAD + "2\tPelatihan guru\t36\t-\t6\t18\t36\n"),
        Example(_HEAD.replace("bersifat", "tidak bersifat") + "2\tPelatihan guru\t36\t6\t18\t10\t2\n"),
    )
    bad = (
        Example(_HEAD + "2\tPelatihan guru\t36\t6\t26\t18\t36\n", "18"),
        Example(_HEAD + "2\tPelatihan guru\t36\t6\t18\t30\t33\n", "33"),
    )
    _YEAR = re.compile(
        r"\b(?:setahun|satu tahun|1 tahun|tahunan)\b|^\s*target(?:\s+(?:kinerja\s*)?(?:tahun\s*)?(?:20\d\d)?)?\s*$",
        re.I,
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            quarters = self._quarters(table)
            if quarters is None or not self._said(report, table, quarters):
                continue
            year = next(
                (c for c in table.columns if c not in quarters and c.header and self._YEAR.search(c.header[-1])), None
            )
            for row in table.rows:
                if row.kind is RowKind.PART and not _NOT.search(" ".join(c.text for c in table.table.rows[row.index])):
                    yield from self._judge(row, quarters, year)

    def _quarters(self, table: TypedTable) -> list[Column] | None:
        """The one set of columns for the four quarters."""
        found: dict[int, Column] = {}
        for column in table.columns:
            match = _QUARTER.search(column.header[-1]) if column.header else None
            if match is None or column.role is Role.TEXT:
                continue
            place = _PLACE[(match["number"] or match["upto"]).lower()]
            if place in found:
                return None
            found[place] = column
        return [found[n] for n in (1, 2, 3, 4)] if set(found) == {1, 2, 3, 4} else None

    def _said(self, report: Report, table: TypedTable, quarters: list[Column]) -> bool:
        blocks = report.document.blocks
        sheet = table.table.place.sheet
        near = [
            b.text
            for i in (table.block - 2, table.block - 1, table.block + 1, table.block + 2)
            if 0 <= i < len(blocks) and isinstance(b := blocks[i], Paragraph) and b.place.sheet == sheet
        ]
        told = " . ".join([table.caption, *(q.title for q in quarters), *near])
        return _ADDS_UP.search(told) is not None and _NOT.search(told) is None

    def _judge(self, row: Row, quarters: list[Column], year: Column | None) -> Iterator[Problem]:
        named = [(c, f) for c in quarters if (f := row.figure(c.index)) and not f.dash and not f.fault]
        for (before, earlier), (quarter, figure) in zip(named, named[1:], strict=False):
            if figure.value < earlier.value:
                yield self._problem("falls", row, quarter, figure, before, earlier)
                return
        whole = row.figure(year.index) if year is not None else None
        if whole is None or year is None or whole.dash or not named or named[-1][0] is not quarters[-1]:
            return
        if named[-1][1].value != whole.value and whole.percent == named[-1][1].percent:
            yield self._problem("year", row, quarters[-1], named[-1][1], year, whole)

    def _problem(
        self, message: str, row: Row, quarter: Column, figure: Figure, before: Column, other: Figure
    ) -> Problem:
        return Problem(
            figure.spot,
            message,
            stated=figure.text,
            expected=other.text,
            params=(("row", row.label), ("quarter", quarter.header[-1]), ("before", before.header[-1])),
            evidence=(other.spot,),
            figure=figure,
            content=(figure.text, other.text),
        )
