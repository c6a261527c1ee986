"""PCT: columns that two others of the row make, and percentages of a whole that only the text gives."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checking.base import Check, Example
from reviewer.model import Figure, Relation, Report, Role, RowKind, Rule, Severity, Term, TypedTable, Words
from reviewer.model.arithmetic import Match, compare

_REASON = Words(
    "Angka yang dihitung dari angka lain sebarisnya harus dapat dihitung ulang (akurasi penyajian, Lampiran III PermenPANRB "
    "53/2014).",
    "A figure made of others of its row must be possible to recompute (accuracy of presentation, PermenPANRB 53/2014, annex "
    "III).",
)
_MADE = (Rule.RATIO, Rule.PRODUCT, Rule.PRODUCT_PERCENT)


class ComputedColumn(Check):
    """A column of ratios or products is what its two columns make."""

    code = "PCT016"
    name = "computed-column"
    severity = Severity.ERROR
    title = Words("Hasil bagi atau hasil kali dalam tabel salah", "A ratio or product in a table is miscalculated")
    reason = _REASON
    docs = Words(
        "Kolom seperti kepadatan (penduduk dibagi luas), biaya (volume dikali harga satuan) atau nilai (bobot dikali skor) "
        "dihitung ulang dari dua kolom lain. Kolom mana yang dipakai ditentukan oleh kepala kolom yang menyebut keduanya, atau "
        "oleh baris-baris yang cocok: sedikitnya tiga, dan hampir semuanya.",
        "A column such as density (inhabitants by area), cost (volume times unit price) or score (weight times mark) is "
        "recomputed from two other columns. Which ones is told by a header that names both, or by the rows in which they fit: "
        "three at least, and nearly all.",
    )
    messages = {
        "violated": Words(
            "{row}: {column} tertulis {stated}, padahal {how} adalah {expected}.",
            "{row}: {column} says {stated}, but {how} is {expected}.",
        ),
    }
    _AREA = "Tabel 1 Wilayah\n\nNo\tDesa\tLuas (km²)\tPenduduk\tKepadatan (jiwa/km²)\n"
    _ROWS = "1\tMelur\t12,40\t6.318\t509,52\n2\tKenanga\t20,75\t4.207\t202,75\n3\tCempaka\t17,20\t3.954\t229,88\n"
    _MARKS = (
        "Tabel 2 Isu\n\nNo\tIsu\tBobot (%)\tSkor\tNilai (Bobot x Skor)\n1\tJalan\t30\t4\t1,20\n2\tPasar\t25\t3\t{}\n"
    )
    good = (
        Example(_AREA + _ROWS + "4\tMawar\t24,35\t2.946\t120,99\n"),
        Example(_AREA + _ROWS.replace("202,75", "31,00").replace("509,52", "12,00") + "4\tMawar\t24,35\t2.946\t7,00\n"),
        Example(_MARKS.format("0,75")),
    )
    bad = (
        Example(_AREA + _ROWS + "4\tMawar\t24,35\t2.946\t129,09\n", "129,09"),
        Example(_MARKS.format("0,57"), "0,57"),
        Example(
            "Tabel 3 Belanja\n\nNo\tUraian\tVolume\tHarga Satuan\tBiaya\n1\tKertas\t120\t52.500\t6.300.000\n"
            "2\tTinta\t35\t185.000\t6.475.000\n3\tMap\t250\t7.500\t1.875.000\n4\tKotak\t40\t22.000\t980.000\n",
            "980.000",
        ),
    )

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            totals = {s.total for s in table.sums}
            for across in table.across:
                if across.rule not in _MADE:
                    continue
                for row in table.rows:
                    stated = row.figure(across.result)
                    a, b = (row.figure(col) for col, _ in across.terms)
                    if row.kind is not RowKind.PART or row.index in totals or stated is None or a is None or b is None:
                        continue
                    if stated.dash or a.dash or b.dash or (across.rule is Rule.RATIO and not b.value):
                        continue
                    sign = " / " if across.rule is Rule.RATIO else " × "
                    params = (("column", table.columns[across.result].name), ("how", a.text + sign + b.text))
                    yield Relation(across.rule, stated, (Term(a), Term(b)), params=params)


class PercentOfToldWhole(Check):
    """Percentages of a whole that stands in the text beside the table."""

    code = "PCT017"
    name = "percent-of-told-whole"
    severity = Severity.ERROR
    title = Words(
        "Persentase terhadap bilangan dalam teks salah hitung", "A percentage of a number in the text is miscalculated"
    )
    reason = _REASON
    docs = Words(
        "Kolom persentase yang bukan hasil kolom lain, tetapi di sedikitnya tiga baris sama dengan jumlah baris itu dibagi satu "
        "bilangan yang disebut dalam paragraf di dekat tabel (misalnya estimasi atau sasaran setahun), dihitung ulang dengan "
        "bilangan itu.",
        "A column of percentages that no other column makes, but that in three rows at least is the row's number over one number "
        "named in a paragraph near the table (such as an estimate or the year's target), is recomputed with that number.",
    )
    messages = {
        "violated": Words(
            "{row}: {column} tertulis {stated}, padahal {numerator} dari {denominator} (disebut dalam teks) adalah {expected}.",
            "{row}: {column} says {stated}, but {numerator} of {denominator} (named in the text) is {expected}.",
        ),
    }
    _TEXT = "Pasien yang ditemukan sebanyak 812 dari perkiraan 1.004 pasien.\n\nTabel 1 Penemuan (kumulatif)\n\n"
    _ROWS = "Periode\tPasien\t% terhadap perkiraan\nTriwulan I\t186\t18,53\nTriwulan II\t401\t{}\nTriwulan III\t633\t63,05\n"
    good = (Example(_TEXT + _ROWS.format("39,94") + "Triwulan IV\t812\t80,88\n"),)
    bad = (Example(_TEXT + _ROWS.format("39,49") + "Triwulan IV\t812\t80,88\n", "39,49"),)

    def inspect(self, report: Report) -> Iterator[Relation]:
        for table in report.tables:
            made = {a.result for a in table.across}
            for column in table.columns:
                if column.index not in made:
                    yield from self._column(report, table, column.index)

    def _column(self, report: Report, table: TypedTable, col: int) -> Iterator[Relation]:
        rows = [r for r in table.rows if r.kind is RowKind.PART and (f := r.figure(col)) and f.percent and f.value > 0]
        counts = [
            c.index for c in table.columns if c.index != col and c.role in (Role.AMOUNT, Role.REALISATION, Role.TOTAL)
        ]
        if len(rows) < 3 or not counts:
            return
        for whole in self._wholes(report, table):
            for count in counts:
                pairs = [(s, n) for r in rows if (s := r.figure(col)) and (n := r.figure(count)) and n.value > 0]
                if any(n.percent for _, n in pairs):
                    continue
                fits = [compare(Rule.PERCENT, s, [(n, 1), (whole, 1)]) is Match.HOLDS for s, n in pairs]
                if fits.count(True) >= 3 and fits.count(False) * 3 <= fits.count(True):
                    for stated, part in pairs:
                        params = (
                            ("column", table.columns[col].name),
                            ("numerator", part.text),
                            ("denominator", whole.text),
                        )
                        yield Relation(Rule.PERCENT, stated, (Term(part), Term(whole)), params=params)
                    return

    def _wholes(self, report: Report, table: TypedTable) -> Iterator[Figure]:
        """Numbers of a hundred or more in the paragraphs around a table."""
        for block in range(table.block - 5, table.block + 4):
            for sentence in report.sentences_in(block):
                yield from (
                    f for f in sentence.figures if f.exact and not f.fault and f.value >= 100 and f.unit != "Rp"
                )
