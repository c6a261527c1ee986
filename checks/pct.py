"""PCT: percentages of tables that two columns make, and their means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from reviewer.checking.base import Check, Example
from reviewer.model import (
    Across,
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
from reviewer.model.arithmetic import Match, compare, computed
from reviewer.model.written import written

_REASON = Words(
    "Capaian dihitung dari realisasi dibandingkan target (Lampiran II PermenPANRB 53/2014); serapan dari realisasi "
    "dibandingkan pagu.",
    "Capaian is realisasi against target (PermenPANRB 53/2014, annex II); serapan is realisasi against pagu.",
)
_CAPS = (100, 110, 120, 130, 150, 200)


def _ratio(table: TypedTable, across: Across, row: Row) -> tuple[Figure, Figure, Figure] | None:
    stated = row.second(across.result) if across.inner else row.figure(across.result)
    numerator, denominator = (row.figure(col) for col, _ in across.terms)
    if stated is None or stated.dash or numerator is None or denominator is None or not denominator.value:
        return None
    if (
        numerator.unit
        and denominator.unit
        and numerator.unit != denominator.unit
        and not _alike(numerator.unit, denominator.unit)
    ):
        return None
    return stated, numerator, denominator


def _alike(a: str, b: str) -> bool:
    return a[:4] == b[:4] or {a, b} <= {"", "Rp"}


class TablePercent(Check):
    """A percentage column is what its two columns make."""

    code = "PCT001"
    name = "table-percent"
    title = Words("Persentase dalam tabel salah hitung", "A percentage in a table is miscalculated")
    reason = _REASON
    docs = Words(
        "Kolom capaian, serapan atau % dihitung ulang dari realisasi dan target atau pagunya. Untuk indikator, "
        "setiap rumus yang lazim diterima: "
        "R/T, (2T-R)/T dan T/R untuk indikator yang makin rendah makin baik, dan batas atas yang lazim (100, 110, "
        "120, 150). Angka tercetak berarti "
        "hasil pembulatan atau pemotongan; beda satu satuan digit terakhir hanya info.",
        "A column of capaian, serapan or % is recomputed from realisasi and its target or pagu. For indicators every "
        "customary formula is accepted: "
        "R/T, (2T-R)/T and T/R where lower is better, and the customary caps (100, 110, 120, 150). A printed figure "
        "may be rounded or cut off; "
        "one unit of the last digit apart is only an info.",
    )
    messages = {
        "violated": Words(
            "{row}: {column} tertulis {stated}, padahal {numerator} dari {denominator} adalah {expected}.{hint}",
            "{row}: {column} says {stated}, but {numerator} of {denominator} is {expected}.{hint}",
        ),
    }
    good = (
        Example(
            "Tabel 1 Realisasi\n\nNo\tProgram\tAnggaran\tRealisasi\t%\n1\tA\t200.000.000\t150.000.000\t75,00\n"
            "2\tB\t300.000.000\t100.000.000\t33,33\n"
        ),
        Example(
            "Tabel 2 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian\n1\tAngka kemiskinan\t10 %\t12 %\t80 %\n"
        ),
        Example(
            "Tabel 3 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tDokumen\t4 dokumen\t6 "
            "dokumen\t120,00\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Realisasi\n\nNo\tProgram\tAnggaran\tRealisasi\t%\n1\tA\t200.000.000\t150.000.000\t75,00\n"
            "2\tB\t300.000.000\t100.000.000\t34,33\n",
            "34,33",
        ),
        Example(
            "Tabel 2 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian\n1\tPersentase desa tertib\t100 %\t30 "
            "%\t85,71 %\n",
            "85,71",
        ),
        Example(
            "Tabel 3 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tPersentase jalan mantap\t80\t84\t"
            "105,00\n2\tNilai evaluasi kinerja\t68\t67,15\t101,27\n",
            "101,27",
        ),
        Example(
            "Tabel 4 Serapan\n\nNo\tProgram\tTahun Anggaran 2022\t\t\n\t\tAnggaran (Rp)\tRealisasi (Rp)\t%\n"
            "1\tA\t1.053.135.500\t1.030.000.000\t97,80\n2\tB\t553.135.500\t534.841.188\t86,69\n"
            "3\tC\t500.000.000\t495.158.812\t99,03\n",
            "86,69",
        ),
        Example(
            "Tabel 5 Kemajuan\n\nNo\tIndikator\tRealisasi 2022\tTarget Akhir Renstra 2026\tTingkat Kemajuan (%)\n"
            "1\t2\t3\t4\t5=3/4x100\n1\tCakupan air bersih\t91,20\t95\t96,00\n2\tCakupan sanitasi\t87,40\t95\t78,50\n",
            "78,50",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            for across in table.across:
                if across.rule is Rule.PERCENT and across.whole_row is None:
                    yield from self._column(table, across)

    def _column(self, table: TypedTable, across: Across) -> Iterator[Relation]:
        against_target = table.columns[across.terms[1][0]].role is Role.TARGET
        title = table.columns[across.result].name
        for row in table.rows:
            operands = _ratio(table, across, row) if row.kind in (RowKind.PART, RowKind.TOTAL) else None
            if operands is None:
                continue
            stated, numerator, denominator = operands
            if against_target and _capped(stated, numerator, denominator):
                continue
            rules = _formulas(row.label) if against_target else (Rule.PERCENT,)
            params = (
                ("column", title),
                ("numerator", numerator.text),
                ("denominator", denominator.text),
                ("hint", _whose(table, across, row, rules)),
            )
            for rule in rules:
                if rule is Rule.PERCENT_INVERSE and not numerator.value:
                    continue
                # of a base below zero a percentage means little, whatever the formula
                severity = Severity.INFO if denominator.value < 0 else None
                terms = (Term(numerator), Term(denominator))
                yield Relation(rule, stated, terms, params=params, choice="capaian", severity=severity)


def _whose(table: TypedTable, across: Across, row: Row, rules: Sequence[Rule]) -> Words:
    """The one other row whose numbers make the percentage that a row states wrongly."""
    own = _ratio(table, across, row)
    if own is None or not own[0].decimals or len(table.rows) > _SEARCHED or _holds(own, rules):
        return Words("", "")
    owners = [r for r in table.rows if r is not row and (other := _ratio(table, across, r)) and _makes(own[0], other)]
    if len(owners) != 1 or not owners[0].label:
        return Words("", "")
    name = owners[0].label
    return Words(f" {own[0].text} cocok untuk angka-angka “{name}”.", f" {own[0].text} fits the figures of “{name}”.")


_SEARCHED = 500
"""Rows of a table that is searched for another row's figures."""


