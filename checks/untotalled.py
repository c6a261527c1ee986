"""TOT: the parts of one table against the total that another table states for them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Fact,
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
from reviewer.model.written import written

_MEASURES = {Role.BUDGET: Words("anggaran", "budget"), Role.REALISATION: Words("realisasi", "realisasi")}
_MOST = 12
"""Tables with a total of the same things that are compared."""
Entities = Mapping[int, Fact]
"""The fact of each row of a table for one measure."""


class TotalElsewhere(Check):
    """The amounts of a table without total add up to the total another table states for the same programs."""

    code = "TOT008"
    name = "total-elsewhere"
    severity = Severity.INFO
    title = Words(
        "Jumlah bagian tidak sama dengan jumlah di tabel lain", "Parts do not add up to the total in another table"
    )
    reason = Words(
        "Anggaran dalam Perjanjian Kinerja dan laporan realisasinya harus sama menurut program dan jumlahnya (Lampiran III "
        "PermenPANRB 53/2014).",
        "The budget in the performance agreement and in the report of its realisasi must agree by program and in total "
        "(PermenPANRB 53/2014, annex III).",
    )
    docs = Words(
        "Tabel yang merinci program atau kegiatan tanpa baris jumlah dijumlahkan, dan dibandingkan dengan baris yang "
        "menjumlahkan program-program yang sama, semuanya dan hanya itu, di tabel lain. Pagu murni dan pagu perubahan tidak "
        "dibandingkan. Mana yang keliru ditunjukkan XRF001 untuk barisnya; jumlahnya sendiri hanya info.",
        "A table that lists programs or kegiatan without a total is added up, and compared with the row that sums the same "
        "programs, all of them and no others, in another table. First and changed budgets are not compared. Which rows "
        "differ is XRF001's; the sum itself is only an info.",
    )
    messages = {
        "violated": Words(
            "{count} {measure} di {here} berjumlah {expected}, sedangkan “{row}” tertulis {stated}.",
            "{count} amounts of {measure} in {here} make {expected}, while “{row}” says {stated}.",
        ),
        "found": Words(
            "{count} {measure} di {here} berjumlah {stated}, sedangkan “{total}” di {other} {expected} (selisih "
            "{difference}).",
            "{count} amounts of {measure} in {here} make {stated}, while “{total}” in {other} is {expected} ({difference} "
            "apart).",
        ),
    }
    _PLAN = (
        "Tabel 1 Perjanjian Kinerja\n\nNo\tProgram\tAnggaran\n1\tProgram Ketertiban Umum\t1.500.000\n"
        "2\tProgram Sarana Aparatur\t2.500.000\n3\tProgram Pembinaan Desa\t{last}\n\n"
    )
    _REPORT = (
        "Tabel 2 Anggaran dan Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\n1\tProgram Ketertiban Umum\t1.500.000\t"
        "1.400.000\n2\tProgram Sarana Aparatur\t2.500.000\t2.450.000\n3\tProgram Pembinaan Desa\t3.000.000\t2.900.000\n"
        "\tJumlah\t7.000.000\t6.750.000\n"
    )
    good = (
        Example(_PLAN.replace("{last}", "3.000.000") + _REPORT),
        Example(_PLAN.replace("{last}", "3.000.000\n4\tProgram Kearsipan\t900.000") + _REPORT),
    )
    bad = (Example(_PLAN.replace("{last}", "3.026.400") + _REPORT, "7.026.400"),)

    def inspect(self, report: Report) -> Iterator[Relation | Problem]:
        facts: dict[tuple[int, Role], dict[int, Fact]] = defaultdict(dict)
        for fact in report.facts:
            if fact.money and fact.measure in _MEASURES:
                facts[fact.table, fact.measure].setdefault(fact.row, fact)
        totals = _totals(report, facts)
        for (block, measure), own in facts.items():
            table = report.table_at(block)
            if table is None or not _alone(table, own):
                continue
            mine = next(iter(own.values()))
            for other, row, total in totals.get((measure, frozenset(f.entity for f in own.values())), ()):
                theirs = next(iter(facts[other.block, measure].values()))
                if other.block == block or mine.year != theirs.year:
                    continue
                if mine.state and theirs.state and mine.state != theirs.state:
                    continue
                yield self._compared(table, measure, [f.figure for f in own.values()], other, row, total)

    def _compared(
        self, table: TypedTable, measure: Role, parts: Sequence[Figure], other: TypedTable, row: Row, total: Figure
    ) -> Relation | Problem:
        added = sum((f.value for f in parts), Decimal(0))
        common: tuple[tuple[str, str | Words], ...] = (
            ("count", str(len(parts))),
            ("measure", _MEASURES[measure]),
            ("here", table.title),
        )
        if added == total.value:
            return Relation(Rule.SUM, total, tuple(Term(f) for f in parts), params=common)
        return Problem(
            parts[0].spot,
            stated=written(added, total),
            expected=total.text,
            difference=written(abs(added - total.value), total),
            params=(*common, ("total", row.label), ("other", other.title)),
            quote=parts[0].text,
            evidence=(*(f.spot for f in parts), total.spot),
            content=(*(f.text for f in parts), total.text),
        )


def _alone(table: TypedTable, own: Entities) -> bool:
    """A table of at least three different things, each with one amount, that sums nothing itself."""
    if len(own) < 3 or table.sums or any(r.kind is RowKind.TOTAL for r in table.rows):
        return False
    names = Counter(f.entity for f in own.values())
    filled = [r for r in table.rows if r.kind is RowKind.PART and r.figures and not r.hidden]
    return max(names.values()) == 1 and len(filled) == len(own)


def _totals(
    report: Report, facts: Mapping[tuple[int, Role], Entities]
) -> dict[tuple[Role, frozenset[str]], list[tuple[TypedTable, Row, Figure]]]:
    """Rows that sum different things, by those things; the first of a table where several do."""
    found: dict[tuple[Role, frozenset[str]], list[tuple[TypedTable, Row, Figure]]] = defaultdict(list)
    for table in report.tables:
        for measure in _MEASURES:
            columns, own = table.column(measure), facts.get((table.block, measure), {})
            for total in table.sums if len(columns) == 1 else ():
                row = table.row(total.total)
                names = frozenset(own[p].entity for p in total.parts if p in own)
                figure = row.figure(columns[0].index) if row else None
                if row is None or figure is None or figure.dash or len(names) != len(total.parts):
                    continue
                known = found[measure, names]
                if len(known) < _MOST and (not known or known[-1][0].block != table.block):
                    known.append((table, row, figure))
    return found
