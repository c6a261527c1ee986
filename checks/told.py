"""XRF: budget and realisasi told in one sentence, against the row of a table that it plainly speaks of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Figure,
    Problem,
    Relation,
    Report,
    Role,
    Row,
    RowKind,
    Rule,
    Severity,
    Term,
    TypedTable,
    Words,
)
from reviewer.model.spoken import Amount, amounts_of
from reviewer.model.written import written

_ROLE = {"budget": Role.BUDGET, "realised": Role.REALISATION, "left": Role.REMAINDER}
_CALLED = {
    "budget": Words("anggaran", "budget"),
    "realised": Words("realisasi", "realisasi"),
    "left": Words("sisa", "remainder"),
}
_OTHER = re.compile(
    r"murni|semula|\bawal|sebelum|lalu|triwulan|semester|s\.?/?d\b|sampai dengan bulan|bertambah|berkurang|menjadi|"
    r"di ?antaranya|antara lain|masing|sebagian|target",
    re.IGNORECASE,
)

_PART_OF_YEAR = re.compile(r"triwulan|semester|\bbulan\b|\btw\b|\bs\.?/?d\b|sampai", re.IGNORECASE)


class ToldWithItsRow(Check):
    """A sentence that names a row's budget names that row's realisasi too, and the other way round."""

    code = "XRF009"
    name = "told-with-row"
    severity = Severity.WARNING
    title = Words(
        "Anggaran dan realisasi dalam kalimat tidak sebaris dengan tabel",
        "Budget and realisasi of a sentence are not of one row of the table",
    )
    reason = Words(
        "Angka dalam uraian harus sama dengan angka dalam tabel yang diuraikannya (akurasi penyajian, Lampiran III PermenPANRB "
        "53/2014).",
        "Figures in the text must be those of the table it speaks of (accuracy of presentation, PermenPANRB 53/2014, annex "
        "III).",
    )
    docs = Words(
        "Kalimat yang menyebut anggaran dan realisasi (atau sisa) berdampingan: bila salah satunya persis "
        "angka satu baris saja "
        "dari satu tabel, yang lain dibandingkan dengan baris itu. Kalimat tentang anggaran murni, triwulan atau sebagian "
        "dibiarkan.",
        "A sentence that names budget and realisasi (or what is left) side by side: where one of them is exactly the figure of "
        "one row only of one table, the other one is compared with that row. Sentences on first budgets, quarters or parts "
        "are left alone.",
    )
    messages = {
        "violated": Words(
            "{what} tertulis {stated} di sini; {table}, baris “{name}” dengan {anchor} yang sama, memuat {expected}.",
            "{what} says {stated} here; {table}, row “{name}” with the same {anchor}, has {expected}.",
        ),
    }
    _TABLE = (
        "Tabel 1 Realisasi\n\nNo\tProgram\tAnggaran\tRealisasi\n1\tProgram A\t4.868.411.500\t4.678.512.300\n"
        "2\tProgram B\t5.815.511.550\t5.700.100.200\n\tJumlah\t10.683.923.050\t10.378.612.500\n\n"
    )
    good = (
        Example(_TABLE + "Anggaran sebesar Rp10.683.923.050 dengan realisasi sebesar Rp10.378.612.500.\n"),
        Example(_TABLE + "Anggaran sebesar Rp10.683.923.050, realisasi sampai triwulan III sebesar Rp7.378.612.500.\n"),
        Example(_TABLE + "Anggaran sebesar Rp9.683.923.050 dengan realisasi sebesar Rp9.378.612.500.\n"),
    )
    bad = (
        Example(
            _TABLE + "Anggaran sebesar Rp10.683.923.050 dengan realisasi sebesar Rp10.734.110.125.\n", "10.734.110.125"
        ),
        Example(_TABLE + "Realisasi Rp5.700.100.200 dari anggaran sebesar Rp6.151.511.550.\n", "6.151.511.550"),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        rows = _rows(report)
        for number, sentence in enumerate(report.sentences):
            amounts = [a for a in amounts_of(number, sentence) if a.figure.value >= 100_000 and not a.figure.fault]
            if len(amounts) < 2 or _OTHER.search(sentence.text):
                continue
            for first, second in zip(amounts, amounts[1:], strict=False):
                if {first.says, second.says} in ({"budget", "realised"}, {"realised", "left"}, {"budget", "left"}):
                    yield from self._compared(rows, first, second)

    def _compared(
        self, rows: dict[tuple[Role, Decimal], list[tuple[TypedTable, Row]]], first: Amount, second: Amount
    ) -> Iterator[Relation]:
        """The one amount is a row's: the other should be that row's too; where both are, they hold."""
        for anchor, told in ((first, second), (second, first)):
            places = rows.get((_ROLE[anchor.says], anchor.figure.value), [])
            stated = [(t, r, f) for t, r in places if (f := _figure(t, r, _ROLE[told.says]))]
            if len({f.value for _, _, f in stated}) != 1:
                continue
            table, row, figure = stated[0]
            if figure.value != told.figure.value and rows.get((_ROLE[told.says], told.figure.value)):
                continue  # it is another row's: the sentence speaks of two things
            yield Relation(
                Rule.EQUAL,
                told.figure,
                (Term(figure),),
                params=(
                    ("what", _CALLED[told.says]),
                    ("anchor", _CALLED[anchor.says]),
                    ("table", table.title),
                    ("name", row.label),
                ),
                choice="told",
                arithmetic=False,
            )


def _rows(report: Report) -> dict[tuple[Role, Decimal], list[tuple[TypedTable, Row]]]:
    """Every row of the report's year by its budget, realisasi and remainder."""
    found: dict[tuple[Role, Decimal], list[tuple[TypedTable, Row]]] = defaultdict(list)
    for table in report.tables:
        if _PART_OF_YEAR.search(" ".join((table.caption, *(c.title for c in table.columns)))):
            continue
        for row in table.rows:
            if row.hidden or row.kind not in (RowKind.PART, RowKind.TOTAL):
                continue
            if (row.year or table.year or report.identity.year) != report.identity.year:
                continue
            for role in _ROLE.values():
                figure = _figure(table, row, role)
                if figure is not None and abs(figure.value) >= 100_000:
                    found[role, figure.value].append((table, row))
    return found


