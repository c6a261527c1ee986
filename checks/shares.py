"""PCT: shares of a total."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Across,
    Relation,
    Report,
    Row,
    RowKind,
    Rule,
    Term,
    TypedTable,
    Words,
)

_REASON = Words(
    "Capaian dihitung dari realisasi dibandingkan target (Lampiran II PermenPANRB 53/2014); serapan dari realisasi "
    "dibandingkan pagu.",
    "Capaian is realisasi against target (PermenPANRB 53/2014, annex II); serapan is realisasi against pagu.",
)


class Share(Check):
    """A share is the row's amount over the total."""

    code = "PCT002"
    name = "share"
    title = Words("Proporsi salah hitung", "A share is miscalculated")
    reason = _REASON
    docs = Words(
        "Kolom proporsi dihitung ulang: jumlah baris itu dibagi jumlah seluruhnya dalam tabel yang sama. Kolom ini "
        "dikenali bila cocok di sebagian "
        "besar barisnya.",
        "A column of shares is recomputed: the row's amount over the table's total. Such a column is recognised by "
        "holding in most of its rows.",
    )
    messages = {
        "violated": Words(
            "{row}: {column} tertulis {stated}, padahal {numerator} dari {denominator} adalah {expected}.",
            "{row}: {column} says {stated}, but {numerator} of {denominator} is {expected}.",
        ),
    }
    good = (
        Example(
            "Tabel 1 Anggaran\n\nNo\tProgram\tAnggaran\tProporsi (%)\n1\tA\t200.000.000\t20,00\n"
            "2\tB\t300.000.000\t30,00\n3\tC\t500.000.000\t50,00\n\tJumlah\t1.000.000.000\t100\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Anggaran\n\nNo\tProgram\tAnggaran\tProporsi (%)\n1\tA\t200.000.000\t20,00\n"
            "2\tB\t300.000.000\t30,00\n3\tC\t500.000.000\t55,00\n\tJumlah\t1.000.000.000\t100\n",
            "55,00",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            for across in table.across:
                whole = table.row(across.whole_row) if across.whole_row is not None else None
                if whole is None:
                    continue
                column = across.terms[0][0]
                denominator = whole.figure(column)
                yield from self._whole(table, across, whole)
                for row in table.rows:
                    stated, numerator = row.figure(across.result), row.figure(column)
                    if (
                        row.kind is not RowKind.PART
                        or denominator is None
                        or stated is None
                        or stated.dash
                        or numerator is None
                    ):
                        continue
                    if row.index == whole.index:
                        continue
                    yield Relation(
                        Rule.PERCENT,
                        stated,
                        (Term(numerator), Term(denominator)),
                        params=(
                            ("column", table.columns[across.result].name),
                            ("numerator", numerator.text),
                            ("denominator", denominator.text),
                        ),
                    )

    def _whole(self, table: TypedTable, across: Across, whole: Row) -> Iterator[Relation]:
        """The total's own share: all of it, or what the printed shares of its parts add up to."""
        stated, base = whole.figure(across.result), whole.figure(across.terms[0][0])
        if stated is None or base is None or stated.dash:
            return
        params = (
            ("column", table.columns[across.result].name),
            ("numerator", base.text),
            ("denominator", base.text),
        )
        yield Relation(Rule.PERCENT, stated, (Term(base), Term(base)), params=params, choice="whole")
        for total in table.sums:
            parts = [f for p in total.parts if (row := table.row(p)) and (f := row.figure(across.result))]
            if total.total == whole.index and parts:
                yield Relation(Rule.SUM, stated, tuple(Term(f) for f in parts), params=params, choice="whole")
