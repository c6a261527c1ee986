"""XRF: budget and realisasi told in one sentence, against the row of a table that it plainly speaks of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Role, Row, RowKind, Rule, Severity, Term, TypedTable, Words
from reviewer.model.spoken import Amount, amounts_of

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
        "Kalimat yang menyebut anggaran dan realisasi (atau sisa) berdampingan: bila salah satunya persis angka satu baris saja "
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
