"""PCT: percentages of a program against those of its kegiatan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Across,
    Column,
    Figure,
    Problem,
    Report,
    Role,
    Row,
    RowKind,
    Rule,
    Severity,
    Sum,
    TypedTable,
    Words,
)
from reviewer.model.arithmetic import Match, compare
from reviewer.model.written import written

_REASON = Words(
    "Persentase program harus dapat dihitung dari kegiatan-kegiatannya (Lampiran II PermenPANRB 53/2014: pengukuran "
    "kinerja yang memadai).",
    "A program's percentage must follow from its kegiatan (PermenPANRB 53/2014, annex II: adequate measurement).",
)
_OTHER = re.compile(
    r"proporsi|bobot|kontribusi|sisa|selisih|naik|turun|tumbuh|laju|perubahan|target|efisiensi|deviasi|terhadap|dari total",
    re.IGNORECASE,
)


class ParentOutside(Check):
    """A program's percentage lies among those of its kegiatan."""

    code = "PCT008"
    name = "parent-percent"
    severity = Severity.WARNING
    title = Words(
        "Persentase induk di luar rentang rinciannya", "A parent's percentage lies outside those of the rows under it"
    )
    reason = _REASON
    docs = Words(
        "Persentase fisik atau serapan suatu program adalah rata-rata (berbobot atau tidak) dari kegiatannya, jadi tidak "
        "mungkin lebih rendah dari yang terendah atau lebih tinggi dari yang tertinggi. Kolom yang dihitung dari dua kolom "
        "lain, kolom proporsi, dan capaian indikator program itu sendiri tidak diperiksa di sini.",
        "The physical percentage or serapan of a program is an average (weighted or not) of its kegiatan, so it cannot be "
        "below the lowest or above the highest of them. Columns computed from two others, shares, and the capaian of "
        "a program's own indicator are not examined here.",
    )
    messages = {
        "found": Words(
            "{row}: {column} tertulis {stated}, padahal {count} rincian di bawahnya {range}.",
            "{row}: {column} says {stated}, but the {count} rows under it have {range}.",
        ),
    }
    _HEAD = "Tabel 1 Fisik\n\nNo\tUraian\tAnggaran\tFisik (%)\n1\tProgram A\t3.000.000\t"
    good = (
        Example(_HEAD + "95,00\n1.1\tKegiatan A1\t1.000.000\t90,00\n1.2\tKegiatan A2\t2.000.000\t98,00\n"),
        Example(_HEAD + "60,00\n1.1\tKegiatan A1\t1.000.000\t-\n1.2\tKegiatan A2\t2.000.000\t98,00\n"),
    )
    bad = (
        Example(
            _HEAD + "98,39\n1.1\tKegiatan A1\t1.000.000\t100\n1.2\tKegiatan A2\t2.000.000\t100\n",
            "98,39",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            computed = {a.result for a in table.across} | {c for s in table.sums for c in s.columns}
            columns = [c for c in table.columns if c.index not in computed and _measures(c)]
            told: set[tuple[int, int]] = set()
            for total in table.sums if columns else ():
                row = table.row(total.total)
                parts = [p for i in total.parts if (p := table.row(i))]
                for column in columns:
                    if row is None or (row.index, column.index) in told:
                        continue
                    if problem := self._outside(row, parts, column):
                        told.add((row.index, column.index))
                        yield problem

    def _outside(self, row: Row, parts: Sequence[Row], column: Column) -> Problem | None:
        stated = row.figure(column.index)
        own = [p.figure(column.index) for p in parts]
        firm = [f for f in own if f is not None and not f.dash]
        if stated is None or stated.dash or len(firm) < 2 or not all(_percent(f, column) for f in (stated, *firm)):
            return None
        if any(f.fault for f in (stated, *firm)):
            return None
        low = min(f.value for f in firm) if len(firm) == len(own) else Decimal(0)
        high = max(f.value for f in firm)
        if low - stated.step <= stated.value <= high + stated.step:
            return None
        if len(firm) == len(own) and compare(Rule.SUM, stated, [(f, 1) for f in firm]) is not Match.DIFFERS:
            return None  # shares of one whole
        lowest, highest = (next(f for f in firm if f.value == v) for v in (min(f.value for f in firm), high))
        told = (
            Words(f"semuanya {highest.text}", f"{highest.text} each")
            if lowest.value == high
            else Words(f"{lowest.text} sampai {highest.text}", f"{lowest.text} to {highest.text}")
        )
        return Problem(
            stated.spot,
            stated=stated.text,
            params=(("column", column.name), ("count", str(len(firm))), ("range", told)),
            evidence=tuple(f.spot for f in firm),
            figure=stated,
            content=(stated.text, lowest.text, highest.text),
        )


def _measures(column: Column) -> bool:
    """The capaian of a program is of its own indicator; what is done of its work and its money is that of its kegiatan."""
    numbers = column.role in (Role.ACHIEVEMENT, Role.AMOUNT, Role.REALISATION)
    return numbers and re.search(r"fisik|serap", column.title, re.I) is not None and not _OTHER.search(column.title)


def _percent(figure: Figure, column: Column) -> bool:
    return figure.percent or ("fisik" in column.title.lower() and not figure.unit and 0 <= figure.value <= 100)


class FollowsWrong(Check):
    """A percentage that is right only for a row that is not the sum of its details."""

    code = "PCT009"
    name = "percent-of-wrong-row"
    severity = Severity.INFO
    title = Words(
        "Persentase ikut salah karena nilai barisnya salah", "A percentage is wrong because its row's amounts are"
    )
    reason = _REASON
    docs = Words(
        "Bila anggaran atau realisasi suatu program tidak sama dengan jumlah kegiatannya (lihat TOT002), persentase yang "
        "dihitung dari nilai itu ikut berubah bila rinciannya yang benar. Pemeriksaan ini menyebutkan nilai barunya; "
        "persentase yang sudah salah dihitung dari nilai barisnya sendiri dilaporkan PCT001 atau PCT002.",
        "Where the budget or realisasi of a program is not the sum of its kegiatan (see TOT002), the percentages computed "
        "from it change too if the details are right. This check names the new value; percentages that do not even fit "
        "the row's own amounts are reported by PCT001 or PCT002.",
    )
    messages = {
        "found": Words(
            "{row}: {values} dihitung dari nilai yang tidak sama dengan jumlah rinciannya; menurut rinciannya {should}.",
            "{row}: {values} is computed from an amount that its details do not add up to; after the details it is "
            "{should}.",
        ),
    }
    _HEAD = "Tabel 1 Realisasi\n\nNo\tUraian\tAnggaran\tRealisasi\t%\n"
    good = (
        Example(
            _HEAD + "1\tProgram A\t3.000.000\t2.850.000\t95,00\n1.1\tKegiatan A1\t1.000.000\t950.000\t95,00\n"
            "1.2\tKegiatan A2\t2.000.000\t1.900.000\t95,00\n1.3\tKegiatan A2\t2.000.000\t1.500.000\t75,00\n"
        ),
        Example(
            _HEAD + "1\tProgram A\t3.000.000\t2.850.000\t95,00\n1.1\tKegiatan A1\t1.000.000\t990.000\t99,00\n"
            "1.2\tKegiatan A2\t1.000.000\t1.860.000\t93,00\n"
        ),
        Example(
            _HEAD + "1\tProgram A\t3.000.000\t2.700.000\t90,00\n1.1\tKegiatan A1\t1.000.000\t900.000\t90,00\n"
            "1.2\tKegiatan A2\t2.000.000\t1.800.000\t90,00\n"
        ),
    )
    bad = (
        Example(
            _HEAD + "1\tProgram A\t3.000.000\t2.850.000\t95,00\n1.1\tKegiatan A1\t1.000.000\t900.000\t90,00\n"
            "1.2\tKegiatan A2\t2.000.000\t1.800.000\t90,00\n",
            "95,00",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            told: set[int] = set()
            for total in table.sums:
                row = table.row(total.total)
                if row is None or row.kind is not RowKind.PART or row.index in told:
                    continue
                wrong = {c for c in total.columns if not _adds_up(table, row, total, c)}
                if any(_twice(table, row, total, c) for c in wrong):
                    continue
                found = [f for a in table.across if wrong and (f := self._follows(table, row, total, a, wrong))]
                if found:
                    told.add(row.index)
                    yield self._problem(found)

    def _follows(
        self, table: TypedTable, row: Row, total: Sum, across: Across, wrong: set[int]
    ) -> tuple[Figure, str] | None:
        """A percentage of the row that fits the row but not its details, with what the details make it."""
        if across.rule is not Rule.PERCENT or across.inner or not {c for c, _ in across.terms} & wrong:
            return None
        stated = row.figure(across.result)
        whole = table.row(across.whole_row) if across.whole_row is not None else None
        (top, _), (bottom, _) = across.terms
        own = row.figure(top), (whole or row).figure(bottom)
        new = _added(table, row, total, top), whole.figure(bottom) if whole else _added(table, row, total, bottom)
        if stated is None or stated.dash or (whole is not None and whole is row):
            return None
        a, b = new
        if a is None or b is None or not _match(stated, *own) or _match(stated, a, b) is Match.HOLDS or not b.value:
            return None
        if stated.value <= 100 < a.value / b.value * 100:
            return None  # the details are less likely than the row
        return stated, written(a.value / b.value * 100, stated, decimals=max(2, stated.decimals))

    def _problem(self, found: Sequence[tuple[Figure, str]]) -> Problem:
        return Problem(
            found[0][0].spot,
            stated=found[0][0].text,
            expected=found[0][1],
            params=(("values", _listed([f.text for f, _ in found])), ("should", _listed([s for _, s in found]))),
            evidence=tuple(f.spot for f, _ in found),
        )


def _listed(texts: Sequence[str]) -> Words:
    if len(texts) == 1:
        return Words(texts[0], texts[0])
    return Words(f"{', '.join(texts[:-1])} dan {texts[-1]}", f"{', '.join(texts[:-1])} and {texts[-1]}")


def _parts(table: TypedTable, total: Sum, col: int) -> list[Figure]:
    return [f for i in total.parts if (row := table.row(i)) and (f := row.figure(col))]


def _adds_up(table: TypedTable, row: Row, total: Sum, col: int) -> bool:
    result, parts = row.figure(col), _parts(table, total, col)
    if result is None or result.dash or not parts:
        return True
    return compare(Rule.SUM, result, [(f, 1) for f in parts]) is not Match.DIFFERS


def _twice(table: TypedTable, row: Row, total: Sum, col: int) -> bool:
    """Whether the row is right but for a detail that is listed twice."""
    result, parts = row.figure(col), _parts(table, total, col)
    gap = sum((f.value for f in parts), Decimal(0)) - (result.value if result else 0)
    return gap > 0 and sum(1 for f in parts if f.value == gap) == 2


def _added(table: TypedTable, row: Row, total: Sum, col: int) -> Figure | None:
    """The row's figure as its details make it."""
    figure, parts = row.figure(col), _parts(table, total, col)
    if figure is None or not parts:
        return None
    return replace(figure, value=sum((f.value for f in parts), Decimal(0)))


def _match(stated: Figure, top: Figure | None, bottom: Figure | None) -> Match | None:
    if top is None or bottom is None or not bottom.value:
        return None
    return compare(Rule.PERCENT, stated, [(top, 1), (bottom, 1)])