def _makes(stated: Figure, operands: tuple[Figure, Figure, Figure]) -> bool:
    """Whether the numbers as printed make the percentage to its last digit; coarse ones make too many by chance."""
    _, numerator, denominator = operands
    if min(abs(f.value).scaleb(f.decimals) for f in (numerator, denominator)) < 1000 or denominator.value <= 0:
        return False
    return abs(numerator.value / denominator.value * 100 - stated.value) <= stated.step / 2


def _holds(operands: tuple[Figure, Figure, Figure], rules: Sequence[Rule]) -> bool:
    stated, numerator, denominator = operands
    usable = [r for r in rules if r is not Rule.PERCENT_INVERSE or numerator.value]
    return any(compare(r, stated, [(numerator, 1), (denominator, 1)]) is Match.HOLDS for r in usable)


_HIGHER = re.compile(r"^(?:\d+[.)]\s*)?(?:nilai|indeks|cakupan|opini|predikat|skor)\b", re.IGNORECASE)
_LOWER = re.compile(
    r"kemiskinan|miskin|stunting|pengangguran|kematian|temuan|kasus|pelanggaran|risiko|resiko|kebocoran|waktu tunggu|"
    r"inflasi|"
    r"\bgini\b|ketimpangan|kecelakaan|kriminal|konflik|buta huruf|putus sekolah|gizi buruk|prevalensi|kesenjangan|"
    r"keluhan|pengaduan",
    re.IGNORECASE,
)
_UNWANTED = re.compile(
    r"kerugian|tunggakan|denda|utang|sisa|kerusakan|bencana|korban|kumuh|\btidak\b|\bbelum\b|tanpa|keterlambatan|"
    r"waktu|\blama\b|pencemar|emisi|kerentanan|rawan|beban|ketergantungan|biaya",
    re.IGNORECASE,
)
_FALLING = re.compile(
    r"penurunan|pengurangan|penyelesaian|ditangani|diselesaikan|penanganan|pencegahan|tertangani", re.IGNORECASE
)


