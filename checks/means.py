"""PCT: rows that average or compare others: means, a sasaran over its indicators, growth beneath the total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Role, Row, RowKind, Rule, Severity, Term, TypedTable, Words
from reviewer.model.arithmetic import Match, compare

_REASON = Words(
    "Rata-rata dan pertumbuhan dipakai untuk menilai keberhasilan; keduanya harus dapat dihitung ulang.",
    "Means and growth are used to judge success; it must be possible to recompute them.",
)


class PlainMean(Check):
    """A row Rata-rata is the mean of the rows above it, also where these are marks rather than percentages."""

    code = "PCT018"
    name = "mean-of-marks"
    severity = Severity.WARNING
    title = Words("Rata-rata nilai salah hitung", "A mean of marks is miscalculated")
    reason = _REASON
    docs = Words(
        "Baris “Rata-rata” di bawah nilai atau skor berdesimal dibandingkan dengan rata-rata sederhana baris-baris di atasnya. "
        "Hanya bila tabel itu tidak memuat kolom bilangan bulat yang dapat menjadi penimbang dan hasilnya terletak di antara "
        "nilai terkecil dan terbesar. Bobot survei kepuasan (0,11 untuk tiap unsur dari sembilan) juga diterima. Persentase "
        "diperiksa PCT004.",
        "A row “Rata-rata” under decimal marks is compared with the plain mean of the rows above it. Only where the table has no "
        "column of whole numbers that could weigh them and the result lies between the least and the greatest mark. The weights "
        "of satisfaction surveys (0.11 for each of nine marks) are accepted too. Percentages are PCT004's.",
    )
    messages = {
        "violated": Words(
            "{row}: kolom {column} tertulis {stated}, padahal rata-rata {count} baris adalah {expected}.",
            "{row}: column {column} says {stated}, but the mean of {count} rows is {expected}.",
        ),
    }
    _ROWS = "Tabel 1 Survei\n\nNo\tUnsur\tNilai\nU1\tPersyaratan\t3,31\nU2\tProsedur\t3,29\nU3\tWaktu\t3,12\nU4\tBiaya\t3,78\n"
    good = (
        Example(_ROWS + "\tRata-rata\t3,38\n"),
        Example(_ROWS + "".join(f"U{n}\tUnsur {n}\t3,50\n" for n in range(5, 10)) + "\tRata-rata\t3,41\n"),
        Example(
            "Tabel 1 Survei\n\nNo\tUnsur\tResponden\tNilai\n1\tLoket A\t120\t3,31\n2\tLoket B\t30\t3,79\n3\tLoket C\t20\t3,12\n"
            "\tRata-rata\t\t3,37\n"
        ),
    )
    bad = (Example(_ROWS + "\tRata-rata\t3,53\n", "3,53"),)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            for position, mean in enumerate(table.rows):
                if mean.kind is RowKind.MEAN:
                    rows = [r for r in table.rows[:position] if r.kind is RowKind.PART]
                    yield from self._row(table, mean, rows)

    def _row(self, table: TypedTable, mean: Row, rows: list[Row]) -> Iterator[Relation]:
        for column in table.columns:
            stated = mean.figure(column.index)
            parts = [f for r in rows if (f := r.figure(column.index)) and not f.dash]
            if stated is None or stated.dash or stated.percent or not stated.decimals or len(parts) < 3:
                continue
            values = [f.value for f in parts]
            marks = all(f.decimals and not f.percent for f in parts) and min(values) <= stated.value <= max(values)
            others = [c.index for c in table.columns if c.index != column.index]
            weighed = any((f := r.figure(c)) and not f.decimals and f.value > 1 for r in rows for c in others)
            if marks and not weighed and len({r.level for r in rows}) == 1 and not _surveyed(stated, values):
                params = (("column", column.name), ("count", str(len(parts))))
                yield Relation(Rule.MEAN, replace(stated, rounded=True), tuple(map(Term, parts)), params=params)


def _surveyed(stated: Figure, values: list[Decimal]) -> bool:
    """Whether a mean is that of a satisfaction survey, where each of nine marks weighs 0.11 (PermenPANRB 14/2017)."""
    weight = (1 / Decimal(len(values))).quantize(Decimal("0.01"))
    return abs(sum(values, Decimal(0)) * weight - stated.value) <= stated.step


class GroupMean(Check):
    """A sasaran's own capaian is the mean of its indicators', where most of them are."""

    code = "PCT019"
    name = "group-mean"
    severity = Severity.ERROR
    title = Words(
        "Capaian sasaran bukan rata-rata indikatornya", "A sasaran's capaian is not the mean of its indicators'"
    )
    reason = _REASON
    docs = Words(
        "Baris tanpa nomor dan tanpa target yang memuat capaian, di atas baris-baris indikator bernomor, dibandingkan dengan "
        "rata-rata capaian indikatornya. Dipercaya bila sedikitnya dua kelompok dalam tabel itu cocok dan lebih banyak yang "
        "cocok daripada yang tidak.",
        "A row without number and target that has a capaian, above numbered rows of indicators, is compared with the mean of "
        "their capaian. Believed where two groups of the table at least fit, and more fit than do not.",
    )
    messages = {
        "violated": Words(
            "{row}: {column} tertulis {stated}, padahal rata-rata {count} indikatornya adalah {expected}.",
            "{row}: {column} says {stated}, but the mean of its {count} indicators is {expected}.",
        ),
    }
    _HEAD = "Tabel 1 Capaian\n\nNo\tSasaran / Indikator\tTarget\tRealisasi\tCapaian (%)\n"
    _A = "\tMutu layanan\t\t\t95,00\n1\tWaktu layanan\t10\t9\t90,00\n2\tKepuasan\t80\t80\t100,00\n"
    _B = "\tTata kelola\t\t\t85,00\n3\tNilai evaluasi\t60\t48\t80,00\n4\tAset tertib\t50\t45\t90,00\n"
    _C = "\tAkses layanan\t\t\t{}\n5\tDesa terlayani\t50\t40\t80,00\n6\tRumah terlayani\t90\t63\t70,00\n"
    good = (Example(_HEAD + _A + _B + _C.format("75,00")), Example(_HEAD + _A + _C.format("91,00")))
    bad = (Example(_HEAD + _A + _B + _C.format("57,00"), "57,00"),)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            bare = [c.index for c in table.column(Role.TARGET, Role.REALISATION, Role.BUDGET, Role.AMOUNT, Role.TOTAL)]
            for column in table.column(Role.ACHIEVEMENT):
                relations = list(self._groups(table, column.index, column.name, bare))
                fits = [compare(r.rule, r.result, [(t.figure, 1) for t in r.terms]) is Match.HOLDS for r in relations]
                if fits.count(True) >= 2 and fits.count(True) > fits.count(False):
                    yield from relations

    def _groups(self, table: TypedTable, col: int, name: str, bare: list[int]) -> Iterator[Relation]:
        head: Figure | None = None
        parts: list[Figure] = []
        for row in (*table.rows, None):
            figure = row.figure(col) if row else None
            heads = row is not None and not row.number and figure is not None and not any(row.figure(c) for c in bare)
            if row is None or heads or row.kind is not RowKind.PART:
                if head is not None and len(parts) > 1:
                    params = (("column", name), ("count", str(len(parts))))
                    yield Relation(Rule.MEAN, head, tuple(map(Term, parts)), params=params)
                head, parts = (figure if heads and row and row.kind is RowKind.PART else None), []
            elif figure is not None and not figure.dash and row.number:
                parts.append(figure)


_GROWS = re.compile(
    r"^(?:persentase |prosentase |laju |% ?)?(?:kenaikan|penurunan|pertumbuhan|perubahan|perkembangan)\b", re.I
)


class GrowthRow(Check):
    """A row of growth in per cent compares each year of the total with the year before."""

    code = "PCT020"
    name = "growth-row"
    severity = Severity.ERROR
    title = Words("Baris pertumbuhan salah hitung", "A row of growth is miscalculated")
    reason = _REASON
    docs = Words(
        "Baris “Kenaikan terhadap tahun sebelumnya (%)” di bawah jumlah atau di bawah baris lain dihitung ulang dari baris itu: "
        "(tahun ini - tahun lalu) / tahun lalu. Dipercaya bila sedikitnya dua kolom cocok dan lebih banyak yang cocok.",
        "A row “Kenaikan terhadap tahun sebelumnya (%)” beneath a total or another row is recomputed from that row: (this year - "
        "the year before) / the year before. Believed where two columns at least fit and more fit than do not.",
    )
    messages = {
        "violated": Words(
            "{row}: kolom {column} tertulis {stated}, padahal dari {denominator} menjadi {numerator} perubahannya {expected}.",
            "{row}: column {column} says {stated}, but from {denominator} to {numerator} the change is {expected}.",
        ),
    }
    _ROWS = "Tabel 1 Pagu\n\nNo\tProgram\t2021\t2022\t2023\t2024\n1\tA\t1.000.000\t1.100.000\t1.200.000\t1.500.000\n"
    _SUM = "2\tB\t500.000\t700.000\t600.000\t900.000\n\tJumlah\t1.500.000\t1.800.000\t1.800.000\t2.400.000\n"
    good = (Example(_ROWS + _SUM + "\tKenaikan terhadap tahun sebelumnya (%)\t-\t20,00\t0,00\t33,33\n"),)
    bad = (
        Example(
            _ROWS
            + _SUM.replace("600.000\t900", "620.000\t900").replace("1.800.000\t2", "1.820.000\t2")
            + "\tKenaikan terhadap tahun sebelumnya (%)\t-\t20,00\t1,11\t20,00\n",
            "20,00",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            for position, row in enumerate(table.rows):
                if _GROWS.match(row.label) and re.search(r"%|persen", row.label, re.IGNORECASE):
                    bases = [r for r in table.rows[:position] if r.figures]
                    totals = [r for r in bases if r.kind is RowKind.TOTAL]
                    for base in (*totals[-1:], *bases[-1:]):
                        relations = list(self._relations(table, row, base))
                        held = [
                            compare(r.rule, r.result, [(t.figure, 1) for t in r.terms]) is Match.HOLDS
                            for r in relations
                        ]
                        if held.count(True) >= 2 and held.count(True) > held.count(False):
                            yield from relations
                            break

    def _relations(self, table: TypedTable, row: Row, base: Row) -> Iterator[Relation]:
        columns = [c for c, f in base.figures if f.value > 0]
        for old, new in zip(columns, columns[1:], strict=False):
            stated, a, b = row.figure(new), base.figure(new), base.figure(old)
            years = table.columns[old].year, table.columns[new].year
            if stated is None or stated.dash or a is None or b is None or None in years or years[0] == years[1]:
                continue
            if abs(stated.value) < Decimal(1000):
                params = (("column", table.columns[new].name), ("numerator", a.text), ("denominator", b.text))
                yield Relation(Rule.GROWTH, replace(stated, unit="%"), (Term(a), Term(b)), params=params)
