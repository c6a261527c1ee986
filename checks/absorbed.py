"""XRF: a percentage told with an amount, against the row of the table that has this amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Role, Row, RowKind, Rule, Severity, Term, TypedTable, Words
from reviewer.model.arithmetic import Match, compare

_REASON = Words(
    "Angka dalam uraian harus sama dengan angka dalam tabel yang diuraikannya (akurasi penyajian, Lampiran III PermenPANRB "
    "53/2014).",
    "Figures in the text must be those of the table it speaks of (accuracy of presentation, PermenPANRB 53/2014, annex III).",
)


class PercentOfAmount(Check):
    """ "realisasi Rp… atau …%" is what the row of the table makes that has this amount."""

    code = "XRF010"
    name = "percent-of-amount"
    severity = Severity.ERROR
    title = Words("Persentase serapan lain dari tabelnya", "A percentage of the budget spent is not the table's")
    reason = _REASON
    docs = Words(
        "Kalimat yang menyebut realisasi atau sisa anggaran dengan satu nilai rupiah dan satu persentase: bila nilai itu persis "
        "realisasi atau sisa satu baris dari satu tabel, persentasenya dihitung ulang dari pagu dan realisasi baris itu. "
        "Persentase yang juga cocok sebagai perbandingan lain dari baris itu atau terhadap jumlahnya dibiarkan.",
        "A sentence that names realisasi or remainder with one amount and one percentage: where the amount is exactly the "
        "realisasi or remainder of one row of one table, the percentage is recomputed from that row's budget and realisasi. A "
        "percentage that fits another ratio of that row or of its total is left alone.",
    )
    messages = {
        "violated": Words(
            "Tertulis {stated}, padahal menurut {table}, baris “{name}”, {numerator} dari {denominator} adalah {expected}.",
            "{stated} is written, but by {table}, row “{name}”, {numerator} of {denominator} is {expected}.",
        ),
    }
    _TABLE = (
        "Tabel 1 Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\t%\tSisa\n1\tBelanja Pegawai\t4.000.000.000\t3.900.000.000\t97,50\t"
        "100.000.000\n2\tBelanja Barang\t2.000.000.000\t1.840.000.000\t92,00\t160.000.000\n"
        "\tJumlah\t6.000.000.000\t5.740.000.000\t95,67\t260.000.000\n\n"
    )
    good = (
        Example(_TABLE + "Realisasi anggaran sebesar Rp. 5.740.000.000,- atau 95,67 % dari pagu.\n"),
        Example(
            _TABLE + "Realisasi belanja pegawai sebesar Rp. 3.900.000.000,- atau 67,94 % dari seluruh realisasi.\n"
        ),
    )
    bad = (
        Example(_TABLE + "Realisasi anggaran sebesar Rp. 5.740.000.000,- atau 92,00 % dari pagu.\n", "92,00"),
        Example(_TABLE + "Realisasi anggaran mencapai 97,50 % dengan sisa Rp. 260.000.000,-.\n", "97,50"),
    )
    _TIED = re.compile(
        r"^\s*(?:\(|,?\s*atau(?:\s+(?:sebesar|mencapai))?|,?\s*yaitu|dengan persentase(?: sebesar)?)\s*$", re.I
    )
    _LEFT = re.compile(
        r"^\s*\)?\s*,?\s*(?:dengan|sehingga(?:\s+terdapat)?|dan)\s+sisa(?:\s+anggaran)?(?:\s+sebesar)?\s*$", re.I
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        rows: dict[tuple[Role, Decimal], list[tuple[TypedTable, Row]]] = {}
        for table in report.tables:
            for row in table.rows:
                for c, f in row.figures:
                    if table.columns[c].role in (Role.REALISATION, Role.REMAINDER) and f.value >= 1_000_000:
                        rows.setdefault((table.columns[c].role, f.value), []).append((table, row))
        for sentence in report.sentences:
            if not re.search(r"reali[sz]asi|serap", sentence.text, re.IGNORECASE):
                continue
            start = sentence.spot.start
            for left, right in zip(sentence.figures, sentence.figures[1:], strict=False):
                between = sentence.text[left.spot.end - start : right.spot.start - start]
                between = re.sub(r"\([^()\d]*\)", "", between)
                if left.unit == "Rp" and right.percent and self._TIED.match(between):
                    amount, stated, role = left, right, Role.REALISATION
                elif left.percent and right.unit == "Rp" and self._LEFT.match(between):
                    amount, stated, role = right, left, Role.REMAINDER
                else:
                    continue
                alone = sum(1 for f in sentence.figures if f.unit == "Rp" and f.spot.start < stated.spot.start) <= 1
                after = sentence.text[stated.spot.end - start :][:40]
                if not alone or re.search(
                    r"total|seluruh|terhadap|realisasi|keseluruhan|tahun (?:lalu|sebelum)", after, re.I
                ):
                    continue
                own = rows.get((role, amount.value), [])
                if len(own) == 1:
                    told = {f.value for s in report.sentences_in(sentence.spot.block) for f in s.figures}
                    yield from self._relation(stated, *own[0], told)

    def _relation(self, stated: Figure, table: TypedTable, row: Row, told: set[Decimal]) -> Iterator[Relation]:
        pairs = [
            (a, b)
            for across in table.across
            if across.rule is Rule.PERCENT and across.whole_row is None and not across.inner
            if table.columns[across.terms[0][0]].role is Role.REALISATION
            if table.columns[across.terms[1][0]].role is Role.BUDGET
            if (a := row.figure(across.terms[0][0])) and (b := row.figure(across.terms[1][0])) and b.value > 0
        ]
        if len(pairs) != 1:
            return
        realised, budget = pairs[0]
        if {realised.value, budget.value} <= told:
            return  # PCT003 reads both in the text
        totals = [r for r in table.rows if r.kind is RowKind.TOTAL or r is row]
        amounts = [f for r in totals for _, f in r.figures if not f.percent and f.value > 0]
        fits = any(
            compare(Rule.PERCENT, stated, [(a, 1), (b, 1)]) is not Match.DIFFERS
            for a, b in permutations(amounts, 2)
            if a in (f for _, f in row.figures)
        )
        if not fits or compare(Rule.PERCENT, stated, [(realised, 1), (budget, 1)]) is Match.HOLDS:
            params = (
                ("table", table.title),
                ("name", row.label),
                ("numerator", realised.text),
                ("denominator", budget.text),
            )
            yield Relation(Rule.PERCENT, stated, (Term(realised), Term(budget)), params=params)
