"""TOT: quarters against the target of the year, and against each other where they add up as they go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Column,
    Figure,
    Paragraph,
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
from reviewer.model.arithmetic import Match, compare
from reviewer.model.polarity import lower_is_better

_QUARTER = re.compile(r"\b(?:tri\s?wulan|tw|trw?|q)\W*(?P<number>iv|iii|ii|i|[1-4])\b(?!\s*\d)", re.IGNORECASE)
_PLACE = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def _quarters(table: TypedTable) -> list[Column]:
    """The columns of quarters I to IV in their order; none where there is not one of each."""
    found: dict[int, Column] = {}
    for column in table.columns:
        match = _QUARTER.search(column.header[-1]) if column.header and column.role is not Role.TEXT else None
        if match is None:
            continue
        place = _PLACE[match["number"].lower()]
        if place in found:
            return []
        found[place] = column
    return [found[n] for n in (1, 2, 3, 4)] if len(found) == 4 else []


def _made(table: TypedTable, year: int, quarters: list[int]) -> list[Relation]:
    """How the quarters make the year's target, the way most rows fit; none where too few do. Rows that fit the other way
    only are left out."""
    ways: dict[str, list[tuple[Relation, bool]]] = {"last": [], "sum": []}
    for row in table.rows:
        target = row.figure(year)
        parts: list[Figure] = [f for c in quarters if (f := row.figure(c)) and not f.dash]
        last = row.figure(quarters[-1])
        if row.kind is not RowKind.PART or target is None or target.dash or not parts or last is None or last.dash:
            continue
        for message, rule, own in (("last", Rule.EQUAL, [last]), ("sum", Rule.SUM, parts)):
            fits = compare(rule, target, [(f, 1) for f in own]) is Match.HOLDS
            ways[message].append((Relation(rule, target, tuple(map(Term, own)), message), fits))
    last_fits, sum_fits = ([fits for _, fits in own] for own in ways.values())
    best, others = ways["last"], sum_fits
    if sum(sum_fits) > sum(last_fits):
        best, others = ways["sum"], last_fits
    held = sum(fits for _, fits in best)
    if held < 3 or (len(best) - held) * 3 > held:
        return []
    return [relation for (relation, fits), other in zip(best, others, strict=True) if fits or not other]


class QuartersOfYear(Check):
    """Quarters end at the year's target: the last of cumulative ones, or the sum of them."""

    code = "TOT009"
    name = "quarters"
    severity = Severity.ERROR
    title = Words("Target triwulan tidak sampai pada target setahun", "Quarterly targets do not reach the year's")
    reason = Words(
        "Rencana aksi membagi target setahun menurut triwulan (PermenPANRB 88/2021 menilai kesesuaiannya).",
        "The action plan divides the year's target by quarters (PermenPANRB 88/2021 rates their agreement).",
    )
    docs = Words(
        "Empat kolom triwulan di samping satu kolom target: bila di sebagian besar baris triwulan IV sama dengan target "
        "(kumulatif) atau keempatnya berjumlah sama dengan target, baris yang tidak cocok menurut kedua cara itu dilaporkan. "
        "Sel kosong atau “-” berarti belum ada.",
        "Four columns of quarters beside one of targets: where in most rows quarter IV equals the target (cumulative), or the "
        "four add up to it, a row that fits neither way is reported. A blank cell or “-” means none yet.",
    )
    messages = {
        "last": Words(
            "{row}: target setahun {stated}, padahal target kumulatif triwulan IV {expected}.",
            "{row}: the year's target is {stated}, but that of quarter IV, cumulative, is {expected}.",
        ),
        "sum": Words(
            "{row}: target setahun {stated}, padahal keempat triwulannya berjumlah {expected}.",
            "{row}: the year's target is {stated}, but its four quarters make {expected}.",
        ),
    }
    _HEAD = "Tabel 1 Rencana Aksi\n\nNo\tAksi\tTarget Setahun\tTW I\tTW II\tTW III\tTW IV\n"
    _ROWS = "1\tPelatihan\t360\t60\t180\t300\t360\n2\tFestival\t24\t-\t6\t18\t24\n3\tPendataan\t85\t20\t40\t60\t85\n"
    _APART = "1\tPelatihan\t360\t60\t120\t120\t60\n2\tFestival\t24\t4\t6\t8\t6\n3\tPendataan\t85\t20\t20\t20\t25\n"
    good = (
        Example(_HEAD + _ROWS + "4\tRapat\t12\t3\t6\t9\t12\n"),
        Example(_HEAD + _APART + "4\tRapat\t12\t3\t3\t3\t3\n"),
        Example(_HEAD + _ROWS + "4\tPatroli\t10\t4\t3\t2\t1\n"),
    )
    bad = (
        Example(_HEAD + _ROWS + "4\tRapat\t12\t3\t6\t9\t10\n", "12"),
        Example(_HEAD + _APART + "4\tRapat\t12\t3\t3\t3\t4\n", "12"),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            quarters = [c for c in _quarters(table) if not re.search("reali[sz]asi|capaian|%", c.title, re.IGNORECASE)]
            years = [c for c in table.column(Role.TARGET) if c not in quarters]
            if len(quarters) == 4 and len(years) == 1 and all(a.result != years[0].index for a in table.across):
                yield from _made(table, years[0].index, [c.index for c in quarters])


_ADDS_UP = re.compile(r"\b(?:kumulatif|komulatif|akumulasi|akumulatif)\b|\bs\.?\s?/?\s?d\.?\s*(?:tw|triwulan)\b", re.I)
_NOT = re.compile(r"\b(?:non|bukan|tidak)[\s-]+(?:bersifat\s+)?(?:kumulatif|komulatif|akumulatif)\b", re.IGNORECASE)


class RunningQuarters(Check):
    """Quarters that add up do not fall, and end at the year's figure."""

    code = "TOT011"
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
        "atau di bawahnya): tidak boleh turun dari satu triwulan ke berikutnya, dan triwulan IV target harus sama dengan kolom "
        "target setahun. Nilai kosong dan “-” dilewati; baris yang disebut tidak kumulatif dibiarkan, dan persentase, indeks "
        "atau nilai boleh turun.",
        "A table with columns of quarters I to IV that are said to be cumulative (in a header, the caption, or a sentence right "
        "above or below): they must not fall, and quarter IV of targets must equal the column of the year's. Blanks and “-” are "
        "passed over; rows said not to be cumulative are left alone, and percentages, indices or marks may fall.",
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
        Example(_HEAD.replace("Target triwulan", "Realisasi triwulan") + "2\tPelatihan guru\t36\t6\t8\t9\t30\n"),
        Example(_HEAD + "2\tPersentase aduan selesai\t90\t95\t92\t91\t90\n"),
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
            quarters = _quarters(table)
            if not quarters or not self._said(report, table, quarters):
                continue
            year = next(
                (c for c in table.columns if c not in quarters and c.header and self._YEAR.search(c.header[-1])), None
            )
            if year is not None and _made(table, year.index, [c.index for c in quarters]):
                year = None  # TOT009 compares it
            near = " ".join([table.caption, *self._near(report, table), *(q.title for q in quarters)])
            if re.search(r"reali[sz]asi|capaian|pengukuran", near, re.IGNORECASE):
                year = None  # what was reached need not be the target
            for row in table.rows:
                if row.kind is RowKind.PART and not _NOT.search(" ".join(c.text for c in table.table.rows[row.index])):
                    yield from self._judge(row, quarters, year, self._counted(table, row))

    def _said(self, report: Report, table: TypedTable, quarters: list[Column]) -> bool:
        told = " . ".join([table.caption, *(q.title for q in quarters), *self._near(report, table)])
        return _ADDS_UP.search(told) is not None and _NOT.search(told) is None

    def _near(self, report: Report, table: TypedTable) -> list[str]:
        """The paragraphs right above and below a table."""
        blocks = report.document.blocks
        sheet = table.table.place.sheet
        return [
            b.text
            for i in (table.block - 2, table.block - 1, table.block + 1, table.block + 2)
            if 0 <= i < len(blocks) and isinstance(b := blocks[i], Paragraph) and b.place.sheet == sheet
        ]

    def _counted(self, table: TypedTable, row: Row) -> bool:
        """Whether a row counts something, more of which is better: rates and marks may fall as the year goes on."""
        cells = table.table.rows[row.index]
        units = " ".join(cells[c.index].text for c in table.columns if c.role is Role.UNIT)
        rate = re.search(r"%|persen|indeks|nilai|skor|rasio|predikat|angka|poin", units, re.IGNORECASE)
        named = re.match(
            r"\s*(?:persentase|prosentase|indeks|nilai|rasio|tingkat|angka|rata)", row.label, re.IGNORECASE
        )
        return not (rate or named or lower_is_better(row.label)) and not any(f.percent for _, f in row.figures)

    def _judge(self, row: Row, quarters: list[Column], year: Column | None, counted: bool) -> Iterator[Problem]:
        named = [(c, f) for c in quarters if (f := row.figure(c.index)) and not f.dash and not f.fault]
        for (before, earlier), (quarter, figure) in zip(named, named[1:], strict=False):
            if counted and figure.value < earlier.value:
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
