"""MIS: a last row that holds the totals of its columns and does not say so."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Problem, Report, Row, RowKind, Severity, TypedTable, Words

_LEAST = 3
"""Amounts whose sum is no chance."""
_AMOUNT = 1000
"""Smaller figures are numbers of columns, counts, percentages."""


class TotalWithoutLabel(Check):
    """The last row adds up the columns above it but has no label."""

    code = "MIS008"
    name = "total-without-label"
    severity = Severity.INFO
    title = Words("Baris jumlah tanpa label", "A total row without a label")
    reason = Words(
        "Pembaca harus dapat mengenali baris jumlah; tanpa label ia terbaca sebagai rincian yang kehilangan namanya.",
        "A reader must be able to tell a total; without a label it reads as a detail that has lost its name.",
    )
    docs = Words(
        "Baris terakhir tabel yang tidak mempunyai nomor dan label, tetapi nilainya tepat sama dengan jumlah sedikitnya tiga "
        "rincian di atasnya.",
        "The last row of a table that has neither number nor label, but whose amount is exactly the sum of at least three "
        "details above it.",
    )
    messages = {
        "found": Words(
            "Baris terakhir memuat {stated}, tepat jumlah {n} baris di atasnya, tetapi tidak berlabel “Jumlah”.",
            "The last row holds {stated}, exactly the sum of the {n} rows above it, but is not labelled as a total.",
        ),
    }
    _TABLE = (
        "Tabel 1 Usulan\n\n| No | Kegiatan | Anggaran |\n|---|---|---|\n| 1 | Kegiatan A | 125.000.000 |\n"
        "| 2 | Kegiatan B | 310.500.000 |\n| 3 | Kegiatan C | 75.250.000 |\n| | {label} | {last} |\n"
    )
    good = (
        Example(_TABLE.format(label="Jumlah", last="510.750.000")),
        Example(_TABLE.format(label="", last="75.250.000")),
    )
    bad = (Example(_TABLE.format(label="", last="510.750.000"), "510.750.000"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            rows = [row for row in table.rows if row.kind is not RowKind.NUMBERS and not row.hidden]
            last = rows[-1] if len(rows) > _LEAST else None
            if last is None or last.label.strip() or last.number or last.kind is not RowKind.PART:
                continue
            for col, figure in last.figures:
                parts = self._details(table, rows[:-1], col)
                if figure.value >= _AMOUNT and not figure.percent and len(parts) >= _LEAST:
                    amounts = [f for row in parts if (f := row.figure(col))]
                    if sum(f.value for f in amounts) == figure.value:
                        yield Problem(
                            figure.spot,
                            stated=figure.text,
                            params=(("n", str(len(amounts))),),
                            evidence=tuple(f.spot for f in amounts),
                        )
                        break

    def _details(self, table: TypedTable, rows: list[Row], col: int) -> list[Row]:
        """The rows with an amount in a column that are not made up of others below them."""
        own = [row for row in rows if (f := row.figure(col)) and abs(f.value) >= _AMOUNT]
        above = {row.parent for row in own}
        return [row for row in own if row.index not in above]