def _formulas(label: str) -> tuple[Rule, ...]:
    """The customary formulas, the likeliest first: an indicator whose words say which way is better is read so."""
    if _HIGHER.match(label) and not _LOWER.search(label) and not _UNWANTED.search(label):
        return (Rule.PERCENT,)
    if _LOWER.search(label) and not _FALLING.search(label):
        return (Rule.PERCENT_LOWER, Rule.PERCENT_INVERSE, Rule.PERCENT)
    return (Rule.PERCENT, Rule.PERCENT_LOWER, Rule.PERCENT_INVERSE)


def _capped(stated: Figure, numerator: Figure, denominator: Figure) -> bool:
    """A capaian cut at a customary cap, or a full one for a target that was surpassed or is zero."""
    if stated.value not in _CAPS:
        return False
    ratios = [
        numerator.value / denominator.value * 100,
        (2 * denominator.value - numerator.value) / denominator.value * 100,
    ]
    if numerator.value:
        ratios.append(denominator.value / numerator.value * 100)
    if stated.value > 100 and any(r > stated.value for r in ratios[1:]):
        return True
    return any(r > stated.value for r in ratios[:1]) or (stated.value == 100 and any(r >= 100 for r in ratios[:1]))


class FullCapaian(Check):
    """A capaian of just 100 where the target was surpassed."""

    code = "PCT013"
    name = "capped-capaian"
    severity = Severity.INFO
    title = Words("Capaian 100 % padahal target terlampaui", "A capaian of 100 % where the target was surpassed")
    reason = _REASON
    docs = Words(
        "Realisasi yang melebihi target tetapi capaiannya tertulis tepat 100 %. Membatasi capaian pada 100 % lazim, maka ini "
        "hanya info, sekali untuk satu tabel: sebutkan batas itu, atau tulis capaiannya. Indikator yang makin rendah makin "
        "baik tidak termasuk.",
        "A realisasi above its target with a capaian of exactly 100 %. Capping at 100 % is customary, so this is only an "
        "info, once for a table: state the cap, or write the capaian. Indicators of which less is better are left out.",
    )
    messages = {
        "found": Words(
            "{row}: capaian tertulis {stated}, padahal {numerator} dari {denominator} adalah {expected} %{more}.",
            "{row}: capaian says {stated}, but {numerator} of {denominator} is {expected} %{more}.",
        ),
    }
    _HEAD = "Tabel 1 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tDesa tertib\t80\t72\t90,00\n"
    good = (
        Example(_HEAD + "2\tArsip terawat\t4.971 berkas\t4.971 berkas\t100\n"),
        Example(_HEAD + "2\tAngka kemiskinan\t10,25\t11,40\t88,78\n"),
    )
    bad = (Example(_HEAD + "2\tArsip terawat\t4.971 berkas\t5.137 berkas\t100\n", "5.137"),)

    def inspect(self, report: Report) -> Iterator[Problem]:
        for table in report.tables:
            for across in table.across:
                if (
                    across.rule is Rule.PERCENT
                    and across.whole_row is None
                    and table.columns[across.terms[1][0]].role is Role.TARGET
                ):
                    full = [(r, o) for r in table.rows if (o := self._surpassed(table, across, r))]
                    if full:
                        yield self._problem(full)

    def _surpassed(self, table: TypedTable, across: Across, row: Row) -> tuple[Figure, Figure, Figure] | None:
        operands = _ratio(table, across, row) if row.kind is RowKind.PART else None
        if operands is None or _formulas(row.label)[0] is not Rule.PERCENT or _UNWANTED.search(row.label):
            return None
        stated, numerator, denominator = operands
        over = denominator.value > 0 and numerator.value / denominator.value * 100 >= 101
        return operands if stated.value == 100 and over and not _holds(operands, _formulas(row.label)) else None

    def _problem(self, full: Sequence[tuple[Row, tuple[Figure, Figure, Figure]]]) -> Problem:
        stated, numerator, denominator = full[0][1]
        others = len(full) - 1
        return Problem(
            stated.spot,
            stated=stated.text,
            expected=written(numerator.value / denominator.value * 100, decimals=2),
            params=(
                ("numerator", numerator.text),
                ("denominator", denominator.text),
                ("more", Words(f" (dan {others} baris lagi)", f" (and {others} rows more)") if others else ""),
            ),
            evidence=tuple(operands[0].spot for _, operands in full),
            group=others > 0,
            content=tuple(operands[1].text for _, operands in full),
        )