def _figure(table: TypedTable, row: Row, role: Role) -> Figure | None:
    """The row's figure in the one column of this role."""
    columns = [c for c in table.column(role) if c.unit in ("", "Rp")]
    figure = row.figure(columns[0].index) if len(columns) == 1 else None
    return None if figure is None or figure.dash or figure.percent or figure.fault else figure


class ShareWithItsRow(Check):
    """A rounded realisasi of a sentence has the percentage of its row."""

    code = "XRF014"
    name = "share-with-row"
    severity = Severity.WARNING
    title = Words(
        "Persentase realisasi dalam kalimat lain dari baris tabelnya", "A percentage told beside a rounded realisasi"
    )
    reason = ToldWithItsRow.reason
    docs = Words(
        "“realisasi belanja sebesar Rp1.246,45 miliar atau 95,23 % dari pagu”: bila nilai yang dibulatkan itu cocok dengan "
        "realisasi dalam tabel, dan semua baris yang cocok memberi persentase yang sama terhadap anggarannya, persentase dalam "
        "kalimat dibandingkan dengan itu.",
        "“realisasi belanja sebesar Rp1.246,45 miliar atau 95,23 % dari pagu”: where the rounded amount is a realisasi of a "
        "table, and all rows that fit have one percentage of their budget, the percentage of the sentence is compared with it.",
    )
    messages = {
        "found": Words(
            "{amount} ditulis {stated} dari anggarannya; {table}, baris “{name}”, memuat {realised} dari {budget}, yaitu "
            "{expected}.",
            "{amount} is said to be {stated} of its budget; {table}, row “{name}”, has {realised} of {budget}, which is "
            "{expected}.",
        ),
    }
    _TABLE = (
        "Tabel 1 Belanja\n\nNo\tUraian\tAnggaran (Rp)\tRealisasi (Rp)\t%\n1\tBelanja Operasi\t998.378.000.000\t"
        "953.184.213.679\t95,47\n2\tBelanja Modal\t304.553.000.000\t292.022.776.345\t95,89\n"
        "\tJumlah\t1.302.931.000.000\t1.245.206.990.024\t95,57\n\n"
    )
    good = (
        Example(_TABLE + "Realisasi belanja daerah sebesar Rp1.245,21 miliar atau 95,57 % dari pagu.\n"),
        Example(_TABLE + "Realisasi belanja daerah sebesar Rp1.245,21 miliar atau 60,10 % dari seluruh pengeluaran.\n"),
    )
    bad = (Example(_TABLE + "Realisasi belanja daerah sebesar Rp1.245,21 miliar atau 96,57 % dari pagu.\n", "96,57"),)
    _LEAD = re.compile(r"reali[sz]asi|terserap", re.IGNORECASE)
    _TIED = re.compile(r"\s*(?:atau(?: sebesar)?|\()\s*", re.IGNORECASE)
    _OF = re.compile(r"^\s*(?:persen)?\s*dari\s+(?:target|pagu|anggaran)(?:nya)?\s*(?:[.,;]|\bdan\b|$)", re.IGNORECASE)

    def inspect(self, report: Report) -> Iterator[Problem]:
        tables = [t for t in report.tables if (t.year or report.identity.year) == report.identity.year]
        for sentence in report.sentences:
            if _OTHER.search(re.sub(r"dari\s+target", "", sentence.text, flags=re.IGNORECASE)):
                continue
            base = sentence.spot.start
            for amount, share in zip(sentence.figures, sentence.figures[1:], strict=False):
                rounded = amount.unit == "Rp" and amount.scale >= 6 and amount.decimals >= 2
                if not rounded or not share.percent or share.decimals < 2:
                    continue
                tied = self._TIED.fullmatch(sentence.text[amount.spot.end - base : share.spot.start - base])
                before, after = sentence.text[: amount.spot.start - base][-60:], sentence.text[share.spot.end - base :]
                if tied and self._LEAD.search(before) and self._OF.match(after):
                    yield from self._judged(tables, amount, share)

    def _judged(self, tables: list[TypedTable], amount: Figure, share: Figure) -> Iterator[Problem]:
        fitting = [
            (table, row, realised, budget)
            for table in tables
            for row in table.rows
            if not row.hidden
            and (realised := _figure(table, row, Role.REALISATION))
            and (budget := _figure(table, row, Role.BUDGET))
            and realised.exact
            and budget.value > 0
            and abs(realised.value - amount.value) <= amount.step / 2
        ]
        percents = {(done.value / budget.value * 100).quantize(Decimal("0.01")) for _, _, done, budget in fitting}
        if len(percents) == 1 and abs(min(percents) - share.value) > 2 * share.step:
            table, row, realised, budget = fitting[0]
            yield Problem(
                share.spot,
                stated=share.text,
                expected=written(min(percents), share),
                params=(
                    ("amount", amount.text),
                    ("table", table.title),
                    ("name", row.label),
                    ("realised", realised.text),
                    ("budget", budget.text),
                ),
                evidence=(realised.spot, budget.spot),
                figure=share,
                content=(amount.text, share.text),
            )
