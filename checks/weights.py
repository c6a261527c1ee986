"""TOT: weights make a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Column, Figure, Problem, Report, RowKind, Severity, TypedTable, Words
from reviewer.model.written import written


class Weights(Check):
    """Weights make a hundred."""

    code = "TOT010"
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
        Example(
            _HEAD + "2\tAngka partisipasi\t92,50\t35\n3\tNilai literasi\t64,50\t20\n\n"
            "No\tIndikator\tTarget\tBobot (%)\n4\tMinat baca\t50,00\t5\n"
        ),
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
        weighed = [(t, c) for t in report.tables for c in t.columns if c.header and self._WEIGHT.match(c.header[-1])]
        for i, (table, column) in enumerate(weighed):
            near = [t for t, _ in weighed[max(0, i - 1) : i + 2] if t is not table]
            # A table over two pages is in two pieces, of which one has no caption.
            alone = all(abs(t.ordinal - table.ordinal) > 1 or (t.caption and table.caption) for t in near)
            yield from self._judge(table, column, alone)

    def _judge(self, table: TypedTable, column: Column, alone: bool) -> Iterator[Problem]:
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
            plain = abs(stated.value - whole) <= slack  # else it is the total that is wrong
            if plain and 80 <= stated.value <= 120 and abs(stated.value - 100) > slack:
                yield self._problem("total", stated, stated.text, parts, Severity.ERROR)
        elif (
            alone
            and 90 <= whole <= 110
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