class GrowthColumn(Check):
    """A column of change in per cent is what its two columns make."""

    code = "PCT005"
    name = "growth"
    title = Words("Kenaikan atau penurunan dalam tabel salah hitung", "A change in a table is miscalculated")
    reason = _REASON
    docs = Words(
        "Kolom perubahan, pertumbuhan, kenaikan atau penurunan dalam persen dihitung ulang dari dua kolom yang "
        "dibandingkannya: (baru - lama) / lama. Kolom mana yang dibandingkan ditentukan oleh baris-baris yang cocok; "
        "kolom yang merupakan selisih biasa (poin) ditangani TOT004.",
        "A column of change, growth, increase or decrease in per cent is recomputed from the two columns it compares: "
        "(new - old) / old. Which columns it compares is told by the rows in which it holds; a column that is a plain "
        "difference (points) is TOT004's.",
    )
    messages = {
        "violated": Words(
            "{row}: {column} tertulis {stated}, padahal dari {denominator} menjadi {numerator} berubah {expected}.",
            "{row}: {column} says {stated}, but from {denominator} to {numerator} the change is {expected}.",
        ),
    }
    good = (
        Example(
            "Tabel 1 Perbandingan\n\nNo\tIndikator\tRealisasi 2023\tRealisasi 2024\tPerubahan (%)\n"
            "1\tProduksi padi\t160.000\t184.000\t15,00\n2\tKasus penyakit\t125\t110\t-12,00\n"
            "3\tIndeks layanan\t80,00\t81,50\t1,88\n"
        ),
        Example(
            "Tabel 1 Perbandingan\n\nNo\tIndikator\tRealisasi 2023\tRealisasi 2024\tKenaikan (%)\n"
            "1\tDesa tertib\t60,00\t64,50\t4,50\n2\tBidang aktif\t71,00\t73,20\t2,20\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Perbandingan\n\nNo\tIndikator\tRealisasi 2023\tRealisasi 2024\tPerubahan (%)\n"
            "1\tProduksi padi\t160.000\t184.000\t15,00\n2\tKasus penyakit\t125\t110\t-12,00\n"
            "3\tIndeks layanan\t80,00\t81,50\t8,18\n",
            "8,18",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            for across in table.across:
                if across.rule is Rule.GROWTH:
                    yield from self._column(table, across)

    def _column(self, table: TypedTable, across: Across) -> Iterator[Relation]:
        for row in table.rows:
            operands = _ratio(table, across, row) if row.kind in (RowKind.PART, RowKind.TOTAL) else None
            if operands is None:
                continue
            stated, new, old = operands
            params = (
                ("column", table.columns[across.result].name),
                ("numerator", new.text),
                ("denominator", old.text),
            )
            yield Relation(Rule.GROWTH, stated, (Term(new), Term(old)), params=params)


class Average(Check):
    """A row Rata-rata is the mean of the rows above it."""

    code = "PCT004"
    name = "average"
    severity = Severity.WARNING
    title = Words("Rata-rata salah hitung", "An average is miscalculated")
    reason = Words(
        "Rata-rata capaian dipakai untuk menilai keberhasilan sasaran dan organisasi; ia harus dapat dihitung ulang.",
        "An average of capaian is used to judge sasaran and organisation; it must be possible to recompute it.",
    )
    docs = Words(
        "Baris “Rata-rata” dibandingkan dengan rata-rata sederhana kolomnya. Cara yang lazim diterima: semua baris, "
        "hanya baris tingkat "
        "teratas, dan capaian yang dibatasi 100 atau 120 sebelum dirata-ratakan. Bila tidak satu pun cocok, "
        "dilaporkan.",
        "A row “Rata-rata” is compared with the plain mean of its column. Customary ways are accepted: all rows, "
        "top-level rows only, and "
        "capaian capped at 100 or 120 before averaging. It is reported where none fits.",
    )
    messages = {
        "violated": Words(
            "{row}: kolom {column} tertulis {stated}, padahal rata-rata {count} baris adalah {expected}.",
            "{row}: column {column} says {stated}, but the mean of {count} rows is {expected}.",
        ),
        "doubtful": Words(
            "{row}: kolom {column} tertulis {stated}, tetapi rata-rata {count} baris yang tercetak adalah {expected}; "
            "{wrong} di antaranya sendiri salah hitung.",
            "{row}: column {column} says {stated}, but the mean of the {count} rows as printed is {expected}; {wrong} of "
            "them are miscalculated themselves.",
        ),
    }
    good = (
        Example(
            "Tabel 1 Capaian\n\nNo\tIndikator\tCapaian (%)\n1\tA\t90,00\n2\tB\t80,00\n3\tC\t100,00\n"
            "\tRata-rata\t90,00\n"
        ),
        Example(
            "Tabel 1 Capaian\n\nNo\tIndikator\tCapaian (%)\n1\tA\t90,00\n2\tB\t80,00\n3\tC\t160,00\n"
            "\tRata-rata\t90,00\n"
        ),
    )
    bad = (
        Example(
            "Tabel 1 Capaian\n\nNo\tIndikator\tCapaian (%)\n1\tA\t90,00\n2\tB\t80,00\n3\tC\t100,00\n"
            "\tRata-rata\t95,00\n",
            "95,00",
        ),
        Example(
            "Tabel 1 Capaian\n\nNo\tIndikator\tTarget\tRealisasi\tCapaian (%)\n1\tJalan mantap\t80\t72\t90,00\n"
            "2\tAir bersih\t90\t72\t80,00\n3\tSanitasi layak\t80\t60\t85,00\n\tRata-rata\t\t\t99,00\n",
            "salah hitung",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            for position, row in enumerate(table.rows):
                if row.kind is not RowKind.MEAN:
                    continue
                rows = [r for r in table.rows[:position] if r.kind is RowKind.PART]
                for column in table.columns:
                    stated = row.figure(column.index)
                    if stated is not None and not stated.dash and stated.percent:
                        wrong = _wrong(table, rows, column.index)
                        yield from self._means(stated, rows, column.index, column.name, wrong)

    def _means(
        self, stated: Figure, rows: list[Row], col: int, name: str, wrong: dict[int, Decimal]
    ) -> Iterator[Relation]:
        """Every customary mean; where a part is itself wrong, also with what it should be, and no value is told."""
        top = min((r.level for r in rows), default=0)
        every = [(r.index, f) for r in rows if (f := r.figure(col)) and not f.dash and f.percent]
        upper = [(r.index, f) for r in rows if r.level == top and (f := r.figure(col)) and not f.dash and f.percent]
        if len(every) < 2:
            return
        ways = [[f for _, f in parts] for parts in (every, upper)]
        if wrong:
            ways += [[replace(f, value=wrong.get(i, f.value)) for i, f in parts] for parts in (every, upper)]
        for figures in ways:
            for cap in (None, 100, 120):
                terms = tuple(
                    Term(f if cap is None or f.value <= cap else replace(f, value=Decimal(cap))) for f in figures
                )
                if terms:
                    yield Relation(
                        Rule.MEAN,
                        stated,
                        terms,
                        "doubtful" if wrong else "violated",
                        params=(("column", name), ("count", str(len(terms))), ("wrong", str(len(wrong)))),
                        choice="mean",
                        open=bool(wrong),
                    )


def _wrong(table: TypedTable, rows: Sequence[Row], col: int) -> dict[int, Decimal]:
    """Rows whose percentage is not what their own numbers make, with what they do make."""
    found = {}
    for across in table.across:
        if across.result != col or across.rule is not Rule.PERCENT or across.whole_row is not None or across.inner:
            continue
        against_target = table.columns[across.terms[1][0]].role is Role.TARGET
        for row in rows:
            operands = _ratio(table, across, row)
            rules = _formulas(row.label) if against_target else (Rule.PERCENT,)
            if operands is None or _holds(operands, rules) or (against_target and _capped(*operands)):
                continue
            should = computed(rules[0], [(operands[1], 1), (operands[2], 1)])
            if should is not None:
                found[row.index] = should.low
    return found
